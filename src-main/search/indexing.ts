import type { ReadableBook, WritableBook } from '../book/access.ts';
import { countRows, type RowChange } from '../book/row-changes.ts';
import type { DerivedDataHook } from '../book/run-command.ts';
import type { PersonId } from '../contract/common.ts';
import { jsonIds } from '../tables/persons.ts';
import { AffectedPersons, isAbout, noteRuns, type Part, parts } from './affected-persons.ts';
import { documentTypoKeys, readDocuments, type SearchDocument } from './documents.ts';

const indexTables: readonly { readonly name: string; readonly part: Part }[] = [
  { name: 'person_words', part: parts.words },
  { name: 'person_trigrams', part: parts.trigrams },
  { name: 'person_typos', part: parts.typos },
];

const batchSize = 1000;

/** Entries of more people than this are made after the commit: making them takes about 100 µs each. */
const usuallyAtOnce = 1000;

interface RefreshOptions {
  readonly atOnce?: number;
  readonly tell?: (done: number) => void;
}

/**
 * Rewrites the index entries of the people whom changed rows are about. Called inside the transaction that
 * changed them, just before its commit, so that the index can never be out of step with the tables: of more than
 * `atOnce` people it is noted there that their entries are to be made, and whoever reads the index makes them first.
 *
 * @param tell called now and then with the share done (0 to 1)
 */
export function refreshSearch(
  book: WritableBook,
  changes: readonly RowChange[],
  { atOnce = usuallyAtOnce, tell = () => {} }: RefreshOptions = {},
): void {
  // what an import inserts is noted in the book by the book, none of its ids is read
  const isLong = (change: RowChange): boolean =>
    countRows([change]) > atOnce && isAbout(change.table);
  const runs = changes.filter(isLong);
  noteRuns(book, runs);
  const affected = new AffectedPersons(book);
  affected.addAll(runs.length === 0 ? changes : changes.filter((change) => !isLong(change)));
  if (runs.length > 0 || affected.parts.size > atOnce) noteLateEntries(book, affected.parts);
  else rewriteEntries(book, affected.parts, tell);
}

function noteLateEntries(book: WritableBook, partsOf: ReadonlyMap<PersonId, Part>): void {
  for (const part of Object.values(parts)) {
    const ids = [...partsOf].filter(([, own]) => own === part).map(([id]) => id);
    book.run(
      `INSERT INTO search_pending (id, part) SELECT value, @part FROM json_each(@ids) WHERE true
       ON CONFLICT (id) DO UPDATE SET part = max(part, excluded.part)`,
      { ids: jsonIds(ids), part },
    );
  }
}

export function hasLateEntries(book: ReadableBook): boolean {
  return book.value('SELECT 1 FROM search_pending LIMIT 1') !== undefined;
}

/** Makes some of the entries that were noted, inside a transaction; false when none is left. */
export function makeLateEntries(book: WritableBook, most = batchSize): boolean {
  const noted = book.all<{ id: PersonId; part: Part }>(
    'SELECT id, part FROM search_pending ORDER BY id LIMIT @most',
    { most },
  );
  const last = noted.at(-1)?.id;
  if (last === undefined) return false;
  rewriteEntries(book, new Map(noted.map(({ id, part }) => [id, part])));
  book.run('DELETE FROM search_pending WHERE id <= @last', { last });
  return hasLateEntries(book);
}

function rewriteEntries(
  book: WritableBook,
  partsOf: ReadonlyMap<PersonId, Part>,
  tell: (done: number) => void = () => {},
): void {
  // In the order of their ids: FTS5 flushes a segment whenever an id is smaller than the one before.
  const people = [...partsOf.keys()].toSorted((a, b) => a - b);
  // All old entries go before the first new one comes: taking turns makes FTS5 flush a segment each time.
  for (const { name, part } of indexTables) {
    const ids = people.filter((id) => (partsOf.get(id) ?? 0) >= part);
    book.run(`DELETE FROM ${name} WHERE rowid IN (SELECT value FROM json_each(@ids))`, {
      ids: jsonIds(ids),
    });
  }
  for (let at = 0; at < people.length; at += batchSize) {
    insertDocuments(book, people.slice(at, at + batchSize), partsOf);
    tell(Math.min(1, (at + batchSize) / people.length));
  }
  const whole = people.filter((id) => partsOf.get(id) === parts.typos);
  book.run('DELETE FROM search_pending WHERE id IN (SELECT value FROM json_each(@ids))', {
    ids: jsonIds(whole),
  });
}

/** The same as the hook of commands, undo and redo. */
export const followInSearch: DerivedDataHook = (changes, book, tell) =>
  refreshSearch(book, changes, { tell });

/** Whether there are people and not a word of them in the index, as a migration leaves it. */
export function isIndexMissing(book: ReadableBook): boolean {
  return (
    book.value('SELECT 1 FROM person LIMIT 1') !== undefined &&
    book.value('SELECT rowid FROM person_words LIMIT 1') === undefined
  );
}

/** Makes the whole index anew, for a book whose index is missing or in doubt. About 100 µs a person. */
export function rebuildSearch(book: WritableBook): void {
  for (const { name } of indexTables) {
    book.run(`INSERT INTO ${name} (${name}) VALUES ('delete-all')`);
  }
  book.run('DELETE FROM search_pending');
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
  for (const { name } of indexTables) book.run(`INSERT INTO ${name} (${name}) VALUES ('optimize')`);
}

const insertions: ReadonlyMap<Part, string> = new Map([
  [
    parts.words,
    `INSERT INTO person_words (rowid, name, organisation, topic, contact, note)
     VALUES (@id, @name, @organisation, @topic, @contact, @note)`,
  ],
  [
    parts.trigrams,
    `INSERT INTO person_trigrams (rowid, name, organisation, contact)
     VALUES (@id, @name, @organisation, @contact)`,
  ],
]);

/** Writes the entries of those who exist; all of them, or as much as is told for each. */
function insertDocuments(
  book: WritableBook,
  ids: readonly PersonId[],
  partsOf?: ReadonlyMap<PersonId, Part>,
): void {
  const documents = readDocuments(book, ids);
  const concerned = (part: Part): [PersonId, SearchDocument][] =>
    [...documents].filter(([id]) => partsOf === undefined || (partsOf.get(id) ?? 0) >= part);
  for (const [part, sql] of insertions) {
    for (const [id, document] of concerned(part)) book.run(sql, { id, ...document });
  }
  for (const [id, document] of concerned(parts.typos)) {
    book.run('INSERT INTO person_typos (rowid, keys) VALUES (@id, @keys)', {
      id,
      keys: documentTypoKeys(document),
    });
  }
}
