/** What the CSV formats share: find the header row, then read cells by name. */
import { AppError } from '../../contract/result.ts';
import type { ExtraField, LeftOut } from '../parsed-file.ts';
import type { Source } from '../source.ts';
import { cleanName, cleanNote } from './clean-text.ts';
import {
  type CsvRow,
  type Delimiter,
  guessDelimiter,
  Header,
  readCsv,
  readCsvHead,
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
  const found = findHeader(source, isHeader);
  if (found === null) {
    refuseMonsters(source);
    throw new AppError(
      'UNREADABLE_FILE',
      `The header row of ${what} is missing. Import the file as the platform handed it out, ` +
        'or as a table whose columns you name yourself.',
    );
  }
  const { rows, leftOut } = readCsv(source.text, found.delimiter);
  const below = rows.filter((row) => row.line > found.header.line);
  const isHeading = makeHeadingTest(found.header);
  return {
    header: found.header,
    rows: below.filter((row) => !isHeading(row)),
    leftOut: [
      ...leftOut.filter(({ line }) => line > found.header.line),
      ...below.filter(isHeading).map(({ line }) => ({ line, reason: 'The heading once more.' })),
    ],
  };
}

/** Files that were put behind one another have their heading several times. */
function makeHeadingTest({ names }: Header): (row: CsvRow) => boolean {
  return ({ cells }) =>
    cells.length === names.length && cells.every((cell, index) => cell.trim() === names[index]);
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
  extra(): ExtraField[] {
    const extra: ExtraField[] = [];
    this.#row.cells.forEach((cell, index) => {
      if (this.#used.has(index) || cell.trim() === '') return;
      const name = this.#header.names[index] ?? '';
      extra.push({ name: name === '' ? `column ${index + 1}` : name, value: cell.toWellFormed() });
    });
    return extra;
  }
}
