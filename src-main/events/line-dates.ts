import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';

/*
 * The day after a "!" in an event line. Only days to come are meant: a follow-up in the past is a slip of
 * the keyboard. dayjs counts in UTC here, so that a day never shifts with the clock of the machine.
 */
dayjs.extend(utc);

/** What was read: where the phrase ends in the line, and the day, or why there is none. */
export interface DatePhrase {
  readonly end: number;
  /** 'YYYY-MM-DD', today or later; null with a problem. */
  readonly dueOn: string | null;
  readonly problem: string | null;
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const months =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const weekdayWord =
  '(sun(?:day)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?)';
const monthWord =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const dayNumber = '(\\d{1,2})(?:st|nd|rd|th)?';
const year = '(?:,?\\s+(20\\d\\d))?';

/** 'YYYY-MM-DD' of a day that exists, else null. Month 1..12. */
function dayOf(yearNumber: number, month: number, day: number): string | null {
  const text = [
    String(yearNumber).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(day).padStart(2, '0'),
  ].join('-');
  const parsed = dayjs.utc(text);
  return parsed.isValid() && parsed.format('YYYY-MM-DD') === text ? text : null;
}

function plus(today: string, count: number, unit: 'day' | 'week' | 'month' | 'year'): string {
  return dayjs.utc(today).add(count, unit).format('YYYY-MM-DD');
}

/** The month and day as they come next; a 29 February may be years away. Null: no such day in any year. */
function nextSuchDay(today: string, month: number, day: number): string | null {
  const first = Number(today.slice(0, 4));
  for (let candidate = first; candidate <= first + 8; candidate += 1) {
    const text = dayOf(candidate, month, day);
    if (text !== null && text >= today) return text;
  }
  return null;
}

function indexOfWord(words: readonly string[], start: string | undefined): number {
  const prefix = (start ?? '').toLowerCase().slice(0, 3);
  return words.findIndex((word) => word.startsWith(prefix));
}

/** The next such weekday after today; with `weekAfter`, the one of the calendar week after this (Monday first). */
function onWeekday(today: string, word: string | undefined, weekAfter: boolean): string {
  const from = dayjs.utc(today);
  const wanted = indexOfWord(weekdays, word);
  if (!weekAfter) return plus(today, ((wanted - from.day() + 6) % 7) + 1, 'day');
  const nextMonday = 7 - ((from.day() + 6) % 7);
  return plus(today, nextMonday + ((wanted + 6) % 7), 'day');
}

function onDay(
  today: string,
  month: number,
  day: string | undefined,
  yearText: string | undefined,
): string | null {
  return yearText === undefined
    ? nextSuchDay(today, month, Number(day))
    : dayOf(Number(yearText), month, Number(day));
}

type Reader = (match: RegExpExecArray, today: string) => string | null;

/** In order: the longer forms first. Each ends at a word's end. */
const sources: readonly (readonly [string, Reader])[] = [
  ['(\\d{4})-(\\d{2})-(\\d{2})', (m) => dayOf(Number(m[1]), Number(m[2]), Number(m[3]))],
  [
    '(\\d{1,2})\\.\\s?(\\d{1,2})(?:\\.\\s?(20\\d\\d)|\\.)?',
    (m, today) => onDay(today, Number(m[2]), m[1], m[3]),
  ],
  [
    `${dayNumber}\\s+(?:of\\s+)?${monthWord}${year}`,
    (m, today) => onDay(today, indexOfWord(months, m[2]) + 1, m[1], m[3]),
  ],
  [
    `${monthWord}\\s+${dayNumber}${year}`,
    (m, today) => onDay(today, indexOfWord(months, m[1]) + 1, m[2], m[3]),
  ],
  [
    'in\\s+(\\d{1,3}|an?|one)\\s+(day|week|month|year)s?',
    (m, today) =>
      plus(
        today,
        /^\d/u.test(m[1] ?? '') ? Number(m[1]) : 1,
        (m[2] ?? 'day').toLowerCase() as 'day' | 'week' | 'month' | 'year',
      ),
  ],
  [
    'next\\s+(week|month|year)',
    (m, today) => plus(today, 1, (m[1] ?? 'week').toLowerCase() as 'week' | 'month' | 'year'),
  ],
  [`next\\s+${weekdayWord}`, (m, today) => onWeekday(today, m[1], true)],
  ['today', (_, today) => today],
  ['tomorrow', (_, today) => plus(today, 1, 'day')],
  [weekdayWord, (m, today) => onWeekday(today, m[1], false)],
];
const forms = sources.map(
  ([source, reader]) => [new RegExp(`${source}(?![\\p{L}\\p{N}])`, 'iuy'), reader] as const,
);

const understood = 'write today, friday, next week, in 3 days, 3 Dec or 2026-12-03';

/**
 * Reads the day that begins at `start` (just after the "!"). Never throws. `today` ('YYYY-MM-DD') is the day of
 * logging: a weekday is the next one after it, a day without a year the next such day, a week is seven days.
 */
export function readDatePhrase(text: string, start: number, today: string): DatePhrase {
  for (const [form, reader] of forms) {
    form.lastIndex = start;
    const match = form.exec(text);
    if (match === null) continue;
    const end = start + match[0].length;
    const dueOn = reader(match, today);
    if (dueOn === null)
      return { end, dueOn: null, problem: `There is no day “${match[0]}”: ${understood}.` };
    if (dueOn < today)
      return { end, dueOn: null, problem: `“${match[0]}” is past: name a day to come.` };
    return { end, dueOn, problem: null };
  }
  const word = /[^\s,;]*/uy;
  word.lastIndex = start;
  const written = word.exec(text)?.[0] ?? '';
  const problem =
    written === ''
      ? `A day is missing after “!”: ${understood}.`
      : /^\d{1,2}\/\d{1,2}/u.test(written)
        ? `“${written}” can be read two ways: write 3 Dec or 2026-12-03.`
        : `“${written}” is no day that I understand: ${understood}.`;
  return { end: start + written.length, dueOn: null, problem };
}

/** A day in words for a chip: 'Fri 27 Nov 2026'. */
export function writeDay(day: string): string {
  return dayjs.utc(day).format('ddd D MMM YYYY');
}
