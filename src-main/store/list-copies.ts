import { findCopyFiles, type CopyFile } from '../book/book-copies.ts';
import { reachSecondFolder, readSecondFolder } from '../book/second-folder.ts';
import type { StoreContext } from './store-context.ts';

/** Every copy of the user's own book that the program has made and can reach now. */
export function listCopies({
  backupFolder,
  ownPath,
}: Pick<StoreContext, 'backupFolder' | 'ownPath'>): CopyFile[] {
  const second = backupFolder === null ? null : readSecondFolder(backupFolder);
  return findCopyFiles({ path: ownPath, backupFolder, secondFolder: reachSecondFolder(second) });
}
