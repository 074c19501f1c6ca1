import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { copyBackup, writeBackup } from './backup.ts';
import { openBook, type Book } from './open-book.ts';
import { restoreBook } from './restore.ts';
import { repositoryMigrations } from './testing/make-book.ts';

/** What was forced to the disk, and which books had a name in its folder by then. */
const flushed: { name: string; named: string[] }[] = [];

vi.mock('./flush.ts', async (load) => {
  const { flush } = await load<typeof import('./flush.ts')>();
  return {
    flush(path: string) {
      const place = path.endsWith('.part') ? dirname(path) : path;
      const named = readdirSync(place).filter((name) => /^[^.].*\.acquaint$/u.test(name));
      flushed.push({ name: basename(path), named });
      flush(path);
    },
  };
});

const clock = { now: '2026-06-15T12:00:00.000Z', today: '2026-06-15' };
const migrations = repositoryMigrations();
let folder: string;
let book: Book;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-flush-'));
  book = openBook({ path: join(folder, 'book.acquaint'), migrations, clock });
  flushed.length = 0;
});
afterEach(() => {
  book.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The draft was flushed before it had its name, and the folder after it had. */
function expectInOrder(place: string, named: readonly string[], name: string): void {
  const [draft, last] = flushed;
  expect(flushed).toHaveLength(2);
  expect(draft?.name).toMatch(/\.part$/u);
  expect(draft?.named).toEqual(named);
  expect(last?.name).toBe(basename(place));
  expect(last?.named.toSorted()).toEqual([...named, name].toSorted());
}

it('a backup is on the disk before it has its name, and so is its name before anybody is told', () => {
  writeBackup(book.sqlite, join(folder, 'copy.acquaint'));
  expectInOrder(folder, ['book.acquaint'], 'copy.acquaint');
});

it('so is its copy in another folder', () => {
  const backup = writeBackup(book.sqlite, join(folder, 'copy.acquaint'));
  const other = mkdtempSync(join(folder, 'other-'));
  flushed.length = 0;
  copyBackup(backup, other, clock.now);
  expectInOrder(other, [], 'copy.acquaint');
});

it('so is a restored book', () => {
  const backup = writeBackup(book.sqlite, join(folder, 'copy.acquaint'));
  const other = mkdtempSync(join(folder, 'other-'));
  flushed.length = 0;
  restoreBook(backup.path, { path: join(other, 'book.acquaint'), migrations, clock });
  expect(existsSync(join(other, 'book.acquaint'))).toBe(true);
  expectInOrder(other, [], 'book.acquaint');
});
