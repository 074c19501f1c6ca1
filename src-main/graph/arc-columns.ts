/** Above this many distinct strengths a two-byte code no longer suffices, and strengths stand in line. */
export const CODE_LIMIT = 65536;

/**
 * One entry per arc (a tie seen from one of its two people). A row is the arcs of one person, ascending by
 * neighbour. Rows are only ever appended, never changed in place, so that whoever holds older row bounds
 * still reads the graph as it was.
 */
export interface ArcColumns {
  /** Index of the person at the other end. */
  readonly neighbours: Uint32Array;
  /** True: `values[codes[arc]]` is the strength. False: `values[arc]` is. */
  readonly coded: boolean;
  readonly codes: Uint16Array;
  /** Strengths in (0, 1], exact. */
  readonly values: Float64Array;
  /** Number of the arc's class in `TieClasses`. */
  readonly classes: Uint16Array | Uint32Array;
  /** Positions within the row, strongest tie first: lets a search stop early. */
  readonly order: Uint16Array | Uint32Array;
}

export interface ArcShape {
  readonly capacity: number;
  readonly coded: boolean;
  /** Distinct strengths to hold when coded. */
  readonly strengths: number;
  readonly wideClasses: boolean;
  readonly wideOrder: boolean;
  /** Backed by SharedArrayBuffer, so that another thread can read the same memory. */
  readonly isShared: boolean;
}

function bufferOf(bytes: number, isShared: boolean): ArrayBufferLike {
  return isShared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
}

/** Room for twice as many strengths, so that edits seldom need a larger dictionary. */
function dictionaryRoom(strengths: number): number {
  return Math.min(CODE_LIMIT, Math.max(512, strengths * 2));
}

/** Columns of zeros. Bytes an arc: 10 when coded, 16 when not, up to 4 more when wide. */
export function allocateArcs(shape: ArcShape): ArcColumns {
  const { capacity, coded, isShared } = shape;
  const small = (wide: boolean) =>
    wide
      ? new Uint32Array(bufferOf(capacity * 4, isShared))
      : new Uint16Array(bufferOf(capacity * 2, isShared));
  return {
    neighbours: new Uint32Array(bufferOf(capacity * 4, isShared)),
    coded,
    codes: new Uint16Array(bufferOf(coded ? capacity * 2 : 0, isShared)),
    values: new Float64Array(
      bufferOf((coded ? dictionaryRoom(shape.strengths) : capacity) * 8, isShared),
    ),
    classes: small(shape.wideClasses),
    order: small(shape.wideOrder),
  };
}

/** Numbers distinct strengths, as long as two bytes hold the number. */
export class StrengthCodes {
  readonly #codes = new Map<number, number>();

  get size(): number {
    return this.#codes.size;
  }

  /** The code of a strength, made if new, or -1 when there is no room for another. */
  intern(strength: number): number {
    const known = this.#codes.get(strength);
    if (known !== undefined) return known;
    const code = this.#codes.size;
    if (code === CODE_LIMIT) return -1;
    this.#codes.set(strength, code);
    return code;
  }

  /** Writes each strength at its code. */
  writeTo(values: Float64Array): void {
    for (const [strength, code] of this.#codes) values[code] = strength;
  }
}

/**
 * Fills `order` for one row: positions by falling strength, equal ones by position.
 * Bottom-up merge sort, since a comparator call per comparison would dominate the building of a graph.
 */
export class RowSorter {
  #strengths = new Float64Array(64);
  #left = new Uint32Array(64);
  #right = new Uint32Array(64);

  sort(columns: ArcColumns, start: number, end: number): void {
    const size = end - start;
    if (size > this.#strengths.length) this.#grow(size);
    const { codes, values, coded, order } = columns;
    const strengths = this.#strengths;
    let from = this.#left;
    for (let i = 0; i < size; i++) {
      strengths[i] = values[coded ? codes[start + i] : start + i];
      from[i] = i;
    }
    let into = this.#right;
    for (let run = 1; run < size; run *= 2) {
      for (let low = 0; low < size; low += 2 * run)
        mergeRuns(strengths, from, into, low, run, size);
      [from, into] = [into, from];
    }
    for (let i = 0; i < size; i++) order[start + i] = from[i];
  }

  #grow(size: number): void {
    const length = 2 ** Math.ceil(Math.log2(size));
    this.#strengths = new Float64Array(length);
    this.#left = new Uint32Array(length);
    this.#right = new Uint32Array(length);
  }
}

function mergeRuns(
  strengths: Float64Array,
  from: Uint32Array,
  into: Uint32Array,
  low: number,
  run: number,
  size: number,
): void {
  const middle = Math.min(low + run, size);
  const high = Math.min(low + 2 * run, size);
  let left = low;
  let right = middle;
  for (let at = low; at < high; at++) {
    const takeLeft =
      left < middle && (right >= high || strengths[from[left]] >= strengths[from[right]]);
    into[at] = takeLeft ? from[left++] : from[right++];
  }
}
