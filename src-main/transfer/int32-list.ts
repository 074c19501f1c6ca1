/** Numbers of 32 bits, by place; grows by doubling. */
export class Int32List {
  #numbers = new Int32Array(64);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** A place beyond the end is added, with zeros before it. */
  set(place: number, number: number): void {
    if (place >= this.#numbers.length) {
      const more = new Int32Array(Math.max(place + 1, 2 * this.#numbers.length));
      more.set(this.#numbers);
      this.#numbers = more;
    }
    this.#numbers[place] = number;
    if (place >= this.#length) this.#length = place + 1;
  }

  /** 0 for a place that was never set. */
  at(place: number): number {
    return this.#numbers[place] ?? 0;
  }
}
