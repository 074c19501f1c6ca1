import { describe, expect, it } from 'vitest';
import type { IntroductionId } from '../../../src-main/contract/common.ts';
import type { Introduction } from '../../../src-main/contract/introductions.ts';
import { ancestorsOf, childrenOf } from './descent.ts';

const one = (id: number, cameFromId: number | null) =>
  ({ id: id as IntroductionId, cameFromId: cameFromId as IntroductionId | null }) as Introduction;
const ids = (all: readonly Introduction[]) => all.map(({ id }) => id);

describe('the line of descent', () => {
  const all = [one(1, null), one(2, 1), one(3, 2), one(4, 2)];

  it('begins with the first introduction', () => {
    expect(ids(ancestorsOf(one(3, 2), all))).toEqual([1, 2]);
    expect(ids(ancestorsOf(one(1, null), all))).toEqual([]);
  });

  it('goes on to all that came of one', () => {
    expect(ids(childrenOf(one(2, 1), all))).toEqual([3, 4]);
  });

  it('ends where it would bite its tail, or where its parent is gone', () => {
    const circle = [one(1, 3), one(2, 1), one(3, 2)];
    expect(ids(ancestorsOf(one(3, 2), circle))).toEqual([1, 2]);
    expect(ids(ancestorsOf(one(9, 8), all))).toEqual([]);
  });
});
