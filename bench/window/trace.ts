import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { App } from '../../e2e/app-fixture.ts';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the clock, and of the processor. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

export interface TracedTasks {
  /** Milliseconds of the longest task of the page's thread, by the clock and by the processor. */
  readonly longest: number;
  readonly longestCpu: number;
  readonly tasks: number;
}

/**
 * Records a Chrome trace of the whole program while something is done, and reads the tasks of the page's thread
 * from it: a frame cannot come while one runs.
 *
 * @param keep path under which the trace stays; null: it is deleted
 */
export async function traceTasks(
  app: App,
  keep: string | null,
  act: () => Promise<void>,
): Promise<TracedTasks> {
  await app.electron.evaluate(({ contentTracing }) =>
    contentTracing.startRecording({
      included_categories: [
        'toplevel',
        'devtools.timeline',
        'disabled-by-default-devtools.timeline.frame',
      ],
    }),
  );
  await act();
  const file = keep ?? path.join(tmpdir(), `acquaint-trace-${process.pid}.json`);
  await app.electron.evaluate(({ contentTracing }, to) => contentTracing.stopRecording(to), file);
  const { traceEvents } = JSON.parse(readFileSync(file, 'utf8')) as { traceEvents: TraceEvent[] };
  if (keep === null) rmSync(file);
  return readTasks(traceEvents);
}

function readTasks(events: readonly TraceEvent[]): TracedTasks {
  const pages = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const isTask = ({ name, pid, ph, tid }: TraceEvent): boolean =>
    ph === 'X' && name.endsWith('RunTask') && pages.has(`${pid} ${tid}`);
  const tasks = events.filter(isTask);
  if (tasks.length === 0) throw new Error('The trace has no task of the page.');
  const most = (values: readonly number[]): number =>
    values.reduce((longest, value) => Math.max(longest, value), 0) / 1000;
  return {
    longest: most(tasks.map(({ dur }) => dur ?? 0)),
    longestCpu: most(tasks.map(({ tdur }) => tdur ?? 0)),
    tasks: tasks.length,
  };
}
