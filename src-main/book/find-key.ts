import { AppError } from '../contract/result.ts';
import { keyId, readRecoveryKey, type BookKey } from './book-key.ts';
import { openSqlite } from './cipher.ts';
import { readKeyFile, readKeyId, unlockKey } from './key-file.ts';
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
    id === null ? opensBook(path, { bytes, id: keyId(bytes), keyFile: '' }) : id === keyId(bytes);
  if (isRight) return;
  throw new AppError(
    'WRONG_PASSPHRASE',
    'This recovery key is whole, but it is not the one of this book. Nothing was changed; look for another sheet.',
  );
}

function opensBook(path: string, key: BookKey): boolean {
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
  }
}

/**
 * The key for a copy of a book: none for a plain one, the book's own, or the one that the passphrase (or what stands on
 * the copy's recovery sheet) opens.
 *
 * @throws AppError PASSPHRASE_NEEDED or WRONG_PASSPHRASE
 */
export function keyForCopy(
  path: string,
  own: BookKey | null,
  passphrase: string | null,
): BookKey | null {
  const id = readKeyId(path);
  if (id === null || id === own?.id) return own;
  if (passphrase === null) throw refuse('PASSPHRASE_NEEDED', path);
  return fromSheet(path, passphrase) ?? findKey(path, [], passphrase);
}

/** Null when it is no recovery key, or another one's. */
function fromSheet(path: string, text: string): BookKey | null {
  const keyFile = readKeyFile(path);
  if (keyFile === null) return null;
  try {
    const bytes = readRecoveryKey(text);
    const id = keyId(bytes);
    return id === readKeyId(path) ? { bytes, id, keyFile } : null;
  } catch {
    return null;
  }
}
