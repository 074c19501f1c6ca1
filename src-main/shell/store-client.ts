import { changedTopics, type ChangedTopic } from '../contract/book.ts';
import type { JobProgress } from '../contract/jobs.ts';
import { AppError, type Result } from '../contract/result.ts';
import type { FromStore, ToStore } from '../store/messages.ts';

/** A running store process, as far as the client needs it. */
export interface StoreProcess {
  send(message: ToStore): void;
  kill(): void;
}

type StoreTrouble = Extract<FromStore, { kind: 'defect' }> | { readonly kind: 'store-end' };

export interface StoreClientOptions {
  /** Starts a process; `onMessage` and `onExit` are called for it until it has ended. */
  start(onMessage: (message: FromStore) => void, onExit: () => void): StoreProcess;
  /** The first message to each process. */
  readonly opening: ToStore;
  onChanged(topics: readonly ChangedTopic[]): void;
  onProgress(progress: JobProgress): void;
  /** A mistake of the program, and each end of the process that nobody asked for. */
  onTrouble(event: StoreTrouble): void;
  /** Milliseconds, for telling a crash now and then from one after the other. */
  readonly now?: () => number;
}

/** After so many ends within the window, the next call starts the process, not its end. */
const restartLimit = 3;
const restartWindow = 10_000;
/** A store that does not close by itself within this time is ended; its commits are safe. */
const closingTime = 5_000;

/**
 * Sends calls to the store process. When the process ends, whatever waits for it is answered STORE_DOWN, it is
 * started again, and windows are told to fetch everything anew.
 */
export class StoreClient {
  readonly #options: StoreClientOptions;
  #opening: ToStore;
  readonly #pending = new Map<number, (result: Result<unknown>) => void>();
  #process: StoreProcess | null = null;
  #ends: number[] = [];
  #nextId = 1;
  #closing: (() => void) | null = null;

  constructor(options: StoreClientOptions) {
    this.#options = options;
    this.#opening = options.opening;
    this.#ensureProcess();
  }

  /** Never rejects. With a job id, `onProgress` is told how far it is, and `stopJob` ends it. */
  invoke(path: unknown, input: unknown, jobId?: string): Promise<Result<unknown>> {
    if (this.#closing !== null) return Promise.resolve(down);
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((resolve) => {
      this.#pending.set(id, resolve);
      const job = jobId === undefined ? {} : { jobId };
      this.#ensureProcess().send({ kind: 'call', id, path, input, ...job });
    });
  }

  /** Ends a running call, which answers STOPPED; nothing when it has ended already. */
  stopJob(jobId: string): void {
    this.#process?.send({ kind: 'stop', jobId });
  }

  /** Lets the store close its book and end; it is started again with another first message. */
  reopen(opening: ToStore): void {
    this.#opening = opening;
    this.#ensureProcess().send({ kind: 'close' });
  }

  /** Lets the store close its book, then ends it. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      const process = this.#process;
      if (process === null) {
        resolve();
        return;
      }
      const timer = setTimeout(() => process.kill(), closingTime);
      this.#closing = () => {
        clearTimeout(timer);
        resolve();
      };
      process.send({ kind: 'close' });
    });
  }

  #ensureProcess(): StoreProcess {
    if (this.#process !== null) return this.#process;
    const process: StoreProcess = this.#options.start(
      (message) => this.#receive(message),
      () => this.#end(process),
    );
    process.send(this.#opening);
    this.#process = process;
    return process;
  }

  #receive(message: FromStore): void {
    switch (message.kind) {
      case 'answer':
        this.#pending.get(message.id)?.(message.result);
        this.#pending.delete(message.id);
        break;
      case 'changed':
        this.#options.onChanged(message.topics);
        break;
      case 'progress':
        this.#options.onProgress(message.progress);
        break;
      case 'defect':
        this.#options.onTrouble(message);
        break;
      case 'closed':
        this.#process?.kill();
        break;
    }
  }

  #end(process: StoreProcess): void {
    if (process !== this.#process) return;
    this.#process = null;
    for (const resolve of this.#pending.values()) resolve(down);
    this.#pending.clear();
    if (this.#closing !== null) {
      this.#closing();
      return;
    }
    this.#options.onTrouble({ kind: 'store-end' });
    const now = this.#options.now?.() ?? Date.now();
    this.#ends = [...this.#ends.filter((end) => now - end < restartWindow), now];
    if (this.#ends.length > restartLimit) return;
    this.#ensureProcess();
    this.#options.onChanged(changedTopics);
  }
}

const down: Result<never> = {
  ok: false,
  error: new AppError(
    'STORE_DOWN',
    'The part of Acquaint that keeps the book has stopped and is being started again. What was saved is safe; try again.',
  ).toBody(),
};
