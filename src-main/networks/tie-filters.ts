import type { z } from 'zod';
import type { ReadableBook } from '../book/access.ts';
import type { tieFilter } from '../contract/common.ts';
import { AppError } from '../contract/result.ts';
import type { TieFilter } from '../graph/index.ts';
import { findPlatform, listPlatforms } from '../tables/platforms.ts';

/** A filter as a caller states it, in the graph's terms. Throws NOT_FOUND for an unknown platform. */
export function toGraphFilter(book: ReadableBook, filter: z.output<typeof tieFilter>): TieFilter {
  return {
    ...(filter.platform === undefined
      ? {}
      : { platforms: [platformNumber(book, filter.platform)] }),
    ...(filter.minimumStrength === undefined ? {} : { minStrength: filter.minimumStrength }),
    includePossible: filter.withPossible,
    excludedPeople: filter.without,
  };
}

function platformNumber(book: ReadableBook, text: string): number {
  const platform = findPlatform(book, text);
  if (platform !== null) return platform.id;
  const known = listPlatforms(book).map(({ key }) => key);
  throw new AppError(
    'NOT_FOUND',
    `There is no platform called "${text}" in this book. Known ones: ${known.join(', ')}.`,
    { known },
  );
}
