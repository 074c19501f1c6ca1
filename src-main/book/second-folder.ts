import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyBackup, flush, type Backup } from './backup.ts';

/*
 * A second folder for backups, on another disk. Which one it is stands beside the folder of automatic backups and not
 * in the book: a book that is damaged, or restored from a year ago, must not forget it.
 */

export interface SecondFolder {
  /** As the user chose it; never made by us, since a disk that is not there would be "made" on this one. */
  readonly chosen: string;
  /** In it, of this book alone: two computers may keep their backups on one disk. */
  readonly name: string;
  /** Somebody was erased from the book while the copies there could not be reached. */
  readonly isErasingDue: boolean;
}

export function readSecondFolder(backupFolder: string): SecondFolder | null {
  try {
    const parsed: unknown = JSON.parse(readFileSync(settingsFile(backupFolder), 'utf8'));
    if (typeof parsed !== 'object' || parsed === null) return null;
    const { chosen, isErasingDue, name } = parsed as Partial<SecondFolder>;
    if (typeof chosen !== 'string' || typeof name !== 'string') return null;
    return { chosen, name, isErasingDue: isErasingDue === true };
  } catch {
    return null;
  }
}

/** Remembers a folder; null forgets it, and leaves its copies where they are. */
export function writeSecondFolder(
  backupFolder: string,
  second: (Pick<SecondFolder, 'chosen'> & Partial<SecondFolder>) | null,
): void {
  const file = settingsFile(backupFolder);
  if (second === null) {
    rmSync(file, { force: true });
    return;
  }
  const name = second.name ?? `acquaint-backups-${randomUUID().slice(0, 8)}`;
  const draft = `${file}.part`;
  const { chosen, isErasingDue = false } = second;
  writeFileSync(draft, `${JSON.stringify({ chosen, name, isErasingDue })}\n`);
  flush(draft);
  renameSync(draft, file);
}

/** The folder with the copies; null while its disk is not there. */
export function reachSecondFolder(second: SecondFolder | null): string | null {
  return second !== null && existsSync(second.chosen) ? join(second.chosen, second.name) : null;
}

/**
 * Copies a backup to the second folder if there is one that can be reached. A disk that is unplugged is nothing to
 * be told of at each change; what else goes wrong is given to `onFailure`.
 */
export function copyToSecondFolder(
  backup: Backup,
  backupFolder: string,
  now: string,
  onFailure: (error: unknown) => void,
): void {
  const folder = reachSecondFolder(readSecondFolder(backupFolder));
  if (folder === null) return;
  try {
    mkdirSync(folder, { recursive: true });
    copyBackup(backup, folder, now);
  } catch (error) {
    onFailure(error);
  }
}

function settingsFile(backupFolder: string): string {
  return `${backupFolder}.json`;
}
