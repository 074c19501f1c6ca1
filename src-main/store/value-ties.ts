import type { ReadableBook } from '../book/access.ts';
import { combineEvidence, type TieValues } from '../graph/index.ts';
import { replacingPieces, type TieColumns } from '../tables/tie-pieces.ts';
import type { EvidencePieces } from './evidence-pieces.ts';
import type { Steps } from './loading-crew.ts';
import type { Patterns } from './pattern-tree.ts';
import { inChunks } from './sweep-in-chunks.ts';
import type { SweptPairs } from './sweep-ties.ts';

/** Strengths given by hand or stated in a file, which replace that of the evidence. */
export interface Replaced {
  /** 1 to 5 by position, 0 for none. */
  readonly ratings: Uint8Array;
  /** By position of the few that have one and no rating. */
  readonly stated: ReadonlyMap<number, number>;
}

export function* readReplaced(book: ReadableBook, pairs: SweptPairs): Steps<Replaced> {
  const ratings = new Uint8Array(pairs.positions);
  const stated = new Map<number, number>();
  for (const { done, from, to } of inChunks(book, 'tie', pairs.span)) {
    const replaced = book.column<number>(
      `SELECT id * 8 + ifnull(rating, 0) FROM tie
       WHERE id BETWEEN @from AND @to AND (rating IS NOT NULL OR stated_strength IS NOT NULL)`,
      { from, to },
    );
    for (const tie of replaced) {
      const id = Math.floor(tie / 8);
      const position = pairs.positionOf(id);
      if (position < 0) continue;
      const rating = tie % 8;
      if (rating !== 0) ratings[position] = rating;
      else stated.set(position, readStated(book, id));
    }
    yield done;
  }
  return { ratings, stated };
}

function readStated(book: ReadableBook, id: number): number {
  return book.value<number>('SELECT stated_strength FROM tie WHERE id = @id', { id }) ?? 0;
}

/** The strength that replaces that of the evidence, null when nothing does. */
export function replacingStrength(tie: TieColumns, today: string): number | null {
  return combineEvidence(replacingPieces(tie), today)?.strength ?? null;
}

/** Numbers of values by pattern and rating. */
const patternsARating = 8;
/** Instead of the number of a value: nothing in the pattern makes a tie. */
const NO_TIE = -1;

/** What each tie is worth, as the number of a value: each pattern is weighed once. */
export class TieValuer {
  readonly #values: TieValues;
  readonly #patterns: Patterns;
  readonly #pieces: EvidencePieces;
  readonly #replaced: Replaced;
  readonly #byRating: readonly (number | null)[];
  /** Values plus one; 0 until the first tie of that pattern is met. */
  readonly #ofPattern: Int32Array;
  readonly #ofRated = new Map<number, number>();

  constructor(
    values: TieValues,
    of: {
      readonly patterns: Patterns;
      readonly pieces: EvidencePieces;
      readonly replaced: Replaced;
      readonly today: string;
    },
  ) {
    this.#values = values;
    this.#patterns = of.patterns;
    this.#pieces = of.pieces;
    this.#replaced = of.replaced;
    this.#byRating = [null, 1, 2, 3, 4, 5].map((rating) =>
      replacingStrength({ rating, statedStrength: null }, of.today),
    );
    this.#ofPattern = new Int32Array(of.patterns.size);
  }

  /** -1 when it is no tie. */
  valueOf(position: number, pattern: number): number {
    const { ratings, stated } = this.#replaced;
    const rating = ratings[position] ?? 0;
    if (rating !== 0) return this.#valueOfRated(pattern, rating);
    if (stated.size > 0) {
      const strength = stated.get(position);
      if (strength !== undefined) return this.#addReplaced(pattern, strength);
    }
    const known = this.#ofPattern[pattern] ?? 0;
    if (known !== 0) return known === NO_TIE ? NO_TIE : known - 1;
    const { mask, overflow, possible, strength } = this.#pieces.weigh(this.#patterns, pattern);
    const value = strength === null ? NO_TIE : this.#values.add(strength, mask, possible, overflow);
    this.#ofPattern[pattern] = value === NO_TIE ? NO_TIE : value + 1;
    return value;
  }

  #valueOfRated(pattern: number, rating: number): number {
    const key = pattern * patternsARating + rating;
    let value = this.#ofRated.get(key);
    if (value === undefined) {
      value = this.#addReplaced(pattern, this.#byRating[rating] ?? 0);
      this.#ofRated.set(key, value);
    }
    return value;
  }

  #addReplaced(pattern: number, strength: number): number {
    const { mask, overflow } = this.#pieces.weigh(this.#patterns, pattern);
    return this.#values.add(strength, mask, false, overflow);
  }
}
