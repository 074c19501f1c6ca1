import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readMigrations } from '../src-main/book/migration-files.ts';
import { drawBook, SIZES } from './draw-book.ts';
import { furnishBook } from './furnish-book.ts';
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

/** Sizes that are looked at as well: their days count back from today, so that a kept one serves for a day. */
const furnishedSizes: ReadonlySet<string> = new Set(['SEARCH']);
const folderOfBooks = path.join(os.tmpdir(), 'acquaint-bench');

/** A generated book on disk: the kept one if it is there, else made, which takes minutes for the large size. */
export function prepareBook({ size, seed, keep }: BookOptions): BenchBook {
  const isFurnished = furnishedSizes.has(size);
  const today = new Date().toISOString().slice(0, 10);
  const name = `${size}-${seed}-${versionOfBooks(isFurnished)}${isFurnished ? `-${today}` : ''}`;
  const kept = path.join(folderOfBooks, name);
  const isReused = keep && existsSync(kept);
  if (!isReused) mkdirSync(folderOfBooks, { recursive: true });
  const folder = isReused ? kept : mkdtempSync(`${kept}-`);
  if (!isReused) {
    const random = makeRandom(seed);
    const file = path.join(folder, 'book.acquaint');
    const drawn = drawBook(SIZES[size], random);
    writeBook(file, migrations, drawn, random);
    if (isFurnished) furnishBook(file, drawn, random, today);
  }
  // Under its final name only when whole, so that a run cut short leaves nothing to be taken for a book.
  if (keep && !isReused) {
    renameSync(folder, kept);
    if (isFurnished) dropThoseOfOtherDays(size, today);
  }
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

/** Nobody will ask for them again. */
function dropThoseOfOtherDays(size: string, today: string): void {
  for (const name of readdirSync(folderOfBooks)) {
    const isKept = name.startsWith(`${size}-`) && /-\d{4}-\d\d-\d\d$/.test(name);
    if (isKept && !name.endsWith(today)) {
      rmSync(path.join(folderOfBooks, name), { recursive: true, force: true });
    }
  }
}

const generator = ['draw-book.ts', 'draw-names.ts', 'write-book.ts', 'random.ts'];
const furniture = [
  'draw-life.ts',
  'furnish-book.ts',
  'furnish-people.ts',
  'furnish-events.ts',
  'furnish-introductions.ts',
];

/** Books of another generator or schema are others. */
function versionOfBooks(isFurnished: boolean): string {
  const hash = createHash('sha256');
  for (const { sha256 } of migrations) hash.update(sha256);
  for (const name of isFurnished ? [...generator, ...furniture] : generator) {
    hash.update(readFileSync(new URL(name, import.meta.url)));
  }
  return hash.digest('hex').slice(0, 12);
}
