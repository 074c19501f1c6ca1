import type { ReadableBook } from '../book/access.ts';
import type { QueryContext } from '../book/context.ts';
import { runInSlices } from '../book/run-in-slices.ts';
import { AppError } from '../contract/result.ts';
import { findLikelyPairs, type FoundPairs } from './find-duplicates.ts';
import type { LikelyPair } from './judge-pair.ts';
import { lookAgain } from './look-again.ts';
import { beginToFollow, endFollowing, type TouchedPeople } from './touched-people.ts';

interface Kept {
  readonly found: FoundPairs;
  /** What has changed since. */
  readonly touched: TouchedPeople;
}
const keptByBook = new WeakMap<ReadableBook, Kept>();

/**
 * All likely pairs of the book as it is, the likeliest first. Everybody is looked at once, while others are answered;
 * after that only whom a change is about.
 */
export async function likelyPairs(context: QueryContext): Promise<readonly LikelyPair[]> {
  for (;;) {
    const pairs = knownPairs(context.book);
    if (pairs !== null) return pairs;
    await search(context);
  }
}

/** The same where only those have to be looked at whom a change since is about; null when it is everybody. */
export function knownPairs(book: ReadableBook): readonly LikelyPair[] | null {
  const kept = keptByBook.get(book);
  if (kept === undefined) return null;
  const { found, touched } = kept;
  if (touched.people.size === 0 && !touched.isTooMuch) return found.ordered;
  endFollowing(book, touched);
  keptByBook.delete(book);
  if (touched.isTooMuch || !lookAgain(book, found, touched)) return null;
  keptByBook.set(book, { found, touched: beginToFollow(book) });
  return found.ordered;
}

/** Gives up when so much changes meanwhile that it has to begin again. Throws AppError STOPPED or NO_BOOK. */
async function search({ book, checkpoint }: QueryContext): Promise<void> {
  const touched = beginToFollow(book);
  let isKept = false;
  try {
    const found = await runInSlices(findLikelyPairs(book), (done) => {
      refuseClosed(book);
      checkpoint(done);
      return !touched.isTooMuch;
    });
    const before = keptByBook.get(book);
    if (found === null) return;
    if (before !== undefined) endFollowing(book, before.touched);
    keptByBook.set(book, { found, touched });
    isKept = true;
  } finally {
    if (!isKept) endFollowing(book, touched);
  }
}

function refuseClosed(book: ReadableBook): void {
  try {
    book.value('SELECT 1');
  } catch (error) {
    // the one thing that can be in the way of this
    throw new AppError('NO_BOOK', 'The book was closed before the answer was found.', {
      cause: String(error),
    });
  }
}
