import './book/block-network.ts';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FromStore, ToStore } from './store/messages.ts';
import { makeRelay } from './store/relay.ts';
import { bookThreadLimits } from './store/thread-limits.ts';

/*
 * The store process: the book and the graph live here, off the process that serves the windows, so that a
 * long question never freezes one. They have a thread of their own beside this one, which is always free to
 * hear that a long call should stop. Electron starts this as a utility process; it imports nothing of Electron.
 */

/** The end of the channel to the shell, as Electron puts it on `process`. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: ToStore }) => void): void;
  postMessage(message: FromStore): void;
}

const { parentPort } = process as unknown as { readonly parentPort?: ParentPort };
if (parentPort === undefined)
  throw new Error('store.js runs as a utility process of Acquaint only.');

const thread = new Worker(resolve(import.meta.dirname, 'store-thread.js'), {
  resourceLimits: bookThreadLimits,
});
const relay = makeRelay(
  (message) => thread.postMessage(message),
  (message) => parentPort.postMessage(message),
);
parentPort.on('message', ({ data }) => relay.fromShell(data));
thread.on('message', (message: FromStore) => relay.fromBookThread(message));
// without its thread the process is of no use: the shell starts another
thread.on('error', (error: unknown) => {
  console.error('The store has stopped:', error instanceof Error ? error.name : typeof error);
  process.exit(1);
});
thread.on('exit', (code) => process.exit(code));
