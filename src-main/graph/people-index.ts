import { DO_NOT_ASK } from './compact-graph.ts';
import { IdIndex } from './id-index.ts';

/** Numbers people as they come, before they have their place in the graph. */
export class PeopleIndex {
  readonly #index = new IdIndex();
  #ids = new Float64Array(1024);
  #flags = new Uint8Array(1024);
  #size = 0;

  /** A person, with or without ties. */
  add(id: number, doNotAsk: boolean): void {
    const number = this.numberOf(id);
    this.#flags[number] = doNotAsk ? DO_NOT_ASK : 0;
  }

  /** The number of a person, given out if new. Throws RangeError for an id that is no positive integer. */
  numberOf(id: number): number {
    const known = this.#index.get(id);
    if (known >= 0) return known;
    if (this.#size === this.#ids.length) this.#grow();
    this.#index.set(id, this.#size);
    this.#ids[this.#size] = id;
    return this.#size++;
  }

  /** -1 for somebody who did not come. */
  find(id: number): number {
    return this.#index.get(id);
  }

  get size(): number {
    return this.#size;
  }

  /** By number. */
  get ids(): Float64Array {
    return this.#ids.subarray(0, this.#size);
  }

  get flags(): Uint8Array {
    return this.#flags.subarray(0, this.#size);
  }

  #grow(): void {
    const ids = new Float64Array(this.#ids.length * 2);
    const flags = new Uint8Array(this.#ids.length * 2);
    ids.set(this.#ids);
    flags.set(this.#flags);
    this.#ids = ids;
    this.#flags = flags;
  }
}
