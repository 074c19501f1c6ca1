import type Database from 'better-sqlite3';
import type { SqlValue } from './access.ts';
import type { RowsWatch } from './references.ts';

/** More need longer to be put together, and gain nothing. */
const rowsTogether = 16;

/**
 * SQL text that inserts so many rows. OR FAIL: should one be refused, those before it are there, as if inserted singly.
 *
 * @param isCommon which columns hold one value in all of the rows: it is given once, under the name of the column
 */
export function insertion(
  table: string,
  columns: readonly string[],
  rows: number,
  isCommon: readonly boolean[] = [],
): string {
  const marks = columns.map((column, place) => (isCommon[place] === true ? `@${column}` : '?'));
  const row = `(${marks.join(', ')})`;
  const values = Array.from({ length: rows }, () => row).join(', ');
  return `INSERT OR FAIL INTO "${table}" (${columns.join(', ')}) VALUES ${values}`;
}

interface Insertion {
  readonly table: string;
  readonly columns: readonly string[];
  /** The id of the row before the first. */
  readonly last: number;
}

/**
 * Inserts the rows that are left, several by a statement. That is quicker only while SQLite looks at no references:
 * otherwise a statement of several rows keeps a copy of each page, should it be refused half way.
 *
 * @param prepare statements by their text
 * @param left an array of its own for each row
 * @returns the id of the last row
 */
export function insertTogether(
  prepare: (sql: string) => Database.Statement,
  { columns, last, table }: Insertion,
  left: Iterator<readonly SqlValue[]>,
  watch: RowsWatch,
): number {
  const writer = new BatchWriter(prepare, table, columns);
  let before = last;
  const write = (rows: readonly (readonly SqlValue[])[]): void => {
    const id = writer.write(rows);
    // each is greater than the one before it
    if (id !== before + rows.length) throw new Error(`Rows of ${table} have no ids in a row.`);
    before = id;
  };
  const waiting: (readonly SqlValue[])[] = [];
  for (let next = left.next(); next.done !== true; next = left.next()) {
    watch.look(next.value);
    if (waiting.push(next.value) < rowsTogether) continue;
    write(waiting);
    waiting.length = 0;
  }
  if (waiting.length > 0) write(waiting);
  return before;
}

/**
 * Writes a batch by one statement. Giving SQLite a value takes as long as much that it does with it, and most tables of
 * an import have columns that hold one value throughout, which is given once a batch.
 */
class BatchWriter {
  readonly #prepare: (sql: string) => Database.Statement;
  readonly #table: string;
  readonly #columns: readonly string[];
  /** Columns in which no batch so far had two values: they only become fewer, so that there are few statements. */
  readonly #isCommon: boolean[];
  /** Of a whole batch, until another column is found to have two values. */
  #whole: Database.Statement | null = null;

  constructor(
    prepare: (sql: string) => Database.Statement,
    table: string,
    columns: readonly string[],
  ) {
    this.#prepare = prepare;
    this.#table = table;
    this.#columns = columns;
    this.#isCommon = columns.map(() => true);
  }

  /** Returns the id of the last row. */
  write(rows: readonly (readonly SqlValue[])[]): number {
    const common: Record<string, SqlValue> = {};
    for (let place = 0; place < this.#columns.length; place++) {
      if (this.#isCommon[place] !== true) continue;
      const value = rows[0]?.[place] ?? null;
      if (isSame(rows, place, value)) common[this.#columns[place] ?? ''] = value;
      else {
        this.#isCommon[place] = false;
        this.#whole = null;
      }
    }
    const values: SqlValue[] = [];
    for (const row of rows) {
      for (let place = 0; place < this.#columns.length; place++) {
        if (this.#isCommon[place] !== true) values.push(row[place] ?? null);
      }
    }
    return Number(this.#statement(rows.length).run(values, common).lastInsertRowid);
  }

  #statement(rows: number): Database.Statement {
    const prepare = (): Database.Statement =>
      this.#prepare(insertion(this.#table, this.#columns, rows, this.#isCommon));
    if (rows !== rowsTogether) return prepare();
    this.#whole ??= prepare();
    return this.#whole;
  }
}

function isSame(rows: readonly (readonly SqlValue[])[], place: number, value: SqlValue): boolean {
  for (const row of rows) if (!Object.is(row[place] ?? null, value)) return false;
  return true;
}
