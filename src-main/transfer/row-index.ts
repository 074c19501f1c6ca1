/** Finds rows by the values of some of their columns, as an index of a database does: a table of hashes over the columns themselves. */
import type { SqlValue } from '../book/access.ts';
import type { PackedColumn } from './packed-column.ts';

/** Numbers of 32 bits, by place; grows by doubling. */
export class Int32List {
  #numbers = new Int32Array(64);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    this.set(this.#length, number);
  }

  /** A place beyond the end is added, with zeros before it. */
  set(place: number, number: number): void {
    if (place >= this.#numbers.length) {
      const more = new Int32Array(Math.max(place + 1, 2 * this.#numbers.length));
      more.set(this.#numbers);
      this.#numbers = more;
    }
    this.#numbers[place] = number;
    if (place >= this.#length) this.#length = place + 1;
  }

  /** 0 for a place that was never set. */
  at(place: number): number {
    return this.#numbers[place] ?? 0;
  }
}

export class RowIndex {
  readonly #columns: readonly PackedColumn[];
  /** The latest row of each value plus one, where its hash says or as near behind as there was room; 0: free. */
  #slots = new Int32Array(64);
  #used = 0;
  /** By row: the row before it with the same values plus one; 0: none. */
  readonly #earlier = new Int32List();

  constructor(columns: readonly PackedColumn[]) {
    this.#columns = columns;
  }

  /** Adds a row, unless one of its values is null. From then on they must stay as they are. */
  add(row: number): void {
    const values = this.#valuesOf(row);
    if (values.includes(null)) return;
    const slot = this.#slotOf(values);
    const latest = this.#slots[slot] ?? 0;
    this.#slots[slot] = row + 1;
    this.#earlier.set(row, latest);
    if (latest > 0) return;
    this.#used++;
    if (2 * this.#used > this.#slots.length) this.#grow();
  }

  /** The rows with these values, those that were added first at the front. */
  find(values: readonly SqlValue[]): readonly number[] {
    let row = (this.#slots[this.#slotOf(values)] ?? 0) - 1;
    if (row < 0) return none;
    const rows = [row];
    for (row = this.#earlier.at(row) - 1; row >= 0; row = this.#earlier.at(row) - 1) rows.push(row);
    return rows.length === 1 ? rows : rows.toReversed();
  }

  #valuesOf(row: number): SqlValue[] {
    return this.#columns.map((column) => column.get(row));
  }

  /** Where rows with these values are kept, or would be. */
  #slotOf(values: readonly SqlValue[]): number {
    const last = this.#slots.length - 1;
    let slot = hashOf(values) & last;
    for (;;) {
      const row = (this.#slots[slot] ?? 0) - 1;
      if (row < 0 || this.#columns.every((column, at) => column.get(row) === values[at]))
        return slot;
      slot = (slot + 1) & last;
    }
  }

  #grow(): void {
    const slots = this.#slots;
    this.#slots = new Int32Array(2 * slots.length);
    for (const row of slots) if (row > 0) this.#slots[this.#slotOf(this.#valuesOf(row - 1))] = row;
  }
}

const none: readonly number[] = [];

/** FNV-1a over the letters of texts and over numbers, with a last mix, since slots are chosen by the low bits. */
function hashOf(values: readonly SqlValue[]): number {
  let hash = 0x811c9dc5;
  for (const value of values) {
    if (typeof value === 'string') {
      for (let at = 0; at < value.length; at++) {
        hash = Math.imul(hash ^ value.charCodeAt(at), 0x01000193);
      }
    } else hash = Math.imul(hash ^ Number(value), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
