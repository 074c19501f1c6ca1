import { countRows, type RowChange } from '../book/row-changes.ts';
import type { ReadableBook } from '../book/access.ts';
import { NetworkNotReady, type Network } from '../book/network.ts';
import type { Book } from '../book/open-book.ts';
import { usualSlice } from '../book/run-in-slices.ts';
import {
  answerQuestion,
  applyEdits,
  compactGraph,
  estimateCost,
  needsCompaction,
  type CompactGraph,
  type GraphQuestion,
  type GraphQuestions,
} from '../graph/index.ts';
import { GraphCopy } from './graph-copy.ts';
import { GraphHelper, HelperFailed } from './graph-helper.ts';
import { GraphLoading, reloadAbove, type LoadedGraph } from './graph-loading.ts';
import type { Job } from './job.ts';
import { loadGraph } from './load-graph.ts';
import { addTouched, editsFor, touchNothing } from './touched-ties.ts';

/** Tables that the graph is made of. */
const graphTables: ReadonlySet<string> = new Set(['person', 'tie', 'evidence']);
/** Milliseconds without a change after which there is time for housekeeping. */
const quietTime = 20_000;

export interface NetworkTuning {
  /** Questions that walk more ties than this go to another thread: up to here the answer takes some 10 ms. */
  readonly longAbove: number;
  /** Graphs of more ties than this are loaded between other calls and have a packed copy: smaller ones load in a moment. */
  readonly largeAbove: number;
  /** Graphs of more ties than this are loaded by two threads: for fewer the second takes longer to start than it saves. */
  readonly helpedAbove: number;
  /** Milliseconds of loading after which other calls have their turn. */
  readonly sliceTime: number;
}
export const usualTuning: NetworkTuning = {
  longAbove: 2_000_000,
  largeAbove: 100_000,
  helpedAbove: 400_000,
  sliceTime: usualSlice,
};

/**
 * Keeps the graph of one book as of one day: loaded on first use, edited after each commit from the rows that
 * changed, loaded anew when too much has changed at once. Another day needs another service: strengths fade.
 */
export class NetworkService {
  readonly #opened: Book;
  readonly #book: ReadableBook;
  readonly #today: string;
  readonly #tuning: NetworkTuning;
  readonly #copy: GraphCopy | null;
  readonly #helper = new GraphHelper();
  #graph: CompactGraph | null = null;
  #loading: GraphLoading | null = null;
  /** Another number for each state of the graph. */
  #version = 0;
  /** Whether the packed copy is of the graph as it is. */
  #isCopied = false;
  /** Loaded inside a transaction that may yet be rolled back, until its changes are followed. */
  #isProvisional = false;
  /** Whether a copy may lie beside the book, be it good or not. */
  #mayHaveCopy = true;
  #housekeeping: NodeJS.Timeout | undefined;

  constructor(book: Book, today: string, tuning: NetworkTuning = usualTuning) {
    this.#opened = book;
    this.#book = book.reader;
    this.#today = today;
    this.#tuning = tuning;
    this.#copy = book.path === ':memory:' ? null : new GraphCopy(book, today);
  }

  /** The network as one call sees it: it reports its progress, and can be stopped, with that call. */
  forCall(job: Job): Network {
    return {
      graph: () => this.#load(),
      ask: (question, input) => this.#ask(question, input, job),
    };
  }

