/**
 * How the rest of the program reaches the book. Reading and writing are different types, so that a query
 * handler which tries to write does not compile (after Signal Desktop's readable and writable databases).
 */

export type SqlValue = string | number | bigint | null | Uint8Array;
/** Named parameters: `@name` in the text, `name` here. */
export type SqlParameters = Readonly<Record<string, SqlValue>>;

export interface ReadableBook {
  /** All rows. The statement is prepared once for each SQL text and kept. */
  all<Row>(sql: string, parameters?: SqlParameters): Row[];
  /** The first row, or undefined. */
  get<Row>(sql: string, parameters?: SqlParameters): Row | undefined;
  /** The first column of the first row, or undefined. */
  value<Value extends SqlValue>(sql: string, parameters?: SqlParameters): Value | undefined;
  /** The first column of every row. */
  column<Value extends SqlValue>(sql: string, parameters?: SqlParameters): Value[];
  /** Rows one by one, for sweeps that must not be held in memory at once. No other statement may write meanwhile. */
  iterate<Row>(sql: string, parameters?: SqlParameters): IterableIterator<Row>;
}

export interface WritableBook extends ReadableBook {
  /** Runs a statement that writes; `id` is the rowid of the row inserted last. */
  run(sql: string, parameters?: SqlParameters): { readonly changes: number; readonly id: number };
  /**
   * Inserts many rows into one table, which are undone like others but noted for that all at once. Each is an array of
   * its own with the values in the order of the columns; the book chooses the ids, one after the other. Nothing else may
   * be written meanwhile.
   * Returns the id of the first; 0 when there are none.
   */
  insertAll(
    table: string,
    columns: readonly string[],
    rows: Iterable<readonly SqlValue[]>,
    /** The first so many are noted one by one, since a few are not worth the trouble. */
    few?: number,
  ): number;
  /**
   * Deletes the rows of a table for which a condition holds, which are undone like others but noted for that all at once.
   * Returns how many.
   */
  deleteAll(table: string, condition: string, parameters?: SqlParameters): number;
}
