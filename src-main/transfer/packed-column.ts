/** A column of many rows, one value behind the other: an array of a million values, or an object for each row, would be most of a plan. */
import type { SqlValue } from '../book/access.ts';

/** Rows of one piece: an array that grows without end is copied again and again. */
export const rowsTogether = 1024;

/** Texts behind one another, and where each ends (of none: the bits of the end inverted). */
interface Texts {
  readonly text: string;
  readonly ends: Int32Array;
}

/** Most pieces hold one value, which is kept once until another comes; of the rest most hold small numbers or texts. */
class Piece {
  readonly #first: SqlValue;
  #numbers: Int32Array | null = null;
  #values: SqlValue[] | null = null;
  #texts: Texts | null = null;

  constructor(first: SqlValue) {
    this.#first = first;
  }

  get isPacked(): boolean {
    return this.#texts !== null;
  }

  /** Of a piece that is not packed: the row's place in it; the row after the last one is added. */
  set(row: number, value: SqlValue): void {
    if (this.#values !== null) this.#values[row] = value;
    else if (this.#numbers !== null && isSmall(value)) this.#numbers[row] = value;
    else if (this.#numbers !== null || value !== this.#first) this.#widen(value)[row] = value;
  }

  get(row: number): SqlValue {
    if (this.#texts !== null) return textAt(this.#texts, row);
    if (this.#values !== null) return this.#values[row] ?? null;
    return this.#numbers === null ? this.#first : (this.#numbers[row] ?? null);
  }

  /** All rows are there: many short texts become one long one. */
  pack(): void {
    const values = this.#values;
    if (!values?.every((value) => value === null || typeof value === 'string')) return;
    const ends = new Int32Array(values.length);
    let end = 0;
    for (const [row, value] of values.entries()) {
      end += typeof value === 'string' ? value.length : 0;
      ends[row] = value === null ? ~end : end;
    }
    this.#texts = { text: values.join(''), ends };
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

  /** Lets go of the values up to a row, which is the first of a piece; they must not be asked for any more. */
  forgetBefore(row: number): void {
    const gone = new Piece(null);
    for (let piece = Math.floor(row / rowsTogether) - 1; piece >= 0; piece--) {
      this.#pieces[piece] = gone;
    }
  }

  #pieceOf(row: number): Piece {
    const piece = row < this.#length ? this.#pieces[Math.floor(row / rowsTogether)] : undefined;
    if (piece === undefined) throw new Error(`There is no row ${row}.`);
    return piece;
  }
}
