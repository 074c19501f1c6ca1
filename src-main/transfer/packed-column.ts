/** A column of many rows, one value behind the other: an array of a million values, or an object for each row, would be most of a plan. */
import type { SqlValue } from '../book/access.ts';

/** Rows of one piece: an array that grows without end is copied again and again. */
const rowsTogether = 1024;

/** Texts behind one another, and where each ends (of none: the bits of the end inverted). */
interface Texts {
  readonly text: string;
  readonly ends: Int16Array | Int32Array;
}

/** Numbers by how much they are above the least of them: refs of rows that were staged together are near each other. */
interface Numbers {
  readonly least: number;
  readonly above: Uint8Array | Uint16Array;
}

/** Most pieces hold one value, which is kept once until another comes; of the rest most hold small numbers or texts. */
class Piece {
  readonly #first: SqlValue;
  #numbers: Int32Array | null = null;
  #values: SqlValue[] | null = null;
  #packed: Numbers | Texts | null = null;

  constructor(first: SqlValue) {
    this.#first = first;
  }

  get isPacked(): boolean {
    return this.#packed !== null;
  }

  /** Of a piece that is not packed: the row's place in it; the row after the last one is added. */
  set(row: number, value: SqlValue): void {
    if (this.#values !== null) this.#values[row] = value;
    else if (this.#numbers !== null && isSmall(value)) this.#numbers[row] = value;
    else if (this.#numbers !== null || value !== this.#first) this.#widen(value)[row] = value;
  }

  get(row: number): SqlValue {
    const packed = this.#packed;
    if (packed !== null) {
      return 'text' in packed ? textAt(packed, row) : packed.least + (packed.above[row] ?? 0);
    }
    if (this.#values !== null) return this.#values[row] ?? null;
    return this.#numbers === null ? this.#first : (this.#numbers[row] ?? null);
  }

  /** All rows are there: they take no more room than they need, and many short texts become one long one. */
  pack(): void {
    if (this.#numbers !== null) this.#packed = packNumbers(this.#numbers);
    else if (this.#values !== null) this.#packed = packTexts(this.#values);
    if (this.#packed === null) return;
    this.#numbers = null;
    this.#values = null;
  }

  /** Room for a value that what is there has no room for. */
  #widen(value: SqlValue): SqlValue[] | Int32Array {
    if (this.#numbers === null && isSmall(value) && isSmall(this.#first)) {
      this.#numbers = new Int32Array(rowsTogether).fill(this.#first);
      return this.#numbers;
    }
    const known = this.#numbers;
    const first = this.#first;
    this.#values =
      known === null ? Array.from({ length: rowsTogether }, () => first) : Array.from(known);
    this.#numbers = null;
    return this.#values;
  }
}

/** Null: they are too far from each other. */
function packNumbers(numbers: Int32Array): Numbers | null {
  let [least, most] = [Infinity, -Infinity];
  // by places: iterators make an object for each of millions of values
  for (let row = 0; row < numbers.length; row++) {
    const number = numbers[row] ?? 0;
    if (number < least) least = number;
    if (number > most) most = number;
  }
  const span = most - least;
  if (span > 0xffff) return null;
  const above = span > 0xff ? new Uint16Array(numbers.length) : new Uint8Array(numbers.length);
  for (let row = 0; row < numbers.length; row++) above[row] = (numbers[row] ?? 0) - least;
  return { least, above };
}

/** Null: not all are texts. */
function packTexts(values: readonly SqlValue[]): Texts | null {
  let length = 0;
  for (const value of values) {
    if (typeof value === 'string') length += value.length;
    else if (value !== null) return null;
  }
  const ends = length > 0x7fff ? new Int32Array(values.length) : new Int16Array(values.length);
  let end = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? null;
    end += typeof value === 'string' ? value.length : 0;
    ends[row] = value === null ? ~end : end;
  }
  return { text: values.join(''), ends };
}

function textAt({ ends, text }: Texts, row: number): string | null {
  const end = ends[row] ?? 0;
  if (end < 0) return null;
  const before = row === 0 ? 0 : (ends[row - 1] ?? 0);
  return text.slice(before < 0 ? ~before : before, end);
}

/** A whole number of 32 bits, as ids and refs are. */
function isSmall(value: SqlValue): value is number {
  return typeof value === 'number' && (value | 0) === value && !Object.is(value, -0);
}

export class PackedColumn {
  readonly #pieces: Piece[] = [];
  /** Values that came after their piece was packed. */
  #changed: Map<number, SqlValue> | undefined;
  #length = 0;

  push(value: SqlValue): void {
    const place = this.#length % rowsTogether;
    this.#length++;
    if (place === 0) {
      this.#pieces.push(new Piece(value));
      return;
    }
    const piece = this.#pieces.at(-1);
    piece?.set(place, value);
    if (place === rowsTogether - 1) piece?.pack();
  }

  /** Of a row that is there, from 0. */
  get(row: number): SqlValue {
    const changed = this.#changed?.get(row);
    return changed === undefined ? this.#pieceOf(row).get(row % rowsTogether) : changed;
  }

  set(row: number, value: SqlValue): void {
    const piece = this.#pieceOf(row);
    if (piece.isPacked) (this.#changed ??= new Map()).set(row, value);
    else piece.set(row % rowsTogether, value);
  }

  #pieceOf(row: number): Piece {
    const piece = row < this.#length ? this.#pieces[Math.floor(row / rowsTogether)] : undefined;
    if (piece === undefined) throw new Error(`There is no row ${row}.`);
    return piece;
  }
}
