import { createHash, randomFillSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readShared } from './read-shared.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-read-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

it.each([
  ['nothing', 0],
  ['an odd number of bytes', 100_001],
  ['more than one piece', 32 * 1024 * 1024 + 3],
])('reads a file of %s as it is, into shared memory', async (_, size) => {
  const path = join(folder, 'file');
  const written = randomFillSync(new Uint8Array(size));
  writeFileSync(path, written);
  const read = await readShared(path);
  expect(read.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(sumOf(read)).toBe(sumOf(written));
});

it('says that a file is not there', async () => {
  await expect(readShared(join(folder, 'none'))).rejects.toThrow('ENOENT');
});
