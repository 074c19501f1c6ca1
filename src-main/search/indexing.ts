import type { ReadableBook, SqlValue, WritableBook } from '../book/access.ts';
import type { RowChange } from '../book/change-log.ts';
import type { DerivedDataHook } from '../book/run-command.ts';
import type { PersonId } from '../contract/common.ts';
import { jsonIds } from '../tables/persons.ts';
import { documentTypoKeys, readDocuments, type SearchDocument } from './documents.ts';

/**
 * How much of a person's entry a change concerns; each includes the ones before it. A note would otherwise rewrite
 * all trigrams as well. Tags concern nobody's: they are looked up beside the index (tables/find-persons.ts).
 */
const parts = { words: 1, trigrams: 2, typos: 3 } as const;
type Part = (typeof parts)[keyof typeof parts];

interface PersonTable {
  readonly part: Part;
  /** The only column whose text the index holds: a row without text there, before and after, concerns nobody. */
  readonly text?: string;
}

/** Tables whose rows are about one person, named by `person_id`. */
const personTables: ReadonlyMap<string, PersonTable> = new Map<string, PersonTable>([
  ['person_name', { part: parts.typos }],
  ['account', { part: parts.typos }],
  ['contact_point', { part: parts.trigrams }],
  ['role', { part: parts.trigrams }],
  ['topic_statement', { part: parts.words }],
  ['person_field', { part: parts.words }],
  ['attendance', { part: parts.words, text: 'note' }],
  ['interaction', { part: parts.words, text: 'note' }],
  ['follow_up', { part: parts.words, text: 'what' }],
]);

/** Columns of `person` that the index holds. A change of the others (archived, birthday, ...) leaves it as it is. */
const personColumns: readonly { readonly column: string; readonly part: Part }[] = [
  { column: 'display_name', part: parts.typos },
  { column: 'given_name', part: parts.typos },
  { column: 'family_name', part: parts.typos },
  { column: 'note', part: parts.words },
  { column: 'how_met', part: parts.words },
];

/** Tables whose rows show in the entries of many people, and who these are. */
const sharedTables: ReadonlyMap<string, { readonly part: Part; readonly people: string }> = new Map(
  [
    [
      'organisation',
      { part: parts.trigrams, people: 'SELECT person_id FROM role WHERE organisation_id = @id' },
    ],
    [
      'topic',
      { part: parts.words, people: 'SELECT person_id FROM topic_statement WHERE topic_id = @id' },
    ],
  ],
);

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
  const affected = new AffectedPersons(book);
  affected.addAll(changes);
  if (affected.parts.size > atOnce) noteLateEntries(book, affected.parts);
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

/** Whom changed rows are about, as they were and as they are, and how much of their entries is concerned. */
class AffectedPersons {
  readonly parts = new Map<PersonId, Part>();
  readonly #book: WritableBook;

  constructor(book: WritableBook) {
    this.#book = book;
  }

  addAll(changes: readonly RowChange[]): void {
    for (const [table, rows] of Map.groupBy(changes, (change) => change.table)) {
      if (table === 'person') this.#addPersons(rows);
      else if (table === 'topic_synonym') {
        for (const id of this.#owners(table, 'topic_id', rows)) this.#addSharing('topic', id);
      } else if (sharedTables.has(table)) {
        for (const { rowId } of rows) this.#addSharing(table, rowId);
      } else {
        const found = personTables.get(table);
        if (found === undefined) continue;
        const { part, text } = found;
        for (const id of this.#owners(table, 'person_id', rows, text)) this.#add(id, part);
      }
    }
  }

  #addPersons(all: readonly RowChange[]): void {
    for (const { before, rowId } of all) if (before === null) this.#add(rowId, parts.typos);
    const rows = all.filter(({ before }) => before !== null);
    const columns = personColumns.map(({ column }) => `person.${column}`).join(', ');
    const now = new Map(
      this.#book
        .all<{ readonly id: number } & Record<string, SqlValue>>(
          `SELECT person.id, ${columns} FROM json_each(@ids) AS wanted
           CROSS JOIN person ON person.id = wanted.value`,
          { ids: jsonIds(rows.map(({ rowId }) => rowId)) },
        )
        .map((person) => [person.id, person]),
    );
    // Of several changes of one row each is held against what is there at last: more is rewritten than must be at worst.
    for (const { before, rowId } of rows) {
      const present = now.get(rowId);
      if (present === undefined) this.#add(rowId, parts.typos);
      else {
        for (const { column, part } of personColumns) {
          if (before?.[column] !== present[column]) this.#add(rowId, part);
        }
      }
    }
  }

  #add(id: number, part: Part): void {
    const known = this.parts.get(id as PersonId) ?? 0;
    if (part > known) this.parts.set(id as PersonId, part);
  }

  #addSharing(table: string, rowId: number): void {
    const shared = sharedTables.get(table);
    if (shared === undefined) return;
    for (const id of this.#book.column<number>(shared.people, { id: rowId })) {
      this.#add(id, shared.part);
    }
  }

  /** What a column of the rows held before, and holds now; of rows that had or have a text, if one is named. */
  #owners(table: string, column: string, rows: readonly RowChange[], text?: string): Set<number> {
    const [first = 0, last = 0] = [rows.at(0)?.rowId, rows.at(-1)?.rowId];
    // what an import inserts has ids in a row, which need not be looked up one by one
    const isRun = rows.every(({ rowId }, at) => rowId === first + at);
    const now = this.#book.column<number>(
      `SELECT DISTINCT row.${column} FROM ${
        isRun
          ? `${table} AS row WHERE row.id BETWEEN @first AND @last`
          : `json_each(@ids) AS wanted CROSS JOIN ${table} AS row ON row.id = wanted.value WHERE true`
      } AND ${text === undefined ? 'true' : `row.${text} <> ''`}`,
      isRun ? { first, last } : { ids: jsonIds(rows.map(({ rowId }) => rowId)) },
    );
    const before = rows
      .filter((row) => text === undefined || row.before?.[text] !== '')
      .map((row) => row.before?.[column])
      .filter((id) => typeof id === 'number');
    return new Set([...now, ...before]);
  }
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
