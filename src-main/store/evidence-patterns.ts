import { combineEvidence, splitPlatforms, type EvidencePiece } from '../graph/index.ts';
import { evidencePiece, type EvidenceColumns } from '../tables/tie-pieces.ts';

/** What all ties with the same evidence have in common. */
export interface WeighedPattern {
  /** In (0, 1]; null when nothing in it makes a tie. */
  readonly strength: number | null;
  readonly possible: boolean;
  readonly mask: number;
  readonly overflow: readonly number[];
}

/** The pattern of a tie without evidence. */
const NO_EVIDENCE = 0;

/**
 * The distinct sequences of evidence, numbered: of ten million ties a few thousand differ in what they are worth,
 * so that each is weighed once. A tree in which a pattern is its last piece after another pattern; found by a hash
 * table in plain memory, since a Map of as many entries takes ten times as much.
 */
export class EvidencePatterns {
  readonly #today: string;
  readonly #pieces: EvidenceColumns[] = [];
  #parents = new Uint32Array(1024);
  #lastPieces = new Uint32Array(1024);
  #size = 1;
  /** Patterns by hash of parent and piece; 0 is free, since nothing leads to the empty pattern. */
  #slots = new Uint32Array(4096);
  readonly #weighed: (WeighedPattern | undefined)[] = [];

  /** @param today 'YYYY-MM-DD': what fades has its strength of that day */
  constructor(today: string) {
    this.#today = today;
  }

  /** A number for a piece of evidence; the caller gives each distinct one once. */
  addPiece(piece: EvidenceColumns): number {
    return this.#pieces.push(piece) - 1;
  }

  /** The pattern that a pattern becomes with one more piece. */
  extend(pattern: number, piece: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash(pattern, piece) & mask;
    for (;;) {
      const found = this.#slots[slot] ?? 0;
      if (found === 0) break;
      if (this.#parents[found] === pattern && this.#lastPieces[found] === piece) return found;
      slot = (slot + 1) & mask;
    }
    if (this.#size === this.#parents.length) this.#grow();
    const made = this.#size;
    this.#size += 1;
    this.#parents[made] = pattern;
    this.#lastPieces[made] = piece;
    this.#slots[slot] = made;
    if (this.#size * 2 > this.#slots.length) this.#rehash();
    return made;
  }

  weigh(pattern: number): WeighedPattern {
    return (this.#weighed[pattern] ??= weighEvidence(this.#list(pattern), this.#today));
  }

  #list(pattern: number): EvidenceColumns[] {
    const pieces: EvidenceColumns[] = [];
    for (let at = pattern; at !== NO_EVIDENCE; at = this.#parents[at] ?? NO_EVIDENCE) {
      const piece = this.#pieces[this.#lastPieces[at] ?? -1];
      if (piece !== undefined) pieces.push(piece);
    }
    return pieces;
  }

  #grow(): void {
    const parents = new Uint32Array(this.#size * 2);
    const lastPieces = new Uint32Array(this.#size * 2);
    parents.set(this.#parents);
    lastPieces.set(this.#lastPieces);
    this.#parents = parents;
    this.#lastPieces = lastPieces;
  }

  #rehash(): void {
    const slots = new Uint32Array(this.#slots.length * 4);
    const mask = slots.length - 1;
    for (let pattern = 1; pattern < this.#size; pattern += 1) {
      let slot = hash(this.#parents[pattern] ?? 0, this.#lastPieces[pattern] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = pattern;
    }
    this.#slots = slots;
  }
}

/**
 * All evidence of one tie as one strength, with the platforms that it is on. The pieces are added up in an order of
 * their own: a sum of fractions differs in its last digit by it, and rows come in any order.
 */
export function weighEvidence(rows: readonly EvidenceColumns[], today: string): WeighedPattern {
  const pieces: EvidencePiece[] = [];
  const platforms = new Set<number>();
  for (const row of rows.toSorted(compareEvidence)) {
    if (row.platformId !== null) platforms.add(row.platformId);
    const piece = evidencePiece(row);
    if (piece !== null) pieces.push(piece);
  }
  const combined = combineEvidence(pieces, today);
  return {
    strength: combined?.strength ?? null,
    possible: combined?.confirmed === false,
    ...splitPlatforms(platforms),
  };
}

function compareEvidence(a: EvidenceColumns, b: EvidenceColumns): number {
  return (
    compareTexts(a.kind, b.kind) ||
    (a.platformId ?? 0) - (b.platformId ?? 0) ||
    compareTexts(a.direction ?? '', b.direction ?? '') ||
    compareTexts(a.onDate ?? '', b.onDate ?? '')
  );
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function hash(pattern: number, piece: number): number {
  const mixed = Math.imul(pattern, 0x9e3779b1) ^ Math.imul(piece + 1, 0x85ebca77);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
