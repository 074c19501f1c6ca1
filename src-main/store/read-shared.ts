import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** A file that two threads read together, piece by piece. */
export interface SharedReading {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** At PIECES_TAKEN and PIECES_READ: how many. */
  readonly counts: Int32Array;
}

const PIECES_TAKEN = 0;
const PIECES_READ = 1;
const pieceSize = 4 * 1024 * 1024;
/** Smaller files are read before a thread has started. */
const worthAThread = 32 * 1024 * 1024;
/** Milliseconds after which a thread that has taken a piece and says no more is not waited for. */
const patience = 5000;

/**
 * A file as it is, in memory that other threads can read too. What takes the time is not the reading but the first
 * touch of so much fresh memory, page by page, so a second thread does its share of it. Throws what reading throws; of
 * a file that is shortened meanwhile the rest are zeros.
 */
export function readShared(path: string): Uint8Array {
  const bytes = new Uint8Array(new SharedArrayBuffer(statSync(path).size));
  const reading = { path, bytes, counts: new Int32Array(new SharedArrayBuffer(8)) };
  if (bytes.length < worthAThread) {
    readPieces(reading);
    return bytes;
  }
  // beside this module: as source in Node, as a bundle of its own in the app
  const script = join(import.meta.dirname, `read-shares-thread${extname(import.meta.filename)}`);
  const thread = new Worker(script, { workerData: reading });
  thread.unref();
  // a thread that fails is missed below
  thread.on('error', () => {});
  readPieces(reading);
  if (!waitForAll(reading)) readPieces({ ...reading, counts: new Int32Array(2) });
  return bytes;
}

/** Reads pieces that nobody has taken until there are none. */
export function readPieces({ bytes, counts, path }: SharedReading): void {
  const pieces = Math.ceil(bytes.length / pieceSize);
  const file = openSync(path, 'r');
  try {
    for (let taken = 0; (taken = Atomics.add(counts, PIECES_TAKEN, 1)) < pieces; ) {
      readPiece(file, bytes, taken * pieceSize);
      Atomics.add(counts, PIECES_READ, 1);
      Atomics.notify(counts, PIECES_READ);
    }
  } finally {
    closeSync(file);
  }
}

function readPiece(file: number, bytes: Uint8Array, from: number): void {
  const to = Math.min(from + pieceSize, bytes.length);
  for (let at = from; at < to; ) {
    const read = readSync(file, bytes, at, to - at, at);
    if (read === 0) break;
    at += read;
  }
}

/** Whether the other thread has read what it has taken. */
function waitForAll({ bytes, counts }: SharedReading): boolean {
  const pieces = Math.ceil(bytes.length / pieceSize);
  for (;;) {
    const read = Atomics.load(counts, PIECES_READ);
    if (read >= pieces) return true;
    if (Atomics.wait(counts, PIECES_READ, read, patience) === 'timed-out') return false;
  }
}
