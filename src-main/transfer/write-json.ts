/** The whole book as one JSON document; `read-json.ts` makes an equal book of it. */
import type { ReadableBook, SqlValue } from '../book/access.ts';
import type { TableColumn } from '../book/schema.ts';
import { type BookTable, readBookTables, readBookVersion } from './book-tables.ts';

export const bookFormat = 'acquaint-book';

/** Rows after which it is told how far it is. */
const tellEvery = 2000;

/** Rows are gathered to pieces of about this many characters before they are encoded. */
const pieceLength = 1 << 20;

/**
 * One line a row, tables and rows in a fixed order: the same book gives the same bytes. Bytes (photos) are
 * base64. What is derived (the search index) or about the program (the undo log) is left out.
 *
 * @param tell how far it is (0 to 1); what it throws ends the writing
 * @returns the document in pieces: as one it would have to be copied whole once more
 */
export function writeBookJson(book: ReadableBook, tell: (done: number) => void): Uint8Array[] {
  const tables = readBookTables(book);
  const total = countRows(book, tables);
  let done = 0;
  const pieces: Uint8Array[] = [];
  let text = `{"format":${JSON.stringify(bookFormat)},"version":${readBookVersion(book)},"tables":{`;
  let isFirstTable = true;
  for (const table of tables) {
    text += `${isFirstTable ? '' : ','}\n${JSON.stringify(table.name)}:[`;
    isFirstTable = false;
    let isFirstRow = true;
    for (const row of readRows(book, table)) {
      text += `${isFirstRow ? '' : ','}\n${row}`;
      isFirstRow = false;
      if (done++ % tellEvery === 0) tell(done / total);
      if (text.length < pieceLength) continue;
      pieces.push(Buffer.from(text));
      text = '';
    }
    text += ']';
  }
  pieces.push(Buffer.from(`${text}}}\n`));
  return pieces;
}

function countRows(book: ReadableBook, tables: readonly BookTable[]): number {
  const counts = tables.map(({ name }) => book.value<number>(`SELECT count(*) FROM "${name}"`));
  return counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

function* readRows(book: ReadableBook, table: BookTable): Generator<string> {
  const columns = table.columns.map(selectColumn).join(', ');
  const rows = book.iterate<Record<string, SqlValue>>(
    `SELECT ${columns} FROM "${table.name}" ORDER BY id`,
  );
  for (const row of rows) {
    const entries = table.columns.map((column) => [column.name, encode(row[column.name] ?? null)]);
    yield JSON.stringify(Object.fromEntries(entries));
  }
}

/** Integers that JavaScript and most readers of JSON would round travel as text. */
function selectColumn({ name, type }: TableColumn): string {
  if (type !== 'INTEGER') return `"${name}"`;
  const safe = Number.MAX_SAFE_INTEGER;
  return `CASE WHEN "${name}" BETWEEN -${safe} AND ${safe} THEN "${name}" ELSE CAST("${name}" AS TEXT) END AS "${name}"`;
}

function encode(value: SqlValue): string | number | null {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  return typeof value === 'bigint' ? String(value) : value;
}
