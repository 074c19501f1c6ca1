import {
  isConfirmed,
  splitPlatforms,
  sumShares,
  weighPiece,
  type WeighedPiece,
} from '../graph/index.ts';
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
  readonly #pieces: KnownPiece[] = [];
  /** Numbers of the pieces in the order in which they are added up; made anew after another piece. */
  #ranks: Uint32Array | null = null;
  #parents = new Uint32Array(1024);
  #lastPieces = new Uint32Array(1024);
  #size = 1;
  /** Patterns by hash of parent and piece; 0 is free, since nothing leads to the empty pattern. */
  #slots = new Uint32Array(4096);

  /** @param today 'YYYY-MM-DD': what fades has its strength of that day */
  constructor(today: string) {
    this.#today = today;
  }

  /** A number for a piece of evidence; the caller gives each distinct one once. */
  addPiece(piece: EvidenceColumns): number {
    this.#ranks = null;
    return this.#pieces.push(knowPiece(piece, this.#today)) - 1;
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

  /** How many patterns there are: they are numbered from 0. */
  get size(): number {
    return this.#size;
  }

  weigh(pattern: number): WeighedPattern {
    return weighPieces(this.#list(pattern));
  }

  #list(pattern: number): KnownPiece[] {
    const ranks = (this.#ranks ??= rankPieces(this.#pieces));
    const numbers: number[] = [];
    for (let at = pattern; at !== NO_EVIDENCE; at = this.#parents[at] ?? NO_EVIDENCE) {
      const piece = this.#lastPieces[at] ?? 0;
      // few pieces, most of them in order already
      let place = numbers.length;
      for (; place > 0; place -= 1) {
        const before = numbers[place - 1] ?? 0;
        if ((ranks[before] ?? 0) <= (ranks[piece] ?? 0)) break;
        numbers[place] = before;
      }
      numbers[place] = piece;
    }
    const pieces: KnownPiece[] = [];
    for (const number of numbers) {
      const piece = this.#pieces[number];
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

/** A piece of evidence with what it is worth on the day: null for one that only stands for a stated strength. */
interface KnownPiece {
  readonly columns: EvidenceColumns;
  readonly weighed: WeighedPiece | null;
}

function knowPiece(columns: EvidenceColumns, today: string): KnownPiece {
  const piece = evidencePiece(columns);
  return { columns, weighed: piece === null ? null : weighPiece(piece, today) };
}

/** All evidence of one tie as one strength, with the platforms that it is on. */
export function weighEvidence(rows: readonly EvidenceColumns[], today: string): WeighedPattern {
  return weighPieces(rows.map((row) => knowPiece(row, today)).sort(comparePieces));
}

function weighPieces(pieces: readonly KnownPiece[]): WeighedPattern {
  const weighed: WeighedPiece[] = [];
  const platforms: number[] = [];
  for (const { columns, weighed: one } of pieces) {
    if (one !== null) weighed.push(one);
    const { platformId } = columns;
    if (platformId !== null && !platforms.includes(platformId)) platforms.push(platformId);
  }
  const confirmed = isConfirmed(weighed);
  return {
    strength: weighed.length === 0 ? null : sumShares(weighed, confirmed),
    possible: weighed.length > 0 && !confirmed,
    ...splitPlatforms(platforms),
  };
}

function rankPieces(pieces: readonly KnownPiece[]): Uint32Array {
  const ranks = new Uint32Array(pieces.length);
  const numbers = pieces.map((_, number) => number);
  numbers.sort((a, b) => {
    const [one, other] = [pieces[a], pieces[b]];
    return one === undefined || other === undefined ? 0 : comparePieces(one, other);
  });
  numbers.forEach((number, rank) => {
    ranks[number] = rank;
  });
  return ranks;
}

/**
 * The pieces of a tie are added up in an order of their own: a sum of fractions differs in its last digit by it, and
 * rows come in any order.
 */
function comparePieces({ columns: a }: KnownPiece, { columns: b }: KnownPiece): number {
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
