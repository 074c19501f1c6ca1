import { closeSync, openSync, readSync } from 'node:fs';
import { PIECE_BYTES, SUM_WORDS, sumPiece } from '../graph/piece-sums.ts';

/** A file that is being read by one thread or two, in memory that both see. */
export interface Reading {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The sums of the pieces, as far as these are done. */
  readonly sums: Uint32Array;
  /** By piece: 1 once it is there and summed. */
  readonly isDone: Uint8Array;
  /** Pieces begun. */
  readonly begun: Int32Array;
}

/** Room for a file of so many bytes. */
export function makeReading(path: string, size: number): Reading {
  const pieces = Math.ceil(size / PIECE_BYTES);
  const share = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes);
  return {
    path,
    bytes: new Uint8Array(share(size)),
    sums: new Uint32Array(share(pieces * SUM_WORDS * Uint32Array.BYTES_PER_ELEMENT)),
    isDone: new Uint8Array(share(pieces)),
    begun: new Int32Array(share(Int32Array.BYTES_PER_ELEMENT)),
  };
}

/**
 * Reads pieces of a file. Each goes through a buffer of its own size, where it is summed: the memory it is for is fresh, so
 * that each page costs as much when it is first written as ten times its reading, and a third of that again when it is
 * first read.
 */
export class PieceReader {
  readonly #reading: Reading;
  readonly #file: number;
  readonly #buffer = new Uint8Array(PIECE_BYTES);

  /** Throws what opening the file throws. */
  constructor(reading: Reading) {
    this.#reading = reading;
    this.#file = openSync(reading.path, 'r');
  }

  /** Reads the next piece that nobody has begun. False when there is none. Throws what reading throws. */
  readNext(): boolean {
    const { begun, isDone } = this.#reading;
    const piece = Atomics.add(begun, 0, 1);
    if (piece >= isDone.length) return false;
    this.read(piece);
    return true;
  }

  /** Reads a piece; of a file that was shortened the rest are zeros. */
  read(piece: number): void {
    const { bytes, isDone, sums } = this.#reading;
    const from = piece * PIECE_BYTES;
    const part = this.#buffer.subarray(0, Math.min(PIECE_BYTES, bytes.length - from));
    const end = this.#fill(part, from);
    part.fill(0, end);
    const words = new Uint32Array(part.buffer, 0, part.length >>> 2);
    sums.set(sumPiece(words, piece), piece * SUM_WORDS);
    // the room for edits: fresh memory is zeros by itself
    if (!isZero(words) || part.length % Uint32Array.BYTES_PER_ELEMENT !== 0) bytes.set(part, from);
    Atomics.store(isDone, piece, 1);
  }

  close(): void {
    closeSync(this.#file);
  }

  #fill(part: Uint8Array, from: number): number {
    let end = 0;
    while (end < part.length) {
      const read = readSync(this.#file, part, end, part.length - end, from + end);
      if (read === 0) break;
      end += read;
    }
    return end;
  }
}

function isZero(words: Uint32Array): boolean {
  for (const word of words) if (word !== 0) return false;
  return true;
}
