import type { ResourceLimits } from 'node:worker_threads';

/**
 * Of the thread that has the book. New objects may take 24 MB instead of the usual 96: an import makes millions that
 * die at once, and each page of memory that is touched for the first time costs more than to clean up the ones in use.
 * Old ones may take 2 GB, as on a machine of 8 GB by default: under a limit of 4 GB the collector lets the heap grow to
 * four times what is in use before it looks, under this one to twice.
 */
export const bookThreadLimits: ResourceLimits = {
  maxYoungGenerationSizeMb: 24,
  maxOldGenerationSizeMb: 2000,
};
