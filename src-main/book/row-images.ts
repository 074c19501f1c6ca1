import type { SqlValue } from './access.ts';
import type { Table, TableColumn } from './schema.ts';

/*
 * A row as a JSON list of its values and back, exactly: what JSON cannot hold (bytes, integers beyond 2^53, every
 * bit of a REAL) travels as text, and the column's type says how to read it. Places, not names: a log of half a
 * million rows is half as long so. A migration, which may move columns, empties the log.
 */

/** All columns of a row by name. */
export type RowImage = Readonly<Record<string, SqlValue>>;

/** Name of the SQL function that writes a REAL so that it reads back to the same bits. */
export const exactRealFunction = 'exact_real';

/** JavaScript's shortest text that reads back to the same number; SQLite's own differs by version. */
export function formatExactReal(value: unknown): string | null {
  if (typeof value !== 'number') return null;
  return Object.is(value, -0) ? '-0' : String(value);
}

/** Name of the SQL function that reads it again. */
export const readRealFunction = 'read_real';

export function readExactReal(value: unknown): number | null {
  return typeof value === 'string' ? Number(value) : null;
}

/** SQL text for the JSON image of a row; `row` is what its columns are qualified with ('OLD', a table). */
export function imageExpression(table: Table, row: string): string {
  const parts = table.columns.map((column) => encodeColumn(column, `${row}."${column.name}"`));
  return `json_array(${parts.join(', ')})`;
}

function encodeColumn(column: TableColumn, value: string): string {
  switch (column.type) {
    case 'TEXT':
      return value;
    case 'REAL':
      return `${exactRealFunction}(${value})`;
    case 'BLOB':
      return `CASE WHEN ${value} IS NULL THEN NULL ELSE hex(${value}) END`;
    case 'INTEGER': {
      const safe = Number.MAX_SAFE_INTEGER;
      return `CASE WHEN ${value} BETWEEN -${safe} AND ${safe} THEN ${value} ELSE CAST(${value} AS TEXT) END`;
    }
  }
}

/** SQL texts for the values of an image, a column each, fit to be put into the columns they came from. */
export function valueExpressions(table: Table, image: string): string[] {
  return table.columns.map(({ type }, place) => {
    const value = `${image} ->> '$[${place}]'`;
    if (type === 'REAL') return `${readRealFunction}(${value})`;
    // the text of a large integer becomes that integer again by the column's affinity
    return type === 'BLOB' ? `unhex(${value})` : value;
  });
}

/** Reads an image; every value can be bound to the column it came from. */
export function parseImage(table: Table, image: string): RowImage {
  const parsed = JSON.parse(image) as readonly (string | number | null)[];
  const row: Record<string, SqlValue> = {};
  table.columns.forEach((column, place) => {
    row[column.name] = decodeColumn(column, parsed[place] ?? null);
  });
  return row;
}

function decodeColumn(column: TableColumn, value: string | number | null): SqlValue {
  if (typeof value !== 'string' || column.type === 'TEXT') return value;
  if (column.type === 'REAL') return Number(value);
  return column.type === 'BLOB' ? Buffer.from(value, 'hex') : BigInt(value);
}
