import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import { importFile, importFiles, ofPerson, textFile } from './testing/import-files.ts';
import { cards, facebook, linkedin, ties } from './testing/made-files.ts';

let test: TestBook;
beforeEach(async () => {
  test = makeTestBook();
  await test.call('book.setMe', { name: 'Ada Me' });
});
afterEach(() => test.close());

const count = (sql: string): number => test.book.value<number>(sql) ?? 0;
const namesInBook = (): string[] =>
  test.book.column<string>(
    'SELECT display_name FROM person WHERE is_me = 0 AND display_name IS NOT NULL ORDER BY id',
  );
const questions = (): [string, string][] =>
  test.book
    .all<{ a: string; b: string }>(
      `SELECT a.display_name AS a, b.display_name AS b FROM identity_question AS q
       JOIN person AS a ON a.id = q.low_person_id JOIN person AS b ON b.id = q.high_person_id
       WHERE answer IS NULL ORDER BY q.id`,
    )
    .map(({ a, b }) => [a, b]);

describe('whose list it is', () => {
  it('ties somebody else to each member, and me to them by the list they handed me', async () => {
    await importFile(test, facebook('Jane Doe', 'Tom Brown'), ofPerson('Kim'));
    const evidence = test.book.all(
      `SELECT a.display_name AS a, b.display_name AS b, kind, on_date AS onDate FROM evidence
       JOIN tie ON tie.id = tie_id JOIN person AS a ON a.id = low_person_id
       JOIN person AS b ON b.id = high_person_id ORDER BY evidence.id`,
    );
    expect(evidence).toEqual([
      { a: 'Kim', b: 'Jane Doe', kind: 'platform_link', onDate: '2020-09-13' },
      { a: 'Kim', b: 'Tom Brown', kind: 'platform_link', onDate: '2020-09-13' },
      { a: 'Ada Me', b: 'Kim', kind: 'handed_list', onDate: null },
    ]);
  });

  it('never makes the owner a member of their own list, nor asks about it', async () => {
    const report = await importFile(test, facebook('Kim Oh', 'Ada Me'), ofPerson('Kim Oh'));
    expect(report.people).toMatchObject({ created: 1, unsure: 1 });
    expect(questions()).toEqual([['Ada Me', 'Ada Me']]);
    expect(namesInBook()).toEqual(['Kim Oh', 'Kim Oh', 'Ada Me']);
  });

  it('matches me for certain without a tie of me with myself', async () => {
    const me = test.book.value<number>('SELECT id FROM person WHERE is_me = 1');
    await test.call('people.addContactPoint', { id: me, kind: 'email', value: 'ada@x.example' });
    const report = await importFile(test, cards('FN:Ada M\nEMAIL:ada@x.example'));
    expect(report.people).toMatchObject({ created: 0, matched: 1 });
    expect(count('SELECT count(*) FROM tie') + count('SELECT count(*) FROM circle_member')).toBe(0);
  });

  it('refuses a name that two people bear, and names them', async () => {
    await importFile(test, facebook('Kim Oh', 'Kim Oh'));
    const result = await test.dispatch('transfer.plan', {
      files: [facebook('Jane Doe')],
      ...ofPerson('Kim Oh'),
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'AMBIGUOUS_NAME' } });
  });

  it('is a person called "Me" until I have said who I am', async () => {
    const fresh = makeTestBook();
    await importFile(fresh, facebook('Jane Doe'));
    expect(fresh.book.value('SELECT display_name FROM person WHERE is_me = 1')).toBe('Me');
    await fresh.call('book.setMe', { name: 'Ada Me' });
    expect(fresh.book.column('SELECT display_name FROM person ORDER BY id')).toEqual([
      'Ada Me',
      'Jane Doe',
    ]);
    expect((await importFile(fresh, facebook('Jane Doe'))).importId).toBeNull();
    fresh.close();
  });
});

