import { countRows, type RowChange } from '../book/row-changes.ts';
import type { ReadableBook } from '../book/access.ts';
import { AppError } from '../contract/result.ts';
import { applyEdits, type CompactGraph } from '../graph/index.ts';
import type { GraphCopy } from './graph-copy.ts';
import type { Job } from './job.ts';
import { sweepGraph, type SweepOptions } from './sweep-graph.ts';
import { addTouched, editsFor, touchNothing } from './touched-ties.ts';

/** Beyond this many changed rows, beginning again is quicker than editing row by row. */
export const reloadAbove = 5_000;

type LoadingTuning = Pick<SweepOptions, 'helpedAbove' | 'sliceTime'>;

export interface LoadedGraph {
  readonly graph: CompactGraph;
  /** Whether the packed copy beside the book is of this very graph. */
  readonly isCopied: boolean;
}

interface Waiting {
  readonly job: Job;
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * The loading of a large graph, from its packed copy or from the tables, in slices between which other calls are
 * answered. What is changed meanwhile is followed, so that the graph is that of the book as it is in the end.
 */
export class GraphLoading {
  readonly #book: ReadableBook;
  readonly #today: string;
  readonly #copy: GraphCopy | null;
  readonly #tuning: LoadingTuning;
  readonly #waiting = new Set<Waiting>();
  #touched = touchNothing();
  #changes = 0;
  #isAbandoned = false;

  constructor(book: ReadableBook, today: string, copy: GraphCopy | null, tuning: LoadingTuning) {
    this.#book = book;
    this.#today = today;
    this.#copy = copy;
    this.#tuning = tuning;
  }

  /** Loads; null when it was abandoned. Throws what SQLite throws. */
  async run(): Promise<LoadedGraph | null> {
    try {
      const loaded = await this.#load();
      for (const waiting of this.#waiting) {
        if (loaded === null) waiting.reject(closed());
        else waiting.resolve();
      }
      return loaded;
    } catch (error) {
      for (const waiting of this.#waiting) waiting.reject(error);
      throw error;
    } finally {
      this.#waiting.clear();
    }
  }

  /** Waits for the end with a call, which is told how far it is. Rejects once that call is stopped. */
  wait(job: Job): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.add({ job, resolve, reject });
    });
  }

  /** Follows a change of the book; to be called right after it. */
  follow(changes: readonly RowChange[]): void {
    this.#changes += countRows(changes);
    if (this.#changes <= reloadAbove) addTouched(this.#touched, this.#book, changes);
  }

  /** Nobody needs it any more: the book may be closed at once. */
  abandon(): void {
    this.#isAbandoned = true;
  }

  async #load(): Promise<LoadedGraph | null> {
    const copied = (await this.#copy?.read()) ?? null;
    if (this.#isAbandoned) return null;
    if (copied !== null && this.#changes <= reloadAbove) {
      return { graph: this.#upToDate(copied), isCopied: this.#changes === 0 };
    }
    for (;;) {
      this.#touched = touchNothing();
      this.#changes = 0;
      const graph = await this.#sweep();
      if (this.#isAbandoned) return null;
      if (graph !== null) return { graph: this.#upToDate(graph), isCopied: false };
    }
  }

  /** Null when so much has changed meanwhile that it must begin again, or when it was abandoned. */
  #sweep(): Promise<CompactGraph | null> {
    const goesOn = (done: number): boolean => {
      this.#tellAll(done);
      return !this.#isAbandoned && this.#changes <= reloadAbove;
    };
    const { helpedAbove, sliceTime } = this.#tuning;
    return sweepGraph(this.#book, this.#today, { goesOn, helpedAbove, sliceTime });
  }

  #upToDate(graph: CompactGraph): CompactGraph {
    applyEdits(graph, editsFor(this.#touched, this.#book, this.#today));
    return graph;
  }

  /** A call that was stopped waits no longer; the loading goes on for the next. */
  #tellAll(done: number): void {
    for (const waiting of this.#waiting) {
      try {
        waiting.job.checkpoint(done, 'Reading the ties of your book');
      } catch (error) {
        this.#waiting.delete(waiting);
        waiting.reject(error);
      }
    }
  }
}

function closed(): AppError {
  return new AppError('NO_BOOK', 'The book was closed before the answer was found.');
}
