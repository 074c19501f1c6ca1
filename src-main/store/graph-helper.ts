import { Worker } from 'node:worker_threads';
import { AppError } from '../contract/result.ts';
import {
  shareGraph,
  type CompactGraph,
  type GraphQuestion,
  type GraphQuestions,
} from '../graph/index.ts';
import type { FromGraphThread, ToGraphThread } from './graph-messages.ts';
import type { Job } from './job.ts';
import { makeStopFlag } from './relay.ts';
import { threadScript } from './thread-script.ts';

interface Waiting {
  readonly job: Job;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** The thread itself could not go on: the question is as good as not asked. */
export class HelperFailed extends Error {
  override readonly name = 'HelperFailed';
}

/** Milliseconds after the last answer when the thread is given up, with the memory it works in. */
const idleTime = 60_000;

/**
 * A thread that answers long questions over the graph of the thread that asks. It is started with the first
 * question, and is given the graph anew when that has changed since the last one.
 */
export class GraphHelper {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #sharedVersion = -1;
  #nextId = 1;
  #idle: NodeJS.Timeout | undefined;

  /**
   * @param version another number for each state of the graph
   * Rejects with AppError STOPPED or NO_BOOK, or with HelperFailed.
   */
  ask<Q extends GraphQuestion>(
    question: Q,
    input: GraphQuestions[Q]['input'],
    { graph, job, version }: { graph: CompactGraph; job: Job; version: number },
  ): Promise<GraphQuestions[Q]['answer']> {
    clearTimeout(this.#idle);
    const worker = this.#ensureWorker();
    if (this.#sharedVersion !== version) {
      this.#sharedVersion = version;
      const shared = shareGraph(graph);
      const { confirmedEnd, end, flags, ids, start } = shared;
      const moved = [ids, flags, start, confirmedEnd, end].map(
        ({ buffer }) => buffer as ArrayBuffer,
      );
      worker.postMessage({ kind: 'graph', shared } satisfies ToGraphThread, moved);
    }
    const id = this.#nextId;
    this.#nextId += 1;
    const stopFlag = job.stopFlag ?? makeStopFlag();
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {
        job,
        reject,
        resolve: (value) => resolve(value as GraphQuestions[Q]['answer']),
      });
      // a process that waits for an answer must not end for want of anything else to do
      worker.ref();
      worker.postMessage({ kind: 'ask', id, question, input, stopFlag } satisfies ToGraphThread);
    });
  }

  /** Ends the thread; whoever still waits is told that the book was closed. */
  close(): void {
    this.#end(new AppError('NO_BOOK', 'The book was closed before the answer was found.'));
  }

  #ensureWorker(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(threadScript('graph'));
    worker.unref();
    worker.on('message', (message: FromGraphThread) => this.#receive(message));
    const fail = (): void => {
      if (worker === this.#worker) this.#end(new HelperFailed('The thread has ended.'));
    };
    worker.on('error', fail);
    worker.on('exit', fail);
    this.#worker = worker;
    return worker;
  }

  #receive(message: FromGraphThread): void {
    const waiting = this.#waiting.get(message.id);
    if (waiting === undefined) return;
    if (message.kind === 'progress') {
      this.#tell(waiting, message.done);
      return;
    }
    this.#waiting.delete(message.id);
    if (message.kind === 'answer') waiting.resolve(message.value);
    else if (message.code === null) waiting.reject(new Error(message.message));
    else waiting.reject(new AppError(message.code, message.message));
    if (this.#waiting.size > 0) return;
    this.#worker?.unref();
    this.#idle = setTimeout(() => this.close(), idleTime);
    this.#idle.unref();
  }

  /** A stop is seen by the thread itself, which then answers so. */
  #tell({ job }: Waiting, done: number): void {
    try {
      job.checkpoint(done);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }

  #end(reason: Error): void {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = null;
    this.#sharedVersion = -1;
    void worker?.terminate();
    for (const waiting of this.#waiting.values()) waiting.reject(reason);
    this.#waiting.clear();
  }
}
