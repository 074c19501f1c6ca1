import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { hasLog } from '../book/seal.ts';
import { readKeyFile } from '../book/key-file.ts';
import { AppError } from '../contract/result.ts';
import { listCopies } from './list-copies.ts';

/**
 * A book that is not at its place is made anew: at the first start. Where its backups, its log or its key file are
 * left, there was one, and a new, empty book in its place would look as if all were lost.
 *
 * @throws AppError NOT_FOUND
 */
export function refuseMissing(path: string, backupFolder: string | null): void {
  if (path === ':memory:' || existsSync(path) || !existsSync(dirname(path))) return;
  const isLeft =
    hasLog(path) ||
    readKeyFile(path) !== null ||
    listCopies({ ownPath: path, backupFolder }).length > 0;
  if (!isLeft) return;
  throw new AppError(
    'NOT_FOUND',
    `${path} is not there, but its backups or other files of it are. Put it back, restore a backup, or move those files away to begin a new book.`,
  );
}
