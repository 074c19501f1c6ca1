import '../book/block-network.ts';
import { parentPort } from 'node:worker_threads';
import { AppError } from '../contract/result.ts';
import { adoptGraph, answerQuestion, type CompactGraph } from '../graph/index.ts';
import type { FromGraphThread, ToGraphThread } from './graph-messages.ts';
import { makeJob } from './job.ts';

/*
 * The thread that works out long questions over the graph. It reads the memory in which the thread of the book
 * keeps the graph, and changes nothing in it.
 */

if (parentPort === null) throw new Error('graph-thread.js is started by the store only.');
const port = parentPort;
let graph: CompactGraph | null = null;

function answer(message: Extract<ToGraphThread, { kind: 'ask' }>): FromGraphThread {
  const { id, input, question, stopFlag } = message;
  try {
    if (graph === null) throw new Error('No graph was shared.');
    const job = makeJob(stopFlag, (done) => {
      port.postMessage({ kind: 'progress', id, done } satisfies FromGraphThread);
    });
    return {
      kind: 'answer',
      id,
      value: answerQuestion(graph, question, input as never, job.checkpoint),
    };
  } catch (error) {
    const code = error instanceof AppError ? error.code : null;
    return { kind: 'failed', id, code, message: error instanceof Error ? error.message : '' };
  }
}

port.on('message', (message: ToGraphThread) => {
  if (message.kind === 'graph') graph = adoptGraph(message.shared);
  else port.postMessage(answer(message));
});
