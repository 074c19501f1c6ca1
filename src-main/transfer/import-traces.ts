/** Keeps what an import wrote, so that it can be taken out whole later: which rows it made, which columns it changed. */
import { crc32 } from 'node:zlib';
import type { ReadableBook, SqlValue, WritableBook } from '../book/access.ts';
import {
  type Ref,
  type Stage,
  type StagedRow,
  type StagedUpdate,
  stagedTables,
  type TableName,
} from './plan-stage.ts';
import type { StagedIds, StagedRows } from './staged-rows.ts';

/** The import's own books: they go with it, whatever is in them. */
const ownTables: ReadonlySet<string> = new Set([
  'import',
  'import_row',
  'import_mark',
  'list_change',
  'identity_question',
]);

/** Tables whose rows can be taken out, children before parents. */
export const tracedTables: readonly TableName[] = stagedTables
  .map(({ name }) => name)
  .filter((name) => !ownTables.has(name))
  .toReversed();

/** Rows of one table that one import made, with ids in a row. */
interface Run {
  readonly importRef: Ref;
  readonly table: TableName;
  readonly columns: readonly string[];
  /** How many rows of the table come before it, until the ids are known; then the first id. */
  first: number;
  count: number;
  /** Of the rows of the table, from the first of this run on, four bytes each. */
  readonly checksums: Buffer;
}

/** By what it is told later whether a row still is as the import made it. */
export function checksumOf(values: readonly SqlValue[]): number {
  return crc32(JSON.stringify(values.every(isPlain) ? values : values.map(toPlain)));
}

function isPlain(value: SqlValue): boolean {
  return value === null || (typeof value !== 'object' && typeof value !== 'bigint');
}

function toPlain(value: SqlValue): string | number | null {
  if (value instanceof Uint8Array) return `bytes ${crc32(value)}`;
  return typeof value === 'bigint' ? `${value}` : value;
}

/** Collects the rows that are inserted, table by table, in the order of their ids. */
export class TraceCollector {
  readonly #stage: Stage;
  readonly #runs: Run[] = [];
  #table: TableName | null = null;
  #columns: readonly string[] = [];
  /** Where the runs of the table at hand begin. */
  #from = 0;
  #rows = 0;
  /** A list of numbers would take more than twice the memory, and be copied as it grows. */
  #checksums = Buffer.alloc(0);

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  startTable(table: TableName, { columns, size }: StagedRows): void {
    this.#table = ownTables.has(table) ? null : table;
    this.#columns = columns;
    this.#from = this.#runs.length;
    this.#rows = 0;
    this.#checksums = Buffer.alloc(this.#table === null ? 0 : 4 * size);
  }

