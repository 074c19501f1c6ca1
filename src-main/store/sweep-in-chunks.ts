import type { ReadableBook } from '../book/access.ts';

/** A stretch of a table, by its ids. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
  /** Share of the table that is behind with it. */
  readonly done: number;
}

/** Where the ids of a table lie. */
export interface IdSpan {
  readonly rows: number;
  readonly first: number;
  /** `first - 1` for an empty table. */
  readonly last: number;
  /** Whether most ids between the two are in use: so it is unless a book was made elsewhere. */
  readonly isDense: boolean;
}

/**
 * Rows of a chunk: enough that a call to SQLite costs little beside them, few enough that the garbage collector finds
 * few of them alive: at 20,000 a row costs thrice as much.
 */
export const rowsAChunk = 2_000;

export function readIdSpan(book: ReadableBook, table: 'person' | 'tie' | 'evidence'): IdSpan {
  // one by one, each is read from the ends or the page counts of the table; together they would need all rows
  const rows = book.value<number>(`SELECT count(*) FROM ${table}`) ?? 0;
  const first = book.value<number>(`SELECT min(id) FROM ${table}`) ?? 1;
  const last = book.value<number>(`SELECT max(id) FROM ${table}`) ?? 0;
  return { rows, first, last, isDense: last - first < rows * 4 + 1000 };
}

/** All of a table, chunk by chunk. Reading many values in one call is thrice as quick as row by row. */
export function* inChunks(
  book: ReadableBook,
  table: 'person' | 'tie' | 'evidence',
  { first, isDense, last }: IdSpan,
): Generator<Chunk> {
  for (let from = first; from <= last; ) {
    const end = isDense ? from + rowsAChunk - 1 : findEnd(book, table, from);
    const to = Math.min(end ?? last, last);
    yield { from, to, done: (to - first + 1) / (last - first + 1) };
    from = to + 1;
  }
}

function findEnd(book: ReadableBook, table: string, from: number): number | undefined {
  return book.value<number>(
    `SELECT id FROM ${table} WHERE id >= @from ORDER BY id LIMIT 1 OFFSET ${rowsAChunk - 1}`,
    { from },
  );
}
