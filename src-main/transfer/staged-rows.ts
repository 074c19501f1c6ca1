/** Rows of one table that a plan inserts. */
import type { SqlValue } from '../book/access.ts';
import { PackedColumn } from './packed-column.ts';
import { PackedRows } from './packed-rows.ts';

/** A row of the book (positive: its id), or a staged one (negative: it gets its id when applied). */
export type Ref = number;
export type StagedRow = Record<string, SqlValue>;

export class StagedRows {
  readonly #rows: PackedRows;
  /** In the order in which they were staged, hence falling. */
  readonly #refs = new PackedColumn();
  /** Places of rows that were taken away again. */
  readonly #removed = new Set<number>();

  /** @param indexes as those of `PackedRows` */
  constructor(columns: readonly string[], indexes: readonly string[] = []) {
    this.#rows = new PackedRows(columns, indexes);
  }

  get columns(): readonly string[] {
    return this.#rows.columns;
  }

  get size(): number {
    return this.#rows.length - this.#removed.size;
  }

  /** Adds a row, whose ref is later than that of the one before. */
  add(ref: Ref, row: StagedRow): void {
    const last = this.#rows.length === 0 ? 0 : this.refAt(this.#rows.length - 1);
    if (ref >= last) throw new Error(`Ref ${ref} is staged after ${last}.`);
    this.#refs.push(ref);
    this.#rows.add(row);
  }

  /** The row as an object of its own; undefined: it is not staged. */
  get(ref: Ref): StagedRow | undefined {
    const place = this.placeOf(ref);
    return place === null ? undefined : this.#rows.object(place);
  }

  /** Where the row stands; null: it is not staged. */
  placeOf(ref: Ref): number | null {
    let [from, to] = [0, this.#rows.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.refAt(middle) > ref) from = middle + 1;
      else to = middle;
    }
    const isThere = from < this.#rows.length && this.refAt(from) === ref;
    return isThere && !this.#removed.has(from) ? from : null;
  }

  /** Rows with these values in the columns of an index, as numbers for the calls below; the first staged first. */
  find(index: string, first: SqlValue, second?: SqlValue, most?: number): readonly number[] {
    const places = this.#rows.find(index, first, second, most);
    if (this.#removed.size === 0 || places.length === 0) return places;
    return places.filter((place) => !this.#removed.has(place));
  }

  refAt(place: number): Ref {
    return Number(this.#refs.get(place));
  }

  textAt(place: number, column: string): string | null {
    return this.#rows.text(place, column);
  }

  numberAt(place: number, column: string): number | null {
    return this.#rows.number(place, column);
  }

  /** Changes columns of a row. False: it is not staged. */
  change(ref: Ref, values: StagedRow): boolean {
    const place = this.placeOf(ref);
    if (place === null) return false;
    for (const [name, value] of Object.entries(values)) this.#rows.set(place, name, value);
    return true;
  }

  remove(ref: Ref): void {
    const place = this.placeOf(ref);
    if (place !== null) this.#removed.add(place);
  }

  /** They are found no more, which takes memory. */
  forgetIndexes(): void {
    this.#rows.forgetIndexes();
  }

  /** The row's values in the order of the columns, in an array that is the caller's. */
  valuesAt(place: number): SqlValue[] {
    return this.#rows.values(place);
  }

  *objects(): Generator<StagedRow> {
    for (const place of this.places()) yield this.#rows.object(place);
  }

  /** Where the rows stand, in the order in which they were staged. */
  *places(): Generator<number> {
    for (let place = 0; place < this.#rows.length; place++) {
      if (!this.#removed.has(place)) yield place;
    }
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
