import type { FromStore, ToStore } from './store/messages.ts';
import { serveMessages } from './store/serve-messages.ts';

/*
 * The store process: the book and the graph live here, off the process that serves the windows, so that a
 * long question never freezes one. Electron starts it as a utility process; it imports nothing of Electron.
 */

/** The end of the channel to the shell, as Electron puts it on `process`. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: ToStore }) => void): void;
  postMessage(message: FromStore): void;
}

const { parentPort } = process as unknown as { readonly parentPort?: ParentPort };
if (parentPort === undefined)
  throw new Error('store.js runs as a utility process of Acquaint only.');

const serve = serveMessages((message) => parentPort.postMessage(message));
parentPort.on('message', ({ data }) => serve(data));
