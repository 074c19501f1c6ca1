/** CSV and TSV into rows that know their physical line, on top of Papa Parse. */
import Papa from 'papaparse';
import { AppError } from '../../contract/result.ts';
import type { LeftOut } from '../parsed-file.ts';
import { foldKey } from './clean-text.ts';

export type Delimiter = ',' | ';' | '\t' | '|';

export interface CsvRow {
  /** Physical line on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvRows {
  readonly rows: readonly CsvRow[];
  /** Lines that no row could be made of. */
  readonly leftOut: readonly LeftOut[];
}

/** Google's fullest header has under 200 columns, Outlook's 92. */
const MAX_COLUMNS = 2000;

/** A row of a contact list is a few KB; with a quoted message or two, still under this. */
const MAX_ROW_CHARS = 2_000_000;

/** How many unclosed quotes to step over before the file is taken to be no CSV. */
const MAX_BROKEN_ROWS = 50;

/**
 * Splits text whose line ends are \n. Blank rows are dropped. A quote that is never closed costs
 * the line it stands on, not the rest of the file.
 * @param limit stop after this many rows (for looking at the beginning)
 * @throws AppError TOO_LARGE for a row or a width that no contact list has, UNREADABLE_FILE
 */
export function readCsv(text: string, delimiter: Delimiter, limit = Infinity): CsvRows {
  const rows: CsvRow[] = [];
  const leftOut: LeftOut[] = [];
  readRows(text, delimiter, leftOut, (row) => rows.push(row) < limit);
  return { rows, leftOut };
}

/** As `readCsv`, one row after the other, none of which is kept. Returns the lines that no row could be made of. */
export function readCsvRows(
  text: string,
  delimiter: Delimiter,
  take: (row: CsvRow) => void,
): LeftOut[] {
  const leftOut: LeftOut[] = [];
  readRows(text, delimiter, leftOut, (row) => {
    take(row);
    return true;
  });
  return leftOut;
}

/** For detectors: the first rows as far as they can be read. Never throws. */
export function readCsvHead(head: string, delimiter: Delimiter, limit: number): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  try {
    readRows(head, delimiter, [], (row) => rows.push(row) < limit);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
  return rows;
}

/** Takes a row; false: no more are wanted. */
type RowTaker = (row: CsvRow) => boolean;

function readRows(text: string, delimiter: Delimiter, leftOut: LeftOut[], take: RowTaker): void {
  const lines = new LineCounter(text);
  let start = 0;
  while (start < text.length) {
    const broken = readUntilBroken(text, start, delimiter, take, lines);
    if (broken === null) break;
    const line = lines.at(broken);
    leftOut.push({ line, reason: 'A quotation mark on this line is never closed.' });
    if (leftOut.length > MAX_BROKEN_ROWS) {
      throw new AppError(
        'UNREADABLE_FILE',
        `More than ${MAX_BROKEN_ROWS} lines have a quotation mark that is never closed ` +
          `(the latest is line ${line}). Export the file again, or save it as CSV.`,
      );
    }
    const end = text.indexOf('\n', broken);
    start = end === -1 ? text.length : end + 1;
  }
}

/** Gives rows to `take`; answers the offset of a row whose quote is never closed, or null. */
function readUntilBroken(
  text: string,
  start: number,
  delimiter: Delimiter,
  take: RowTaker,
  lines: LineCounter,
): number | null {
  let broken: number | null = null;
  let from = start;
  Papa.parse<string[]>(start === 0 ? text : text.slice(start), {
    delimiter,
    newline: '\n',
    step: ({ data, errors, meta }, parser) => {
      const until = start + meta.cursor;
      if (errors.some((error) => error.code === 'MissingQuotes')) {
        broken = from;
        parser.abort();
        return;
      }
      const line = lines.at(from);
      checkRow(data, until - from, line);
      if (data.some(isSaid) && !take({ line, cells: data })) parser.abort();
      from = until;
    },
  });
  return broken;
}

function isSaid(cell: string): boolean {
  return cell.trim() !== '';
}

function checkRow(cells: readonly string[], chars: number, line: number): void {
  if (cells.length > MAX_COLUMNS) {
    throw new AppError(
      'TOO_LARGE',
      `Line ${line} has ${cells.length.toLocaleString('en-GB')} columns; a list of people has ` +
        `at most ${MAX_COLUMNS.toLocaleString('en-GB')}. Remove the columns that are not about ` +
        'people, and import the file again.',
    );
  }
  if (chars > MAX_ROW_CHARS) throw rowTooLong(line, chars);
}

/** The refusal of a row, line or property beyond any real one. */
function rowTooLong(line: number, chars: number): AppError {
  return new AppError(
    'TOO_LARGE',
    `The entry on line ${line} is ${(chars / 1e6).toFixed(1)} million characters long; ` +
      'no list of people has such a line. The file is damaged or of another kind.',
  );
}

/**
 * The delimiter that parts the first rows most evenly. Comma when nothing does, so that a list
 * of one column is a list.
 */
export function guessDelimiter(head: string): Delimiter {
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of [',', '\t', ';', '|'] as const) {
    const score = scoreDelimiter(head, delimiter);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

function scoreDelimiter(head: string, delimiter: Delimiter): number {
  if (!head.includes(delimiter)) return 0;
  const rows = readCsvHead(head, delimiter, 30);
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let score = 0;
  for (const [width, count] of counts) {
    // Evenness first, width second: a comma inside every note must not beat real semicolons.
    if (width > 1) score = Math.max(score, count / rows.length + Math.min(width, 200) / 1000);
  }
  return score;
}

/** A header row: where each column is. A Map, so that `__proto__` is a name like others. */
export class Header {
  readonly line: number;
  readonly names: readonly string[];
  readonly #byKey = new Map<string, number>();
  /** The same few names are asked for in every row. */
  readonly #asked = new Map<string, number | null>();

  constructor(row: CsvRow) {
    this.line = row.line;
    this.names = row.cells.map((cell) => cell.trim());
    this.names.forEach((name, index) => {
      const key = foldKey(name);
      // Of two columns of one name the first is used; the other stays as extra.
      if (key !== '' && !this.#byKey.has(key)) this.#byKey.set(key, index);
    });
  }

  /** The index of the first of these names that is a column, compared without case or accents. */
  find(...names: readonly string[]): number | null {
    for (const name of names) {
      let index = this.#asked.get(name);
      if (index === undefined) {
        index = this.#byKey.get(foldKey(name)) ?? null;
        this.#asked.set(name, index);
      }
      if (index !== null) return index;
    }
    return null;
  }

  has(...names: readonly string[]): boolean {
    return names.every((name) => this.find(name) !== null);
  }
}

/** Counts \n up to rising offsets in one pass. */
class LineCounter {
  readonly #text: string;
  #offset = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  at(offset: number): number {
    let next = this.#text.indexOf('\n', this.#offset);
    while (next !== -1 && next < offset) {
      this.#line++;
      this.#offset = next + 1;
      next = this.#text.indexOf('\n', this.#offset);
    }
    return this.#line;
  }
}
