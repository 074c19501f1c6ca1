import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { BookCopy } from '../contract/backups.ts';
import { backupReasons, hasKeptBytes, listBackups } from './backup.ts';
import { readBookHeader } from './header.ts';

/** A copy of the book that the program itself has made. */
export interface CopyFile extends Pick<BookCopy, 'place' | 'name' | 'takenAt' | 'reason'> {
  readonly path: string;
}

export interface CopyFolders {
  /** Where the book lies. */
  readonly path: string;
  readonly backupFolder: string | null;
  /** The second folder for backups, when there is one that can be reached. */
  readonly secondFolder: string | null;
}

const stamp = String.raw`(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z`;

/** Automatic backups here and elsewhere, what restores put aside, and what was saved from a damaged book; the newest first. */
export function findCopyFiles({ backupFolder, path, secondFolder }: CopyFolders): CopyFile[] {
  return [
    ...listFolder('beside', backupFolder),
    ...listSecond(secondFolder),
    ...listAside(path),
  ].toSorted((a, b) => Date.parse(b.takenAt) - Date.parse(a.takenAt));
}

/** The path of what `salvageBook` makes, so that it is found among the copies. */
export function savedPath(path: string, now: string): string {
  const extension = extname(path);
  const stem = path.slice(0, path.length - extension.length);
  return `${stem}.saved-${now.replaceAll(/[:.]/g, '-')}${extension}`;
}

/** Bytes that are read for checksums in one look; more would be felt. */
const readInPassing = 256 * 1024 * 1024;
/** What a look in passing has found, by path; a file that changes is read again. */
const looks = new Map<string, { readonly state: string; readonly same: boolean | null }>();

/** Adds sizes, and whether each copy is still what it was when it was made. A file that has just vanished is left out. */
export function describeCopies(files: readonly CopyFile[]): BookCopy[] {
  let read = 0;
  return files.flatMap(({ path, ...copy }): BookCopy[] => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return [];
    const isEncrypted = isEncryptedCopy(path);
    const state = `${found.size} ${found.mtimeMs}`;
    let look = looks.get(path);
    if (look?.state !== state) {
      read += found.size;
      if (read > readInPassing) {
        return [{ ...copy, bytes: found.size, isEncrypted, bytesAre: 'unknown' }];
      }
      look = { state, same: tryLook(path) };
      looks.set(path, look);
    }
    const bytesAre = look.same === null ? 'unknown' : look.same ? 'same' : 'changed';
    return [{ ...copy, bytes: found.size, isEncrypted, bytesAre }];
  });
}

function isEncryptedCopy(path: string): boolean {
  try {
    const header = readBookHeader(path);
    return header !== null && typeof header === 'object' && header.isEncrypted;
  } catch {
    return false;
  }
}

/** A disk that is pulled out while it is read is no error here. */
function tryLook(path: string): boolean | null {
  try {
    return hasKeptBytes(path);
  } catch {
    return null;
  }
}

/** A disk that is pulled out while it is read has no copies. */
function listSecond(folder: string | null): CopyFile[] {
  try {
    return listFolder('second', folder);
  } catch {
    return [];
  }
}

function listFolder(place: 'beside' | 'second', folder: string | null): CopyFile[] {
  if (folder === null) return [];
  return listBackups(folder).map(({ name, takenAt }) => {
    const word = /-([a-z]+)\.[a-z]+$/.exec(name)?.[1];
    const reason = backupReasons.find((known) => known === word) ?? 'daily';
    return { place, name, takenAt, reason, path: join(folder, name) };
  });
}

function listAside(path: string): CopyFile[] {
  const folder = dirname(path);
  if (!existsSync(folder)) return [];
  const extension = extname(path);
  const stem = `${basename(path, extension)}.`;
  const form = new RegExp(`^(before-restore|saved)-${stamp}$`);
  return readdirSync(folder).flatMap((name): CopyFile[] => {
    if (!name.startsWith(stem) || extname(name) !== extension) return [];
    const parts = form.exec(name.slice(stem.length, name.length - extension.length));
    if (parts === null) return [];
    const [, kind, day, hour, minute, second, millisecond] = parts;
    const reason = kind === 'saved' ? 'saved' : 'before-restore';
    const takenAt = `${day}T${hour}:${minute}:${second}.${millisecond}Z`;
    return [{ place: 'aside', name, takenAt, reason, path: join(folder, name) }];
  });
}
