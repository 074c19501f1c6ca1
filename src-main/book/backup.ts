import { randomUUID } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { AppError } from '../contract/result.ts';
import { chooseBackupsToDelete, type KeptBackup } from './backup-rotation.ts';
import type { BookKey } from './book-key.ts';
import { keyOf, openSqlite } from './cipher.ts';
import { flush } from './flush.ts';
import { hashFile } from './hash-file.ts';
import { applicationId } from './header.ts';
import { keyFilePath, readKeyFile, writeKeyFile } from './key-file.ts';
import { refuse } from './refusals.ts';
import { endSealing } from './seal.ts';

export interface Backup {
  readonly path: string;
  /** Of the file's bytes; also kept beside it in the form of sha256sum. */
  readonly sha256: string;
}

/** Why a backup is made; part of its name. */
export const backupReasons = ['daily', 'migration', 'import', 'asked'] as const;
export type BackupReason = (typeof backupReasons)[number];

const extension = '.acquaint';
const checksumExtension = '.sha256';
const backupName = /^book-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z-[a-z]+\.acquaint$/;

/**
 * Writes a verified copy of an open book to a path that must not exist yet: VACUUM INTO beside it, fsync,
 * integrity_check, checksum, then the name. A copy of the file by other means may be torn.
 *
 * @throws AppError CONFLICT when the path exists; SQLite's and the file system's errors
 */
export function writeBackup(sqlite: Database.Database, path: string): Backup {
  if (existsSync(path)) throw refuse('CONFLICT', path);
  return writeCopy(sqlite, path);
}

/** As `writeBackup`, in the place of a file that is there: whoever looks finds the old one or the new one, whole. */
export function replaceBackup(sqlite: Database.Database, path: string): Backup {
  return writeCopy(sqlite, path);
}

