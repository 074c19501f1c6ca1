import type { ArcColumns } from './arc-columns.ts';
import { RowSorter } from './row-sorter.ts';

/** Rows of neighbours and what goes into them. Plain arrays, so that two threads can fill in shared ones. */
export interface Filling {
  readonly people: number;
  /** As arranged; where a pair turns out to be no tie, the row ends earlier. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** To be filled: where the possible ties of a row begin. */
  readonly confirmedEnd: Uint32Array;
  /** Position of the pair that an arc is of. */
  readonly pairs: Uint32Array;
  /** By position: the number of the tie's value plus one, 0 when it is none. */
  readonly valueOf: Uint32Array;
  /** Code of the strength, and class, by number of the value. */
  readonly valueCodes: Uint32Array;
  readonly valueClasses: Uint32Array;
  /** 1 for possible ties, by class. */
  readonly isPossible: Uint8Array;
  /** Neighbours as arranged; all else is to be filled. */
  readonly arcs: ArcColumns;
}

/** Fills in strengths, classes and orders of rows that are arranged; each row once. */
export class RowFiller {
  readonly #filling: Filling;
  readonly #sorter = new RowSorter();
  /** Neighbours and values of the possible ties of a row, which go behind the confirmed ones. */
  readonly #possible: number[] = [];

  constructor(filling: Filling) {
    this.#filling = filling;
  }

  /** The rows of the people from one index up to another. */
  fill(from: number, to: number): void {
    const { start, confirmedEnd, end } = this.#filling;
    for (let person = from; person < to; person++) {
      const first = start[person];
      const middle = this.#fillConfirmed(first, end[person]);
      const last = this.#fillPossible(middle);
      confirmedEnd[person] = middle;
      end[person] = last;
      this.#orderPart(first, first, middle);
      this.#orderPart(first, middle, last);
    }
  }

  /** Returns where they end. */
  #fillConfirmed(first: number, end: number): number {
    const { arcs, isPossible, pairs, valueClasses, valueCodes, valueOf } = this.#filling;
    const { neighbours, codes, classes } = arcs;
    let to = first;
    for (let arc = first; arc < end; arc++) {
      const value = valueOf[pairs[arc]] - 1;
      if (value < 0) continue;
      const tieClass = valueClasses[value];
      if (isPossible[tieClass] === 1) {
        this.#possible.push(neighbours[arc], value);
        continue;
      }
      neighbours[to] = neighbours[arc];
      codes[to] = valueCodes[value];
      classes[to] = tieClass;
      to++;
    }
    return to;
  }

  #fillPossible(first: number): number {
    const possible = this.#possible;
    if (possible.length === 0) return first;
    const { arcs, valueClasses, valueCodes } = this.#filling;
    let to = first;
    for (let i = 0; i < possible.length; i += 2) {
      arcs.neighbours[to] = possible[i];
      arcs.codes[to] = valueCodes[possible[i + 1]];
      arcs.classes[to] = valueClasses[possible[i + 1]];
      to++;
    }
    possible.length = 0;
    return to;
  }

  /** Fills the order of one part of a row: positions in the row, the strongest tie first. */
  #orderPart(start: number, first: number, end: number): void {
    const { codes, values, order } = this.#filling.arcs;
    const size = end - first;
    const keys = this.#sorter.keysFor(size);
    for (let i = 0; i < size; i++) keys[i] = values[codes[first + i]];
    const sorted = this.#sorter.sort(size);
    for (let i = 0; i < size; i++) order[first + i] = first - start + sorted[i];
  }
}
