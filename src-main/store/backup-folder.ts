import { basename, dirname, extname, join } from 'node:path';

/** Where the automatic backups of a book go: 'book-backups' beside 'book.acquaint'. */
export function backupFolderOf(path: string): string {
  return join(dirname(path), `${basename(path, extname(path))}-backups`);
}
