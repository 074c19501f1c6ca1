import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname, parse } from 'node:path';
import type { RefusalFacts } from '../contract/book.ts';
import type { ErrorCode } from '../contract/result.ts';
import { openSqlite } from './cipher.ts';
import { readBookHeader } from './header.ts';
import { findAbsent, removeTraces } from './reading-traces.ts';
import { checkRelease } from './release.ts';
import { hasLog } from './seal.ts';

/**
 * What a screen can tell of a refusal beyond its sentence. Only looks: nothing is changed, in the folder neither.
 *
 * @param ours the version of the newest migration that this program has
 */
export function readRefusalFacts(code: ErrorCode, path: string, ours: number): RefusalFacts {
  const isOfDisk = code === 'DISK_FULL' || code === 'READ_ONLY';
  const book = code === 'NEWER_VERSION' ? readVersion(path) : null;
  return {
    disk: isOfDisk ? describeDisk(dirname(path)) : null,
    unwritable: code === 'READ_ONLY' ? findUnwritable(path) : null,
    versions: book === null ? null : { book, ours, release: readRelease(path) },
    writtenAt: readTime(path),
    missing: code === 'NOT_FOUND' ? (existsSync(dirname(path)) ? 'file' : 'folder') : null,
  };
}

function readVersion(path: string): number | null {
  try {
    const header = readBookHeader(path);
    return header === null || typeof header === 'string' ? null : header.userVersion;
  } catch {
    return null;
  }
}

/**
 * The release that brought a newer book to its format, by its own ledger. Null where it cannot be told: of a book that is
 * encrypted, has a log beside it, or is in use.
 */
function readRelease(path: string): string | null {
  if (hasLog(path)) return null;
  const absent = findAbsent(path);
  try {
    const sqlite = openSqlite(path, { readonly: true, timeout: 0 }, null);
    try {
      const last = 'SELECT release FROM migration ORDER BY id DESC LIMIT 1';
      return checkRelease(sqlite.prepare(last).pluck().get());
    } finally {
      sqlite.close();
    }
  } catch {
    return null;
  } finally {
    removeTraces(absent);
  }
}

function readTime(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? null : found.mtime.toISOString();
}

/** The disk on which a folder lies, by the highest folder that is still on it. */
function describeDisk(folder: string): RefusalFacts['disk'] {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return { place: findMountPoint(folder), freeBytes: bavail * bsize };
  } catch {
    return null;
  }
}

function findMountPoint(folder: string): string {
  const { dev } = statSync(folder);
  const { root } = parse(folder);
  let place = folder;
  while (place !== root && statSync(dirname(place)).dev === dev) place = dirname(place);
  return place;
}

/** What exactly keeps a book from being written; null when it cannot be told. */
function findUnwritable(path: string): RefusalFacts['unwritable'] {
  const folder = dirname(path);
  const reasons = [folder, path, `${path}-wal`]
    .filter((place) => existsSync(place))
    .map((place) => [place, codeOfWriting(place)] as const);
  if (reasons.some(([, code]) => code === 'EROFS')) return 'disk';
  const found = reasons.find(([, code]) => code !== null);
  if (found === undefined) return null;
  return found[0] === folder ? 'folder' : 'file';
}

function codeOfWriting(place: string): string | null {
  try {
    accessSync(place, constants.W_OK);
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? '';
  }
}
