import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../contract/result.ts';
import { publishCopy, verifyBackup } from './backup.ts';
import type { CopyFile } from './book-copies.ts';
import type { BookKey } from './book-key.ts';
import { recrypt } from './cipher.ts';
import { flush } from './flush.ts';
import { graphCopyPath } from './graph-token.ts';
import { readBookHeader } from './header.ts';
import { keyFilePath, readKeyFile, readKeyId, writeKeyFile } from './key-file.ts';
import { breakSeal, hasLog } from './seal.ts';

/*
 * Encryption is put on and taken off by writing the book anew beside itself; the new one takes the place of the old
 * when it is whole and verified. Killed at any moment, there is the old book or the new one. Copies follow the book:
 * each is brought into step when the book is next opened, should a crash have come between.
 */

/** The protection of a file, as its header and its key file tell. */
export type Protection = 'plain' | 'encrypted' | 'unknown';

export function readProtection(path: string): Protection {
  const header = readBookHeader(path);
  if (header === null || typeof header === 'string') return 'unknown';
  return header.isEncrypted ? 'encrypted' : 'plain';
}

/**
 * Encrypts a book that is not open, or takes that off again.
 *
 * @param keysOf the keys before and after; null: plain
 * @throws AppError CORRUPT when what was written is not whole; the file system's errors. The book is as it was then
 */
export function recryptBook(
  path: string,
  keysOf: { readonly from: BookKey | null; readonly to: BookKey | null },
  now: string,
): void {
  const { to } = keysOf;
  // its log must be empty: left there, it would be replayed into the new file
  if (hasLog(path))
    throw new AppError('CONFLICT', `${path} was not closed. Open it once more first.`);
  const draft = draftBeside(path);
  try {
    recrypt(path, draft, keysOf);
    flush(draft);
    verifyBackup(draft, to);
    if (to !== null) {
      keepKeyFile(path, now);
      writeKeyFile(path, to.keyFile);
    }
    breakSeal(path);
    rmSync(graphCopyPath(path), { force: true });
    renameSync(draft, path);
    flush(dirname(path));
  } finally {
    removeDraft(draft);
  }
  if (to === null) rmSync(keyFilePath(path), { force: true });
}

/** A key file may belong to a book that somebody has moved away; without it that one would be lost. */
export function keepKeyFile(path: string, now: string): void {
  const file = keyFilePath(path);
  if (existsSync(file)) renameSync(file, `${file}.before-${now.replaceAll(/[:.]/g, '-')}`);
}

export interface AlignedCopies {
  /** How many are as they should be now. */
  readonly inStep: number;
  /** Names of copies that are not as they should be: damaged, on a disk that is full, or under another key. */
  readonly left: readonly string[];
}

/**
 * Brings copies into step with their book: encrypted under its key and with its passphrase, or plain when `to` is
 * null. One that is in step already costs a look at its header.
 */
export function alignCopies(
  copies: readonly CopyFile[],
  keysOf: { readonly from: BookKey | null; readonly to: BookKey | null },
): AlignedCopies {
  const left: string[] = [];
  let inStep = 0;
  for (const copy of copies) {
    try {
      alignCopy(copy.path, keysOf);
      inStep++;
    } catch {
      left.push(copy.name);
    }
  }
  return { inStep, left };
}

function alignCopy(
  path: string,
  { from, to }: { readonly from: BookKey | null; readonly to: BookKey | null },
): void {
  const protection = readProtection(path);
  if (protection === 'unknown') throw new AppError('CORRUPT', `${path} cannot be read.`);
  if (protection === 'plain' && to === null) return;
  if (protection === 'encrypted' && to !== null) {
    alignKeyFile(path, to);
    return;
  }
  const draft = draftBeside(path);
  try {
    recrypt(path, draft, { from, to });
    publishCopy(draft, path, to);
    // what its log held is in the new file
    for (const log of ['-wal', '-shm']) rmSync(`${path}${log}`, { force: true });
  } finally {
    removeDraft(draft);
  }
}

/** Gives a copy under the book's own key the book's passphrase. */
function alignKeyFile(path: string, key: BookKey): void {
  const id = readKeyId(path);
  if (id !== null && id !== key.id) {
    throw new AppError('PASSPHRASE_NEEDED', `${path} is encrypted under another key.`);
  }
  if (readKeyFile(path) === key.keyFile) return;
  if (id === null) verifyBackup(path, key);
  writeKeyFile(path, key.keyFile);
}

/**
 * Drafts that a crash has left behind may be plain, in part or whole.
 *
 * @param stem what the names of the files begin with whose drafts are meant
 */
export function removeOldDrafts(folder: string, stem: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (name.startsWith(`.${stem}`) && draftName.test(name))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** As every writer of copies names its drafts. */
const draftName =
  /^\..+\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\.part(-journal|-wal|-shm|\.scratch|\.seal)?$/;

function draftBeside(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomUUID()}.part`);
}

function removeDraft(draft: string): void {
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${draft}${end}`, { force: true });
}
