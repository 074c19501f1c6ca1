import { describe, expect, it } from 'vitest';
import { alikeReason, findAlike } from './alike-names.ts';

describe('names that may mean one thing', () => {
  it.each([
    ['web design', 'Web-Design', 'spacing'],
    ['Café', 'cafe', 'spacing'],
    ['logo', 'Logos', 'plural'],
    ['strategy', 'strategies', 'plural'],
    ['box', 'boxes', 'plural'],
    ['accountant', 'accounting', 'ending'],
    ['web designer', 'web design', 'ending'],
    ['photographer', 'photografer', 'spelling'],
    ['printer', 'printer ', 'spacing'],
    ['bookkeeper', 'bookeeper', 'spelling'],
  ])('%s and %s: %s', (a, b, reason) => {
    expect(alikeReason(a, b)).toBe(reason);
    expect(alikeReason(b, a)).toBe(reason);
  });

  it.each([
    ['prints', 'paints, oil'],
    ['PR', 'HR'],
    ['level 1', 'level 2'],
    ['batch 2025', 'batch 2026'],
    ['art', 'arts and crafts'],
    ['!!', '??'],
    ['boss', 'bo'],
  ])('%s and %s are not', (a, b) => {
    expect(alikeReason(a, b)).toBeNull();
  });

  it('are found by any other word for them, the surest pair first', () => {
    const pairs = findAlike([
      { ref: 1, names: ['accountant', 'book keeper'] },
      { ref: 2, names: ['photografer'] },
      { ref: 3, names: ['photographer'] },
      { ref: 4, names: ['bookkeeper'] },
    ]);
    expect(pairs).toEqual([
      { a: 1, b: 4, reason: 'spacing' },
      { a: 2, b: 3, reason: 'spelling' },
    ]);
  });
});
