import { AppError } from '../contract/result.ts';
import { keyId, readRecoveryKey, type BookKey } from './book-key.ts';
import { openSqlite } from './cipher.ts';
import { noKeyFile, readKeyFile, readKeyId, unlockKey } from './key-file.ts';
import { readProtection } from './protect.ts';
import { findAbsent, removeTraces } from './reading-traces.ts';
import { refuse } from './refusals.ts';

/** Each guess costs as much as the first; a book has one key, whose file every copy repeats. */
const mostTried = 3;

/**
 * The key of a book by its passphrase. Should its key file be lost, those of its copies do as well.
 *
 * @param path the book or copy to be opened
 * @param copies where else its key file may lie, the likeliest first
 * @throws AppError WRONG_PASSPHRASE; PASSPHRASE_NEEDED when there is no key file to try it on
 */
export function findKey(path: string, copies: readonly string[], passphrase: string): BookKey {
  const own = readKeyFile(path);
  if (own !== null) return unlockKey(own, passphrase);
  const files = new Set(copies.map(readKeyFile).filter((file) => file !== null));
  let problem: unknown = new AppError(
    'PASSPHRASE_NEEDED',
    `The key file of ${path} is missing, and no backup has it. Put it back beside the book, or use the recovery sheet.`,
  );
  for (const file of [...files].slice(0, mostTried)) {
    try {
      const key = unlockKey(file, passphrase);
      if (opensBook(path, key)) return key;
    } catch (error) {
      problem = error;
    }
  }
  throw problem;
}

/**
 * Whether a key that was typed from a recovery sheet is the book's. With its key file the book itself need not be read.
 *
 * @throws AppError WRONG_PASSPHRASE
 */
export function requireBookKey(path: string, bytes: Buffer): void {
  const id = readKeyId(path);
  const isRight =
    id === null
      ? opensBook(path, { bytes, id: keyId(bytes), keyFile: noKeyFile })
      : id === keyId(bytes);
  if (isRight) return;
  throw new AppError(
    'WRONG_PASSPHRASE',
    'This recovery key is whole, but it is not the one of this book. Nothing was changed; look for another sheet.',
  );
}

function opensBook(path: string, key: BookKey): boolean {
  const absent = findAbsent(path);
  try {
    const sqlite = openSqlite(path, { readonly: true, fileMustExist: true }, key);
    try {
      sqlite.prepare('SELECT count(*) FROM sqlite_schema').get();
      return true;
    } finally {
      sqlite.close();
    }
  } catch {
    return false;
  } finally {
    removeTraces(absent);
  }
}

/**
 * The key for a copy of a book: none for a plain one, the book's own, or the one that the passphrase (or what stands on
 * the copy's recovery sheet) opens. Should the copy's key file be lost, those of the book and of its other copies do as
 * well; the recovery sheet needs none.
 *
 * @param others where else its key file may lie, the likeliest first
 * @throws AppError PASSPHRASE_NEEDED or WRONG_PASSPHRASE
 */
export function keyForCopy(
  path: string,
  own: BookKey | null,
  passphrase: string | null,
  others: readonly string[] = [],
): BookKey | null {
  if (isFor(path, own)) return own;
  if (passphrase === null) throw refuse('PASSPHRASE_NEEDED', path);
  return fromSheet(path, passphrase) ?? findKey(path, others, passphrase);
}

/** Whether a copy needs no other key than this one. A key file beside a plain one is left over, and says nothing. */
function isFor(path: string, own: BookKey | null): boolean {
  const protection = readProtection(path);
  const id = readKeyId(path);
  if (protection === 'plain') return true;
  if (id !== null) return id === own?.id;
  return protection === 'unknown' || (own !== null && opensBook(path, own));
}

/** Which of several keys a book is under; null for a plain one, and for one that none of them opens. */
export function chooseKey(path: string, keys: readonly (BookKey | null)[]): BookKey | null {
  if (readProtection(path) !== 'encrypted') return null;
  const id = readKeyId(path);
  const found = keys.find((key) => key !== null && key.id === id) ?? null;
  const keyFile = readKeyFile(path);
  return found === null || keyFile === null || found.keyFile !== noKeyFile
    ? found
    : { ...found, keyFile };
}

/** Null when it is no recovery key, or another one's. Without a key file there is none to be put beside a restored book. */
function fromSheet(path: string, text: string): BookKey | null {
  const keyFile = readKeyFile(path);
  try {
    const bytes = readRecoveryKey(text);
    const key = { bytes, id: keyId(bytes), keyFile: keyFile ?? noKeyFile };
    const isRight = keyFile === null ? opensBook(path, key) : key.id === readKeyId(path);
    return isRight ? key : null;
  } catch {
    return null;
  }
}
