import { describe, expect, it } from 'vitest';
import { birthdayAmong, daysFrom, daysOfYear } from './birthdays.ts';

describe('a birthday', () => {
  it('falls on its day of this year, and says how old somebody turns', () => {
    expect(birthdayAmong('1984-11-28', daysFrom('2026-11-26', 4))).toEqual({
      onDate: '2026-11-28',
      turns: 42,
      isLeapDay: false,
    });
  });

  it('keeps quiet about an age that is not known', () => {
    expect(birthdayAmong('--11-28', daysFrom('2026-11-26', 4))).toMatchObject({ turns: null });
    expect(birthdayAmong('2026-11-28', daysFrom('2026-11-26', 4))).toMatchObject({ turns: null });
  });

  it('is found across the turn of the year, in the year in which it falls', () => {
    expect(birthdayAmong('1990-01-02', daysFrom('2026-12-30', 5))).toEqual({
      onDate: '2027-01-02',
      turns: 37,
      isLeapDay: false,
    });
  });

  it('of 29 February is kept on that day in a leap year, and on the 28th in others', () => {
    const leap = daysFrom('2028-02-27', 4);
    expect(birthdayAmong('2000-02-29', leap)).toEqual({
      onDate: '2028-02-29',
      turns: 28,
      isLeapDay: false,
    });
    const common = daysFrom('2027-02-27', 4);
    for (const birthday of ['2000-02-29', '--02-29']) {
      expect(birthdayAmong(birthday, common)).toMatchObject({
        onDate: '2027-02-28',
        isLeapDay: true,
      });
    }
    expect(birthdayAmong('--02-29', daysFrom('2027-03-01', 30))).toBeNull();
  });

  it('is none of the days when it lies on another', () => {
    expect(birthdayAmong('--11-30', daysFrom('2026-11-26', 4))).toBeNull();
  });
});

describe('the days of the year that are asked for', () => {
  it('have 29 February beside the 28th in a common year only', () => {
    expect(daysOfYear(['2027-02-28', '2027-03-01'])).toEqual(['02-28', '02-29', '03-01']);
    expect(daysOfYear(['2028-02-28'])).toEqual(['02-28']);
    expect(daysOfYear(['2100-02-28'])).toEqual(['02-28', '02-29']);
  });
});
