/** Dates as the platforms write them, into 'YYYY-MM-DD'; null when it is none. */

const MONTHS = new Map(
  'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').map((name, i) => [name, i + 1]),
);

/** How all-number dates are read: 1/2/2026 is 1 February ('dmy') or 2 January ('mdy'). */
export type DateOrder = 'dmy' | 'mdy';

/** 'YYYY-MM-DD' if the day exists; years 1000 to 9999. */
export function makeDate(year: number, month: number, day: number): string | null {
  if (!(year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${year}-${pad(month)}-${pad(day)}`;
}

/** The UTC day of a Unix time; seconds or milliseconds are told apart by size. */
export function dateOfUnixTime(value: unknown): string | null {
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) return null;
  const ms = value < 1e11 ? value * 1000 : value;
  return ms < 253402300800000 ? new Date(ms).toISOString().slice(0, 10) : null;
}

/**
 * ISO dates and times (the date as written, whatever its zone), `08 Feb 2026`, `8-Feb-2026`,
 * `September 1, 2026 8:15 AM`, `20260208`, and all-number dates by `order`.
 * @param order of 1/2/2026; when only one reading is a date, that one is taken
 */
export function parseDate(text: string | null, order: DateOrder = 'dmy'): string | null {
  if (text === null || text.length > 80) return null;
  const value = text.trim();
  let match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:\D|$)/.exec(value);
  if (match) return makeDate(Number(match[1]), Number(match[2]), Number(match[3]));
  match = /^(\d{4})(\d\d)(\d\d)(?:T|$)/.exec(value);
  if (match) return makeDate(Number(match[1]), Number(match[2]), Number(match[3]));
  match = /^(\d{1,2})[ .-]+([a-z]{3})[a-z]*\.?[ ,-]+(\d{4})/i.exec(value);
  if (match) return makeDate(Number(match[3]), monthOf(match[2]), Number(match[1]));
  match = /^(?:[a-z]{3,9},? )?([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})/i.exec(value);
  if (match) return makeDate(Number(match[3]), monthOf(match[1]), Number(match[2]));
  match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:\D|$)/.exec(value);
  if (match) return numberDate(Number(match[1]), Number(match[2]), fullYear(match[3]), order);
  return null;
}

/** A date, or '--MM-DD' where the year is not known (`--02-29`). */
export function parseBirthday(text: string | null, order: DateOrder = 'dmy'): string | null {
  const match = /^--(\d\d)-?(\d\d)$/.exec(text?.trim() ?? '');
  if (match === null) return parseDate(text, order);
  // 1604 is a leap year, so that 29 February is a day.
  const date = makeDate(1604, Number(match[1]), Number(match[2]));
  return date === null ? null : `-${date.slice(4)}`;
}

/**
 * The order that the all-number dates of one column are in: a number above 12 tells; if none does,
 * the habit of the country.
 */
export function guessDateOrder(dates: Iterable<string>, country: string): DateOrder {
  for (const date of dates) {
    const match = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d/.exec(date);
    if (match === null) continue;
    if (Number(match[1]) > 12) return 'dmy';
    if (Number(match[2]) > 12) return 'mdy';
  }
  return country === 'US' ? 'mdy' : 'dmy';
}

/** The newest of some dates; null of none. */
export function newestDate(dates: Iterable<string | null>): string | null {
  let newest: string | null = null;
  for (const date of dates) if (date !== null && (newest === null || date > newest)) newest = date;
  return newest;
}

function numberDate(a: number, b: number, year: number, order: DateOrder): string | null {
  const dmy = makeDate(year, b, a);
  const mdy = makeDate(year, a, b);
  return order === 'dmy' ? (dmy ?? mdy) : (mdy ?? dmy);
}

function monthOf(text: string | undefined): number {
  return MONTHS.get((text ?? '').slice(0, 3).toLowerCase()) ?? 0;
}

/** Two digits mean this century: the platforms are younger than it. */
function fullYear(text: string | undefined): number {
  const year = Number(text);
  return year < 100 ? 2000 + year : year;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
