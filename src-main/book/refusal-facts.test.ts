import { mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { applicationId } from './header.ts';
import { openBook } from './open-book.ts';
import { readRefusalFacts } from './refusal-facts.ts';
import { repositoryMigrations } from './testing/make-book.ts';

const clock = { now: '2026-06-15T12:00:00.000Z', today: '2026-06-15' };
let folder: string;
const at = (name: string): string => join(folder, name);
const none = { disk: null, unwritable: null, versions: null, writtenAt: null, missing: null };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-facts-'));
  const header = Buffer.alloc(4096);
  header.write('SQLite format 3\0', 0, 'latin1');
  header.writeInt32BE(42, 60);
  header.writeUInt32BE(applicationId, 68);
  writeFileSync(at('newer.acquaint'), header);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('tells a newer book by its version, beside that of this program', () => {
  const facts = readRefusalFacts('NEWER_VERSION', at('newer.acquaint'), 18);
  expect(facts).toMatchObject({ versions: { book: 42, ours: 18 }, disk: null });
  expect(Date.parse(facts.writtenAt ?? '')).not.toBeNaN();
});

it('tells which release brought it there, and leaves no trace of having looked', () => {
  const path = at('released.acquaint');
  const book = openBook({ path, migrations: repositoryMigrations(), clock });
  book.sqlite.exec(
    "UPDATE migration SET release = '7.8.9' WHERE id = (SELECT max(id) FROM migration)",
  );
  book.close();
  const before = readdirSync(folder);
  const bytes = readFileSync(path);
  const read = () => readRefusalFacts('NEWER_VERSION', path, 1).versions;
  expect(read()).toMatchObject({ ours: 1, release: '7.8.9' });
  expect(readdirSync(folder)).toEqual(before);
  expect(readFileSync(path).equals(bytes)).toBe(true);

  // what may stand there instead: nothing, from before it was kept, or whatever a foreign program has written
  for (const other of ['NULL', "'<b>2.0</b>'", "''", '42']) {
    const again = openBook({ path, migrations: repositoryMigrations(), clock });
    again.sqlite.exec(`UPDATE migration SET release = ${other}`);
    again.close();
    expect(read()).toMatchObject({ release: null });
  }
});

it('names the disk that is full by its highest folder, with what is free on it', () => {
  const { disk } = readRefusalFacts('DISK_FULL', at('newer.acquaint'), 18);
  expect(folder.startsWith(disk?.place ?? '?')).toBe(true);
  expect(disk?.freeBytes).toBeLessThanOrEqual(statfsSync(folder).blocks * statfsSync(folder).bsize);
});

it('tells a missing folder from a missing file, and reads nothing of either', () => {
  const file = readRefusalFacts('NOT_FOUND', at('none.acquaint'), 18);
  expect(file).toEqual({ ...none, missing: 'file' });
  const gone = readRefusalFacts('NOT_FOUND', at('nowhere/none.acquaint'), 18);
  expect(gone).toEqual({ ...none, missing: 'folder' });
  expect(readRefusalFacts('DISK_FULL', at('nowhere/none.acquaint'), 18)).toEqual(none);
});
