/** Runs of this length are sorted by insertion before they are merged. */
const RUN = 16;

/**
 * Sorts keys ascending with a value beside each; equal keys keep their order. A merge sort of our own, since a row has
 * twenty entries on average, for which a call into the engine costs more than the sorting.
 */
export class PairSorter {
  /** To be filled before `sort`, and read after it: it may be another array then. */
  keys = new Uint32Array(64);
  values = new Uint32Array(64);
  #otherKeys = new Uint32Array(64);
  #otherValues = new Uint32Array(64);

  reserve(size: number): void {
    if (size <= this.keys.length) return;
    const length = 2 ** Math.ceil(Math.log2(size));
    this.keys = new Uint32Array(length);
    this.values = new Uint32Array(length);
    this.#otherKeys = new Uint32Array(length);
    this.#otherValues = new Uint32Array(length);
  }

  /** Sorts the first `size` entries. */
  sort(size: number): void {
    for (let low = 0; low < size; low += RUN) this.#sortRun(low, Math.min(low + RUN, size));
    for (let run = RUN; run < size; run *= 2) {
      for (let low = 0; low < size; low += 2 * run) this.#mergeRuns(low, run, size);
      [this.keys, this.#otherKeys] = [this.#otherKeys, this.keys];
      [this.values, this.#otherValues] = [this.#otherValues, this.values];
    }
  }

  #sortRun(low: number, high: number): void {
    const { keys, values } = this;
    for (let i = low + 1; i < high; i++) {
      const key = keys[i];
      const value = values[i];
      let at = i;
      for (; at > low && keys[at - 1] > key; at--) {
        keys[at] = keys[at - 1];
        values[at] = values[at - 1];
      }
      keys[at] = key;
      values[at] = value;
    }
  }

  #mergeRuns(low: number, run: number, size: number): void {
    const { keys, values } = this;
    const intoKeys = this.#otherKeys;
    const intoValues = this.#otherValues;
    const middle = Math.min(low + run, size);
    const high = Math.min(low + 2 * run, size);
    let left = low;
    let right = middle;
    for (let at = low; at < high; at++) {
      const takesLeft = left < middle && (right >= high || keys[left] <= keys[right]);
      const from = takesLeft ? left++ : right++;
      intoKeys[at] = keys[from];
      intoValues[at] = values[from];
    }
  }
}
