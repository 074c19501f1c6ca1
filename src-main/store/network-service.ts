import type { RowChange } from '../book/change-log.ts';
import type { ReadableBook } from '../book/access.ts';
import type { Checkpoint } from '../book/context.ts';
import type { Network } from '../book/network.ts';
import type { Book } from '../book/open-book.ts';
import type { PersonId } from '../contract/common.ts';
import {
  answerQuestion,
  applyEdits,
  compactGraph,
  estimateCost,
  needsCompaction,
  type CompactGraph,
  type GraphEdit,
  type GraphQuestion,
  type GraphQuestions,
} from '../graph/index.ts';
import { GraphCopy } from './graph-copy.ts';
import { GraphHelper, HelperFailed } from './graph-helper.ts';
import type { Job } from './job.ts';
import { loadGraph, readTieValue } from './load-graph.ts';

/** Tables that the graph is made of. */
const graphTables: ReadonlySet<string> = new Set(['person', 'tie', 'evidence']);
/** Beyond this many changed rows of theirs, loading anew is quicker than editing row by row. */
const reloadAbove = 5_000;
/** Milliseconds without a change after which there is time for housekeeping. */
const quietTime = 20_000;

export interface NetworkTuning {
  /** Questions that walk more ties than this go to another thread: up to here the answer takes some 10 ms. */
  readonly longAbove: number;
  /** Graphs of more ties than this have a packed copy beside the book: smaller ones load in a moment. */
  readonly copyAbove: number;
}
export const usualTuning: NetworkTuning = { longAbove: 2_000_000, copyAbove: 100_000 };

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
      graph: () => this.#load(job.checkpoint),
      ask: (question, input) => this.#ask(question, input, job),
    };
  }

  /** Follows a commit, an undo or a redo. Must be called after the change, outside of any transaction. */
  applyChanges(changes: readonly RowChange[]): void {
    this.#forgetCopy();
    this.#isProvisional = false;
    if (this.#graph === null) return;
    this.#version += 1;
    this.#planHousekeeping();
    const about = changes.filter(({ table }) => graphTables.has(table));
    if (about.length > reloadAbove) {
      this.#graph = null;
      return;
    }
    const touched = readTouched(this.#book, about);
    applyEdits(this.#graph, [
      ...this.#personEdits(touched.people),
      ...this.#tieEdits(touched.pairs),
    ]);
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

  #load(checkpoint: Checkpoint): CompactGraph {
    const isInTransaction = this.#opened.sqlite.inTransaction;
    if (this.#graph !== null && (isInTransaction || !this.#isProvisional)) return this.#graph;
    this.#isProvisional = isInTransaction;
    const copied = this.#copy?.read() ?? null;
    this.#isCopied = copied !== null;
    this.#graph = copied ?? loadGraph(this.#book, this.#today, checkpoint);
    this.#version += 1;
    this.#planHousekeeping();
    return this.#graph;
  }

  async #ask<Q extends GraphQuestion>(
    question: Q,
    input: GraphQuestions[Q]['input'],
    job: Job,
  ): Promise<GraphQuestions[Q]['answer']> {
    const graph = this.#load(job.checkpoint);
    if (estimateCost(graph, question, input) > this.#tuning.longAbove) {
      try {
        return await this.#helper.ask(question, input, { graph, job, version: this.#version });
      } catch (error) {
        // no thread to be had, or no memory for it: slower for others, but answered
        if (!(error instanceof HelperFailed)) throw error;
      }
    }
    return answerQuestion(this.#load(job.checkpoint), question, input, job.checkpoint);
  }

  /** A copy of what was says who was tied to whom, also of people who are erased by this very change. */
  #forgetCopy(): void {
    if (this.#mayHaveCopy) this.#copy?.remove();
    this.#mayHaveCopy = false;
    this.#isCopied = false;
  }

  #needsCopy(graph: CompactGraph): boolean {
    return !this.#isCopied && graph.tieCount > this.#tuning.copyAbove;
  }

  #planHousekeeping(): void {
    clearTimeout(this.#housekeeping);
    this.#housekeeping = setTimeout(() => void this.keepHouse(), quietTime);
    this.#housekeeping.unref();
  }

  #personEdits(people: ReadonlySet<number>): GraphEdit[] {
    return [...people].map((id): GraphEdit => {
      const doNotAsk = this.#book.value<number>('SELECT do_not_ask FROM person WHERE id = @id', {
        id,
      });
      if (doNotAsk === undefined) return { kind: 'remove-person', id };
      return { kind: 'set-person', id, doNotAsk: doNotAsk === 1 };
    });
  }

  #tieEdits(pairs: ReadonlyMap<string, readonly [PersonId, PersonId]>): GraphEdit[] {
    return [...pairs.values()].map(([a, b]): GraphEdit => {
      const tie = readTieValue(this.#book, a, b, this.#today);
      return tie === null ? { kind: 'remove-tie', a, b } : { kind: 'set-tie', a, b, tie };
    });
  }
}

interface Touched {
  readonly people: ReadonlySet<number>;
  readonly pairs: ReadonlyMap<string, readonly [PersonId, PersonId]>;
}

/** Which people and which pairs the changed rows concern, as they were and as they are. */
function readTouched(book: ReadableBook, changes: readonly RowChange[]): Touched {
  const people = new Set<number>();
  const pairs = new Map<string, readonly [PersonId, PersonId]>();
  const ties = new Set<number>();
  const addPair = (low: unknown, high: unknown): void => {
    pairs.set(`${String(low)} ${String(high)}`, [low as PersonId, high as PersonId]);
  };
  for (const { table, rowId, before } of changes) {
    if (table === 'person') people.add(rowId);
    else if (table === 'tie') {
      ties.add(rowId);
      if (before !== null) addPair(before['low_person_id'], before['high_person_id']);
    } else if (table === 'evidence') {
      if (before !== null) ties.add(Number(before['tie_id']));
      const tieId = book.value<number>('SELECT tie_id FROM evidence WHERE id = @rowId', { rowId });
      if (tieId !== undefined) ties.add(tieId);
    }
  }
  for (const id of ties) {
    const row = book.get<{ low: number; high: number }>(
      'SELECT low_person_id AS low, high_person_id AS high FROM tie WHERE id = @id',
      { id },
    );
    if (row !== undefined) addPair(row.low, row.high);
  }
  return { people, pairs };
}
