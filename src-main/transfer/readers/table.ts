/** What the CSV formats share: find the header row, then read cells by name. */
import { AppError } from '../../contract/result.ts';
import type { ExtraField, LeftOut } from '../parsed-file.ts';
import type { Source } from '../source.ts';
import { none } from '../small-lists.ts';
import { cleanName, cleanNote } from './clean-text.ts';
import {
  type CsvRow,
  type Delimiter,
  guessDelimiter,
  Header,
  readCsv,
  readCsvHead,
  readCsvRows,
} from './csv.ts';

/** LinkedIn's preamble is three lines; other exporters put a title or a date on top. */
const HEADER_SEARCH_ROWS = 20;

export type HeaderTest = (header: Header) => boolean;

export interface Table {
  readonly header: Header;
  readonly rows: readonly CsvRow[];
  readonly leftOut: LeftOut[];
}

interface Candidate {
  readonly header: Header;
  readonly delimiter: Delimiter;
}

/** Every CSV format asks for the header of the same source. */
const candidatesOf = new WeakMap<Source, readonly Candidate[]>();

/** The header among the first rows of the source, or null. Never throws. */
export function findHeader(source: Source, isHeader: HeaderTest): Candidate | null {
  let candidates = candidatesOf.get(source);
  if (candidates === undefined) {
    candidates = listCandidates(source.head);
    candidatesOf.set(source, candidates);
  }
  return candidates.find(({ header }) => isHeader(header)) ?? null;
}

function listCandidates(head: string): Candidate[] {
  const guessed = guessDelimiter(head);
  // The guess can be led astray by a preamble, so all four are tried, the guessed one first.
  const others = ([',', '\t', ';', '|'] as const).filter(
    (delimiter) => delimiter !== guessed && head.includes(delimiter),
  );
  return [guessed, ...others].flatMap((delimiter) =>
    readCsvHead(head, delimiter, HEADER_SEARCH_ROWS).map((row) => ({
      header: new Header(row),
      delimiter,
    })),
  );
}

/**
 * The rows below the header.
 * @param what the kind of file, for the sentence when the header is missing: "LinkedIn connections"
 * @throws AppError UNREADABLE_FILE without the header; TOO_LARGE from `readCsv`
 */
export function readTable(source: Source, what: string, isHeader: HeaderTest): Table {
  const rows: CsvRow[] = [];
  const { header, leftOut } = readTableRows(source, what, isHeader, () => (row) => rows.push(row));
  return { header, rows, leftOut };
}

/**
 * As `readTable`, one row after the other, so that those of a long file need not all be kept.
 * @param start is given the header, and makes what the rows are given to
 */
export function readTableRows(
  source: Source,
  what: string,
  isHeader: HeaderTest,
  start: (header: Header) => (row: CsvRow) => void,
): Pick<Table, 'header' | 'leftOut'> {
  const found = findHeader(source, isHeader);
  if (found === null) {
    refuseMonsters(source);
    throw new AppError(
      'UNREADABLE_FILE',
      `The header row of ${what} is missing. Import the file as the platform handed it out, ` +
        'or as a table whose columns you name yourself.',
    );
  }
  const { delimiter, header } = found;
  const take = start(header);
  const isHeading = makeHeadingTest(header);
  const headings: LeftOut[] = [];
  const broken = readCsvRows(source.text, delimiter, (row) => {
    if (row.line <= header.line) return;
    if (isHeading(row)) headings.push({ line: row.line, reason: 'The heading once more.' });
    else take(row);
  });
  const below = broken.filter(({ line }) => line > header.line);
  return { header, leftOut: [...below, ...headings] };
}

/** Files that were put behind one another have their heading several times. */
function makeHeadingTest({ names }: Header): (row: CsvRow) => boolean {
  const isName = (cell: string, index: number): boolean => cell.trim() === names[index];
  return ({ cells }) => cells.length === names.length && cells.every(isName);
}

/**
 * Says so where no header was found because of a line with thousands of columns.
 * @throws AppError TOO_LARGE
 */
export function refuseMonsters(source: Source): void {
  for (const delimiter of [',', ';', '\t'] as const) {
    try {
      readCsv(source.head, delimiter, 1);
    } catch (error) {
      if (error instanceof AppError && error.code === 'TOO_LARGE') throw error;
    }
  }
}

/** Reads one row by column names, and notes which columns were used. */
export class RowReader {
  readonly #header: Header;
  readonly #used = new Set<number>();
  #row: CsvRow = { line: 0, cells: [] };

  constructor(header: Header) {
    this.#header = header;
  }

  /** Moves to a row. */
  on(row: CsvRow): this {
    this.#row = row;
    return this;
  }

  get line(): number {
    return this.#row.line;
  }

  /** The trimmed cell of the first of these columns that exists; null if empty or missing. */
  raw(...names: readonly string[]): string | null {
    const index = this.#header.find(...names);
    if (index === null) return null;
    this.#used.add(index);
    const cell = this.#row.cells[index]?.trim() ?? '';
    return cell === '' ? null : cell.toWellFormed();
  }

  /** A name or short text, see `cleanName`. */
  name(...names: readonly string[]): string | null {
    return cleanName(this.raw(...names));
  }

  /** A note of several lines, see `cleanNote`. */
  note(...names: readonly string[]): string | null {
    return cleanNote(this.raw(...names));
  }

  /** Cells of columns that were never read, and cells beyond the header, word for word. */
  extra(): readonly ExtraField[] {
    let extra: ExtraField[] | null = null;
    const { cells } = this.#row;
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index] ?? '';
      if (this.#used.has(index) || cell.trim() === '') continue;
      const name = this.#header.names[index] ?? '';
      extra ??= [];
      extra.push({ name: name === '' ? `column ${index + 1}` : name, value: cell.toWellFormed() });
    }
    return extra ?? none;
  }
}
