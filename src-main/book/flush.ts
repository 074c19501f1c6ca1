import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Forces a file's (or folder's) content to the disk. */
export function flush(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
