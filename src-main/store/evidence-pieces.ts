import {
  isConfirmed,
  splitPlatforms,
  sumShares,
  weighPiece,
  type WeighedPiece,
} from '../graph/index.ts';
import { evidencePiece, type EvidenceColumns } from '../tables/tie-pieces.ts';
import { NO_EVIDENCE, type Patterns } from './pattern-tree.ts';

/** What all ties with the same evidence have in common. */
export interface WeighedPattern {
  /** In (0, 1]; null when nothing in it makes a tie. */
  readonly strength: number | null;
  readonly possible: boolean;
  readonly mask: number;
  readonly overflow: readonly number[];
}

/** The distinct pieces of evidence, numbered, and what patterns of them are worth. */
export class EvidencePieces {
  readonly #today: string;
  readonly #pieces: KnownPiece[] = [];
  /** Numbers of the pieces in the order in which they are added up; made anew after another piece. */
  #ranks: Uint32Array | null = null;

  /** @param today 'YYYY-MM-DD': what fades has its strength of that day */
  constructor(today: string) {
    this.#today = today;
  }

  /** A number for a piece of evidence; the caller gives each distinct one once. */
  add(piece: EvidenceColumns): number {
    this.#ranks = null;
    return this.#pieces.push(knowPiece(piece, this.#today)) - 1;
  }

  weigh(patterns: Patterns, pattern: number): WeighedPattern {
    return weighPieces(this.#list(patterns, pattern));
  }

  #list({ lastPieces, parents }: Patterns, pattern: number): KnownPiece[] {
    const ranks = (this.#ranks ??= rankPieces(this.#pieces));
    const numbers: number[] = [];
    for (let at = pattern; at !== NO_EVIDENCE; at = parents[at] ?? NO_EVIDENCE) {
      const piece = lastPieces[at] ?? 0;
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
