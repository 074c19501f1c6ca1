/** Finds rows by the values of some of their columns, as an index of a database does: a table of hashes over the columns themselves. */
import type { SqlValue } from '../book/access.ts';
import { Int32List } from './int32-list.ts';
import type { PackedColumn } from './packed-column.ts';

export class RowIndex {
  readonly #first: PackedColumn;
  readonly #second: PackedColumn | null;
  /** The latest row of each value plus one, where its hash says or as near behind as there was room; 0: free. */
  #slots = new Int32Array(64);
  #used = 0;
  /** By row: the next one with the same values, plus one; the latest leads to the first. 0, and no list: it is alone. */
  #next: Int32List | null = null;

  /** An index of one column, or of two. */
  constructor(first: PackedColumn, second: PackedColumn | null) {
    this.#first = first;
    this.#second = second;
  }

  /** Adds a row, unless one of its values is null. From then on they must stay as they are. */
  add(row: number): void {
    const first = this.#first.get(row);
    const second = this.#second === null ? null : this.#second.get(row);
    if (first === null || (second === null && this.#second !== null)) return;
    const slot = this.#slotOf(first, second);
    const latest = (this.#slots[slot] ?? 0) - 1;
    this.#slots[slot] = row + 1;
    if (latest >= 0) {
      const earliest = this.#after(latest);
      this.#next ??= new Int32List();
      this.#next.set(row, earliest + 1);
      this.#next.set(latest, row + 1);
      return;
    }
    this.#used++;
    if (2 * this.#used > this.#slots.length) this.#grow();
  }

  /**
   * The rows with these values, those that were added first at the front; of more than `most` the first ones. An index
   * of one column has no second value.
   */
  find(first: SqlValue, second: SqlValue, most: number): readonly number[] {
    const latest = (this.#slots[this.#slotOf(first, second)] ?? 0) - 1;
    if (latest < 0) return none;
    const rows: number[] = [];
    for (let row = this.#after(latest); rows.length < most; row = this.#after(row)) {
      rows.push(row);
      if (row === latest) break;
    }
    return rows;
  }

  #after(row: number): number {
    const next = this.#next?.at(row) ?? 0;
    return next === 0 ? row : next - 1;
  }

  /** Where rows with these values are kept, or would be. */
  #slotOf(first: SqlValue, second: SqlValue): number {
    const last = this.#slots.length - 1;
    let slot = mix(hashOf(second, hashOf(first, 0x811c9dc5))) & last;
    for (;;) {
      const row = (this.#slots[slot] ?? 0) - 1;
      if (row < 0) return slot;
      const isThere =
        this.#first.get(row) === first &&
        (this.#second === null || this.#second.get(row) === second);
      if (isThere) return slot;
      slot = (slot + 1) & last;
    }
  }

  #grow(): void {
    const slots = this.#slots;
    this.#slots = new Int32Array(2 * slots.length);
    for (let slot = 0; slot < slots.length; slot++) {
      const place = slots[slot] ?? 0;
      if (place === 0) continue;
      const second = this.#second === null ? null : this.#second.get(place - 1);
      this.#slots[this.#slotOf(this.#first.get(place - 1), second)] = place;
    }
  }
}

const none: readonly number[] = [];

/** FNV-1a over the letters of a text, or over a number. */
function hashOf(value: SqlValue, before: number): number {
  if (value === null) return before;
  if (typeof value !== 'string') return Math.imul(before ^ Number(value), 0x01000193);
  let hash = before;
  for (let at = 0; at < value.length; at++) {
    hash = Math.imul(hash ^ value.charCodeAt(at), 0x01000193);
  }
  return hash;
}

/** Slots are chosen by the low bits, which shall depend on all others. */
function mix(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}
