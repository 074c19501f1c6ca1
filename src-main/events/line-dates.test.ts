import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDatePhrase, writeDay } from './line-dates.ts';

const today = '2026-11-24'; // a Tuesday

function read(phrase: string, from = today): string | null {
  return readDatePhrase(phrase, 0, from).dueOn;
}

describe('readDatePhrase', () => {
  it.each([
    ['today', '2026-11-24'],
    ['Tomorrow', '2026-11-25'],
    ['friday', '2026-11-27'],
    ['fri', '2026-11-27'],
    ['tues', '2026-12-01'],
    ['monday', '2026-11-30'],
    ['next friday', '2026-12-04'],
    ['next mon', '2026-11-30'],
    ['next sunday', '2026-12-06'],
    ['next week', '2026-12-01'],
    ['next month', '2026-12-24'],
    ['in 3 days', '2026-11-27'],
    ['in a week', '2026-12-01'],
    ['in 2 weeks', '2026-12-08'],
    ['in 1 month', '2026-12-24'],
    ['3 Dec', '2026-12-03'],
    ['3rd December', '2026-12-03'],
    ['Dec 3', '2026-12-03'],
    ['Dec 3rd, 2027', '2027-12-03'],
    ['3 Feb', '2027-02-03'],
    ['29 Feb', '2028-02-29'],
    ['3.12.', '2026-12-03'],
    ['3.12', '2026-12-03'],
    ['03.12.2027', '2027-12-03'],
    ['2026-12-03', '2026-12-03'],
  ])('reads “%s” as %s on a Tuesday in November', (phrase, expected) => {
    expect(read(phrase)).toBe(expected);
  });

  it('takes a weekday for the next one, never for today', () => {
    expect(read('tuesday')).toBe('2026-12-01');
  });

  it('takes "next friday" on a Sunday for the Friday of the week that begins tomorrow', () => {
    expect(read('next friday', '2026-11-29')).toBe('2026-12-04');
  });

  it.each([
    ['31 Feb', 'There is no day “31 Feb”'],
    ['2026-02-30', 'There is no day'],
    ['2026-11-23', 'is past'],
    ['3 Dec 2020', 'is past'],
    ['3/12', 'can be read two ways'],
    ['frday', 'is no day that I understand'],
    ['', 'A day is missing'],
  ])('answers “%s” with a sentence', (phrase, part) => {
    const { dueOn, problem } = readDatePhrase(phrase, 0, today);
    expect(dueOn).toBeNull();
    expect(problem).toContain(part);
  });

  it('stops where the phrase ends, so that what follows is read on its own', () => {
    expect(readDatePhrase('x !3 Dec "note"', 3, today)).toMatchObject({ end: 8 });
    expect(readDatePhrase('fridays', 0, today).dueOn).toBeNull();
  });

  it('finds for every day of four years, written six ways, that day', () => {
    const names = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1460 }),
        fc.integer({ min: 0, max: 5 }),
        (ahead, way) => {
          // independent of dayjs: the platform's own calendar
          const date = new Date(Date.UTC(2026, 10, 24 + ahead));
          const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
          const written = [
            `${d} ${names[m]} ${y}`,
            `${names[m]} ${d}, ${y}`,
            `${d}.${m + 1}.${y}`,
            date.toISOString().slice(0, 10),
            `${d}th ${names[m]?.toUpperCase()} ${y}`,
            `in ${ahead} days`,
          ][way < 5 || ahead < 1000 ? way : 0];
          expect(read(written ?? '')).toBe(date.toISOString().slice(0, 10));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('finds a weekday within the seven days to come', () => {
    const words = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 0, max: 6 }),
        (day, weekday) => {
          const start = Date.UTC(2000, 0, 1) + day * 86_400_000;
          const from = new Date(start).toISOString().slice(0, 10);
          const found = Date.parse(read(words[weekday] ?? '', from) ?? '');
          const ahead = (found - start) / 86_400_000;
          expect(new Date(found).getUTCDay()).toBe(weekday);
          expect(ahead).toBeGreaterThanOrEqual(1);
          expect(ahead).toBeLessThanOrEqual(7);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('writeDay', () => {
  it('writes a day in words', () => {
    expect(writeDay('2026-11-27')).toBe('Fri 27 Nov 2026');
  });
});
