import type { Checkpoint } from '../book/context.ts';
import { AppError } from '../contract/result.ts';

/** A call as far as it can be stopped, and as far as its progress is told. */
export interface Job {
  /** Tells how far the call is, and throws AppError STOPPED once it should end. */
  readonly checkpoint: Checkpoint;
  /** One number in shared memory, not 0 once the call should end; null when nobody can stop it. */
  readonly stopFlag: Int32Array | null;
}

/** Of a call that nobody watches. */
export const unwatchedJob: Job = { checkpoint() {}, stopFlag: null };

/** Milliseconds between two reports: more would be read by nobody. */
const reportEvery = 80;

/**
 * A job that looks at its flag at every checkpoint, and reports at most a dozen times a second, since handlers call
 * the checkpoint as often as they like.
 *
 * @param now milliseconds of a clock that only grows
 */
export function makeJob(
  stopFlag: Int32Array,
  report: (done: number, label: string | null) => void,
  now: () => number = () => performance.now(),
): Job {
  let reportedAt = Number.NEGATIVE_INFINITY;
  let reportedLabel: string | null = null;
  return {
    stopFlag,
    checkpoint(done, words) {
      const label = words ?? null;
      if (Atomics.load(stopFlag, 0) !== 0) throw stopped();
      const time = now();
      if (time - reportedAt < reportEvery && label === reportedLabel) return;
      reportedAt = time;
      reportedLabel = label;
      report(Math.min(1, Math.max(0, done)), label);
    },
  };
}

/** What a call that was stopped answers. */
function stopped(): AppError {
  return new AppError('STOPPED', 'Stopped before it was finished. Nothing was changed.');
}
