import { describe, expect, it } from 'vitest';
import { ago, birthday, count, counted, day } from './common.ts';

describe('dates in words', () => {
  it('are days of the calendar, wherever the computer stands', () => {
    expect(day('2026-02-08')).toBe('8 Feb 2026');
    expect(birthday('1984-05-14')).toBe('14 May 1984');
    expect(birthday('--02-29')).toBe('29 Feb');
  });

  it.each([
    ['2026-11-24', 'today'],
    ['2026-11-23', 'yesterday'],
    ['2026-11-12', '12 days ago'],
    ['2026-11-03', '3 weeks ago'],
    ['2026-05-24', '6 months ago'],
    ['2025-10-01', 'a year ago'],
    ['2021-11-24', '5 years ago'],
    ['2026-12-01', '1 Dec 2026'],
  ])('%s is %s', (isoDate, words) => {
    expect(ago(isoDate, '2026-11-24')).toBe(words);
  });
});

describe('numbers in words', () => {
  it('have their thousands apart and the right form of the noun', () => {
    expect(count(12_480)).toBe('12,480');
    expect(counted(1, 'person', 'people')).toBe('1 person');
    expect(counted(0, 'person', 'people')).toBe('0 people');
  });
});
