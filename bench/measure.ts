/** Times of one question. */
export interface Timing {
  /** Milliseconds. */
  readonly median: number;
  readonly p95: number;
  readonly runs: number;
}

/** Median and 95th percentile of times in milliseconds. */
export function summarise(times: readonly number[]): Timing {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { median: at(0.5), p95: at(0.95), runs: sorted.length };
}

/**
 * Times a call for each number below `count`, after a warm-up over some of them.
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
    const start = performance.now();
    for (let i = 0; i < batch; i++) call(at);
    times.push((performance.now() - start) / batch);
    if (performance.now() - begun > budgetMs) break;
  }
  return summarise(times);
}

/** Milliseconds that one call takes, and what it returned. */
export function timeOnce<T>(call: () => T): { ms: number; result: T } {
  const start = performance.now();
  const result = call();
  return { ms: performance.now() - start, result };
}
