import type { ArcColumns } from './arc-columns.ts';

/**
 * Fills `order` for one row: positions by falling strength, equal ones by position.
 * Bottom-up merge sort, since a comparator call per comparison would dominate the building of a graph.
 */
export class RowSorter {
  #strengths = new Float64Array(64);
  #left = new Uint32Array(64);
  #right = new Uint32Array(64);

  sort(columns: ArcColumns, start: number, end: number): void {
    const size = end - start;
    if (size > this.#strengths.length) this.#grow(size);
    const { codes, values, order } = columns;
    const strengths = this.#strengths;
    let from = this.#left;
    for (let i = 0; i < size; i++) {
      strengths[i] = values[codes[start + i]];
      from[i] = i;
    }
    let into = this.#right;
    for (let run = 1; run < size; run *= 2) {
      for (let low = 0; low < size; low += 2 * run)
        mergeRuns(strengths, from, into, low, run, size);
      [from, into] = [into, from];
    }
    for (let i = 0; i < size; i++) order[start + i] = from[i];
  }

  #grow(size: number): void {
    const length = 2 ** Math.ceil(Math.log2(size));
    this.#strengths = new Float64Array(length);
    this.#left = new Uint32Array(length);
    this.#right = new Uint32Array(length);
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
