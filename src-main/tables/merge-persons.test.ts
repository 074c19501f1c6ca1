import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { EventId, PersonId } from '../contract/common.ts';
import { addAccount } from './accounts.ts';
import { addContactPoint } from './contact-points.ts';
import { mergePersons } from './merge-persons.ts';
import { addOtherName, insertPerson } from './persons.ts';
import { placeholderName } from './resolve-person.ts';
import { addRole } from './roles.ts';
import { findOrCreateTag, tagPersons } from './tags.ts';

const now = '2026-06-15T12:00:00.000Z';
let test: TestBook;
beforeAll(() => {
  test = makeTestBook();
});
afterAll(() => test.close());

/** Runs on a book whose changes are taken back afterwards, so that thousands of runs need one book. */
function inScratch(action: () => void): void {
  test.opened.sqlite.exec('BEGIN');
  try {
    action();
    expect(test.book.all('PRAGMA foreign_key_check')).toEqual([]);
  } finally {
    test.opened.sqlite.exec('ROLLBACK');
  }
}

function add(displayName: string | null): PersonId {
  return insertPerson(test.book, { displayName }, now);
}

describe('joining two people', () => {
  it('keeps what one alone says, and the other name as an alias', () =>
    inScratch(() => {
      const { book } = test;
      const keep = insertPerson(book, { displayName: 'Jane Doe', note: 'Prints.' }, now);
      const gone = insertPerson(
        book,
        { displayName: 'Jane Smith', birthday: '--02-29', note: 'Sings.', metOn: '2020-01-01' },
        '2019-01-01T00:00:00.000Z',
      );
      addOtherName(book, gone, 'nickname', 'Jane Doe');
      addOtherName(book, gone, 'nickname', 'Janey');
      addContactPoint(book, {
        personId: keep,
        kind: 'email',
        value: 'jane@acme.example',
        isPrimary: true,
      });
      addContactPoint(book, {
        personId: gone,
        kind: 'email',
        value: 'Jane@Acme.example',
        isPrimary: true,
      });
      addContactPoint(book, {
        personId: gone,
        kind: 'email',
        value: 'j@home.example',
        isPrimary: true,
      });
      addRole(book, { personId: keep, organisation: 'Acme', title: 'printer' });
      addRole(book, { personId: gone, organisation: 'ACME', title: 'printer' });
      const tag = findOrCreateTag(book, 'brand');
      tagPersons(book, [keep, gone], tag.id);
      mergePersons(book, keep, gone);
      expect(
        book.get(
          'SELECT display_name AS name, birthday, note, met_on AS metOn, created_at AS at FROM person WHERE id = @keep',
          { keep },
        ),
      ).toEqual({
        name: 'Jane Doe',
        birthday: '--02-29',
        note: 'Prints.\n\nSings.',
        metOn: '2020-01-01',
        at: '2019-01-01T00:00:00.000Z',
      });
      expect(
        book.column('SELECT name FROM person_name WHERE person_id = @keep ORDER BY name', { keep }),
      ).toEqual(['Jane Smith', 'Janey']);
      expect(
        book.all('SELECT value, is_primary AS isPrimary FROM contact_point ORDER BY id'),
      ).toEqual([
        { value: 'jane@acme.example', isPrimary: 1 },
        { value: 'j@home.example', isPrimary: 0 },
      ]);
      expect(book.value('SELECT count(*) FROM role')).toBe(1);
      expect(book.value('SELECT count(*) FROM person_tag')).toBe(1);
    }));

  it('makes one account of two that share a weak key, and one member of two', () =>
    inScratch(() => {
      const { book } = test;
      const [owner, keep, gone] = [add('Owner'), add('Jane Doe'), add('Jane Doe')];
      const circle = book.run('INSERT INTO circle (owner_id, platform_id) VALUES (@owner, 2)', {
        owner,
      }).id;
      for (const [personId, since, goneOn] of [
        [keep, '2020-01-01', '2024-01-01'],
        [gone, '2018-01-01', null],
      ] as const) {
        const account = addAccount(book, { personId, platformId: 2, displayName: 'Jane Doe' }).id;
        book.run(
          `INSERT INTO circle_member (circle_id, account_id, relation, since, gone_on)
           VALUES (@circle, @account, 'linked', @since, @goneOn)`,
          { circle, account, since, goneOn },
        );
      }
      mergePersons(book, keep, gone);
      expect(book.all('SELECT person_id AS id FROM account')).toEqual([{ id: keep }]);
      expect(book.all('SELECT since, gone_on AS goneOn FROM circle_member')).toEqual([
        { since: '2018-01-01', goneOn: null },
      ]);
    }));

  it('makes nobody a member of their own circle', () =>
    inScratch(() => {
      const { book } = test;
      const [keep, gone] = [add('Keep'), add('Gone')];
      const circle = book.run('INSERT INTO circle (owner_id, platform_id) VALUES (@gone, 2)', {
        gone,
      }).id;
      const account = addAccount(book, { personId: keep, platformId: 2, displayName: 'Keep' }).id;
      book.run(
        "INSERT INTO circle_member (circle_id, account_id, relation) VALUES (@circle, @account, 'linked')",
        { circle, account },
      );
      mergePersons(book, keep, gone);
      expect(book.value('SELECT owner_id FROM circle')).toBe(keep);
      expect(book.value('SELECT count(*) FROM circle_member')).toBe(0);
    }));

  it('keeps the better answer of two questions, and drops the one about the pair', () =>
    inScratch(() => {
      const { book } = test;
      const [a, keep, gone] = [add('A'), add('Keep'), add('Gone')];
      const ask = (low: PersonId, high: PersonId, answer: string | null): void => {
        book.run(
          `INSERT INTO identity_question (low_person_id, high_person_id, reason, answer)
           VALUES (@low, @high, 'same name', @answer)`,
          { low, high, answer },
        );
      };
      ask(a, keep, null);
      ask(a, gone, 'different');
      ask(keep, gone, null);
      mergePersons(book, keep, gone);
      expect(
        book.all(
          'SELECT low_person_id AS low, high_person_id AS high, answer FROM identity_question',
        ),
      ).toEqual([{ low: a, high: keep, answer: 'different' }]);
    }));

  it('takes over a rhythm and what was put off, unless the one who stays has their own', () =>
    inScratch(() => {
      const { book } = test;
      const [keep, gone, other] = [add('Jane Doe'), add('J. Doe'), add('Jan Doe')];
      const rhythm = `INSERT INTO keep_in_touch (person_id, every, unit, started_on)
        VALUES (@id, @every, 'week', '2026-01-01')`;
      book.run(rhythm, { id: gone, every: 2 });
      book.run(rhythm, { id: other, every: 5 });
      const putOff = `INSERT INTO put_off (person_id, kind, until_on) VALUES (@id, 'birthday', @day)`;
      book.run(putOff, { id: keep, day: '2026-03-01' });
      book.run(putOff, { id: gone, day: '2026-04-01' });
      mergePersons(book, keep, gone);
      mergePersons(book, keep, other);
      expect(book.all('SELECT person_id AS id, every FROM keep_in_touch')).toEqual([
        { id: keep, every: 2 },
      ]);
      expect(book.column('SELECT until_on FROM put_off')).toEqual(['2026-03-01']);
    }));

  it('puts attendance at one event together', () =>
    inScratch(() => {
      const { book } = test;
      const [keep, gone] = [add('Keep'), add('Gone')];
      const event = book.run("INSERT INTO event (title) VALUES ('Meetup')").id as EventId;
      for (const [person, met, note] of [
        [keep, 0, 'late'],
        [gone, 1, 'paid'],
      ] as const) {
        book.run(
          'INSERT INTO attendance (event_id, person_id, have_met, note) VALUES (@event, @person, @met, @note)',
          { event, person, met, note },
        );
      }
      mergePersons(book, keep, gone);
      expect(book.all('SELECT person_id AS id, have_met AS met, note FROM attendance')).toEqual([
        { id: keep, met: 1, note: 'late\n\npaid' },
      ]);
    }));

  it('makes the one who stays me, without the placeholder as a name', () =>
    inScratch(() => {
      const { book } = test;
      const me = add(placeholderName);
      book.run('UPDATE person SET is_me = 1 WHERE id = @me', { me });
      const named = add('Ada');
      mergePersons(book, named, me);
      expect(book.all('SELECT id, is_me AS isMe FROM person')).toEqual([{ id: named, isMe: 1 }]);
      expect(book.value('SELECT count(*) FROM person_name')).toBe(0);
    }));

  it('drops an introduction of one to the other, keeping its line of descent', () =>
    inScratch(() => {
      const { book } = test;
      const [x, keep, gone, y] = [add('X'), add('Keep'), add('Gone'), add('Y')];
      const introduce = (first: PersonId, second: PersonId, from: number | null): number =>
        book.run(
          `INSERT INTO introduction (kind, state, introducer_id, first_person_id, second_person_id, came_from_id, created_at)
           VALUES ('make', 'made', @x, @first, @second, @from, @now)`,
          { x, first, second, from, now },
        ).id;
      const eldest = introduce(keep, y, null);
      const middle = introduce(keep, gone, eldest);
      const youngest = introduce(gone, y, middle);
      mergePersons(book, keep, gone);
      expect(
        book.all('SELECT id, first_person_id AS first, came_from_id AS cameFrom FROM introduction'),
      ).toEqual([
        { id: eldest, first: keep, cameFrom: null },
        { id: youngest, first: keep, cameFrom: eldest },
      ]);
    }));
});
