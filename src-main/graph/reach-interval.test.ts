import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intervalOfReach } from './reach-interval.ts';
import { PROPERTY_RUNS } from './testing/arbitraries.ts';

describe('reach of networks known by count only', () => {
  const mine = 353;
  const first = { size: 115, sharedWithMe: 62 };

  test('the worked example of the design: three reported networks', () => {
    const others = [first, { size: 161, sharedWithMe: 80 }, { size: 239, sharedWithMe: 8 }];
    expect(intervalOfReach(mine, 0, others)).toEqual({
      newToMe: { low: 231, high: 365 },
      inAll: { low: 584, high: 718 },
    });
  });

  test('one reported network alone is exact', () => {
    expect(intervalOfReach(mine, 0, [first]).newToMe).toEqual({ low: 53, high: 53 });
  });

  test('nothing reported: what is listed is exact', () => {
    expect(intervalOfReach(mine, 40, []).newToMe).toEqual({ low: 40, high: 40 });
  });

  test('a listed union larger than any reported one is the lower bound', () => {
    expect(intervalOfReach(mine, 100, [first]).newToMe).toEqual({ low: 100, high: 153 });
    expect(intervalOfReach(mine, 20, [first]).newToMe).toEqual({ low: 53, high: 73 });
  });

  test('when not even what is shared with me is known, it may be all or nothing', () => {
    const unknown = { size: 400, sharedWithMe: null };
    expect(intervalOfReach(mine, 0, [unknown]).newToMe).toEqual({ low: 47, high: 400 });
  });

  test('the true reach of any networks lies in the interval of their sizes', () => {
    expect.hasAssertions();
    const anyNetwork = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 30 });
    fc.assert(
      fc.property(anyNetwork, fc.array(anyNetwork), anyNetwork, (contacts, others, listed) => {
        const isNew = (person: number) => !contacts.includes(person);
        const listedNew = listed.filter(isNew).length;
        const reported = others.map((network) => ({
          size: network.length,
          sharedWithMe: network.filter((person) => contacts.includes(person)).length,
        }));
        const truth = new Set([...listed, ...others.flat()].filter(isNew)).size;
        const { newToMe, inAll } = intervalOfReach(contacts.length, listedNew, reported);
        expect(truth).toBeGreaterThanOrEqual(newToMe.low);
        expect(truth).toBeLessThanOrEqual(newToMe.high);
        expect(inAll.low - newToMe.low).toBe(contacts.length);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});
