import type { Checkpoint } from '../book/context.ts';

/** Milliseconds of work after which others are let through: less than anybody notices while typing. */
const usualSlice = 25;

/** Called often by long work, with the share done (0 to 1). Throws AppError STOPPED when that is to end. */
export type Breathe = (done: number) => Promise<void>;

/**
 * Lets the thread that has the book answer others while something long is worked out on it from what was read
 * before. What waits may find the book changed afterwards.
 */
export function makeBreathe(checkpoint: Checkpoint, slice = usualSlice): Breathe {
  let since = performance.now();
  return async (done) => {
    if (performance.now() - since < slice) return;
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
    checkpoint(done);
    since = performance.now();
  };
}
