import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyBackup, findNewest, type Backup } from './backup.ts';
import { flush } from './flush.ts';
import { translateError } from './refusals.ts';

/*
 * A second folder for backups, on another disk. Which one it is stands beside the folder of automatic backups and not
 * in the book: a book that is damaged, or restored from a year ago, must not forget it.
 */

export interface SecondFolder {
  /** As the user chose it; never made by us, since a disk that is not there would be "made" on this one. */
  readonly chosen: string;
  /** In it, of this book alone: two computers may keep their backups on one disk. Made when it is chosen, and not again. */
  readonly name: string;
  /** Somebody was erased from the book while the copies there could not be reached. */
  readonly isErasingDue: boolean;
  /** Why the last backup could not be copied there, as a sentence; null when it was, or the disk is not there. */
  readonly problem: string | null;
}

export function readSecondFolder(backupFolder: string): SecondFolder | null {
  try {
    const parsed: unknown = JSON.parse(readFileSync(settingsFile(backupFolder), 'utf8'));
    if (typeof parsed !== 'object' || parsed === null) return null;
    const { chosen, isErasingDue, name, problem } = parsed as Partial<SecondFolder>;
    if (typeof chosen !== 'string' || typeof name !== 'string') return null;
    return {
      chosen,
      name,
      isErasingDue: isErasingDue === true,
      problem: typeof problem === 'string' ? problem : null,
    };
  } catch {
    return null;
  }
}

/** Remembers a folder; null forgets it, and leaves its copies where they are. */
export function writeSecondFolder(backupFolder: string, second: SecondFolder | null): void {
  const file = settingsFile(backupFolder);
  if (second === null) {
    rmSync(file, { force: true });
    return;
  }
  const draft = `${file}.part`;
  writeFileSync(draft, `${JSON.stringify(second)}\n`);
  flush(draft);
  renameSync(draft, file);
  flush(dirname(file));
}

/**
 * Begins to keep backups in a folder of the user's choice. The one that was chosen before goes on being used when this is
 * the same.
 *
 * @throws the file system's errors; nothing is remembered then
 */
export function chooseSecondFolder(backupFolder: string, chosen: string): void {
  const before = readSecondFolder(backupFolder);
  const second: SecondFolder =
    before?.chosen === chosen
      ? { ...before, problem: null }
      : {
          chosen,
          name: `acquaint-backups-${randomUUID().slice(0, 8)}`,
          isErasingDue: false,
          problem: null,
        };
  mkdirSync(join(chosen, second.name), { recursive: true });
  writeSecondFolder(backupFolder, second);
}

/**
 * The folder with the copies; null while its disk is not there. The place where a disk is put in may be there without it:
 * then what we have made on the disk is missing.
 */
export function reachSecondFolder(second: SecondFolder | null): string | null {
  const folder = second === null ? null : join(second.chosen, second.name);
  return folder !== null && existsSync(folder) ? folder : null;
}

/**
 * Copies a backup to the second folder if there is one that can be reached. A disk that is unplugged is nothing to
 * be told of at each change; what else goes wrong is remembered, for Settings to tell, and given to `onFailure`.
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
    copyBackup(backup, folder, now);
    setProblem(backupFolder, null);
  } catch (error) {
    setProblem(backupFolder, translateError(error, folder)?.message ?? `${folder} cannot be used.`);
    onFailure(error);
  }
}

/**
 * Copies the newest backup there if it is not there yet: its disk was away when it was made. One that could not be copied
 * is left to the next backup.
 */
export function catchUpSecondFolder(
  backupFolder: string,
  now: string,
  onFailure: (error: unknown) => void,
): void {
  const second = readSecondFolder(backupFolder);
  const folder = reachSecondFolder(second);
  if (folder === null || second === null || second.problem !== null) return;
  const newest = findNewest(backupFolder, folder);
  if (newest !== null) copyToSecondFolder(newest, backupFolder, now, onFailure);
}

function setProblem(backupFolder: string, problem: string | null): void {
  const second = readSecondFolder(backupFolder);
  if (second === null || second.problem === problem) return;
  writeSecondFolder(backupFolder, { ...second, problem });
}

function settingsFile(backupFolder: string): string {
  return `${backupFolder}.json`;
}
