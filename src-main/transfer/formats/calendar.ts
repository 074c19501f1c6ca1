/** An iCalendar file (.ics): who was at which meeting on which day. What was cancelled or declined does not count. */
import ICAL from 'ical.js';
import { AppError } from '../../contract/result.ts';
import { normaliseEmail } from '../../tables/contact-points.ts';
import { type Format, makeFile } from '../format.ts';
import { type Letter, LeftOutCounter, machineReason, type Mailbox } from '../letters.ts';
import type { ParsedFile } from '../parsed-file.ts';
import { newestDate } from '../readers/dates.ts';
import { nameOfMailbox } from '../readers/mail-headers.ts';
import type { Source } from '../source.ts';
import { markOf } from './mbox.ts';

const KEY = 'calendar';
const TITLE = 'Calendar';

/** A meeting that recurs for ever is looked at so many times: a working day's for eight years. */
const mostRepeats = 2000;
/** Of all meetings of a file together. */
const mostMeetings = 100_000;

export const calendar: Format = {
  key: KEY,
  title: TITLE,
  detect: (source) => (/^[ \t]*BEGIN:VCALENDAR[ \t]*$/im.test(source.head) ? 1 : 0),
  parse,
};

function parse(source: Source): ParsedFile {
  const letters: Letter[] = [];
  const leftOut = new LeftOutCounter();
  const warnings: string[] = [];
  let line = 0;
  for (const { master, overrides } of readSeries(source, warnings)) {
    line++;
    const reason = readSeriesOrNone(letters, master, overrides, line);
    if (reason !== null) leftOut.add(line, reason);
    if (letters.length > mostMeetings) {
      throw new AppError(
        'TOO_LARGE',
        `The calendar has more than ${mostMeetings} meetings. Export a shorter time.`,
      );
    }
  }
  if (line === 0) {
    const what = warnings.length === 0 ? 'holds no event' : 'is damaged: no event can be read';
    throw new AppError('UNREADABLE_FILE', `The calendar ${what}. Export it again.`);
  }
  return makeFile(calendar, source, {
    kind: 'interactions',
    platform: 'calendar',
    asOf: newestDate(letters.map(({ day }) => day)),
    letters,
    leftOut: leftOut.rows('event'),
    warnings,
  });
}

interface Series {
  readonly master: ICAL.Component;
  /** Single meetings of the series that were moved, changed or cancelled. */
  readonly overrides: readonly ICAL.Component[];
}

/** The events of all calendars in the file, those of one UID together. A calendar that is broken is named. */
function readSeries(source: Source, warnings: string[]): Series[] {
  const events: ICAL.Component[] = [];
  for (const text of source.text.split(/(?<=^END:VCALENDAR[ \t]*$)/im)) {
    if (!/BEGIN:VCALENDAR/i.test(text)) continue;
    const whole = readEvents(text);
    if (whole !== null) events.push(...whole);
    else {
      // One bad line costs its event, not the calendar.
      const read = text
        .split(/^(?=BEGIN:VEVENT$)/im)
        .slice(1)
        .flatMap((part) => {
          const [event, end] = part.split(/^END:VEVENT$/im, 2);
          const alone = `BEGIN:VCALENDAR\n${event}END:VEVENT\nEND:VCALENDAR`;
          return end === undefined ? [] : (readEvents(alone) ?? []);
        });
      warnings.push('A part of the calendar is damaged and was left out.');
      events.push(...read);
    }
  }
  const byUid = Map.groupBy(events, (event, ...rest) => textOf(event, 'uid') ?? `row ${rest[0]}`);
  return [...byUid.values()].flatMap((same) => {
    const isOverride = (event: ICAL.Component): boolean => event.hasProperty('recurrence-id');
    const [master, ...copies] = same.filter((event) => !isOverride(event));
    const overrides = same.filter(isOverride);
    // An invitation to one day of a series comes without the series.
    if (master === undefined) return overrides.map((event) => ({ master: event, overrides: [] }));
    // The same event twice: the later revision holds.
    const newest = [master, ...copies].reduce((a, b) => (revisionOf(b) > revisionOf(a) ? b : a));
    return [{ master: newest, overrides }];
  });
}

/** The events of one calendar, every value of them looked at; null if anything in it is damaged. */
function readEvents(text: string): ICAL.Component[] | null {
  try {
    const parsed: unknown = ICAL.parse(text.trim());
    if (!Array.isArray(parsed)) return null;
    const events = new ICAL.Component(parsed).getAllSubcomponents('vevent');
    // Values are decoded when they are asked for, and only then are found to be none.
    for (const event of events) {
      for (const property of event.getAllProperties()) property.getValues();
    }
    return events;
  } catch {
    return null;
  }
}

