import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { SqlValue } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';
import { addAccount } from './accounts.ts';
import { addContactPoint } from './contact-points.ts';
import { deletePersons } from './delete-persons.ts';
import { insertFollowUp } from './follow-ups.ts';
import { addInteraction } from './interactions.ts';
import { addOtherName, insertPerson } from './persons.ts';
import { addRole } from './roles.ts';
import { findOrCreateTag, tagPersons } from './tags.ts';
import { addEvidence } from './tie-evidence.ts';
import { addStatement, findOrCreateTopic } from './topics.ts';

const now = '2026-06-15T12:00:00.000Z';
let test: TestBook;
beforeEach(() => {
  test = makeTestBook();
});
afterEach(() => test.close());

function insert(table: string, row: Readonly<Record<string, SqlValue>>): number {
  const columns = Object.keys(row);
  const values = columns.map((column) => `@${column}`).join(', ');
  return test.book.run(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values})`, row).id;
}

/** Gives a person a row in every table that can name one; `other` is at the other end of what has two. */
function entangle(personId: PersonId, name: string, other: PersonId, third: PersonId): void {
  const { book } = test;
  const event = insert('event', { title: 'Meetup' });
  addOtherName(book, personId, 'alias', `${name} X`);
  addContactPoint(book, { personId, kind: 'email', value: `${name}@acme.example` });
  addRole(book, { personId, organisation: 'Acme' });
  const theirs = addAccount(book, { personId, platformId: 2, displayName: name }).id;
  const others = addAccount(book, { personId: other, platformId: 2, displayName: `of ${name}` }).id;
  insert('person_field', { person_id: personId, source: 'custom', name: 'shoe', value: '42' });
  insert('person_photo', {
    person_id: personId,
    media_type: 'image/png',
    content: new Uint8Array(1),
  });
  const owned = insert('circle', { owner_id: personId, platform_id: 2 });
  const circle = insert('circle', { owner_id: other, platform_id: 1 + personId });
  insert('circle_member', { circle_id: owned, account_id: others, relation: 'linked' });
  insert('circle_member', { circle_id: circle, account_id: theirs, relation: 'linked' });
  insert('reported_size', { person_id: personId, platform_id: 2, size: 5, seen_on: '2026-01-01' });
  insert('attendance', { event_id: event, person_id: personId });
  addInteraction(book, { personId, kind: 'call', onDate: '2026-01-01' });
  insertFollowUp(book, { personId, dueOn: '2026-07-01' });
  insert('keep_in_touch', {
    person_id: personId,
    every: 3,
    unit: 'week',
    started_on: '2026-01-01',
  });
  insert('put_off', { person_id: personId, kind: 'birthday', until_on: '2026-07-01' });
  tagPersons(book, [personId], findOrCreateTag(book, 'brand').id);
  const topicId = findOrCreateTopic(book, 'logos').id;
  addStatement(book, { personId, topicId, kind: 'offers' }, '2026-06-15');
  for (const [introducer, first, second] of [
    [personId, other, third],
    [other, personId, third],
    [third, other, personId],
  ]) {
    const introduction = insert('introduction', {
      kind: 'make',
      state: 'met',
      introducer_id: introducer ?? 0,
      first_person_id: first ?? 0,
      second_person_id: second ?? 0,
      created_at: now,
    });
    insert('introduction_change', {
      introduction_id: introduction,
      state: 'met',
      changed_on: '2026-01-01',
    });
    addEvidence(book, first as PersonId, second as PersonId, {
      kind: 'introduced',
      introductionId: introduction,
    });
  }
  insert('refused_pair', {
    low_person_id: Math.min(personId, other),
    high_person_id: Math.max(personId, other),
    refused_on: '2026-01-01',
  });
  const passedOn = { direction: 'received', on_date: '2026-01-01' };
  const share = insert('share', {
    ...passedOn,
    person_id: personId,
    reached: 1,
    new_low: 1,
    new_high: 1,
  });
  insert('thanks', { person_id: personId, on_date: '2026-01-01' });
  const job = { kind: 'job', title: 'Logos', on_date: '2026-01-01' };
  insert('outcome', { ...job, client_person_id: personId, share_id: share });
  insert('outcome', { ...job, person_id: personId });
  const counts = {
    people_created: 0,
    people_matched: 0,
    people_unsure: 0,
    people_unchanged: 0,
    ties_created: 0,
    ties_unchanged: 0,
  };
  const imported = insert('import', {
    format: 'f',
    source_sha256: 'a'.repeat(64),
    owner_id: personId,
    imported_at: now,
    ...counts,
  });
  insert('import_row', { import_id: imported, line: 1, outcome: 'created', person_id: personId });
  insert('list_change', {
    import_id: imported,
    person_id: personId,
    kind: 'came',
    on_date: '2026-01-01',
  });
  insert('identity_question', {
    low_person_id: Math.min(personId, other),
    high_person_id: Math.max(personId, other),
    reason: 'same name',
  });
}

/** Table and column of everything that may name a person, as the schema says. */
function personColumns(): { table: string; column: string }[] {
  return test.book.all(
    `SELECT list.name AS "table", reference."from" AS "column"
     FROM pragma_table_list AS list JOIN pragma_foreign_key_list(list.name) AS reference
     WHERE list.schema = 'main' AND reference."table" = 'person'`,
  );
}

function add(displayName: string): PersonId {
  return insertPerson(test.book, { displayName }, now);
}

function countOf(table: string, column: string, id: PersonId): number {
  return (
    test.book.value<number>(`SELECT count(*) FROM ${table} WHERE ${column} = @id`, { id }) ?? 0
  );
}

it('leaves no trace of the deleted in any table, and everybody else as they were', () => {
  const { book } = test;
  // one of the deleted is the low end of every pair, the other the high end
  const low = add('Low');
  const [other, third] = [add('Other'), add('Third')];
  const [high, kept] = [add('High'), add('Kept')];
  const gone = [low, high];
  for (const id of [...gone, kept]) entangle(id, `Person ${id}`, other, third);
  const columns = personColumns();
  for (const { table, column } of columns) {
    const count = countOf(table, column, low) + countOf(table, column, high);
    expect(count, `${table}.${column} is not tested`).toBeGreaterThan(0);
  }
  const introduced =
    'SELECT count(*) FROM evidence JOIN tie ON tie.id = tie_id WHERE low_person_id = @other AND high_person_id = @third';
  const before = book.value(introduced, { other, third });
  expect(deletePersons(book, [...gone, 999_999 as PersonId])).toBe(2);
  expect(book.all('PRAGMA foreign_key_check')).toEqual([]);
  for (const { table, column } of columns) {
    for (const id of gone) expect(countOf(table, column, id), `${table}.${column}`).toBe(0);
  }
  expect(book.column('SELECT id FROM person ORDER BY id')).toEqual([other, third, kept]);
  // an introducer gone does not unmake the tie of those they introduced
  expect(book.value(introduced, { other, third })).toBe(before);
  expect(book.value('SELECT count(*) FROM introduction')).toBe(3);
  expect(book.value('SELECT count(*) FROM import')).toBe(3);
  // jobs stay won
  expect(book.value('SELECT count(*) FROM outcome')).toBe(6);
});

it('hands the line of descent past a deleted introduction', () => {
  const { book } = test;
  const [a, b, c, gone] = [add('A'), add('B'), add('C'), add('Gone')];
  const introduce = (introducer: PersonId, from: number | null): number =>
    insert('introduction', {
      kind: 'make',
      state: 'made',
      introducer_id: introducer,
      first_person_id: a,
      second_person_id: b,
      came_from_id: from,
      created_at: now,
    });
  const first = introduce(c, null);
  const last = introduce(c, introduce(gone, introduce(gone, first)));
  deletePersons(book, [gone]);
  expect(book.all('SELECT id, came_from_id AS cameFrom FROM introduction ORDER BY id')).toEqual([
    { id: first, cameFrom: null },
    { id: last, cameFrom: first },
  ]);
});
