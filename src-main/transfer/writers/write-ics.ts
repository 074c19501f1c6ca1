/** Due dates as iCalendar (RFC 5545): whole-day entries, which every calendar shows. */
import { escapeText, foldLine } from '../content-line.ts';

export interface DueDate {
  /** Stable, so that importing the file again moves the entry instead of doubling it. */
  readonly uid: string;
  /** 'YYYY-MM-DD'. */
  readonly on: string;
  readonly title: string;
  readonly note: string | null;
  /** A birthday comes every year. */
  readonly isYearly: boolean;
}

/**
 * The calendar in UTF-8.
 * @param now ISO-8601 UTC timestamp, written as the time of making
 */
export function writeIcs(dates: readonly DueDate[], now: string): Uint8Array {
  const stamp = `${now.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Acquaint//Due dates//EN'];
  for (const { uid, on, title, note, isYearly } of dates) {
    lines.push('BEGIN:VEVENT', `UID:${escapeText(uid)}`, `DTSTAMP:${stamp}`);
    lines.push(`DTSTART;VALUE=DATE:${on.replaceAll('-', '')}`);
    if (isYearly) lines.push('RRULE:FREQ=YEARLY');
    lines.push(`SUMMARY:${escapeText(title)}`);
    if (note !== null) lines.push(`DESCRIPTION:${escapeText(note)}`);
    // A due date takes nobody's time: the day stays free.
    lines.push('TRANSP:TRANSPARENT', 'END:VEVENT');
  }
  lines.push('END:VCALENDAR');
  return Buffer.from(lines.map(foldLine).join(''), 'utf8');
}
