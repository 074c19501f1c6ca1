import type { ResourceLimits } from 'node:worker_threads';

/**
 * Of the thread that has the book. New objects may take 24 MB instead of the usual 96: an import makes millions that
 * die at once, and each page of memory that is touched for the first time costs more than to clean up the ones in use.
 */
export const bookThreadLimits: ResourceLimits = { maxYoungGenerationSizeMb: 24 };
