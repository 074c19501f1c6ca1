import type { PersonId } from '../contract/common.ts';
import type { DuplicateReason } from '../contract/duplicates.ts';

/** An address of more people than this is an office's and proves nothing. */
export const mostSharers = 4;
/** A name of more people than this is a common one: it speaks only together with an organisation. */
export const mostNamesakes = 3;
/** Names alike speak by themselves only if they share a word that so few people bear. */
export const mostBearers = 12;
/** In a larger organisation names alike are no surprise. */
export const largestOrganisation = 400;

export interface Entry {
  readonly low: PersonId;
  readonly high: PersonId;
  readonly reasons: DuplicateReason[];
}

export function pairKey(low: PersonId, high: PersonId): string {
  return `${low} ${high}`;
}

/** Reasons by pair; the first of a kind stays. */
export class PairReasons {
  readonly #pairs = new Map<string, Entry>();

  add(a: PersonId, b: PersonId, reason: DuplicateReason): void {
    if (a === b) return;
    const [low, high] = a < b ? [a, b] : [b, a];
    const key = pairKey(low, high);
    const entry = this.#pairs.get(key);
    if (entry === undefined) this.#pairs.set(key, { low, high, reasons: [reason] });
    else if (!entry.reasons.some(({ kind }) => kind === reason.kind)) entry.reasons.push(reason);
  }

  drop(low: PersonId, high: PersonId): void {
    this.#pairs.delete(pairKey(low, high));
  }

  /** Leaves only those that pass a test. */
  keep(test: (entry: Entry) => boolean): void {
    for (const [key, entry] of this.#pairs) if (!test(entry)) this.#pairs.delete(key);
  }

  all(): IterableIterator<Entry> {
    return this.#pairs.values();
  }
}

/** Calls for each two of a list. */
export function eachPair<T>(items: readonly T[], act: (a: T, b: T) => void): void {
  items.forEach((a, index) => {
    for (const b of items.slice(index + 1)) act(a, b);
  });
}