  /** The next row of the table, as it is written. */
  add(ref: Ref, values: readonly SqlValue[]): void {
    const at = this.#rows++;
    if (this.#table === null) return;
    const importRef = this.#stage.importOf(ref);
    if (importRef === null) return;
    this.#checksums.writeUInt32LE(checksumOf(values), 4 * at);
    const run = this.#runs.length > this.#from ? this.#runs.at(-1) : undefined;
    if (run?.importRef === importRef && run.first + run.count === at) {
      run.count++;
      return;
    }
    const [table, columns] = [this.#table, this.#columns];
    const checksums = this.#checksums.subarray(4 * at);
    this.#runs.push({ importRef, table, columns, first: at, count: 1, checksums });
  }

  /** The table's rows have their ids: the first has this one. */
  endTable(firstId: number): void {
    for (const run of this.#runs.slice(this.#from)) run.first += firstId;
  }

  write(book: WritableBook, ids: StagedIds): void {
    for (const { checksums, columns, count, first, importRef, table } of this.#runs) {
      const importId = ids.get(importRef);
      if (importId === undefined) continue;
      const last = first + count - 1;
      const bytes = checksums.subarray(0, 4 * count);
      book.run(
        `INSERT INTO import_insert (import_id, table_name, first_row_id, last_row_id, column_names, checksums)
         VALUES (@importId, @table, @first, @last, @columns, @bytes)`,
        { importId, table, first, last, columns: JSON.stringify(columns), bytes },
      );
    }
  }
}

export interface ChangedRow {
  readonly importRef: Ref | null;
  readonly table: TableName;
  readonly id: number;
  readonly before: string;
  /** Null: the row is taken away. */
  readonly after: string | null;
}

/** What the stage changes in rows of the book; to be read before it is applied. */
export function readChangedRows(book: ReadableBook, stage: Stage): ChangedRow[] {
  const changed: ChangedRow[] = [];
  for (const [table, removed] of stage.removals()) {
    for (const { id, importRef } of removed) {
      const row = removedRow(book, table, id);
      if (row === undefined) continue;
      // Another file of the same plan may have filled the row in before it was taken away.
      const update = stage.updateOf(table, id);
      const filled =
        update === null || update.importRef === importRef ? row : { ...row, ...update.values };
      changed.push({ importRef, table, id, before: JSON.stringify(filled), after: null });
    }
  }
  const updates = [...stage.updates()];
  const before = readColumnsBefore(book, updates);
  for (const update of updates) {
    const row = before.get(update);
    if (row === undefined) continue;
    const { id, importRef, table, values } = update;
    changed.push({ importRef, table, id, before: row, after: JSON.stringify(values) });
  }
  return changed;
}

/** Rows of one question to the book. */
const readTogether = 1000;

/** The columns that are about to change, as JSON objects; of rows that are there. */
function readColumnsBefore(
  book: ReadableBook,
  updates: readonly StagedUpdate[],
): Map<StagedUpdate, string> {
  const found = new Map<StagedUpdate, string>();
  const alike = Map.groupBy(updates, ({ table, values }) =>
    [table, ...Object.keys(values)].join(' '),
  );
  for (const some of alike.values()) {
    for (let at = 0; at < some.length; at += readTogether) {
      readAlikeBefore(book, some.slice(at, at + readTogether), found);
    }
  }
  return found;
}

/** As above, of updates of the same columns of one table. */
function readAlikeBefore(
  book: ReadableBook,
  updates: readonly StagedUpdate[],
  found: Map<StagedUpdate, string>,
): void {
  const [first] = updates;
  if (first === undefined) return;
  const { table, values } = first;
  const columns = Object.keys(values).map((column) => `${table}.${column}`);
  const rows = book.all<StagedRow>(
    `SELECT wanted.value AS "row", ${columns.join(', ')}
     FROM json_each(@ids) AS wanted CROSS JOIN ${table} ON ${table}.id = wanted.value`,
    { ids: JSON.stringify(updates.map(({ id }) => id)) },
  );
  const byId = new Map(updates.map((update) => [update.id, update]));
  for (const { row: id, ...before } of rows) {
    const update = byId.get(Number(id));
    if (update !== undefined) found.set(update, JSON.stringify(before));
  }
}

/** A tie or piece of evidence with the two people it is about, who may be erased before it is put back. */
function removedRow(book: ReadableBook, table: TableName, id: number): StagedRow | undefined {
  if (table !== 'evidence') {
    return book.get<StagedRow>(`SELECT * FROM ${table} WHERE id = @id`, { id });
  }
  return book.get<StagedRow>(
    `SELECT evidence.*, low_person_id, high_person_id FROM evidence
     JOIN tie ON tie.id = tie_id WHERE evidence.id = @id`,
    { id },
  );
}

export function writeChangedRows(
  book: WritableBook,
  changed: readonly ChangedRow[],
  ids: StagedIds,
): void {
  const rows = changed.flatMap(({ after, before, id, importRef, table }): SqlValue[][] => {
    const importId = importRef === null ? undefined : ids.get(importRef);
    return importId === undefined ? [] : [[importId, table, id, before, after]];
  });
  const columns = ['import_id', 'table_name', 'row_id', 'before', 'after'];
  book.insertAll('import_update', columns, rows);
}
