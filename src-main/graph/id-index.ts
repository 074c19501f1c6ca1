/** Ids below this are looked up in a plain table (at most 32 MB); row ids of a book are dense. */
const TABLE_LIMIT = 1 << 23;

/** From person ids (positive integers up to 2^53) to dense indices. */
export class IdIndex {
  #table = new Int32Array(1024);
  readonly #sparse = new Map<number, number>();

  /** The index of a person, or -1. */
  get(id: number): number {
    if (id >= 0 && id < this.#table.length) return this.#table[id] - 1;
    return this.#sparse.get(id) ?? -1;
  }

  /** Throws RangeError for an id that is no positive integer. */
  set(id: number, index: number): void {
    if (!Number.isSafeInteger(id) || id <= 0) {
      throw new RangeError(`A person id is a positive integer, not ${id}.`);
    }
    if (id >= TABLE_LIMIT) {
      this.#sparse.set(id, index);
      return;
    }
    if (id >= this.#table.length) this.#growTable(id + 1);
    this.#table[id] = index + 1;
  }

  delete(id: number): void {
    if (id >= 0 && id < this.#table.length) this.#table[id] = 0;
    else this.#sparse.delete(id);
  }

  #growTable(least: number): void {
    let length = this.#table.length;
    while (length < least) length *= 2;
    const table = new Int32Array(length);
    table.set(this.#table);
    this.#table = table;
  }
}
