import { realpathSync } from 'node:fs';

/**
 * Where the file of a book itself lies, should the path lead there by a symbolic link. All that is written beside the book
 * belongs beside the file, as SQLite's own log does; and what takes its place must not take the place of the link, behind
 * which the old file would stay: a plain one, where encryption was asked for.
 */
export function findBookFile(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
