import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readMigrations } from '../src-main/book/migration-files.ts';
import { drawBook, SIZES } from './draw-book.ts';
import { makeRandom } from './random.ts';
import { writeBook } from './write-book.ts';

export interface BenchBook {
  readonly path: string;
  /** What is kept beside it between runs may lie here. */
  readonly folder: string;
  readonly isReused: boolean;
  /** Deletes the book unless it is to be kept. */
  dispose(): void;
}

export interface BookOptions {
  readonly size: string;
  readonly seed: number;
  /** Keep the book for the next run of the same size, seed, generator and schema. */
  readonly keep: boolean;
}

export const migrations = readMigrations(fileURLToPath(new URL('../migrations', import.meta.url)));

/** A generated book on disk: the kept one if it is there, else made, which takes minutes for the large size. */
export function prepareBook({ size, seed, keep }: BookOptions): BenchBook {
  const kept = path.join(os.tmpdir(), 'acquaint-bench', `${size}-${seed}-${versionOfBooks()}`);
  const isReused = keep && existsSync(kept);
  if (!isReused) mkdirSync(path.dirname(kept), { recursive: true });
  const folder = isReused ? kept : mkdtempSync(`${kept}-`);
  if (!isReused) {
    const random = makeRandom(seed);
    writeBook(
      path.join(folder, 'book.acquaint'),
      migrations,
      drawBook(SIZES[size], random),
      random,
    );
  }
  // Under its final name only when whole, so that a run cut short leaves nothing to be taken for a book.
  if (keep && !isReused) renameSync(folder, kept);
  const home = keep ? kept : folder;
  return {
    path: path.join(home, 'book.acquaint'),
    folder: home,
    isReused,
    dispose: () => {
      if (!keep) rmSync(home, { recursive: true });
    },
  };
}

/** Books of another generator or schema are others. */
function versionOfBooks(): string {
  const hash = createHash('sha256');
  for (const { sha256 } of migrations) hash.update(sha256);
  for (const name of ['draw-book.ts', 'draw-names.ts', 'write-book.ts', 'random.ts']) {
    hash.update(readFileSync(new URL(name, import.meta.url)));
  }
  return hash.digest('hex').slice(0, 12);
}
