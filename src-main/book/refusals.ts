import { AppError, type ErrorCode } from '../contract/result.ts';

/** A thrown value with a `code`, as SQLite and the file system give it. */
interface CodedError extends Error {
  readonly code: string;
}

function isCoded(error: unknown): error is CodedError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

/** Prefixes of SQLite's (extended) and the file system's codes. The first that fits decides. */
const codes: readonly (readonly [prefix: string, code: ErrorCode])[] = [
  ['SQLITE_FULL', 'DISK_FULL'],
  // the index of the write-ahead log could not be given room
  ['SQLITE_IOERR_SHMSIZE', 'DISK_FULL'],
  ['SQLITE_READONLY', 'READ_ONLY'],
  ['SQLITE_PERM', 'READ_ONLY'],
  ['SQLITE_CANTOPEN', 'READ_ONLY'],
  ['SQLITE_CORRUPT', 'CORRUPT'],
  ['SQLITE_NOTADB', 'CORRUPT'],
  ['SQLITE_BUSY', 'LOCKED'],
  ['SQLITE_LOCKED', 'LOCKED'],
  ['SQLITE_TOOBIG', 'TOO_LARGE'],
  ['ENOSPC', 'DISK_FULL'],
  ['EDQUOT', 'DISK_FULL'],
  ['EROFS', 'READ_ONLY'],
  ['EACCES', 'READ_ONLY'],
  ['EPERM', 'READ_ONLY'],
  ['ENOENT', 'NOT_FOUND'],
  ['EEXIST', 'CONFLICT'],
];

const sentences: Partial<Record<ErrorCode, (what: string) => string>> = {
  DISK_FULL: (what) =>
    `There is no room left on the disk of ${what}. Nothing was changed; make room and try again.`,
  READ_ONLY: (what) =>
    `${what} cannot be written: the file or its folder is read-only. Allow writing there, or choose another place.`,
  CORRUPT: (what) =>
    `${what} is damaged and was left as it is. Restore a backup; the damaged file is kept.`,
  LOCKED: (what) =>
    `Another program has ${what} open. Close it there (another Acquaint or a running command) and try again.`,
  NEWER_VERSION: (what) =>
    `${what} was written by a newer version of Acquaint. It was not touched; open it with that version.`,
  PASSPHRASE_NEEDED: (what) =>
    `${what} is encrypted. Its passphrase is needed, or the key of its recovery sheet.`,
  NOT_OURS: (what) => `${what} is not an Acquaint book. It was not touched; choose another file.`,
  NOT_FOUND: (what) => `${what} does not exist. Check the path.`,
  CONFLICT: (what) => `${what} is there already and was not overwritten. Choose another name.`,
  TOO_LARGE: (what) => `A text is too large to be kept in ${what}.`,
};

/** The refusal of a file as an error with its sentence. `what` names the file in the sentence. */
export function refuse(code: ErrorCode, what: string): AppError {
  return new AppError(code, sentences[code]?.(what) ?? what);
}

/**
 * Turns an error of SQLite or the file system into ours, or returns null when it is neither
 * (a defect, to be reported as such).
 */
export function translateError(error: unknown, what: string): AppError | null {
  if (error instanceof AppError) return error;
  if (!isCoded(error)) return null;
  const found = codes.find(([prefix]) => error.code.startsWith(prefix));
  if (found !== undefined) return refuse(found[1], what);
  if (error.code.startsWith('SQLITE_IOERR') || error.code === 'EIO') {
    return new AppError(
      'INTERNAL',
      `The disk of ${what} could not be read or written (${error.code}). Nothing was changed; check the disk.`,
    );
  }
  return null;
}
