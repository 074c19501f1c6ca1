import type { ArcColumns } from './arc-columns.ts';

/** Runs of this length are sorted by insertion before they are merged. */
const RUN = 16;

/**
 * Fills `order` for a part of a row: positions in the row by falling strength, equal ones by position. A merge
 * sort of our own, since a comparator call per comparison would dominate the building of a graph.
 */
export class RowSorter {
  #strengths = new Float64Array(64);
  #left = new Uint32Array(64);
  #right = new Uint32Array(64);

  /** Sorts the part from `first` to `end` of the row that begins at `start`. */
  sort(columns: ArcColumns, start: number, first: number, end: number): void {
    const size = end - first;
    if (size > this.#strengths.length) this.#grow(size);
    const { codes, values, order } = columns;
    const strengths = this.#strengths;
    for (let i = 0; i < size; i++) strengths[i] = values[codes[first + i]];
    const sorted = this.#sortPositions(size);
    for (let i = 0; i < size; i++) order[first + i] = first - start + sorted[i];
  }

  #sortPositions(size: number): Uint32Array {
    const strengths = this.#strengths;
    let from = this.#left;
    let into = this.#right;
    for (let low = 0; low < size; low += RUN) {
      sortRun(strengths, from, low, Math.min(low + RUN, size));
    }
    for (let run = RUN; run < size; run *= 2) {
      for (let low = 0; low < size; low += 2 * run) {
        mergeRuns(strengths, from, into, low, run, size);
      }
      [from, into] = [into, from];
    }
    return from;
  }

  #grow(size: number): void {
    const length = 2 ** Math.ceil(Math.log2(size));
    this.#strengths = new Float64Array(length);
    this.#left = new Uint32Array(length);
    this.#right = new Uint32Array(length);
  }
}

function sortRun(strengths: Float64Array, into: Uint32Array, low: number, high: number): void {
  for (let i = low; i < high; i++) {
    const strength = strengths[i];
    let at = i;
    for (; at > low && strengths[into[at - 1]] < strength; at--) into[at] = into[at - 1];
    into[at] = i;
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
