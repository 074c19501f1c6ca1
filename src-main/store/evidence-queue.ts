import { rowsAChunk } from './sweep-in-chunks.ts';

/** Chunks that may wait: 0.2 s of work for the thread that takes them, which is slower at first, when patterns are new. */
const places = 256;
const wordsAPlace = 2 * rowsAChunk;

/** Words before the chunks: how many were given and taken, two bells, and the length of each chunk. */
const GIVEN = 0;
const TAKEN = 1;
const BELL_OF_TAKER = 2;
const BELL_OF_GIVER = 3;
const LENGTHS = 4;
const CHUNKS = LENGTHS + places;

/** Chunks of evidence on their way from one thread to another, in memory that both see. Each side can wait for the other. */
export class EvidenceQueue {
  readonly memory: SharedArrayBuffer;
  readonly #words: Int32Array;

  /** @param memory that of the queue's other end */
  constructor(memory?: SharedArrayBuffer) {
    this.memory =
      memory ??
      new SharedArrayBuffer((CHUNKS + places * wordsAPlace) * Int32Array.BYTES_PER_ELEMENT);
    this.#words = new Int32Array(this.memory);
  }

  /** Copies a chunk in. False when there is no place. */
  give(evidence: Uint32Array): boolean {
    const given = Atomics.load(this.#words, GIVEN);
    if (given - Atomics.load(this.#words, TAKEN) === places) return false;
    const place = given % places;
    this.#words.set(evidence, CHUNKS + place * wordsAPlace);
    this.#words[LENGTHS + place] = evidence.length;
    Atomics.store(this.#words, GIVEN, given + 1);
    this.ringTaker();
    return true;
  }

  /** Uses the next chunk, which is gone then. False when there is none. */
  take(use: (evidence: Uint32Array) => void): boolean {
    const taken = Atomics.load(this.#words, TAKEN);
    if (taken === Atomics.load(this.#words, GIVEN)) return false;
    const place = taken % places;
    const from = (CHUNKS + place * wordsAPlace) * Int32Array.BYTES_PER_ELEMENT;
    use(new Uint32Array(this.memory, from, this.#words[LENGTHS + place]));
    Atomics.store(this.#words, TAKEN, taken + 1);
    this.ringGiver();
    return true;
  }

  ringTaker(): void {
    this.#ring(BELL_OF_TAKER);
  }

  ringGiver(): void {
    this.#ring(BELL_OF_GIVER);
  }

  /** How often the taker's bell was rung: to be read before looking for work, so that no ring is missed. */
  get ringsOfTaker(): number {
    return Atomics.load(this.#words, BELL_OF_TAKER);
  }

  get ringsOfGiver(): number {
    return Atomics.load(this.#words, BELL_OF_GIVER);
  }

  /** Sleeps until the bell is rung once more. */
  awaitTakersBell(rings: number): void {
    Atomics.wait(this.#words, BELL_OF_TAKER, rings);
  }

  /** Likewise, for so many milliseconds at most. */
  awaitGiversBell(rings: number, most: number): void {
    Atomics.wait(this.#words, BELL_OF_GIVER, rings, most);
  }

  #ring(bell: number): void {
    Atomics.add(this.#words, bell, 1);
    Atomics.notify(this.#words, bell);
  }
}
