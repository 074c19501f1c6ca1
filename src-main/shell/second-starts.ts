import type { HandedPaths } from './handed-files.ts';

/**
 * What other starts of the program were given. They are heard from the moment on that this one has the lock; what comes
 * before there is a window waits for it, since the other start has left by then.
 */
export class SecondStarts {
  #waiting: HandedPaths[] = [];
  #take: ((given: HandedPaths) => void) | null = null;

  hear(given: HandedPaths): void {
    if (this.#take === null) this.#waiting.push(given);
    else this.#take(given);
  }

  /** From now on each is given to `take`, those that have waited first. */
  serve(take: (given: HandedPaths) => void): void {
    this.#take = take;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const given of waiting) take(given);
  }
}
