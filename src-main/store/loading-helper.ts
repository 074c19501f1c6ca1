import { Worker } from 'node:worker_threads';
import { RowFiller, type Filling } from '../graph/index.ts';
import { EvidenceQueue } from './evidence-queue.ts';
import { fillNextBlock, makeBlocks, shareDone } from './fill-blocks.ts';
import { HelperFailed } from './graph-helper.ts';
import type { LoadingCrew, Steps } from './loading-crew.ts';
import type { FromLoadingThread, LoadingThreadData, ToLoadingThread } from './loading-messages.ts';
import type { Arranged, Followed, PairsToArrange } from './loading-work.ts';
import { threadScript } from './thread-script.ts';

/** Milliseconds that a step waits for the thread at most. */
const patience = 2;

/**
 * A crew with a thread of its own, which arranges and follows while this one reads. What it says is heard between steps,
 * so they must not be run at one go. Any step throws HelperFailed once the thread has ended: then nothing of the loading
 * is of use.
 */
export class LoadingHelper implements LoadingCrew {
  readonly #queue = new EvidenceQueue();
  readonly #worker: Worker;
  #followed: Followed | null = null;
  #arranged: Arranged | null = null;
  #hasEnded = false;

  /** Starts the thread. Throws what keeps it from being started. */
  constructor(script: string | URL = threadScript('loading')) {
    const workerData: LoadingThreadData = { kind: 'loading', queue: this.#queue.memory };
    this.#worker = new Worker(script, { workerData });
    this.#worker.unref();
    this.#worker.on('message', (message: FromLoadingThread) => this.#hear(message));
    const end = (): void => {
      this.#hasEnded = true;
    };
    this.#worker.on('error', end);
    this.#worker.on('messageerror', end);
    this.#worker.on('exit', end);
  }

  arrange(task: PairsToArrange): void {
    this.#tell({ kind: 'arrange', task });
  }

  *follow(evidence: Uint32Array): Steps<void> {
    yield* this.#until(() => this.#queue.give(evidence) || null);
  }

  *followed(): Steps<Followed> {
    this.#tell({ kind: 'end' });
    return yield* this.#until(() => this.#followed);
  }

  *arranged(): Steps<Arranged> {
    return yield* this.#until(() => this.#arranged);
  }

  *fill(filling: Filling): Steps<void> {
    const blocks = makeBlocks();
    this.#tell({ kind: 'fill', filling, blocks });
    const filler = new RowFiller(filling);
    while (fillNextBlock(blocks, filling, filler)) yield shareDone(blocks, filling);
    yield* this.#until(() => shareDone(blocks, filling) === 1 || null, 1);
  }

  /** Ends the thread, whatever it is at. Resolves once it is gone. */
  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #hear(message: FromLoadingThread): void {
    if (message.kind === 'followed') this.#followed = message.followed;
    else this.#arranged = message.arranged;
  }

  #tell(message: ToLoadingThread): void {
    this.#worker.postMessage(message);
    this.#queue.ringTaker();
  }

  /** Waits until there is something, and says meanwhile that so much is done. */
  *#until<Value>(find: () => Value | null, done = 0): Steps<Value> {
    for (;;) {
      if (this.#hasEnded) throw new HelperFailed('The thread has ended.');
      const rings = this.#queue.ringsOfGiver;
      const found = find();
      if (found !== null) return found;
      this.#queue.awaitGiversBell(rings, patience);
      yield done;
    }
  }
}
