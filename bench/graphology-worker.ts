import { parentPort, workerData } from 'node:worker_threads';
import { GraphologyBaseline, type GraphologyCall, type TieColumns } from './graphology-baseline.ts';
import { timeEach, timeOnce } from './measure.ts';
import type { BuiltGraphology, GraphologyAnswer } from './graphology-thread.ts';

/** The other side of graphology-thread.ts. */
const BUDGET_MS = 5000;

const built = timeOnce(() => new GraphologyBaseline(workerData as TieColumns));
const ready: BuiltGraphology = { ms: built.ms, heapBytes: process.memoryUsage().heapUsed };
parentPort?.postMessage(ready);
parentPort?.on('message', (calls: readonly GraphologyCall[]) => {
  const ask = (at: number) => built.result.ask(calls[at]);
  const first = ask(0);
  const timing = timeEach(calls.length, ask, { budgetMs: BUDGET_MS, warmUpMs: 0 });
  const answer: GraphologyAnswer = { first, timing };
  parentPort?.postMessage(answer);
});