function revisionOf(event: ICAL.Component): number {
  return Number(textOf(event, 'sequence') ?? 0);
}

/** As `readSeriesInto`; nothing of a series whose rule leads nowhere. */
function readSeriesOrNone(
  letters: Letter[],
  master: ICAL.Component,
  overrides: readonly ICAL.Component[],
  line: number,
): string | null {
  const before = letters.length;
  try {
    return readSeriesInto(letters, master, overrides, line);
  } catch {
    letters.length = before;
    return 'Its days cannot be told: the rule by which it recurs is damaged.';
  }
}

/** Adds the meetings of a series; a sentence why there are none. */
function readSeriesInto(
  letters: Letter[],
  master: ICAL.Component,
  overrides: readonly ICAL.Component[],
  line: number,
): string | null {
  const changed = new Map(overrides.map((event) => [dayOf(event, 'recurrence-id'), event]));
  const uid = textOf(master, 'uid') ?? `${textOf(master, 'dtstart')} ${textOf(master, 'summary')}`;
  let reason: string | null = null;
  let count = 0;
  for (const day of daysOf(master)) {
    const event = changed.get(day) ?? master;
    const held = event === master ? day : dayOf(event, 'dtstart');
    const meeting = held === null ? 'It has no date.' : readMeeting(event, held, uid, day, line);
    if (typeof meeting === 'string') reason = meeting;
    else {
      letters.push(meeting);
      count++;
    }
  }
  return count > 0 ? null : (reason ?? 'It has no date.');
}

function readMeeting(
  event: ICAL.Component,
  held: string,
  uid: string,
  day: string,
  line: number,
): Letter | string {
  if (textOf(event, 'status')?.toUpperCase() === 'CANCELLED') return 'It was cancelled.';
  const from = event.getAllProperties('organizer').flatMap((property) => mailboxOf(property) ?? []);
  const to = event
    .getAllProperties('attendee')
    .filter((property) => !hasDeclined(property) && isPerson(property))
    .flatMap((property) => mailboxOf(property) ?? []);
  // Who declined is not there, also if they called the meeting.
  const declined = new Set(
    event
      .getAllProperties('attendee')
      .filter(hasDeclined)
      .flatMap((property) => mailboxOf(property)?.address ?? []),
  );
  const organiser = from.find(({ address }) => !declined.has(address)) ?? null;
  if (to.length === 0) return 'Nobody was invited.';
  return {
    line,
    kind: 'meeting',
    mark: markOf(`${uid} ${day}`),
    day: held,
    from: organiser,
    to,
  };
}

function hasDeclined(property: ICAL.Property): boolean {
  return property.getFirstParameter('partstat')?.toUpperCase() === 'DECLINED';
}

/** Rooms and things are invited as well. */
function isPerson(property: ICAL.Property): boolean {
  const type = property.getFirstParameter('cutype')?.toUpperCase();
  return type !== 'ROOM' && type !== 'RESOURCE' && type !== 'GROUP';
}

function mailboxOf(property: ICAL.Property): Mailbox | null {
  const stated = property.getFirstParameter('email');
  const address = normaliseEmail(stated || String(property.getFirstValue() ?? ''));
  if (address === null || machineReason(address) !== null) return null;
  return { address, name: nameOfMailbox(property.getFirstParameter('cn') ?? '', address) };
}

/** The days of an event as they are written, in its own zone: one, or those of its rule. */
function* daysOf(event: ICAL.Component): Iterable<string> {
  const start = timeOf(event, 'dtstart');
  if (start === null) return;
  if (!event.hasProperty('rrule') && !event.hasProperty('rdate')) {
    yield start.toString().slice(0, 10);
    return;
  }
  const expansion = new ICAL.RecurExpansion({ component: event, dtstart: start });
  for (let repeat = 0; repeat < mostRepeats; repeat++) {
    const next: ICAL.Time | null | undefined = expansion.next();
    if (!next) return;
    yield next.toString().slice(0, 10);
  }
}

function dayOf(event: ICAL.Component, name: string): string | null {
  return timeOf(event, name)?.toString().slice(0, 10) ?? null;
}

function timeOf(event: ICAL.Component, name: string): ICAL.Time | null {
  const value: unknown = event.getFirstPropertyValue(name);
  if (!(value instanceof ICAL.Time)) return null;
  const text = value.toString();
  return /^\d{4}-\d\d-\d\d/.test(text) ? value : null;
}

function textOf(event: ICAL.Component, name: string): string | null {
  const value: unknown = event.getFirstPropertyValue(name);
  if (value instanceof ICAL.Time) return value.toString();
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : null;
}
