import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyBackup, writeBackup } from '../src-main/book/backup.ts';
import { openBook } from '../src-main/book/open-book.ts';
import { repositoryMigrations } from '../src-main/book/testing/make-book.ts';
import { AppError } from '../src-main/contract/result.ts';
import { clock, hashBook, makeCalls, openStore } from './history.ts';
import { pick, seededRandom, sha256, timeFor, trials } from './trials.ts';

const pageSize = 4096;

let folder: string;
let bytes: Buffer;
let seal: Buffer;
let whole: string;

/** A book of some size as it lies on the disk after Acquaint was closed. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-damage-'));
  const path = join(folder, 'source.acquaint');
  const store = openStore(path);
  for (const call of makeCalls(3, 300)) await store.dispatch(call.path, call.input);
  whole = hashBook(store.session().book.reader);
  writeBackup(store.session().book.sqlite, join(folder, 'backup.acquaint'));
  store.close();
  bytes = readFileSync(path);
  seal = readFileSync(`${path}.seal`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Damage = (copy: Buffer, random: () => number) => Buffer;

const damages: Readonly<Record<string, Damage>> = {
  'one flipped bit': (copy, random) => {
    const at = pick(random, copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << pick(random, 8));
    return copy;
  },
  'a page of zeros': (copy, random) => {
    const page = pick(random, copy.length / pageSize);
    return Buffer.from(copy.fill(0, page * pageSize, (page + 1) * pageSize));
  },
  'a page of noise': (copy, random) => {
    const page = pick(random, copy.length / pageSize);
    for (let i = 0; i < pageSize; i++) copy[page * pageSize + i] = pick(random, 256);
    return copy;
  },
  'two pages changed over': (copy, random) => {
    const pages = copy.length / pageSize;
    const [first, second] = [pick(random, pages), pick(random, pages)];
    const kept = Buffer.from(copy.subarray(first * pageSize, (first + 1) * pageSize));
    copy.copy(copy, first * pageSize, second * pageSize, (second + 1) * pageSize);
    kept.copy(copy, second * pageSize);
    return copy;
  },
  'a cut end': (copy, random) => copy.subarray(0, pick(random, copy.length)),
};

/** What came of opening: the code of the refusal, or the hash of what was read. */
function open(path: string): string {
  try {
    const book = openBook({ path, migrations: repositoryMigrations(), clock });
    const hash = hashBook(book.reader);
    book.close();
    return hash;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

/** Opens a damaged file beside the seal of the whole one. */
function tryDamaged(damaged: Buffer): {
  readonly outcome: string;
  readonly isRight: boolean;
  readonly isUntouchedRefusal: boolean;
} {
  const path = join(folder, 'damaged.acquaint');
  writeFileSync(path, damaged);
  writeFileSync(`${path}.seal`, seal);
  const outcome = open(path);
  const isUntouchedRefusal =
    /^(CORRUPT|NOT_OURS|NEWER_VERSION)$/.test(outcome) &&
    sha256(readFileSync(path)) === sha256(damaged) &&
    !existsSync(`${path}-wal`);
  for (const name of readdirSync(folder)) {
    if (name.startsWith('damaged')) rmSync(join(folder, name));
  }
  return { outcome, isRight: outcome === whole, isUntouchedRefusal };
}

describe('a book that is damaged on the disk', () => {
  it.each(Object.entries(damages))(
    `is refused untouched or read right: %s (${trials(50)} times)`,
    (_, damage) => {
      const outcomes = Array.from({ length: trials(50) }, (_item, trial) =>
        tryDamaged(damage(Buffer.from(bytes), seededRandom(trial))),
      );
      const bad = outcomes.filter(
        ({ isRight, isUntouchedRefusal }) => !isRight && !isUntouchedRefusal,
      );
      expect(bad).toEqual([]);
      const refused = outcomes.filter(({ isUntouchedRefusal }) => isUntouchedRefusal).length;
      expect(refused).toBeGreaterThan(0);
    },
    timeFor(600_000),
  );

  it('is read when only its seal is missing, unreadable, or of another time', () => {
    const path = join(folder, 'damaged-seal.acquaint');
    for (const other of ['', 'not a seal', JSON.stringify({ generation: 'x', sha256: 'y' })]) {
      writeFileSync(path, bytes);
      rmSync(`${path}.seal`, { force: true });
      if (other !== '') writeFileSync(`${path}.seal`, other);
      expect(open(path)).toBe(whole);
    }
  });
});

describe('a backup', () => {
  it(
    `is found to be bad whichever bit of it flips (${trials(100)} times)`,
    () => {
      const source = readFileSync(join(folder, 'backup.acquaint'));
      const checksum = readFileSync(join(folder, 'backup.acquaint.sha256'));
      for (let trial = 0; trial < trials(100); trial++) {
        const random = seededRandom(1000 + trial);
        const path = join(folder, 'flipped.acquaint');
        const copy = Buffer.from(source);
        const at = pick(random, copy.length);
        copy[at] = (copy[at] ?? 0) ^ (1 << pick(random, 8));
        writeFileSync(path, copy);
        writeFileSync(`${path}.sha256`, checksum);
        expect(() => verifyBackup(path), `bit flip ${trial}`).toThrow(AppError);
      }
    },
    timeFor(120_000),
  );
});
