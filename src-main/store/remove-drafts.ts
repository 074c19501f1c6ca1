import { basename, dirname, extname } from 'node:path';
import { removeOldDrafts } from '../book/protect.ts';
import { reachSecondFolder, readSecondFolder } from '../book/second-folder.ts';

/**
 * Deletes what crashes have left half made of a book and its copies: it may be plain, and may hold people who are
 * erased. Not while a copy is being made.
 */
export function removeDrafts(path: string, backupFolder: string | null): void {
  removeOldDrafts(dirname(path), `${basename(path, extname(path))}.`);
  if (backupFolder === null) return;
  removeOldDrafts(backupFolder, 'book-');
  const second = reachSecondFolder(readSecondFolder(backupFolder));
  if (second !== null) removeOldDrafts(second, 'book-');
}
