import { existsSync, rmSync, statSync } from 'node:fs';

/*
 * Reading alone makes an empty log beside a book that is in WAL mode, and an index of that log. A book that is only looked
 * at must be left as it was found, its folder too.
 */

export function logPath(path: string): string {
  return `${path}-wal`;
}

/** To be asked before a file is read: which of the two are not there. */
export function findAbsent(path: string): string[] {
  return [logPath(path), `${path}-shm`].filter((file) => !existsSync(file));
}

/** Takes away what was absent before. A log with something in it is not of our reading: another program has begun to write. */
export function removeTraces(absentBefore: readonly string[]): void {
  for (const file of absentBefore) {
    const isWritten =
      file.endsWith('-wal') && (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;
    if (!isWritten) rmSync(file, { force: true });
  }
}
