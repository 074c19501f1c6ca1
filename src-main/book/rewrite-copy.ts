import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { replaceBackup } from './backup.ts';
import { openBook, type Book, type OpenOptions } from './open-book.ts';

export type Rewriting = 'rewritten' | 'untouched' | 'unreadable';

const logs = ['-wal', '-shm'] as const;

/**
 * Changes a book that is not open: a backup, or one that a restore put aside. Works on a draft beside it, which
 * takes its place when it is whole and verified. An older version is brought up to date on the way.
 *
 * @param change returns whether it changed anything; if not, the file stays as it is
 */
export function rewriteCopy(
  path: string,
  { clock, key = null, migrations }: Pick<OpenOptions, 'migrations' | 'clock' | 'key'>,
  change: (book: Book) => boolean,
): Rewriting {
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`);
  try {
    copyFileSync(path, draft);
    for (const log of logs) {
      if (existsSync(`${path}${log}`)) copyFileSync(`${path}${log}`, `${draft}${log}`);
    }
    let book: Book;
    try {
      book = openBook({ path: draft, clock, key, migrations });
    } catch {
      return 'unreadable';
    }
    try {
      if (!change(book)) return 'untouched';
      replaceBackup(book.sqlite, path);
    } finally {
      book.close();
    }
    // what the log held is in the new file; left there, it would be replayed into it
    for (const log of logs) rmSync(`${path}${log}`, { force: true });
    return 'rewritten';
  } finally {
    // it was opened and closed like any book, which seals it
    for (const file of [draft, ...[...logs, '.seal'].map((end) => `${draft}${end}`)]) {
      rmSync(file, { force: true });
    }
  }
}

/**
 * Gives a book's file no room for what was deleted: zeroes freed bytes, rebuilds the file, and empties the log.
 * Outside of any transaction.
 */
export function purgeFreePages({ sqlite }: Book): void {
  sqlite.pragma('secure_delete = ON');
  sqlite.exec('VACUUM');
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
}
