import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { derive, type BookKey } from './book-key.ts';
import { readBookHeader } from './header.ts';
import { readKeyId } from './key-file.ts';
import { refuse } from './refusals.ts';

/*
 * Every connection to a book's file is opened here. Pages are encrypted as SQLCipher 4 does (AES-256 in CBC mode, each
 * page with an HMAC), but for the first 96 bytes of the file: so that a file can be told to be ours, and of which
 * version, before anybody is asked for a passphrase. These bytes hold numbers alone.
 */

const plainHeaderLength = 96;

const keys = new WeakMap<Database.Database, BookKey>();

/** The key of a connection; null when its file is not encrypted. */
export function keyOf(sqlite: Database.Database): BookKey | null {
  return keys.get(sqlite) ?? null;
}

/**
 * Opens a file, encrypted or not. The key is used where it is needed: for an encrypted file, and for one that is to be
 * made or whose header is lost.
 *
 * @throws AppError PASSPHRASE_NEEDED when there is no key for an encrypted file, or another one; SQLite's errors
 */
export function openSqlite(
  path: string,
  options: Database.Options,
  key: BookKey | null,
): Database.Database {
  const fitting = path === ':memory:' ? null : fitKey(path, key);
  const sqlite = new Database(path, options);
  if (fitting !== null) {
    try {
      applyKey(sqlite, fitting);
    } catch (error) {
      sqlite.close();
      throw error;
    }
  }
  return sqlite;
}

function fitKey(path: string, key: BookKey | null): BookKey | null {
  const header = readBookHeader(path);
  if (header === null || typeof header === 'string') return key;
  if (!header.isEncrypted) return null;
  const id = readKeyId(path);
  if (key === null || (id !== null && id !== key.id)) throw refuse('PASSPHRASE_NEEDED', path);
  return key;
}

function applyKey(sqlite: Database.Database, key: BookKey): void {
  useOurCipher(sqlite);
  sqlite.pragma(`key = ${rawKey(key)}`);
  keys.set(sqlite, key);
}

function useOurCipher(sqlite: Database.Database): void {
  sqlite.pragma("cipher = 'sqlcipher'");
  sqlite.pragma(`plaintext_header_size = ${plainHeaderLength}`);
}

/** The key and the salt of the HMAC's key, as SQLCipher takes them when no passphrase is to be stretched. */
function rawKey({ bytes }: BookKey): string {
  return `"x'${bytes.toString('hex')}${derive(bytes, 'salt', 16).toString('hex')}'"`;
}

/**
 * Writes what a file holds into a new one under another key; null means not encrypted. Nothing plain is written on the
 * way to an encrypted file. The source must not be open elsewhere.
 */
export function recrypt(
  source: string,
  target: string,
  keysOf: { readonly from: BookKey | null; readonly to: BookKey | null },
): void {
  const { from, to } = keysOf;
  if (to === null) writePlain(source, target, from);
  else writeEncrypted(source, target, fitKey(source, from), to);
}

/** VACUUM INTO encrypts as the main database of its connection is: hence an empty one under the new key. */
function writeEncrypted(source: string, target: string, from: BookKey | null, to: BookKey): void {
  const scratch = `${target}.scratch`;
  const sqlite = new Database(scratch);
  try {
    applyKey(sqlite, to);
    sqlite.exec('CREATE TABLE scratch (id INTEGER PRIMARY KEY)');
    sqlite.exec(`ATTACH ${quote(source)} AS source KEY ${from === null ? "''" : rawKey(from)}`);
    sqlite.prepare('VACUUM source INTO ?').run(target);
  } finally {
    sqlite.close();
    rmSync(scratch, { force: true });
  }
}

function writePlain(source: string, target: string, from: BookKey | null): void {
  const sqlite = openSqlite(source, {}, from);
  try {
    sqlite.prepare('VACUUM INTO ?').run(target);
  } finally {
    sqlite.close();
  }
  // the copy is encrypted as the source is; taken off here, so that no room for it stays in each page
  const copy = openSqlite(target, {}, from);
  try {
    if (keyOf(copy) !== null) copy.pragma("rekey = ''");
  } finally {
    copy.close();
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
