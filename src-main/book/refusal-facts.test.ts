import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { applicationId } from './header.ts';
import { readRefusalFacts } from './refusal-facts.ts';

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
