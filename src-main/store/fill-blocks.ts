import type { Filling, RowFiller } from '../graph/index.ts';

/** Rows that a thread fills before it looks for more: a few milliseconds. */
const peopleABlock = 1000;

/** Blocks begun, and blocks done. */
const BEGUN = 0;
const DONE = 1;

/** To be shared by all who fill. */
export function makeBlocks(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
}

/** Fills the next block that nobody has begun. False when there is none. */
export function fillNextBlock(blocks: Int32Array, { people }: Filling, filler: RowFiller): boolean {
  const from = Atomics.add(blocks, BEGUN, 1) * peopleABlock;
  if (from >= people) return false;
  filler.fill(from, Math.min(from + peopleABlock, people));
  Atomics.add(blocks, DONE, 1);
  return true;
}

/** The share of the rows that is filled. */
export function shareDone(blocks: Int32Array, { people }: Filling): number {
  return people === 0 ? 1 : Atomics.load(blocks, DONE) / Math.ceil(people / peopleABlock);
}
