/** The pattern of a tie without evidence. */
export const NO_EVIDENCE = 0;

/** Patterns by number. */
export interface Patterns {
  readonly size: number;
  /** What a pattern was before its last piece. */
  readonly parents: Uint32Array;
  readonly lastPieces: Uint32Array;
}

/**
 * The distinct sequences of pieces of evidence, numbered: of ten million ties a few hundred thousand differ in what they
 * are worth, so that each is weighed once. A tree in which a pattern is its last piece after another pattern; found by a
 * hash table in plain memory, since a Map of as many entries takes ten times as much.
 */
export class PatternTree implements Patterns {
  parents = new Uint32Array(1024);
  lastPieces = new Uint32Array(1024);
  size = 1;
  /** Patterns by hash of parent and piece; 0 is free, since nothing leads to the empty pattern. */
  #slots = new Uint32Array(4096);

  /** The pattern that a pattern becomes with one more piece. */
  extend(pattern: number, piece: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash(pattern, piece) & mask;
    for (;;) {
      const found = this.#slots[slot] ?? 0;
      if (found === 0) break;
      if (this.parents[found] === pattern && this.lastPieces[found] === piece) return found;
      slot = (slot + 1) & mask;
    }
    if (this.size === this.parents.length) this.#grow();
    const made = this.size;
    this.size += 1;
    this.parents[made] = pattern;
    this.lastPieces[made] = piece;
    this.#slots[slot] = made;
    if (this.size * 2 > this.#slots.length) this.#rehash();
    return made;
  }

  #grow(): void {
    const parents = new Uint32Array(this.size * 2);
    const lastPieces = new Uint32Array(this.size * 2);
    parents.set(this.parents);
    lastPieces.set(this.lastPieces);
    this.parents = parents;
    this.lastPieces = lastPieces;
  }

  #rehash(): void {
    const slots = new Uint32Array(this.#slots.length * 4);
    const mask = slots.length - 1;
    for (let pattern = 1; pattern < this.size; pattern += 1) {
      let slot = hash(this.parents[pattern] ?? 0, this.lastPieces[pattern] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = pattern;
    }
    this.#slots = slots;
  }
}

function hash(pattern: number, piece: number): number {
  const mixed = Math.imul(pattern, 0x9e3779b1) ^ Math.imul(piece + 1, 0x85ebca77);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
