import { LabelSet } from './label-set.ts';

/**
 * Memory that questions reuse, so that a short question does not pay for clearing a million entries. Whoever
 * takes an array gives it back all zeros, also when a checkpoint throws.
 */
export class Scratch {
  #marks = new Uint8Array(0);
  #barred = new Uint8Array(0);
  #queue = new Uint32Array(0);
  #places = new Int32Array(0);
  #bits: readonly [Uint32Array, Uint32Array, Uint32Array] = [
    new Uint32Array(0),
    new Uint32Array(0),
    new Uint32Array(0),
  ];
  #forward: LabelSet | null = null;
  #backward: LabelSet | null = null;

  /** One byte a person, all zeros. */
  marks(people: number): Uint8Array {
    if (this.#marks.length < people) this.#marks = new Uint8Array(roomFor(people));
    return this.#marks;
  }

  /** A second such array, for people who may not be introducers in a search. */
  barred(people: number): Uint8Array {
    if (this.#barred.length < people) this.#barred = new Uint8Array(roomFor(people));
    return this.#barred;
  }

  /** Room for every person once; its contents are what the last user left. */
  queue(people: number): Uint32Array {
    if (this.#queue.length < people) this.#queue = new Uint32Array(roomFor(people));
    return this.#queue;
  }

  /** One number a person, all zeros. */
  places(people: number): Int32Array {
    if (this.#places.length < people) this.#places = new Int32Array(roomFor(people));
    return this.#places;
  }

  /** Three words a person, all zeros. */
  bits(people: number): readonly [Uint32Array, Uint32Array, Uint32Array] {
    if (this.#bits[0].length < people) {
      const room = roomFor(people);
      this.#bits = [new Uint32Array(room), new Uint32Array(room), new Uint32Array(room)];
    }
    return this.#bits;
  }

  /** Labels of a search from its start; empty. */
  forward(people: number): LabelSet {
    this.#forward = LabelSet.fitting(this.#forward, people);
    return this.#forward;
  }

  /** Labels of a search from its targets; empty. */
  backward(people: number): LabelSet {
    this.#backward = LabelSet.fitting(this.#backward, people);
    return this.#backward;
  }

  get bytes(): number {
    const labels = (this.#forward?.bytes ?? 0) + (this.#backward?.bytes ?? 0);
    const people = [this.#marks, this.#barred, this.#queue, this.#places, ...this.#bits];
    return people.reduce((sum, array) => sum + array.byteLength, labels);
  }
}

/** An eighth more than needed, so that adding people one by one does not allocate each time. */
function roomFor(people: number): number {
  return people + (people >>> 3) + 64;
}
