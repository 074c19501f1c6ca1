import '../book/block-network.ts';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { RowFiller } from '../graph/index.ts';
import { EvidenceQueue } from './evidence-queue.ts';
import { fillNextBlock } from './fill-blocks.ts';
import type { FromLoadingThread, LoadingThreadData, ToLoadingThread } from './loading-messages.ts';
import { LoadingWork } from './loading-work.ts';

/*
 * The thread that helps to load a large graph. It never opens the book: while the thread of the book reads, this one
 * arranges the rows, and follows the evidence as it comes; in the end both fill the rows. It never goes back to its loop
 * of events, and is ended from outside.
 */

if (parentPort === null) throw new Error('loading-thread.js is started by the store only.');
const port = parentPort;
const queue = new EvidenceQueue((workerData as LoadingThreadData).queue);
let work: LoadingWork | null = null;
let isArranged = false;

function say(message: FromLoadingThread): void {
  port.postMessage(message);
  queue.ringGiver();
}

function follow(): boolean {
  return queue.take((evidence) => work?.follow(evidence));
}

function listen(message: ToLoadingThread): void {
  switch (message.kind) {
    case 'arrange':
      work = new LoadingWork(message.task);
      break;
    case 'end':
      while (follow());
      if (work !== null) say({ kind: 'followed', followed: work.followed });
      break;
    case 'fill': {
      const filler = new RowFiller(message.filling);
      while (fillNextBlock(message.blocks, message.filling, filler)) queue.ringGiver();
      break;
    }
  }
}

/** Evidence first, since there is little room for it to wait in, but not before there are pairs. False when there is nothing to do. */
function workOn(): boolean {
  if (work !== null && follow()) return true;
  const received = receiveMessageOnPort(port);
  if (received !== undefined) {
    listen(received.message as ToLoadingThread);
    return true;
  }
  if (work === null || isArranged) return false;
  const arranged = work.arrangeOn();
  if (arranged !== null) {
    isArranged = true;
    say({ kind: 'arranged', arranged });
  }
  return true;
}

for (;;) {
  const rings = queue.ringsOfTaker;
  if (!workOn()) queue.awaitTakersBell(rings);
}
