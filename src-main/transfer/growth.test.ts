import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { BOMBS, GROWING } from './testing/bombs.ts';
import { countWork } from './testing/count-work.ts';
import { expectTakenOrRefused } from './testing/expect-taken-or-refused.ts';

const workOf = (make: (size: number) => string, size: number): number => {
  const bytes = strToU8(make(size));
  return countWork(() => expectTakenOrRefused(bytes));
};

describe('four times as much of a file', () => {
  it.each([...GROWING, ...BOMBS])('is at most four times the work: %s', (_, make) => {
    // Once before, so that what is done once for all files is done.
    workOf(make, 10);
    const small = workOf(make, 1000);
    const large = workOf(make, 4000);
    expect(large).toBeGreaterThan(0);
    // By the square it would be sixteen times; sorting adds a little to four.
    expect(large / small).toBeLessThan(4.6);
  });
});