describe('a newer export', () => {
  const at = (company: string, day: string, ...more: string[]) =>
    linkedin(
      `Jane,Doe,https://www.linkedin.com/in/jane,,${company},Designer,01 Feb 2019`,
      `Tom,Brown,https://www.linkedin.com/in/tom,,,,${day}`,
      ...more,
    );
  const roles = () =>
    test.book.all(
      `SELECT organisation.name, is_current AS isCurrent FROM role
       JOIN organisation ON organisation.id = organisation_id ORDER BY role.id`,
    );

  it('moves a person to a new employer and keeps the old one as past', async () => {
    await importFile(test, at('Acme', '01 Jan 2024'));
    await importFile(test, at('Bolt', '01 Jan 2026'));
    expect(roles()).toEqual([
      { name: 'Acme', isCurrent: 0 },
      { name: 'Bolt', isCurrent: 1 },
    ]);
  });

  it('read before the older one comes to the same', async () => {
    await importFile(test, at('Bolt', '01 Jan 2026'));
    await importFile(test, at('Acme', '01 Jan 2024'));
    expect(roles()).toEqual([
      { name: 'Bolt', isCurrent: 1 },
      { name: 'Acme', isCurrent: 0 },
    ]);
    expect((await importFile(test, at('Acme', '01 Jan 2024'))).importId).toBeNull();
  });
});

