/** What an unsigned integer of so many bytes can number. */
const BYTE_LIMIT = 256;
const SHORT_LIMIT = 65_536;

export type SmallInts = Uint8Array | Uint16Array | Uint32Array;

/**
 * One entry per arc (a tie seen from one of its two people). A row is the arcs of one person: the confirmed ones,
 * ascending by neighbour, then the possible ones likewise, so that the usual question stops at the boundary. Rows are only ever appended, never changed in place, so that whoever holds older row bounds
 * still reads the graph as it was. Numbers are as narrow as the book allows: for most 9 bytes an arc.
 */
export interface ArcColumns {
  /** Index of the person at the other end. */
  readonly neighbours: Uint32Array;
  /** `values[codes[arc]]` is the strength. */
  readonly codes: SmallInts;
  /** Strengths in (0, 1], exact: those of a `StrengthDictionary`. */
  readonly values: Float64Array;
  /** Number of the arc's class in `TieClasses`. */
  readonly classes: SmallInts;
  /** Positions within the row, the strongest tie of each part first: lets a search stop early. */
  readonly order: SmallInts;
}

export interface ArcShape {
  readonly capacity: number;
  /** How many distinct strengths, classes, and contacts of one person the columns must number. */
  readonly strengths: number;
  readonly classes: number;
  readonly widest: number;
  /** Backed by SharedArrayBuffer, so that another thread can read the same memory. */
  readonly isShared: boolean;
}

/** Columns of zeros around a dictionary of strengths, and around neighbours if they are there already. */
export function allocateArcs(
  shape: ArcShape,
  values: Float64Array,
  neighbours?: Uint32Array,
): ArcColumns {
  const { capacity, isShared } = shape;
  return {
    neighbours: neighbours ?? wordsOf(capacity, isShared),
    codes: smallInts(capacity, Math.max(shape.strengths, BYTE_LIMIT + 1), isShared),
    values,
    classes: smallInts(capacity, shape.classes, isShared),
    order: smallInts(capacity, Math.max(shape.widest, BYTE_LIMIT + 1), isShared),
  };
}

/** Whether a column can hold the numbers below `limit`. */
export function canNumber(column: SmallInts, limit: number): boolean {
  return limit <= 256 ** column.BYTES_PER_ELEMENT;
}

/** A column of the narrowest integers that number `limit` things. */
function smallInts(capacity: number, limit: number, isShared: boolean): SmallInts {
  if (limit <= BYTE_LIMIT) return new Uint8Array(bufferOf(capacity, isShared));
  if (limit <= SHORT_LIMIT) return new Uint16Array(bufferOf(capacity * 2, isShared));
  return new Uint32Array(bufferOf(capacity * 4, isShared));
}

/** So many zeros, in memory that another thread can read as well if wished. */
export function wordsOf(length: number, isShared: boolean): Uint32Array {
  return new Uint32Array(bufferOf(length * 4, isShared));
}

function bufferOf(bytes: number, isShared: boolean): ArrayBufferLike {
  return isShared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
}
