import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';

/** 'ACQT': bytes 68..71 of every book, so that `file` and we can tell it from any other SQLite file. */
export const applicationId = 0x41435154;

/** What the first page says. `userVersion` is the number of the last migration. */
export interface BookHeader {
  readonly applicationId: number;
  readonly userVersion: number;
  /** Its pages are: what stands in the header itself can be read. */
  readonly isEncrypted: boolean;
}

const magic = 'SQLite format 3\0';
const headerLength = 100;
/** All of it that is not encrypted in an encrypted book. What follows is the version of SQLite, which nothing rests on. */
const replacedLength = 96;
/** What each page of an encrypted book has room for beside its data: SQLCipher's nonce and HMAC. Plain books have none. */
const cipherReserve = 80;
const walHeaderLength = 32;
const frameHeaderLength = 24;

/**
 * Reads the header of a database file without SQLite, so that a file which is not ours is not touched:
 * opening it would already create or replay journals. A committed first page in the write-ahead log
 * counts, as it would for SQLite.
 *
 * @returns null for an empty or missing file (a book to be made); 'foreign' when it is no SQLite file;
 *   'short' when it is one but ends within its header.
 * @throws the file system's error when the file cannot be read
 */
export function readBookHeader(path: string): BookHeader | null | 'foreign' | 'short' {
  const bytes = readStart(path, headerLength);
  if (bytes === null || bytes.length === 0) return null;
  const start = bytes.toString('latin1', 0, magic.length);
  if (start !== magic.slice(0, start.length)) return 'foreign';
  if (bytes.length < headerLength) return 'short';
  return parseFirstPage(readNewestFirstPage(`${path}-wal`) ?? bytes);
}

/**
 * Gives a file whose header is lost that of another book, with its own number of pages: what lies behind the
 * header may be whole. Both must have pages of the same size, as all books of ours do.
 */
export function replaceHeader(path: string, model: string): void {
  const header = readStart(model, replacedLength);
  if (header === null || header.length < replacedLength) return;
  const pageSize = header.readUInt16BE(16);
  const file = openSync(path, 'r+');
  try {
    header.writeUInt32BE(Math.floor(fstatSync(file).size / pageSize), 28);
    // the list of free pages is unknown; nothing will be written
    header.fill(0, 32, 40);
    writeSync(file, header, 0, replacedLength, 0);
  } finally {
    closeSync(file);
  }
}

function parseFirstPage(page: Buffer): BookHeader {
  return {
    userVersion: page.readInt32BE(60),
    applicationId: page.readInt32BE(68),
    isEncrypted: page[20] === cipherReserve,
  };
}

function readStart(path: string, length: number): Buffer | null {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    return readAt(file, 0, length);
  } finally {
    closeSync(file);
  }
}

function readAt(file: number, position: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  return buffer.subarray(0, readSync(file, buffer, 0, length, position));
}

/**
 * The start of page 1 as the last commit in the log left it, or null when the log has none.
 * Format: https://sqlite.org/fileformat2.html#walformat. Frames of an earlier life of the log carry other
 * salts and end the walk. Checksums are not recomputed: SQLite does so when it opens the file, and the
 * version is read again from it then.
 */
function readNewestFirstPage(path: string): Buffer | null {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return null;
  }
  try {
    const header = readAt(file, 0, walHeaderLength);
    if (header.length < walHeaderLength) return null;
    const pageSize = header.readUInt32BE(8);
    if (pageSize < 512 || pageSize > 65_536) return null;
    const size = fstatSync(file).size;
    let pending: Buffer | null = null;
    let committed: Buffer | null = null;
    const step = frameHeaderLength + pageSize;
    for (let at = walHeaderLength; at + step <= size; at += step) {
      const frame = readAt(file, at, frameHeaderLength);
      if (!frame.subarray(8, 16).equals(header.subarray(16, 24))) break;
      if (frame.readUInt32BE(0) === 1) pending = readAt(file, at + frameHeaderLength, headerLength);
      if (frame.readUInt32BE(4) !== 0) committed = pending;
    }
    return committed;
  } finally {
    closeSync(file);
  }
}
