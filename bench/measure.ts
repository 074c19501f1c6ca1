/** Times of one question, in milliseconds. */
export interface Timing {
  readonly median: number;
  readonly p95: number;
  /** Sum over all runs. */
  readonly total: number;
  readonly runs: number;
}

/** How often a run is repeated that the scheduler interrupted for another program. */
const MOST_TRIES = 5;

/**
 * Times a call for each number below `count`, after a warm-up over some of them. A run during which the scheduler
 * took the processor away is repeated, and the least of its tries counts, so that a machine which others use too
 * tells of the question and not of the others.
 *
 * @param options batch: calls timed together, for questions shorter than the clock can tell
 */
export function timeEach(
  count: number,
  call: (at: number) => unknown,
  options: { readonly batch?: number; readonly warmUp?: number; readonly budgetMs?: number } = {},
): Timing {
  const { batch = 1, warmUp = 20, budgetMs = Number.POSITIVE_INFINITY } = options;
  for (let at = 0; at < Math.min(warmUp, count); at++) call(at);
  const times: number[] = [];
  const begun = performance.now();
  for (let at = 0; at < count; at++) {
    const isLate = () => performance.now() - begun > budgetMs;
    times.push(timeUndisturbed(() => repeat(call, at, batch), isLate) / batch);
    if (isLate()) break;
  }
  return summarise(times);
}

/** Milliseconds that one call takes, and what it returned. */
export function timeOnce<T>(call: () => T): { ms: number; result: T } {
  const start = performance.now();
  const result = call();
  return { ms: performance.now() - start, result };
}

function repeat(call: (at: number) => unknown, at: number, times: number): void {
  for (let i = 0; i < times; i++) call(at);
}

function timeUndisturbed(call: () => void, isLate: () => boolean): number {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const interruptions = process.resourceUsage().involuntaryContextSwitches;
    const start = performance.now();
    call();
    least = Math.min(least, performance.now() - start);
    if (process.resourceUsage().involuntaryContextSwitches === interruptions || isLate()) break;
  }
  return least;
}

function summarise(times: readonly number[]): Timing {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  const total = times.reduce((sum, time) => sum + time, 0);
  return { median: at(0.5), p95: at(0.95), total, runs: sorted.length };
}
