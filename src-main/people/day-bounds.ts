import { AppError } from '../contract/result.ts';

const millisecondsOfDay = 86_400_000;

/**
 * The day that a bound of a filter names: itself, or so long before `today` ('-30d', '-6m', '-1y'). A day that a
 * shorter month does not have becomes its last one. Both are 'YYYY-MM-DD'.
 *
 * @throws AppError INVALID_INPUT for anything else
 */
export function dayOf(bound: string, today: string): string {
  if (!bound.startsWith('-')) return bound;
  const count = Number(bound.slice(1, -1));
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number);
  switch (bound.at(-1)) {
    case 'd':
      return isoDay(Date.UTC(year, month - 1, day) - count * millisecondsOfDay);
    case 'm':
      return monthsBefore(year, month, day, count);
    case 'y':
      return monthsBefore(year, month, day, count * 12);
    default:
      throw new AppError('INVALID_INPUT', `"${bound}" is no day, and no time before today.`);
  }
}

function monthsBefore(year: number, month: number, day: number, count: number): string {
  const lastOfMonth = Date.UTC(year, month - count, 0);
  const wanted = Date.UTC(year, month - 1 - count, day);
  return isoDay(Math.min(wanted, lastOfMonth));
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
