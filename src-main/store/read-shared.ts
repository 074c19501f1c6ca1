import { open, type FileHandle } from 'node:fs/promises';

/** Bytes read at a time: enough that a request costs nothing beside them. */
const pieceSize = 4 * 1024 * 1024;
/** What takes the time is not the reading but the first touch of so much fresh memory: two threads share it. */
const readers = 2;

/**
 * A file as it is, in memory that other threads can read too; this thread stays free meanwhile. Rejects with what
 * reading throws; of a file that is shortened meanwhile the rest are zeros.
 */
export async function readShared(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const bytes = new Uint8Array(new SharedArrayBuffer((await file.stat()).size));
    let next = 0;
    const readOn = async (): Promise<void> => {
      while (next < bytes.length) {
        const from = next;
        next += pieceSize;
        await readPiece(file, bytes, from);
      }
    };
    await Promise.all(Array.from({ length: readers }, readOn));
    return bytes;
  } finally {
    await file.close();
  }
}

async function readPiece(file: FileHandle, bytes: Uint8Array, from: number): Promise<void> {
  const to = Math.min(from + pieceSize, bytes.length);
  for (let at = from; at < to; ) {
    const { bytesRead } = await file.read(bytes, at, to - at, at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
}
