/** Times of one question, in milliseconds. */
export interface Timing {
  readonly median: number;
  readonly p95: number;
  /** Sum over all runs. */
  readonly total: number;
  readonly runs: number;
}

/** Long enough for the engine to have compiled the question for good. */
const WARM_UP_MS = 300;
/** How often a run is repeated that the scheduler interrupted for another program. */
const MOST_TRIES = 5;
/** The processor time of a thread is only known to a few milliseconds: it is used for runs longer than this. */
const CPU_TIME_FROM_MS = 50;

/**
 * Times a call for each number below `count`, after a warm-up. So that a machine which others use
 * too tells of the question and not of the others, a short run during which the scheduler took the processor away
 * is repeated, the least of its tries counting, and of a long one the processor time counts.
 *
 * @param options batch: calls timed together, for questions shorter than the clock can tell
 */
export function timeEach(
  count: number,
  call: (at: number) => unknown,
  options: { readonly batch?: number; readonly warmUpMs?: number; readonly budgetMs?: number } = {},
): Timing {
  const { batch = 1, warmUpMs = WARM_UP_MS, budgetMs = Number.POSITIVE_INFINITY } = options;
  const warm = performance.now() + warmUpMs;
  for (let at = 0; performance.now() < warm; at = (at + 1) % count) call(at);
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
  const { elapsed, result } = timeFairly(call);
  return { ms: elapsed, result };
}

/** Milliseconds of a call that answers later but works in this thread; repeated as above while it is interrupted. */
export async function timeAnswer(call: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const interruptions = process.resourceUsage().involuntaryContextSwitches;
    const start = performance.now();
    await call();
    least = Math.min(least, performance.now() - start);
    if (process.resourceUsage().involuntaryContextSwitches === interruptions) break;
  }
  return least;
}

function repeat(call: (at: number) => unknown, at: number, times: number): void {
  for (let i = 0; i < times; i++) call(at);
}

function timeUndisturbed(call: () => void, isLate: () => boolean): number {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const interruptions = process.resourceUsage().involuntaryContextSwitches;
    const { elapsed } = timeFairly(call);
    least = Math.min(least, elapsed);
    if (elapsed > CPU_TIME_FROM_MS || isLate()) break;
    if (process.resourceUsage().involuntaryContextSwitches === interruptions) break;
  }
  return least;
}

/** Elapsed milliseconds, without what other programs took of it where the run is long enough to tell. */
function timeFairly<T>(call: () => T): { elapsed: number; result: T } {
  const cpuBefore = process.threadCpuUsage();
  const start = performance.now();
  const result = call();
  const elapsed = performance.now() - start;
  if (elapsed < CPU_TIME_FROM_MS) return { elapsed, result };
  const { user, system } = process.threadCpuUsage(cpuBefore);
  return { elapsed: Math.min(elapsed, (user + system) / 1000), result };
}

/** Median and 95th percentile of times in milliseconds. */
export function summarise(times: readonly number[]): Timing {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  const total = times.reduce((sum, time) => sum + time, 0);
  return { median: at(0.5), p95: at(0.95), total, runs: sorted.length };
}
