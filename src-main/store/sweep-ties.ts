import type { ReadableBook } from '../book/access.ts';
import { wordsOf } from '../graph/index.ts';
import { inChunks, readIdSpan, type Chunk, type IdSpan } from './sweep-in-chunks.ts';

type PersonIds = Uint32Array | Float64Array;

/** All pairs that are tied, each at a position; a position without a pair has 0 on both sides. */
export interface SweptPairs {
  readonly positions: number;
  readonly span: IdSpan;
  readonly low: PersonIds;
  readonly high: PersonIds;
  /** The position of a tie by its id; -1 for one that was made since. */
  positionOf(tieId: number): number;
}

/** Two person ids below this fit in one number, which is read twice as quickly as two. */
const packedLimit = 2 ** 26;

/** Reads all ties, in the order of their ids. */
export function* sweepTies(book: ReadableBook): Generator<number, SweptPairs> {
  const span = readIdSpan(book, 'tie');
  const { first, isDense, last, most: positions } = span;
  // ids that lie far apart are given positions in their order
  const places = isDense ? null : new Map<number, number>();
  const isPacked = (book.value<number>('SELECT max(id) FROM person') ?? 0) < packedLimit;
  const low = makeIds(positions, isPacked);
  const high = makeIds(positions, isPacked);
  let met = 0;
  for (const chunk of inChunks(book, 'tie', span)) {
    const pairs = isPacked ? readPacked(book, chunk) : readBoth(book, chunk);
    const ids = readIds(book, chunk, pairs.rows);
    for (let at = 0; at < pairs.rows; at += 1) {
      const id = ids === null ? chunk.from + at : (ids[at] ?? 0);
      const position = places === null ? id - first : met + at;
      places?.set(id, position);
      low[position] = pairs.lowAt(at);
      high[position] = pairs.highAt(at);
    }
    met += pairs.rows;
    yield chunk.done;
  }
  const positionOf = (id: number): number => {
    if (places !== null) return places.get(id) ?? -1;
    return id <= last ? id - first : -1;
  };
  return { positions, span, low, high, positionOf };
}

/** In memory that another thread can read. */
function makeIds(length: number, areNarrow: boolean): PersonIds {
  return areNarrow
    ? wordsOf(length, true)
    : new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));
}

/** Null when the ids are consecutive, hence known. */
function readIds(book: ReadableBook, { from, to }: Chunk, rows: number): number[] | null {
  if (to - from + 1 === rows) return null;
  return book.column<number>('SELECT id FROM tie WHERE id BETWEEN @from AND @to ORDER BY id', {
    from,
    to,
  });
}

interface PairsOfChunk {
  readonly rows: number;
  lowAt(row: number): number;
  highAt(row: number): number;
}

function readPacked(book: ReadableBook, { from, to }: Chunk): PairsOfChunk {
  const packed = book.column<number>(
    `SELECT low_person_id * ${packedLimit} + high_person_id FROM tie
     WHERE id BETWEEN @from AND @to ORDER BY id`,
    { from, to },
  );
  return {
    rows: packed.length,
    lowAt: (row) => Math.floor((packed[row] ?? 0) / packedLimit),
    highAt: (row) => (packed[row] ?? 0) % packedLimit,
  };
}

function readBoth(book: ReadableBook, { from, to }: Chunk): PairsOfChunk {
  const rows = book.all<{ low: number; high: number }>(
    `SELECT low_person_id AS low, high_person_id AS high FROM tie
     WHERE id BETWEEN @from AND @to ORDER BY id`,
    { from, to },
  );
  return {
    rows: rows.length,
    lowAt: (row) => rows[row]?.low ?? 0,
    highAt: (row) => rows[row]?.high ?? 0,
  };
}
