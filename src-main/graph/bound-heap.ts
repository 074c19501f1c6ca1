import type { CompactGraph } from './compact-graph.ts';

/** People by falling upper bound of what they add, then by rising id. A binary heap over typed arrays. */
export class BoundHeap {
  readonly #ids: Float64Array;
  readonly #people: Uint32Array;
  readonly #bounds: Uint32Array;
  #size: number;

  constructor(graph: CompactGraph, people: Uint32Array, bounds: Uint32Array) {
    this.#ids = graph.ids;
    this.#people = people;
    this.#bounds = bounds;
    this.#size = people.length;
    for (let at = (this.#size >>> 1) - 1; at >= 0; at--) this.#sink(at, people[at], bounds[at]);
  }

  get top(): number {
    return this.#people[0];
  }

  /** Bound of the first; 0 when there is none. */
  get topBound(): number {
    return this.#size === 0 ? 0 : this.#bounds[0];
  }

  /** Sets the bound of the first to what it adds now. True if it stays first, and is thus the choice. */
  lowerTop(bound: number): boolean {
    return this.#sink(0, this.#people[0], bound) === 0;
  }

  removeTop(): void {
    const last = --this.#size;
    if (last > 0) this.#sink(0, this.#people[last], this.#bounds[last]);
  }

  /** Puts a person at a place, or as far below as it belongs. Returns where. */
  #sink(from: number, person: number, bound: number): number {
    const people = this.#people;
    const bounds = this.#bounds;
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.#size) break;
      if (child + 1 < this.#size) {
        const isRightFirst = this.#isBefore(
          people[child + 1],
          bounds[child + 1],
          people[child],
          bounds[child],
        );
        if (isRightFirst) child++;
      }
      if (!this.#isBefore(people[child], bounds[child], person, bound)) break;
      people[at] = people[child];
      bounds[at] = bounds[child];
      at = child;
    }
    people[at] = person;
    bounds[at] = bound;
    return at;
  }

  #isBefore(person: number, bound: number, other: number, otherBound: number): boolean {
    return bound > otherBound || (bound === otherBound && this.#ids[person] < this.#ids[other]);
  }
}
