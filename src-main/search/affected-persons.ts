import type { SqlValue, WritableBook } from '../book/access.ts';
import { idsOf, type RowChange } from '../book/row-changes.ts';
import type { PersonId } from '../contract/common.ts';
import { jsonIds } from '../tables/persons.ts';

/**
 * How much of a person's entry a change concerns; each includes the ones before it. A note would otherwise rewrite
 * all trigrams as well. Tags concern nobody's: they are looked up beside the index (tables/find-persons.ts).
 */
export const parts = { words: 1, trigrams: 2, typos: 3 } as const;
export type Part = (typeof parts)[keyof typeof parts];

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
      {
        part: parts.trigrams,
        people: 'SELECT person_id AS id FROM role WHERE organisation_id BETWEEN @first AND @last',
      },
    ],
    [
      'topic',
      {
        part: parts.words,
        people:
          'SELECT person_id AS id FROM topic_statement WHERE topic_id BETWEEN @first AND @last',
      },
    ],
  ],
);

/** Whether `noteRuns` can tell whom rows of a table are about. */
export function isAbout(table: string): boolean {
  return table === 'person' || personTables.has(table) || sharedTables.has(table);
}

/**
 * Notes whom long runs of new rows are about, so that their entries are made later: from the rows themselves, without an
 * id of theirs leaving the file.
 */
export function noteRuns(book: WritableBook, runs: readonly RowChange[]): void {
  const people = runs.filter(({ table }) => table === 'person');
  for (const run of people) noteRun(book, run, { first: 0, last: 0 });
  // whoever is new is noted with all there is by that: nearly every other row is about them
  const { firstId: first, lastId: last } = people.at(0) ?? { firstId: 0, lastId: 0 };
  for (const run of runs) if (run.table !== 'person') noteRun(book, run, { first, last });
}

function noteRun(
  book: WritableBook,
  { firstId, lastId, table }: RowChange,
  known: { readonly first: number; readonly last: number },
): void {
  const found = sourceOf(table);
  if (found === null) return;
  book.run(
    `INSERT INTO search_pending (id, part)
     SELECT about.id, ${found.part} FROM (${found.people}) AS about
     WHERE about.id NOT BETWEEN @knownFirst AND @knownLast
     ON CONFLICT (id) DO UPDATE SET part = excluded.part WHERE part < excluded.part`,
    { first: firstId, last: lastId, knownFirst: known.first, knownLast: known.last },
  );
}

/** Who the rows of a run are about, one after the other, and how much of their entries. */
function sourceOf(table: string): { readonly part: Part; readonly people: string } | null {
  const ofRun = `FROM "${table}" WHERE id BETWEEN @first AND @last`;
  if (table === 'person') return { part: parts.typos, people: `SELECT id ${ofRun}` };
  const shared = sharedTables.get(table);
  if (shared !== undefined) return shared;
  const own = personTables.get(table);
  if (own === undefined) return null;
  const { part, text } = own;
  const condition = text === undefined ? '' : `AND ${text} <> ''`;
  return { part, people: `SELECT person_id AS id ${ofRun} ${condition}` };
}

/** Whom changed rows are about, as they were and as they are, and how much of their entries is concerned. */
export class AffectedPersons {
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
        for (const { firstId, lastId } of rows) this.#addSharing(table, firstId, lastId);
      } else {
        const found = personTables.get(table);
        if (found === undefined) continue;
        const { part, text } = found;
        for (const id of this.#owners(table, 'person_id', rows, text)) this.#add(id, part);
      }
    }
  }

  #addPersons(all: readonly RowChange[]): void {
    const added = all.filter(({ before }) => before === null);
    for (const id of idsOf(added)) this.#add(id, parts.typos);
    const rows = all.filter(({ before }) => before !== null);
    const columns = personColumns.map(({ column }) => `person.${column}`).join(', ');
    const now = new Map(
      this.#book
        .all<{ readonly id: number } & Record<string, SqlValue>>(
          `SELECT person.id, ${columns} FROM json_each(@ids) AS wanted
           CROSS JOIN person ON person.id = wanted.value`,
          { ids: jsonIds(idsOf(rows)) },
        )
        .map((person) => [person.id, person]),
    );
    // Of several changes of one row each is held against what is there at last: more is rewritten than must be at worst.
    for (const { before, firstId: id } of rows) {
      const present = now.get(id);
      if (present === undefined) this.#add(id, parts.typos);
      else {
        for (const { column, part } of personColumns) {
          if (before?.[column] !== present[column]) this.#add(id, part);
        }
      }
    }
  }

  #add(id: number, part: Part): void {
    const known = this.parts.get(id as PersonId) ?? 0;
    if (part > known) this.parts.set(id as PersonId, part);
  }

  #addSharing(table: string, first: number, last = first): void {
    const shared = sharedTables.get(table);
    if (shared === undefined) return;
    for (const id of this.#book.column<number>(shared.people, { first, last })) {
      this.#add(id, shared.part);
    }
  }

  /** What a column of the rows held before, and holds now; of rows that had or have a text, if one is named. */
  #owners(table: string, column: string, rows: readonly RowChange[], text?: string): Set<number> {
    const now = this.#book.column<number>(
      `SELECT DISTINCT row.${column} FROM json_each(@ids) AS wanted
       CROSS JOIN ${table} AS row ON row.id = wanted.value
       WHERE ${text === undefined ? 'true' : `row.${text} <> ''`}`,
      { ids: jsonIds(idsOf(rows)) },
    );
    const before = rows
      .filter((row) => text === undefined || row.before?.[text] !== '')
      .map((row) => row.before?.[column])
      .filter((id) => typeof id === 'number');
    return new Set([...now, ...before]);
  }
}
