/**
 * Any other CSV or TSV with a header row: the columns are guessed by their names, and where that
 * fails the user names them in the column mapper (`ParseOptions.columns`).
 */
import { AppError } from '../../contract/result.ts';
import { type Format, makeFile } from '../format.ts';
import type { ParsedFile } from '../parsed-file.ts';
import { foldKey } from '../readers/clean-text.ts';
import { type ColumnRole, roleOfColumn } from '../readers/contact-columns.ts';
import { readContactTable } from '../readers/contact-table.ts';
import { type CsvRow, guessDelimiter, Header, readCsv, readCsvHead } from '../readers/csv.ts';
import { findHeader } from '../readers/table.ts';
import type { Source } from '../source.ts';

const KEY = 'table';
const TITLE = 'Table of people';

export const table: Format = {
  key: KEY,
  title: TITLE,
  detect: (source) => (findHeader(source, isHeader) === null ? 0 : 0.25),
  parse: (source) => parseTable(source),
};

/** What the column mapper shows and answers. */
export interface TableDescription {
  /** Header of each column, '' where there is none. */
  readonly columns: readonly string[];
  /** The guess for each column; null: kept as a field of its own. */
  readonly roles: readonly (ColumnRole | null)[];
  /** Up to five rows. */
  readonly samples: readonly (readonly string[])[];
}

/** The columns of a table with a guess of what they hold. */
export function describeTable(source: Source): TableDescription {
  const { header } = locate(source);
  const rows = readCsvHead(source.head, delimiterOf(source), 200);
  const samples = rows.filter(({ line }) => line > header.line).slice(0, 5);
  return {
    columns: header.names,
    roles: guessRoles(header),
    samples: samples.map(({ cells }) => cells),
  };
}

/**
 * Parses with the guessed roles, or with those the user chose.
 * @throws AppError INVALID_INPUT if no column says who or how to reach; UNREADABLE_FILE if empty
 */
export function parseTable(source: Source, columns?: readonly (ColumnRole | null)[]): ParsedFile {
  const { header } = locate(source);
  const roles = columns ?? guessRoles(header);
  if (!roles.some((role) => role !== null && NAMES_SOMEBODY.has(role.field))) {
    throw new AppError(
      'INVALID_INPUT',
      'No column is known to hold a name or an address. Say which column holds the name.',
      { needs: 'columns', columns: header.names.slice(0, 200) },
    );
  }
  const { rows, leftOut } = readCsv(source.text, delimiterOf(source));
  const below = rows.filter(({ line }) => line > header.line);
  const found = readContactTable({ header, rows: below, leftOut: [...leftOut] }, roles, {
    country: source.country,
    joint: null,
    tagJoint: /[;,]/,
  });
  return makeFile(table, source, { kind: 'contacts', ...found });
}

const NAMES_SOMEBODY = new Set([
  'name',
  'given',
  'family',
  'nickname',
  'email',
  'phone',
  'account',
]);

function isHeader(header: Header): boolean {
  const fields = new Set(header.names.map((name) => roleOfColumn(name)?.field));
  return fields.has('name') || fields.has('email') || (fields.has('given') && fields.has('family'));
}

/** The header: the first row with known columns, else simply the first row. */
function locate(source: Source): { header: Header } {
  const found = findHeader(source, isHeader);
  if (found !== null) return found;
  const first: CsvRow | undefined = readCsv(source.text, delimiterOf(source), 1).rows[0];
  if (first === undefined) {
    throw new AppError('UNREADABLE_FILE', 'The table is empty. Export it again.');
  }
  return { header: new Header(first) };
}

function delimiterOf(source: Source): ReturnType<typeof guessDelimiter> {
  return findHeader(source, isHeader)?.delimiter ?? guessDelimiter(source.head);
}

/** Guesses, with the words whose sense hangs on the other columns. */
function guessRoles(header: Header): (ColumnRole | null)[] {
  const guesses = header.names.map(roleOfColumn);
  const has = (field: ColumnRole['field']): boolean =>
    guesses.some((role) => role?.field === field);
  return header.names.map((name, index): ColumnRole | null => {
    const key = foldKey(name);
    if (key === 'title' && !has('title')) return { field: 'title' };
    // French "Nom" and Spanish "Nombre" are the whole name unless the other half has a column.
    if (key === 'nom' && !has('given')) return { field: 'name' };
    if (key === 'nombre' && !has('family')) return { field: 'name' };
    return guesses[index] ?? null;
  });
}
