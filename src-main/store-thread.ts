import './book/block-network.ts';
import { parentPort } from 'node:worker_threads';
import { serveMessages } from './store/serve-messages.ts';
import type { ToBookThread } from './store/messages.ts';

/*
 * The thread with the book and the graph. It may be busy for seconds with one call; the thread that started it
 * (store.ts) hears the shell meanwhile.
 */

if (parentPort === null) throw new Error('store-thread.js is started by store.js only.');
const port = parentPort;
const serve = serveMessages((message) => port.postMessage(message));
port.on('message', (message: ToBookThread) => serve(message));