  /**
   * Loads a large graph while other calls are answered; for who was told NetworkNotReady. Rejects with AppError
   * STOPPED when the call was stopped, NO_BOOK when the book was closed meanwhile.
   */
  async prepare(job: Job): Promise<void> {
    if (this.#graph !== null) return;
    await (this.#loading ?? this.#beginLoading()).wait(job);
  }

  /** Follows a commit, an undo or a redo. Must be called after the change, outside of any transaction. */
  applyChanges(changes: readonly RowChange[]): void {
    this.#forgetCopy();
    this.#isProvisional = false;
    const about = changes.filter(({ table }) => graphTables.has(table));
    this.#loading?.follow(about);
    if (this.#graph === null) return;
    this.#version += 1;
    this.#planHousekeeping();
    if (countRows(about) > reloadAbove) {
      this.#graph = null;
      return;
    }
    const touched = touchNothing();
    addTouched(touched, this.#book, about);
    applyEdits(this.#graph, editsFor(touched, this.#book, this.#today));
  }

  /** Before the book is closed: writes the copy if it is due, then gives up the thread and the memory. */
  close(): void {
    if (this.#graph !== null && !this.#isProvisional && this.#needsCopy(this.#graph)) {
      this.#copy?.writeNow(this.#graph);
    }
    this.drop();
  }

  /** Gives up the thread and the memory. */
  drop(): void {
    clearTimeout(this.#housekeeping);
    this.#loading?.abandon();
    this.#loading = null;
    this.#helper.close();
    this.#graph = null;
  }

  /** For changes that were not followed: nothing that is known here holds any more. */
  forget(): void {
    this.drop();
    this.#forgetCopy();
  }

  /** Compacts the rows and writes the packed copy, if it is time for either. */
  async keepHouse(): Promise<void> {
    const graph = this.#graph;
    if (graph === null || this.#isProvisional) return;
    if (needsCompaction(graph)) compactGraph(graph);
    if (!this.#needsCopy(graph)) return;
    const version = this.#version;
    this.#mayHaveCopy = true;
    const isWritten = (await this.#copy?.write(graph)) ?? false;
    if (version === this.#version) this.#isCopied = isWritten;
  }

  #load(): CompactGraph {
    const isInTransaction = this.#opened.sqlite.inTransaction;
    if (this.#graph !== null && (isInTransaction || !this.#isProvisional)) return this.#graph;
    if (this.#isLarge()) throw new NetworkNotReady();
    this.#isProvisional = isInTransaction;
    return this.#take({ graph: loadGraph(this.#book, this.#today), isCopied: false });
  }

  /** By the ids given out so far, without counting. */
  #isLarge(): boolean {
    return (this.#book.value<number>('SELECT max(id) FROM tie') ?? 0) > this.#tuning.largeAbove;
  }

  #beginLoading(): GraphLoading {
    const loading = new GraphLoading(this.#book, this.#today, this.#copy, this.#tuning);
    this.#loading = loading;
    loading
      .run()
      .then((loaded) => {
        if (loaded !== null && this.#loading === loading) this.#take(loaded);
      })
      // told to whoever waits
      .catch(() => {})
      .finally(() => {
        if (this.#loading === loading) this.#loading = null;
      });
    return loading;
  }

  #take({ graph, isCopied }: LoadedGraph): CompactGraph {
    this.#graph = graph;
    this.#isCopied = isCopied;
    this.#version += 1;
    this.#planHousekeeping();
    return graph;
  }

  async #ask<Q extends GraphQuestion>(
    question: Q,
    input: GraphQuestions[Q]['input'],
    job: Job,
  ): Promise<GraphQuestions[Q]['answer']> {
    const graph = this.#load();
    if (estimateCost(graph, question, input) > this.#tuning.longAbove) {
      try {
        return await this.#helper.ask(question, input, { graph, job, version: this.#version });
      } catch (error) {
        // no thread to be had, or no memory for it: slower for others, but answered
        if (!(error instanceof HelperFailed)) throw error;
      }
    }
    return answerQuestion(this.#load(), question, input, job.checkpoint);
  }

  /** A copy of what was says who was tied to whom, also of people who are erased by this very change. */
  #forgetCopy(): void {
    if (this.#mayHaveCopy) this.#copy?.remove();
    this.#mayHaveCopy = false;
    this.#isCopied = false;
  }

  #needsCopy(graph: CompactGraph): boolean {
    return !this.#isCopied && graph.tieCount > this.#tuning.largeAbove;
  }

  #planHousekeeping(): void {
    clearTimeout(this.#housekeeping);
    this.#housekeeping = setTimeout(() => void this.keepHouse(), quietTime);
    this.#housekeeping.unref();
  }
}
