/** Rows of one table that a plan inserts. Values lie one behind the other: an object for each would be most of a plan. */
import type { SqlValue } from '../book/access.ts';

/** A row of the book (positive: its id), or a staged one (negative: it gets its id when applied). */
export type Ref = number;
export type StagedRow = Record<string, SqlValue>;

/** Rows of one piece of memory: arrays that grow without end are copied again and again. */
const rowsTogether = 1024;

/** A column of a piece: most hold one value, which is kept once until another comes, and of the rest most small numbers. */
class Column {
  readonly #first: SqlValue;
  #numbers: Int32Array | null = null;
  #values: SqlValue[] | null = null;

  constructor(first: SqlValue) {
    this.#first = first;
  }

  /** The row's place in the piece; the row after the last one is added. */
  set(row: number, value: SqlValue): void {
    if (this.#values !== null) this.#values[row] = value;
    else if (this.#numbers !== null && isSmall(value)) this.#numbers[row] = value;
    else if (this.#numbers !== null || value !== this.#first) this.#widen(value)[row] = value;
  }

  get(row: number): SqlValue {
    if (this.#values !== null) return this.#values[row] ?? null;
    return this.#numbers === null ? this.#first : (this.#numbers[row] ?? null);
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

/** A whole number of 32 bits, as ids and refs are. */
function isSmall(value: SqlValue): value is number {
  return typeof value === 'number' && (value | 0) === value && !Object.is(value, -0);
}

export class StagedRows {
  readonly columns: readonly string[];
  /** In the order in which they were staged, hence falling. */
  readonly #refs: Ref[] = [];
  readonly #pieces: Column[][] = [];
  /** Places of rows that were taken away again. */
  readonly #removed = new Set<number>();

  constructor(columns: readonly string[]) {
    this.columns = columns;
  }

  get size(): number {
    return this.#refs.length - this.#removed.size;
  }

  /** Adds a row, whose ref is later than that of the one before. */
  add(ref: Ref, row: StagedRow): void {
    const last = this.#refs.at(-1) ?? 0;
    if (ref >= last) throw new Error(`Ref ${ref} is staged after ${last}.`);
    const place = this.#refs.length % rowsTogether;
    const { columns } = this;
    if (place === 0) this.#pieces.push(columns.map((column) => new Column(row[column] ?? null)));
    else {
      const piece = this.#pieces.at(-1);
      // a plan adds millions of values: an iterator would make an object for each of them
      for (let at = 0; at < columns.length; at++) {
        piece?.[at]?.set(place, row[columns[at] ?? ''] ?? null);
      }
    }
    this.#refs.push(ref);
  }

  /** The row as an object of its own; undefined: it is not staged. */
  get(ref: Ref): StagedRow | undefined {
    const place = this.#placeOf(ref);
    return place === null ? undefined : this.#objectAt(place);
  }

  /** Changes columns of a row. False: it is not staged. */
  change(ref: Ref, values: StagedRow): boolean {
    const place = this.#placeOf(ref);
    if (place === null) return false;
    const piece = this.#pieceOf(place);
    for (const [name, value] of Object.entries(values)) {
      const column = piece[this.columns.indexOf(name)];
      if (column === undefined) throw new Error(`Rows were staged without a column ${name}.`);
      column.set(place % rowsTogether, value);
    }
    return true;
  }

  remove(ref: Ref): void {
    const place = this.#placeOf(ref);
    if (place !== null) this.#removed.add(place);
  }

  /** Each ref with its row's values in the order of the columns, in an array that is the caller's. */
  *entries(): Generator<[ref: Ref, values: SqlValue[]]> {
    for (const [place, ref] of this.#refs.entries()) {
      if (!this.#removed.has(place)) yield [ref, this.#valuesAt(place)];
    }
  }

  *refs(): Generator<Ref> {
    for (const [place, ref] of this.#refs.entries()) if (!this.#removed.has(place)) yield ref;
  }

  *objects(): Generator<StagedRow> {
    for (const place of this.#refs.keys()) {
      if (!this.#removed.has(place)) yield this.#objectAt(place);
    }
  }

  #objectAt(place: number): StagedRow {
    const values = this.#valuesAt(place);
    return Object.fromEntries(this.columns.map((column, at) => [column, values[at] ?? null]));
  }

  #valuesAt(place: number): SqlValue[] {
    const row = place % rowsTogether;
    return this.#pieceOf(place).map((column) => column.get(row));
  }

  #pieceOf(place: number): readonly Column[] {
    const piece = this.#pieces[Math.floor(place / rowsTogether)];
    if (piece === undefined) throw new Error(`There is no staged row ${place}.`);
    return piece;
  }

  #placeOf(ref: Ref): number | null {
    let [from, to] = [0, this.#refs.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#refs[middle] ?? 0) > ref) from = middle + 1;
      else to = middle;
    }
    return this.#refs[from] === ref && !this.#removed.has(from) ? from : null;
  }
}

/** The ids that staged rows were given. */
export class StagedIds {
  readonly #ids: Float64Array;

  /** @param refs how many were given out */
  constructor(refs: number) {
    this.#ids = new Float64Array(refs + 1);
  }

  /** Undefined for a row that was never inserted. */
  get(ref: Ref): number | undefined {
    const id = this.#ids[-ref] ?? 0;
    return id === 0 ? undefined : id;
  }

  set(ref: Ref, id: number): void {
    this.#ids[-ref] = id;
  }
}
