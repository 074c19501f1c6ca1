/** Runs of this length are sorted by insertion before they are merged. */
const RUN = 16;

/**
 * Sorts places by falling keys, equal ones by place. A merge sort of our own over typed arrays, since a comparator
 * call per comparison would dominate the building of a graph.
 */
export class RowSorter {
  #keys = new Float64Array(64);
  #left = new Uint32Array(64);
  #right = new Uint32Array(64);

  /** An array for so many keys, to be filled before `sort`. */
  keysFor(size: number): Float64Array {
    if (size > this.#keys.length) {
      const length = 2 ** Math.ceil(Math.log2(size));
      this.#keys = new Float64Array(length);
      this.#left = new Uint32Array(length);
      this.#right = new Uint32Array(length);
    }
    return this.#keys;
  }

  /** The places 0 to `size` - 1 by falling key. Good until the next call. */
  sort(size: number): Uint32Array {
    const keys = this.#keys;
    let from = this.#left;
    let into = this.#right;
    for (let low = 0; low < size; low += RUN) sortRun(keys, from, low, Math.min(low + RUN, size));
    for (let run = RUN; run < size; run *= 2) {
      for (let low = 0; low < size; low += 2 * run) mergeRuns(keys, from, into, low, run, size);
      [from, into] = [into, from];
    }
    return from;
  }
}

function sortRun(keys: Float64Array, into: Uint32Array, low: number, high: number): void {
  for (let i = low; i < high; i++) {
    const key = keys[i];
    let at = i;
    for (; at > low && keys[into[at - 1]] < key; at--) into[at] = into[at - 1];
    into[at] = i;
  }
}

function mergeRuns(
  keys: Float64Array,
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
    const takeLeft = left < middle && (right >= high || keys[from[left]] >= keys[from[right]]);
    into[at] = takeLeft ? from[left++] : from[right++];
  }
}
