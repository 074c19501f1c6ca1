import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work after which others have their turn: less than anybody notices while typing. */
export const usualSlice = 10;

/**
 * Does long work on the thread that has the book in slices, between which others are answered; they may change the
 * book.
 *
 * @param steps yields every few milliseconds at most how far it is (0 to 1)
 * @param goesOn called after each slice; false ends the work, as what it throws does
 * @returns null when the work was ended
 */
export async function runInSlices<Result>(
  steps: Generator<number, Result>,
  goesOn: (done: number) => boolean,
  sliceTime: number = usualSlice,
): Promise<Result | null> {
  for (;;) {
    const end = performance.now() + sliceTime;
    let done: number;
    do {
      const step = steps.next();
      if (step.done === true) return step.value;
      done = step.value;
    } while (performance.now() < end);
    await setImmediate();
    if (!goesOn(done)) return null;
  }
}
