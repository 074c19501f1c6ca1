import type { ArcColumns } from './arc-columns.ts';
import { RowSorter } from './row-sorter.ts';
import type { Adjacency } from './swept-ties.ts';
import { ENTRY_WORDS, REPEATED } from './swept-ties.ts';

/** More than any index, so that possible ties sort behind all confirmed ones. */
const BEHIND_ALL = 2 ** 32;

/** Writes the rows of a new graph one behind the other, each sorted by neighbour and by strength. */
export class RowWriter {
  /** Arcs written so far: where the next row begins. */
  end = 0;
  /** Where the possible ties of the last row written begin. */
  confirmedEnd = 0;
  readonly #sorter = new RowSorter();
  readonly #entries: Uint32Array;
  readonly #newIndex: Uint32Array;
  readonly #arcs: ArcColumns;
  readonly #isPossible: Uint8Array;

  /**
   * @param newIndex index in the graph, by number of the sweep
   * @param isPossible 1 for possible ties, by class
   */
  constructor(
    adjacency: Adjacency,
    newIndex: Uint32Array,
    arcs: ArcColumns,
    isPossible: Uint8Array,
  ) {
    this.#entries = adjacency.entries;
    this.#newIndex = newIndex;
    this.#arcs = arcs;
    this.#isPossible = isPossible;
  }

  /** Writes the row made of `size` entries from `first` on, without those that were fed again later. */
  write(first: number, size: number): void {
    const { neighbours, codes, classes } = this.#arcs;
    const entries = this.#entries;
    const start = this.end;
    const sorted = this.#sortByNeighbour(first, size);
    let possible = 0;
    for (let i = 0; i < size; i++) {
      const at = (first + sorted[i]) * ENTRY_WORDS;
      // These sort last of all.
      if (entries[at + 1] === REPEATED) break;
      neighbours[this.end] = this.#newIndex[entries[at]];
      codes[this.end] = entries[at + 1];
      classes[this.end] = entries[at + 2];
      possible += this.#isPossible[entries[at + 2]];
      this.end++;
    }
    this.confirmedEnd = this.end - possible;
    this.#orderPart(start, start, this.confirmedEnd);
    this.#orderPart(start, this.confirmedEnd, this.end);
  }

  #sortByNeighbour(first: number, size: number): Uint32Array {
    const entries = this.#entries;
    const keys = this.#sorter.keysFor(size);
    for (let i = 0; i < size; i++) {
      const at = (first + i) * ENTRY_WORDS;
      const behind = this.#isPossible[entries[at + 2]] * BEHIND_ALL;
      const isRepeated = entries[at + 1] === REPEATED;
      keys[i] = isRepeated ? -Infinity : -(this.#newIndex[entries[at]] + behind);
    }
    return this.#sorter.sort(size);
  }

  /** Fills the order of one part of a row: positions in the row, the strongest tie first. */
  #orderPart(start: number, first: number, end: number): void {
    const { codes, values, order } = this.#arcs;
    const size = end - first;
    const keys = this.#sorter.keysFor(size);
    for (let i = 0; i < size; i++) keys[i] = values[codes[first + i]];
    const sorted = this.#sorter.sort(size);
    for (let i = 0; i < size; i++) order[first + i] = first - start + sorted[i];
  }
}
