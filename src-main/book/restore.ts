import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { basename, dirname, extname, join } from 'node:path';
import { AppError, type ErrorCode } from '../contract/result.ts';
import { verifyBackup } from './backup.ts';
import type { BookKey } from './book-key.ts';
import { recrypt } from './cipher.ts';
import { flush } from './flush.ts';
import { graphCopyPath } from './graph-token.ts';
import { readBookHeader } from './header.ts';
import { noKeyFile, readKeyFile, readKeyId, writeKeyFile } from './key-file.ts';
import { openBook, type OpenOptions } from './open-book.ts';
import { keepKeyFile, readProtection } from './protect.ts';
import { refuse, translateError } from './refusals.ts';
import { breakSeal } from './seal.ts';

export interface Restored {
  readonly path: string;
  /** Where the book that was there before is now; null when there was none. */
  readonly kept: string | null;
}

export interface RestoreOptions extends OpenOptions {
  /** Also a file that is not recognised as a book is moved aside: one whose first page is ruined looks like that. */
  readonly replacesForeign?: boolean;
  /** Of a backup that is encrypted; by default the book's. */
  readonly backupKey?: BookKey | null;
}

/**
 * Puts a verified backup in the place of a book, which is kept beside it under another name. The book must not
 * be open anywhere; a damaged one is moved as it is. What is restored in the place of an encrypted book whose key is given
 * is encrypted under that key; otherwise an encrypted backup brings its own.
 *
 * @throws AppError CORRUPT, NOT_OURS, NEWER_VERSION, PASSPHRASE_NEEDED or NOT_FOUND for the backup; LOCKED or NOT_OURS for the
 *   file in its place; nothing has been moved then
 */
export function restoreBook(backup: string, options: RestoreOptions): Restored {
  const { path } = options;
  try {
    const ofBackup = options.backupKey ?? options.key ?? null;
    const { sha256 } = verifyBackup(backup, ofBackup);
    const header = readBookHeader(backup);
    if (header !== null && typeof header === 'object') {
      if (header.userVersion > options.migrations.length) throw refuse('NEWER_VERSION', backup);
    }
    settle(options);
    const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`);
    try {
      // one that is missing or damaged may have been encrypted: its key is known from when it was opened
      const ofBook = readProtection(path) === 'plain' ? null : (options.key ?? null);
      if (
        ofBook !== null &&
        !(readProtection(backup) === 'encrypted' && ofBook.id === ofBackup?.id)
      ) {
        recrypt(backup, draft, { from: ofBackup, to: ofBook });
        verifyBackup(draft, ofBook);
      } else {
        copyFileSync(backup, draft);
        if (verifyBackup(draft, ofBackup).sha256 !== sha256) throw refuse('CORRUPT', draft);
      }
      flush(draft);
      const kept = keepAside(path, options.clock.now);
      const isEncrypted = readProtection(draft) === 'encrypted';
      settleKeyFile(path, isEncrypted ? (ofBook ?? ofBackup) : null, options.clock.now);
      // of the book that was here; the restored one would not take it, but its people may be erased ones
      rmSync(graphCopyPath(path), { force: true });
      renameSync(draft, path);
      flush(dirname(path));
      return { path, kept };
    } finally {
      rmSync(draft, { force: true });
    }
  } catch (error) {
    throw translateError(error, path) ?? error;
  }
}

/** Puts the key file of the book that is about to be at its place there. The present one has been kept with its book. */
function settleKeyFile(path: string, key: BookKey | null, now: string): void {
  if (key === null || readKeyId(path) !== key.id) keepKeyFile(path, now);
  if (key !== null && key.keyFile !== noKeyFile) writeKeyFile(path, key.keyFile);
}

/** Opens and closes the present book, so that its log is in the file: a log left beside would be replayed into the restored one. */
function settle(options: RestoreOptions): void {
  if (!existsSync(options.path)) return;
  try {
    openBook(options).close();
  } catch (error) {
    // a damaged, newer or locked book is moved as it is, its log with it
    const code = error instanceof AppError ? error.code : null;
    if (code === 'NOT_OURS' && options.replacesForeign === true) return;
    if (code === null || !movedAsTheyAre.has(code)) throw error;
  }
}

const movedAsTheyAre: ReadonlySet<ErrorCode> = new Set([
  'CORRUPT',
  'NEWER_VERSION',
  'PASSPHRASE_NEEDED',
]);

/**
 * Gives the present book a second name, under which it stays when the restored one takes its place: at no moment
 * is there no book at `path`, which a start at that moment would take for a first one.
 */
function keepAside(path: string, now: string): string | null {
  // of the file that is or was here: the one that comes is another
  breakSeal(path);
  if (!existsSync(path)) {
    keepLogAside(path, keptPath(path, now));
    return null;
  }
  const kept = keptPath(path, now);
  if (existsSync(kept)) throw refuse('CONFLICT', kept);
  const keyFile = readKeyFile(path);
  if (keyFile !== null) writeKeyFile(kept, keyFile);
  linkOrMove(path, kept);
  keepLogAside(path, kept);
  return kept;
}

/** Where the file that is at a book's place now is kept when another takes it. */
export function keptPath(path: string, now: string): string {
  const extension = extname(path);
  const stem = path.slice(0, path.length - extension.length);
  return `${stem}.before-restore-${now.replaceAll(/[:.]/g, '-')}${extension}`;
}

/** The log of a damaged, newer or missing book belongs to that one: SQLite would replay it into the next file here. */
export function keepLogAside(path: string, kept: string): void {
  for (const suffix of ['-wal', '-shm']) {
    if (existsSync(`${path}${suffix}`)) renameSync(`${path}${suffix}`, `${kept}${suffix}`);
  }
}

/** Disks without hard links (FAT) leave a moment without a file. */
function linkOrMove(path: string, kept: string): void {
  try {
    linkSync(path, kept);
  } catch {
    renameSync(path, kept);
  }
}
