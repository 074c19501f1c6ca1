import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);

/** A birthday as it falls on one of some days. */
export interface Birthday {
  /** The day it is kept, 'YYYY-MM-DD'. */
  readonly onDate: string;
  /** Null when the year of birth is not known. */
  readonly turns: number | null;
  /** Born on 29 February, and it is kept on the 28th, because this year has no 29th. */
  readonly isLeapDay: boolean;
}

/** Days from a day on: `daysFrom('2026-12-31', 2)` is ['2026-12-31', '2027-01-01']. */
export function daysFrom(first: string, count: number): string[] {
  const start = dayjs.utc(first);
  return Array.from({ length: count }, (_, after) => start.add(after, 'day').format('YYYY-MM-DD'));
}

/**
 * The days of the year ('MM-DD') whose birthdays are kept on one of some days. In a year without a 29 February,
 * who was born on it is thought of on the 28th: a day early is kind, a day late is not.
 */
export function daysOfYear(days: readonly string[]): string[] {
  return days.flatMap((day) => {
    const own = day.slice(5);
    return own === '02-28' && !hasLeapDay(day) ? [own, '02-29'] : [own];
  });
}

/** How a birthday ('YYYY-MM-DD' or '--MM-DD') falls on one of some days; null when it does not. */
export function birthdayAmong(birthday: string, days: readonly string[]): Birthday | null {
  const born = birthday.slice(-5);
  const onDate = days.find((day) => daysOfYear([day]).includes(born));
  if (onDate === undefined) return null;
  const year = birthday.startsWith('--') ? null : Number(birthday.slice(0, 4));
  const turns = year === null ? null : Number(onDate.slice(0, 4)) - year;
  // Somebody noted as born next year is a slip of the pen, and nobody turns 0.
  return {
    onDate,
    turns: turns !== null && turns > 0 ? turns : null,
    isLeapDay: born !== onDate.slice(5),
  };
}

function hasLeapDay(day: string): boolean {
  return (
    dayjs
      .utc(`${day.slice(0, 4)}-02-28`)
      .add(1, 'day')
      .date() === 29
  );
}
