import type Database from 'better-sqlite3';
import type { SqlValue } from './access.ts';
import type { RowsWatch } from './references.ts';

/** More need longer to be put together, and gain nothing. */
const rowsTogether = 16;

/** SQL text that inserts so many rows. OR FAIL: should one be refused, those before it are there, as if inserted singly. */
export function insertion(table: string, columns: readonly string[], rows: number): string {
  const row = `(${columns.map(() => '?').join(', ')})`;
  const values = Array.from({ length: rows }, () => row).join(', ');
  return `INSERT OR FAIL INTO "${table}" (${columns.join(', ')}) VALUES ${values}`;
}

/**
 * Inserts the rows that are left, several by a statement. That is quicker only while SQLite looks at no references:
 * otherwise a statement of several rows keeps a copy of each page, should it be refused half way.
 *
 * @param prepare statements by their text
 * @param last the id of the row before the first
 * @returns the id of the last row
 */
export function insertTogether(
  prepare: (sql: string) => Database.Statement,
  { columns, last, table }: { table: string; columns: readonly string[]; last: number },
  left: Iterator<readonly SqlValue[]>,
  watch: RowsWatch,
): number {
  const insert = prepare(insertion(table, columns, rowsTogether));
  const width = columns.length;
  const values: SqlValue[] = Array.from({ length: rowsTogether * width }, () => null);
  let waiting = 0;
  let before = last;
  const write = (statement: Database.Statement, given: readonly SqlValue[], rows: number): void => {
    const id = Number(statement.run(given).lastInsertRowid);
    // each is greater than the one before it
    if (id !== before + rows) throw new Error(`Rows of ${table} have no ids in a row.`);
    before = id;
  };
  for (let next = left.next(); next.done !== true; next = left.next()) {
    const row = next.value;
    watch.look(row);
    const at = waiting * width;
    for (let place = 0; place < width; place++) values[at + place] = row[place] ?? null;
    waiting++;
    if (waiting === rowsTogether) {
      write(insert, values, rowsTogether);
      waiting = 0;
    }
  }
  if (waiting > 0) {
    const rest = prepare(insertion(table, columns, waiting));
    write(rest, values.slice(0, waiting * width), waiting);
  }
  return before;
}
