/** Reads a whole-book document (`write-json.ts`) into an empty book. */
import type { ReadableBook, SqlValue, WritableBook } from '../book/access.ts';
import type { ColumnType } from '../book/schema.ts';
import { AppError } from '../contract/result.ts';
import { type BookTable, readBookTables, readBookVersion } from './book-tables.ts';
import { bookFormat } from './write-json.ts';

type Row = ReadonlyMap<string, SqlValue>;

export interface BookDocument {
  readonly version: number;
  /** Rows by table. */
  readonly tables: ReadonlyMap<string, readonly unknown[]>;
}

/** True if the file says of itself that it is a whole book. */
export function isBookDocument(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 100))
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  return /^\s*\{\s*"format"\s*:\s*"acquaint-book"/.test(head);
}

/** @throws AppError UNREADABLE_FILE */
export function parseBookDocument(bytes: Uint8Array): BookDocument {
  let document: unknown;
  try {
    document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw unreadable('it is cut short or damaged');
  }
  if (!isRecord(document) || document['format'] !== bookFormat) {
    throw unreadable(`it does not say that it is an "${bookFormat}"`);
  }
  const { version, tables } = document;
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) {
    throw unreadable('it does not say by which version it was written');
  }
  if (!isRecord(tables)) throw unreadable('it has no tables');
  const rows = new Map<string, readonly unknown[]>();
  for (const [name, list] of Object.entries(tables)) {
    if (!Array.isArray(list)) throw unreadable(`its table "${name}" is no list`);
    rows.set(name, list);
  }
  return { version, tables: rows };
}

/**
 * Whether the document can be read into this book.
 * @throws AppError NEWER_VERSION; CONFLICT when the book is not empty; UNREADABLE_FILE for unknown tables
 */
export function checkBookDocument(book: ReadableBook, document: BookDocument): void {
  if (document.version > readBookVersion(book)) {
    throw new AppError(
      'NEWER_VERSION',
      'The document was written by a newer Acquaint. Install that version to read it.',
    );
  }
  const tables = readBookTables(book);
  const known = new Set(tables.map((table) => table.name));
  for (const name of document.tables.keys()) {
    if (!known.has(name)) throw unreadable(`it has a table "${name}" that no book has`);
  }
  const filled = tables.find(
    ({ name }) =>
      name !== 'platform' &&
      name !== 'setting' &&
      book.value(`SELECT 1 FROM "${name}" LIMIT 1`) !== undefined,
  );
  if (filled !== undefined) {
    throw new AppError(
      'CONFLICT',
      'A whole book can be read into an empty book only, and this one has people or other things in it. Open a new book first.',
    );
  }
}

/**
 * Puts all rows in, with their ids. The book must be empty but for the platforms that every book has.
 * @throws AppError UNREADABLE_FILE naming the row; the caller's transaction takes back what was written
 */
export function readBookDocument(book: WritableBook, document: BookDocument): void {
  book.run('DELETE FROM platform');
  book.run('DELETE FROM setting');
  const tables = readBookTables(book);
  for (const table of tables) {
    const rows = document.tables.get(table.name) ?? [];
    const later: { id: SqlValue; column: string; value: SqlValue }[] = [];
    rows.forEach((value, index) => {
      const row = new Map(parseRow(table, value, index));
      for (const column of table.selfReferences) {
        const other = row.get(column) ?? null;
        if (other === null) continue;
        // The row that it refers to may come later.
        later.push({ id: row.get('id') ?? null, column, value: other });
        row.set(column, null);
      }
      write(table.name, index, () => insertRow(book, table.name, row));
    });
    for (const { id, column, value } of later) {
      const sql = `UPDATE "${table.name}" SET "${column}" = @value WHERE id = @id`;
      write(table.name, Number(id) - 1, () => book.run(sql, { id, value }));
    }
  }
  refuseDangling(book, document);
}

/** An import is written while SQLite looks at no references. */
function refuseDangling(book: ReadableBook, document: BookDocument): void {
  const found = book.get<{ table: string; rowid: number }>('PRAGMA foreign_key_check');
  if (found === undefined) return;
  const rows = document.tables.get(found.table) ?? [];
  const index = rows.findIndex((row) => isRecord(row) && Number(row['id']) === found.rowid);
  throw badRow(found.table, index, 'it refers to a row that is not there');
}

function insertRow(book: WritableBook, table: string, row: Row): void {
  const columns = [...row.keys()];
  const names = columns.map((column) => `"${column}"`).join(', ');
  const values = columns.map((column) => `@${column}`).join(', ');
  book.run(`INSERT INTO "${table}" (${names}) VALUES (${values})`, Object.fromEntries(row));
}

/** The columns of a row that the document states, in the order of the table. */
function parseRow(table: BookTable, value: unknown, index: number): [string, SqlValue][] {
  if (!isRecord(value)) throw badRow(table.name, index, 'it is no record');
  const stated = new Map(Object.entries(value));
  if (!stated.has('id')) throw badRow(table.name, index, 'it has no id');
  const row: [string, SqlValue][] = [];
  for (const { name, type } of table.columns) {
    if (!stated.has(name)) continue;
    row.push([
      name,
      decode(type, stated.get(name), () => badRow(table.name, index, `"${name}" is wrong`)),
    ]);
    stated.delete(name);
  }
  const [unknown] = stated.keys();
  if (unknown !== undefined) throw badRow(table.name, index, `"${unknown}" is no column of it`);
  return row;
}

function decode(type: ColumnType, value: unknown, refuse: () => AppError): SqlValue {
  if (value === null) return null;
  if (type === 'TEXT' && typeof value === 'string') return value;
  if (type === 'INTEGER' && typeof value === 'number' && Number.isSafeInteger(value)) return value;
  if (type === 'INTEGER' && typeof value === 'string' && /^-?\d{16,19}$/.test(value)) {
    return BigInt.asIntN(64, BigInt(value));
  }
  if (type === 'REAL' && typeof value === 'number') return value;
  if (type === 'BLOB' && typeof value === 'string' && /^[A-Za-z0-9+/]*={0,2}$/.test(value)) {
    return Buffer.from(value, 'base64');
  }
  throw refuse();
}

/** A rule of the schema that a row breaks is the document's fault, not a defect of ours. */
function write(table: string, index: number, action: () => void): void {
  try {
    action();
  } catch (error) {
    const code: unknown = error instanceof Error && 'code' in error ? error.code : null;
    if (typeof code !== 'string' || !/^SQLITE_(CONSTRAINT|MISMATCH)/.test(code)) throw error;
    throw badRow(table, index, 'it breaks a rule of the book');
  }
}

function badRow(table: string, index: number, problem: string): AppError {
  return unreadable(`row ${index + 1} of "${table}" cannot be taken: ${problem}`);
}

function unreadable(problem: string): AppError {
  return new AppError(
    'UNREADABLE_FILE',
    `This is not a whole Acquaint book: ${problem}. Export the book as JSON again.`,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
