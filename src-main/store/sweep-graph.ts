import type { ReadableBook } from '../book/access.ts';
import { runInSlices } from '../book/run-in-slices.ts';
import type { CompactGraph } from '../graph/index.ts';
import { HelperFailed } from './graph-helper.ts';
import { loadGraphInSteps } from './load-graph.ts';
import { LoadingHelper } from './loading-helper.ts';

export interface SweepOptions {
  /** Called after each slice with how far it is, 0 to 1; false ends the work. */
  readonly goesOn: (done: number) => boolean;
  /** Milliseconds after which others have their turn. */
  readonly sliceTime: number;
  /** From so many ties on a second thread helps: for fewer its start takes longer than it saves. */
  readonly helpedAbove: number;
  /** Starts that thread; throws when it cannot be had. */
  readonly startHelper?: () => LoadingHelper;
}

/**
 * The graph from the tables, between other calls; null when it was ended. A thread that helps is gone when it is done, ended or
 * has failed; when it cannot be had or dies, all is done here, from the beginning.
 */
export async function sweepGraph(
  book: ReadableBook,
  today: string,
  { goesOn, helpedAbove, sliceTime, startHelper = () => new LoadingHelper() }: SweepOptions,
): Promise<CompactGraph | null> {
  // by the ids given out so far, without counting
  if ((book.value<number>('SELECT max(id) FROM tie') ?? 0) > helpedAbove) {
    const helper = tryTo(startHelper);
    try {
      if (helper !== null) {
        return await runInSlices(loadGraphInSteps(book, today, helper), goesOn, sliceTime);
      }
    } catch (error) {
      if (!(error instanceof HelperFailed)) throw error;
    } finally {
      await helper?.close();
    }
  }
  return runInSlices(loadGraphInSteps(book, today), goesOn, sliceTime);
}

/** Null when there is no thread to be had. */
function tryTo(startHelper: () => LoadingHelper): LoadingHelper | null {
  try {
    return startHelper();
  } catch {
    return null;
  }
}
