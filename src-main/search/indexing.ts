import type { SqlValue, WritableBook } from '../book/access.ts';
import type { RowChange } from '../book/change-log.ts';
import type { PersonId } from '../contract/common.ts';
import { jsonIds } from '../tables/persons.ts';
import { readDocuments } from './documents.ts';

/** Tables whose rows are about one person, named by `person_id`, and show in that person's document. */
const personTables: ReadonlySet<string> = new Set([
  'person_name',
  'contact_point',
  'role',
  'account',
  'person_tag',
  'topic_statement',
  'person_field',
  'attendance',
  'interaction',
  'follow_up',
]);

/** Tables whose rows show in the documents of many people, and who these are. */
const sharedTables: ReadonlyMap<string, string> = new Map([
  ['organisation', 'SELECT person_id FROM role WHERE organisation_id = @id'],
  ['tag', 'SELECT person_id FROM person_tag WHERE tag_id = @id'],
  ['topic', 'SELECT person_id FROM topic_statement WHERE topic_id = @id'],
]);

const batchSize = 1000;

/**
 * Rewrites the index entries of the people whom changed rows are about. Called inside the transaction that
 * changed them, just before its commit, so that the index can never be out of step with the tables.
 */
export function refreshSearch(book: WritableBook, changes: readonly RowChange[]): void {
  const people = affectedPersons(book, changes);
  for (let at = 0; at < people.length; at += batchSize) {
    writeDocuments(book, people.slice(at, at + batchSize));
  }
}

/** Makes the whole index anew, for a book whose index is missing or in doubt. About 100 µs a person. */
export function rebuildSearch(book: WritableBook): void {
  for (const table of indexTables)
    book.run(`INSERT INTO ${table} (${table}) VALUES ('delete-all')`);
  let last = 0;
  for (;;) {
    const ids = book.column<PersonId>(
      `SELECT id FROM person WHERE id > @last ORDER BY id LIMIT ${batchSize}`,
      { last },
    );
    if (ids.length === 0) break;
    insertDocuments(book, ids);
    last = ids.at(-1) ?? last;
  }
  // Merges the b-trees that the batches left behind: queries then look into one each.
  for (const table of indexTables) book.run(`INSERT INTO ${table} (${table}) VALUES ('optimize')`);
}

const indexTables = ['person_words', 'person_trigrams', 'person_typos'] as const;

function affectedPersons(book: WritableBook, changes: readonly RowChange[]): PersonId[] {
  const people = new Set<PersonId>();
  const rowsNow = new Map<string, number[]>();
  for (const { table, rowId, before } of changes) {
    if (table === 'person') {
      people.add(rowId as PersonId);
    } else if (personTables.has(table)) {
      addId(people, before?.['person_id']);
      pushTo(rowsNow, table, rowId);
    } else if (sharedTables.has(table)) {
      pushTo(rowsNow, table, rowId);
    } else if (table === 'topic_synonym') {
      addPersons(people, book, 'topic', Number(before?.['topic_id'] ?? 0));
      pushTo(rowsNow, table, rowId);
    }
  }
  for (const [table, ids] of rowsNow) addPersonsNow(people, book, table, ids);
  return [...people];
}

/** Whom rows are about as they are now; what they said before has been added already. */
function addPersonsNow(
  people: Set<PersonId>,
  book: WritableBook,
  table: string,
  rowIds: readonly number[],
): void {
  if (sharedTables.has(table)) {
    for (const id of rowIds) addPersons(people, book, table, id);
    return;
  }
  const column = table === 'topic_synonym' ? 'topic_id' : 'person_id';
  const ids = book.column<number>(
    `SELECT DISTINCT row.${column} FROM json_each(@ids) AS wanted
     CROSS JOIN ${table} AS row ON row.id = wanted.value`,
    { ids: jsonIds(rowIds) },
  );
  for (const id of ids) {
    if (column === 'person_id') people.add(id as PersonId);
    else addPersons(people, book, 'topic', id);
  }
}

function addPersons(people: Set<PersonId>, book: WritableBook, table: string, rowId: number): void {
  const sql = sharedTables.get(table);
  if (sql === undefined) return;
  for (const id of book.column<PersonId>(sql, { id: rowId })) people.add(id);
}

function addId(people: Set<PersonId>, value: SqlValue | undefined): void {
  if (typeof value === 'number') people.add(value as PersonId);
}

function pushTo(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function writeDocuments(book: WritableBook, ids: readonly PersonId[]): void {
  const parameters = { ids: jsonIds(ids) };
  for (const table of indexTables) {
    book.run(`DELETE FROM ${table} WHERE rowid IN (SELECT value FROM json_each(@ids))`, parameters);
  }
  insertDocuments(book, ids);
}

function insertDocuments(book: WritableBook, ids: readonly PersonId[]): void {
  for (const [id, document] of readDocuments(book, ids)) {
    book.run(
      `INSERT INTO person_words (rowid, name, organisation, topic, contact, note)
       VALUES (@id, @name, @organisation, @topic, @contact, @note)`,
      { id, ...document },
    );
    book.run(
      `INSERT INTO person_trigrams (rowid, name, organisation, contact)
       VALUES (@id, @name, @organisation, @contact)`,
      { id, ...document },
    );
    book.run('INSERT INTO person_typos (rowid, keys) VALUES (@id, @typos)', { id, ...document });
  }
}
