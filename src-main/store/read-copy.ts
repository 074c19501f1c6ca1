import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { runInSlices } from '../book/run-in-slices.ts';
import { makeReading, PieceReader, type Reading } from './piece-reader.ts';
import { threadScript } from './thread-script.ts';

/** Files of more bytes than this are read by two threads. */
const helpedAbove = 32 * 1024 * 1024;

/** A packed copy as it stands in the file. */
export interface ReadCopy {
  /** In memory that other threads can read too. */
  readonly bytes: Uint8Array;
  /** Of its pieces, as `unpackGraph` takes them. */
  readonly sums: Uint32Array;
}

/**
 * Reads a file and sums its pieces, while other calls are answered; a large one with the help of a thread, since what takes
 * the time is the first touch of so much fresh memory. Rejects with what reading throws.
 */
export async function readCopy(
  path: string,
  script: string | URL | null = threadScript('copy'),
): Promise<ReadCopy> {
  const { size } = statSync(path);
  const reading = makeReading(path, size);
  const reader = new PieceReader(reading);
  const helper = script !== null && size > helpedAbove ? startHelper(reading, script) : null;
  try {
    await runInSlices(
      readAll(reading, reader, () => helper !== null && !helper.hasEnded),
      () => true,
    );
    return reading;
  } finally {
    reader.close();
  }
}

/** Reads what is left; waits for what the helper has begun, and reads that too when the helper ends before it is done. */
function* readAll(
  { begun, isDone }: Reading,
  reader: PieceReader,
  isHelped: () => boolean,
): Generator<number, void> {
  while (reader.readNext()) yield Atomics.load(begun, 0) / isDone.length;
  for (let piece = 0; piece < isDone.length; piece += 1) {
    while (Atomics.load(isDone, piece) === 0 && isHelped()) {
      Atomics.wait(begun, 0, Atomics.load(begun, 0), 1);
      yield 1;
    }
    if (Atomics.load(isDone, piece) === 0) {
      reader.read(piece);
      yield 1;
    }
  }
}

interface Helper {
  readonly hasEnded: boolean;
}

/** It ends by itself. Null when there is no thread to be had. */
function startHelper(reading: Reading, script: string | URL): Helper | null {
  try {
    const helper = { hasEnded: false };
    const worker = new Worker(script, { workerData: reading });
    worker.unref();
    const end = (): void => {
      helper.hasEnded = true;
    };
    worker.on('error', end);
    worker.on('exit', end);
    return helper;
  } catch {
    return null;
  }
}
