/** Finds rows by the values of some of their columns, as an index of a database does: a table of hashes over the columns themselves. */
import { randomInt } from 'node:crypto';
import type { SqlValue } from '../book/access.ts';
import { Int32List } from './int32-list.ts';
import type { PackedColumn } from './packed-column.ts';
import { none } from './small-lists.ts';

export class RowIndex {
  readonly #first: PackedColumn;
  readonly #second: PackedColumn | null;
  /** The latest row of each value plus one, where its hash says or as near behind as there was room; 0: free. */
  #slots = new Int32Array(64);
  /** Eight more bits of the hash, by slot: the values of a row need be looked at only where they agree. */
  #tags = new Uint8Array(64);
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
    const hash = hashOf(first, second);
    const slot = this.#slotOf(hash, first, second);
    const latest = (this.#slots[slot] ?? 0) - 1;
    this.#slots[slot] = row + 1;
    this.#tags[slot] = hash >>> 24;
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
    const slot = this.#slotOf(hashOf(first, second), first, second);
    const latest = (this.#slots[slot] ?? 0) - 1;
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
  #slotOf(hash: number, first: SqlValue, second: SqlValue): number {
    const last = this.#slots.length - 1;
    const tag = hash >>> 24;
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const row = (this.#slots[slot] ?? 0) - 1;
      if (row < 0) return slot;
      if (this.#tags[slot] !== tag || this.#first.get(row) !== first) continue;
      if (this.#second === null || this.#second.get(row) === second) return slot;
    }
  }

  #grow(): void {
    const slots = this.#slots;
    this.#slots = new Int32Array(2 * slots.length);
    this.#tags = new Uint8Array(2 * slots.length);
    for (let at = 0; at < slots.length; at++) {
      const place = slots[at] ?? 0;
      if (place === 0) continue;
      const first = this.#first.get(place - 1);
      const second = this.#second === null ? null : this.#second.get(place - 1);
      const hash = hashOf(first, second);
      const slot = this.#slotOf(hash, first, second);
      this.#slots[slot] = place;
      this.#tags[slot] = hash >>> 24;
    }
  }
}

/** Drawn anew each time the program runs: no file can be made so that all of its texts meet in one slot. */
const start = randomInt(2 ** 32);

/** Of one value or two: FNV-1a, with a last mix, since slots are chosen by the low bits, which shall depend on all others. */
function hashOf(first: SqlValue, second: SqlValue): number {
  const hash = addTo(addTo(start, first), second);
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

function addTo(hash: number, value: SqlValue): number {
  if (value === null) return hash;
  if (typeof value !== 'string') return Math.imul(hash ^ Number(value), 0x01000193);
  let sum = hash;
  for (let at = 0; at < value.length; at++) {
    sum = Math.imul(sum ^ value.charCodeAt(at), 0x01000193);
  }
  return sum;
}