describe('follows', () => {
  it('are kept in their direction, both ways when both are there', async () => {
    const file = (kind: string, ...ids: string[]) =>
      textFile(
        `${kind}.js`,
        `window.YTD.${kind}.part0 = ${JSON.stringify(
          ids.map((accountId) => ({
            [kind]: { accountId, userLink: `https://twitter.com/intent/user?user_id=${accountId}` },
          })),
        )}`,
      );
    await importFiles(test, [file('follower', '11', '12'), file('following', '12', '13')]);
    expect(
      test.book.all(
        `SELECT external_id AS id, group_concat(direction) AS directions FROM evidence
         JOIN tie ON tie.id = tie_id JOIN account ON account.person_id = high_person_id
         GROUP BY account.id ORDER BY external_id`,
      ),
    ).toEqual([
      { id: '11', directions: 'high_to_low' },
      { id: '12', directions: 'high_to_low,low_to_high' },
      { id: '13', directions: 'low_to_high' },
    ]);
    expect(count('SELECT count(*) FROM person WHERE display_name IS NULL')).toBe(3);
  });
});

describe('a file of ties', () => {
  it('makes who is unknown, keeps strengths exactly, and gives each pair one tie', async () => {
    const file = ties(
      'Jane,Tom,Facebook,0.97,2020-01-02,cousins',
      'Tom,Jane,LinkedIn,,,',
      'Jane,Sue,,0.123456789,,',
      'Sue,Tom,,,,old friends',
    );
    const report = await importFile(test, file);
    expect(report).toMatchObject({
      people: { created: 3, matched: 0, unsure: 0, unchanged: 0 },
      ties: { created: 3, unchanged: 0 },
    });
    expect(
      test.book.all(
        `SELECT stated_strength AS strength, group_concat(kind) AS kinds FROM tie
         JOIN evidence ON tie_id = tie.id GROUP BY tie.id ORDER BY tie.id`,
      ),
    ).toEqual([
      { strength: 0.97, kinds: 'platform_link,platform_link' },
      { strength: 0.123456789, kinds: 'stated' },
      { strength: null, kinds: 'told' },
    ]);
    expect(await importFile(test, file)).toMatchObject({
      importId: null,
      people: { unchanged: 3 },
      ties: { created: 0, unchanged: 3 },
    });
  });

  it('lets the later line of a pair win, also when read again', async () => {
    const file = ties('Jane,Tom,,0.2,,', 'Tom,Jane,,0.8,,');
    expect(await importFile(test, file)).toMatchObject({ ties: { created: 1 } });
    expect(test.book.column('SELECT stated_strength FROM tie')).toEqual([0.8]);
    expect((await importFile(test, file)).importId).toBeNull();
  });

  it('leaves out, with the reason, a name that two bear, an id that nobody has, and a tie with oneself', async () => {
    await importFile(test, facebook('Jane Doe', 'Jane Doe', 'Tom Brown'));
    const report = await importFile(
      test,
      ties('Jane Doe,New One,,,,', '#999,New Two,,,,', '#1,Ada Me,,,,', '#2,Tom Brown,,0.5,,'),
    );
    expect(report.leftOut).toEqual([
      { line: 2, reason: '2 people are called "Jane Doe": write #2 or #3 instead.' },
      { line: 3, reason: 'There is no person #999 in this book.' },
      { line: 4, reason: 'A person has no tie with themselves.' },
    ]);
    expect(report.people).toMatchObject({ created: 0 });
    expect(report.ties.created).toBe(1);
  });
});

describe('what has no place of its own', () => {
  it('is kept word for word under the format that brought it, once', async () => {
    const file = cards(
      'FN:Jane Doe\nN:Doe;Jane;Quinn;Dr.;\nEMAIL:j@x.example\nX-FAVOURITE-TREE:Elm\\, wych',
    );
    await importFile(test, file);
    expect(
      test.book.all('SELECT source, name, value, import_id AS importId FROM person_field'),
    ).toEqual([
      { source: 'vcard', name: 'prefix', value: 'Dr.', importId: 1 },
      { source: 'vcard', name: 'middle name', value: 'Quinn', importId: 1 },
      { source: 'vcard', name: 'X-FAVOURITE-TREE', value: 'Elm\\, wych', importId: 1 },
    ]);
    expect((await importFile(test, file)).importId).toBeNull();
  });

  it('never overwrites what the book says', async () => {
    await importFile(test, cards('FN:Jane Doe\nEMAIL:j@x.example\nBDAY:1980-02-03\nNOTE:one'));
    await importFile(test, cards('FN:Jane Doe\nEMAIL:j@x.example\nBDAY:1981-02-03\nNOTE:two'));
    expect(test.book.get('SELECT birthday, note FROM person WHERE is_me = 0')).toEqual({
      birthday: '1980-02-03',
      note: 'one\n\ntwo',
    });
    expect(test.book.column('SELECT value FROM person_field')).toEqual(['1981-02-03']);
  });
});

describe('an import', () => {
  it('is listed, and undone as a whole', async () => {
    await importFile(test, facebook('Jane Doe', 'Tom Brown'));
    expect(await test.call('transfer.imports')).toMatchObject([
      {
        format: 'facebook-friends',
        platform: 'facebook',
        owner: { name: 'Ada Me' },
        people: { created: 2 },
      },
    ]);
    expect(await test.call('book.undo')).toEqual({ label: 'Import your_friends.json' });
    expect(namesInBook()).toEqual([]);
    expect(await test.call('transfer.imports')).toEqual([]);
    expect(await test.call('book.check')).toMatchObject({ ok: true });
  });

  it('of attendees goes to the event that is meant, though another has its title and day', async () => {
    const make = async () =>
      (
        await test.call<{ event: { id: number } }>('events.create', {
          title: 'Supper',
          heldOn: '2026-06-01',
        })
      ).event.id;
    await make();
    const meant = await make();
    const guests = textFile(
      'guests.csv',
      [
        'guest_id,name,first_name,last_name,email,phone_number,created_at,approval_status,checked_in_at',
        'g1,Cy Doe,Cy,Doe,cy@doe.example,,2026-05-01T10:00:00Z,approved,2026-06-01T18:00:00Z',
      ].join('\n'),
    );
    await importFile(test, guests, { event: { id: meant } });
    expect(test.book.column('SELECT event_id FROM attendance')).toEqual([meant]);
    const gone = await test.dispatch('transfer.plan', { files: [guests], event: { id: 99 } });
    expect(gone).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });

  it('of attendees needs an event; who declined did not attend', async () => {
    const guests = textFile(
      'guests.csv',
      [
        'guest_id,name,first_name,last_name,email,phone_number,created_at,approval_status,checked_in_at',
        'g1,Ann Lee,Ann,Lee,ann@x.example,,2026-10-01T09:12:33.000Z,approved,',
        'g2,Bob Oh,Bob,Oh,bob@x.example,,2026-10-01T09:12:33.000Z,declined,',
      ].join('\n'),
    );
    expect(await test.dispatch('transfer.plan', { files: [guests] })).toMatchObject({
      error: { code: 'INVALID_INPUT' },
    });
    const report = await importFile(test, guests, { event: { title: 'Supper', heldOn: null } });
    expect(report.people).toMatchObject({ created: 1 });
    expect(report.leftOut).toEqual([{ line: 3, reason: 'Was not at the event (declined).' }]);
    expect(count('SELECT count(*) FROM tie')).toBe(0);
  });
});

describe('several files of one owner', () => {
  it('have one owner, also if they are new and stand in one of the lists', async () => {
    await importFiles(
      test,
      [facebook('Jane Doe', 'Tom Brown'), linkedin('Sue,Ray,https://www.linkedin.com/in/sue,,,,')],
      ofPerson('Anna Berg'),
    );
    expect(namesInBook().filter((name) => name === 'Anna Berg')).toHaveLength(1);
    expect(count('SELECT count(DISTINCT owner_id) FROM circle')).toBe(1);
  });
});
