import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headHeight, rowHeight, rowsInSight, topToShow } from './rows-in-sight.ts';

const index = fc.nat(100_000);
const top = fc.nat(100_000 * rowHeight);
const room = fc.integer({ min: headHeight + rowHeight, max: 2000 });

/** Whether a row lies whole between the head and the lower edge. */
function isSeen(row: number, at: number, height: number): boolean {
  const upper = headHeight + row * rowHeight - at;
  return upper >= headHeight && upper + rowHeight <= height;
}

describe('scrolling to a row', () => {
  it('shows it whole, does not move when it is, and moves no further than it must', () => {
    fc.assert(
      fc.property(index, top, room, (row, now, height) => {
        const next = topToShow(row, now, height);
        expect(isSeen(row, next, height)).toBe(true);
        const isStill = next === now;
        expect(isStill).toBe(isSeen(row, now, height));
        expect(isStill || !isSeen(row, next + Math.sign(now - next), height)).toBe(true);
      }),
    );
  });
});

describe('the rows in sight', () => {
  it('are all of which a pixel is seen', () => {
    fc.assert(
      fc.property(top, room, fc.nat(2000), (at, height, pixel) => {
        fc.pre(pixel < height);
        const { count, first } = rowsInSight(at, height);
        const row = Math.floor((at + pixel - headHeight) / rowHeight);
        fc.pre(row >= 0 && pixel >= headHeight);
        expect(row).toBeGreaterThanOrEqual(first);
        expect(row).toBeLessThanOrEqual(first + count);
      }),
    );
  });
});
