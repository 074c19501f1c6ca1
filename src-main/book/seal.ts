import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import type Database from 'better-sqlite3';
import { hashFile } from './hash-file.ts';

/*
 * A seal is written beside a book when it is closed, and is taken away when it is opened: the checksum of the whole
 * file. SQLite's own check sees only damage to the structure of the file; a seal that no longer fits shows a single
 * flipped bit in somebody's name. The book holds the seal's generation, so that another file in its place (a copy
 * that the user put back) is not taken for damage.
 */

interface Seal {
  readonly generation: string;
  readonly sha256: string;
}

/** Larger books take seconds to read through; they have SQLite's check alone. */
const largestSealed = 512 * 1024 * 1024;

function sealPath(path: string): string {
  return `${path}.seal`;
}

/**
 * Whether the file is the very one that was sealed: 'broken' means that it has changed since it was closed.
 * `sqlite` is open read-only.
 */
export function examineSeal(path: string, sqlite: Database.Database): 'whole' | 'broken' | 'none' {
  const seal = readSeal(path);
  // a log beside it holds changes made after the seal: something else has opened the book
  if (seal === null || hasLog(path) || readGeneration(sqlite) !== seal.generation) return 'none';
  return hashFile(path) === seal.sha256 ? 'whole' : 'broken';
}

/** Whether changes lie beside the file that are not in it yet. */
export function hasLog(path: string): boolean {
  return existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0;
}

/** Before anything is written: from here on only the log tells what is in the book. */
export function breakSeal(path: string): void {
  rmSync(sealPath(path), { force: true });
}

/**
 * The generation under which the book is closed: a new one if anything was written since it was opened, or came from
 * its log then; looking into a book leaves its file as it was.
 */
export function endGeneration(sqlite: Database.Database, hadLog: boolean): string {
  const known = readGeneration(sqlite);
  const written: unknown = sqlite.prepare('SELECT total_changes()').pluck().get();
  if (known !== null && written === 0 && !hadLog) return known;
  const generation = randomUUID();
  sqlite
    .prepare(
      'INSERT INTO seal (id, generation) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET generation = excluded.generation',
    )
    .run(generation);
  return generation;
}

/** Takes the generation out of a copy of a book: no seal is its. */
export function endSealing(sqlite: Database.Database): void {
  if (readGeneration(sqlite) !== null) sqlite.exec('DELETE FROM seal');
}

/** Seals a book that has just been closed. A seal that cannot be written is none: nothing depends on it. */
export function sealBook(path: string, generation: string): void {
  const draft = `${sealPath(path)}.part`;
  try {
    if (existsSync(`${path}-wal`) || statSync(path).size > largestSealed) return;
    const seal: Seal = { generation, sha256: hashFile(path) };
    const file = openSync(draft, 'w');
    try {
      writeSync(file, `${JSON.stringify(seal)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, sealPath(path));
  } catch {
    rmSync(draft, { force: true });
  }
}

function readSeal(path: string): Seal | null {
  try {
    const parsed: unknown = JSON.parse(readFileSync(sealPath(path), 'utf8'));
    if (typeof parsed !== 'object' || parsed === null) return null;
    const { generation, sha256 } = parsed as Partial<Seal>;
    if (typeof generation !== 'string' || typeof sha256 !== 'string') return null;
    return { generation, sha256 };
  } catch {
    return null;
  }
}

/** Null also for a book of a version that had no seals. */
function readGeneration(sqlite: Database.Database): string | null {
  const hasSeals = sqlite.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'seal'").pluck().get();
  if (hasSeals === undefined) return null;
  const found: unknown = sqlite.prepare('SELECT generation FROM seal').pluck().get();
  return typeof found === 'string' ? found : null;
}
