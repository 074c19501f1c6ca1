import { randomFillSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PIECE_BYTES, sumPieces } from '../graph/piece-sums.ts';
import { readCopy } from './read-copy.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-read-'));
  path = join(folder, 'file');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Random bytes, a stretch of zeros over several pieces among them. */
function write(size: number): Uint8Array {
  const written = randomFillSync(new Uint8Array(size));
  written.fill(0, Math.floor(size / 2), Math.floor(size / 2) + 4 * PIECE_BYTES);
  writeFileSync(path, written);
  return written;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.from(one).equals(Buffer.from(other));
}

const large = 40 * 1024 * 1024 + 8;
const broken = (script: string): URL =>
  new URL(`data:text/javascript,${encodeURIComponent(script)}`);
/** Begins pieces as the real one does, and leaves them. */
const greedy = broken(`import { workerData } from 'node:worker_threads';
  Atomics.add(workerData.begun, 0, 5); throw new Error('broken');`);

it.each([
  ['nothing', 0, undefined],
  ['an odd number of bytes', 100_001, undefined],
  ['more than one piece', 3 * PIECE_BYTES + 3, undefined],
  ['so much that a thread helps', large, undefined],
  ['so much, when there is no thread', large, null],
  ['so much, when the thread fails at once', large, broken('throw new Error("broken")')],
  ['so much, when the thread fails with pieces begun', large, greedy],
])('reads a file of %s as it is, and sums it', async (_, size, script) => {
  const written = write(size);
  const { bytes, sums } = await readCopy(path, script);
  expect(bytes.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(isSame(bytes, written)).toBe(true);
  const words = new Uint32Array(written.buffer, 0, size >>> 2);
  const alone = sumPieces(words);
  // an odd end is no packed copy, whatever its sum
  const whole = size % 4 === 0 ? alone.length : alone.length - 4;
  expect(sums.subarray(0, whole)).toEqual(alone.subarray(0, whole));
});

it('says that a file is not there', async () => {
  await expect(readCopy(join(folder, 'none'))).rejects.toThrow('ENOENT');
});