function writeCopy(sqlite: Database.Database, path: string): Backup {
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`);
  try {
    // encrypted as the book itself is
    sqlite.prepare('VACUUM INTO ?').run(draft);
    forgetGeneration(draft, keyOf(sqlite));
    return publishCopy(draft, path, keyOf(sqlite));
  } finally {
    rmSync(draft, { force: true });
    rmSync(`${draft}-journal`, { force: true });
  }
}

/** A copy that somebody puts in the place of the book is not the file that its seal was made of. */
function forgetGeneration(draft: string, key: BookKey | null): void {
  const sqlite = openSqlite(draft, { fileMustExist: true }, key);
  try {
    endSealing(sqlite);
  } finally {
    sqlite.close();
  }
}

/**
 * Gives a finished draft beside it the name of a copy, once it is verified and on the disk.
 *
 * @param key the draft's; null when it is not encrypted
 * @throws AppError CORRUPT; the draft is left then
 */
export function publishCopy(draft: string, path: string, key: BookKey | null): Backup {
  flush(draft);
  verifyCopy(draft, key);
  const sha256 = hashFile(draft);
  // what belongs to it first: a backup with a name always has a checksum, and an encrypted one its key file
  if (key !== null) writeKeyFile(path, key.keyFile);
  writeChecksum(path, sha256);
  renameSync(draft, path);
  flush(dirname(path));
  if (key === null) rmSync(keyFilePath(path), { force: true });
  return { path, sha256 };
}

/** A backup into the folder of automatic ones, whose number is bounded (see backup-rotation). */
export function keepBackup(
  sqlite: Database.Database,
  folder: string,
  reason: BackupReason,
  now: string,
): Backup {
  mkdirSync(folder, { recursive: true });
  const backup = writeBackup(sqlite, freePath(folder, reason, now));
  rotate(folder, basename(backup.path), now);
  return backup;
}

function rotate(folder: string, made: string, now: string): void {
  for (const doomed of chooseBackupsToDelete(listBackups(folder), made, now.slice(0, 10))) {
    rmSync(join(folder, doomed), { force: true });
    rmSync(join(folder, `${doomed}${checksumExtension}`), { force: true });
    rmSync(keyFilePath(join(folder, doomed)), { force: true });
  }
}

/**
 * Copies a finished backup into another folder under its own name, and compares what arrived. A backup is never
 * written again, so that its bytes may be copied, unlike an open book's. The number there is bounded, too.
 *
 * @throws AppError CORRUPT when other bytes arrive than were sent; the file system's errors
 */
export function copyBackup({ path, sha256 }: Backup, folder: string, now: string): void {
  const target = join(folder, basename(path));
  const draft = join(folder, `.${basename(path)}.${randomUUID()}.part`);
  try {
    copyFileSync(path, draft);
    flush(draft);
    if (hashFile(draft) !== sha256) throw refuse('CORRUPT', target);
    const keyFile = readKeyFile(path);
    if (keyFile !== null) writeKeyFile(target, keyFile);
    writeChecksum(target, sha256);
    renameSync(draft, target);
    flush(folder);
  } finally {
    rmSync(draft, { force: true });
  }
  rotate(folder, basename(path), now);
}

/**
 * The newest automatic backup of a folder, with the checksum that was kept of it.
 *
 * @param elsewhere null is given when it is in this folder already
 */
export function findNewest(folder: string, elsewhere: string): Backup | null {
  const name = listBackups(folder)
    .toSorted((a, b) => Date.parse(a.takenAt) - Date.parse(b.takenAt))
    .at(-1)?.name;
  if (name === undefined || existsSync(join(elsewhere, name))) return null;
  const path = join(folder, name);
  const sha256 = readChecksum(path);
  return sha256 === null ? null : { path, sha256 };
}

/** Whether a copy's bytes are those whose checksum was kept; null when none was. Reads the whole file. */
export function hasKeptBytes(path: string): boolean | null {
  const kept = readChecksum(path);
  return kept === null ? null : kept === hashFile(path);
}

/** The automatic backups in a folder; other files there are left alone. */
export function listBackups(folder: string): KeptBackup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const parts = backupName.exec(name);
    if (parts === null) return [];
    const [, day, hour, minute, second, millisecond] = parts;
    return [{ name, takenAt: `${day}T${hour}:${minute}:${second}.${millisecond}Z` }];
  });
}

/**
 * Checks a backup: a whole book of ours, and the very bytes whose checksum was kept (when one was).
 *
 * @param key for a backup that is encrypted
 * @throws AppError NOT_FOUND, NOT_OURS, CORRUPT or PASSPHRASE_NEEDED
 */
export function verifyBackup(path: string, key: BookKey | null = null): Backup {
  if (!existsSync(path)) throw refuse('NOT_FOUND', path);
  const sha256 = hashFile(path);
  const kept = readChecksum(path);
  if (kept !== null && kept !== sha256) {
    throw new AppError(
      'CORRUPT',
      `The backup ${path} has changed since it was made. Choose another one.`,
    );
  }
  verifyCopy(path, key);
  return { path, sha256 };
}

/** Two within a millisecond, or a clock set back to the very moment, must not meet. */
function freePath(folder: string, reason: BackupReason, now: string): string {
  for (let moment = Date.parse(now); ; moment += 1) {
    const stamp = new Date(moment).toISOString().replaceAll(/[:.]/g, '-');
    const path = join(folder, `book-${stamp}-${reason}${extension}`);
    if (!existsSync(path)) return path;
  }
}

/** A finished copy is not in WAL mode: reading it makes no file beside it. */
function verifyCopy(path: string, key: BookKey | null): void {
  let problem = 'it cannot be read';
  let owner: unknown;
  const sqlite = openSqlite(path, { readonly: true, fileMustExist: true }, key);
  try {
    sqlite.pragma('cell_size_check = ON');
    owner = sqlite.pragma('application_id', { simple: true });
    problem = String(sqlite.pragma('integrity_check(1)', { simple: true }));
  } catch {
    // the sentence below says it
  } finally {
    sqlite.close();
  }
  if (problem !== 'ok') {
    throw new AppError(
      'CORRUPT',
      `${path} is not a whole book (${problem}). Choose another backup.`,
    );
  }
  if (owner !== applicationId) throw refuse('NOT_OURS', path);
}

function writeChecksum(path: string, sha256: string): void {
  const file = openSync(`${path}${checksumExtension}`, 'w');
  try {
    writeSync(file, `${sha256}  ${basename(path)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function readChecksum(path: string): string | null {
  const file = `${path}${checksumExtension}`;
  return existsSync(file) ? (readFileSync(file, 'utf8').split(' ')[0] ?? null) : null;
}
