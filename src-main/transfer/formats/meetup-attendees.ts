/**
 * Meetup attendee list: tab-separated though it is called .xls; `Name,Attendance,User ID,...,RSVP`
 * and no e-mail address.
 */
import {
  type AttendanceStatus,
  emptyPerson,
  type ParsedAccount,
  type ParsedPerson,
} from '../parsed-file.ts';
import { attendeeFormat } from '../readers/attendees.ts';
import { foldKey } from '../readers/clean-text.ts';
import type { Header } from '../readers/csv.ts';
import { webLink } from '../readers/platforms.ts';
import type { RowReader } from '../readers/table.ts';

const RSVP = new Map<string, AttendanceStatus>([
  ['yes', 'going'],
  ['no', 'declined'],
  ['maybe', 'maybe'],
  ['waitlist', 'waitlisted'],
  ['waiting list', 'waitlisted'],
  ['not replied', 'pending'],
]);

/** What the organiser noted at the door outweighs the RSVP. */
const ATTENDANCE = new Map<string, AttendanceStatus>([
  ['yes', 'attended'],
  ['attended', 'attended'],
  ['no', 'no_show'],
  ['no show', 'no_show'],
  ['noshow', 'no_show'],
  ['absent', 'no_show'],
]);

export const meetupAttendees = attendeeFormat({
  key: 'meetup-attendees',
  title: 'Meetup attendees',
  platform: 'meetup',
  isHeader,
  parseRow,
  nobody: 'A row without a name.',
});

function isHeader(header: Header): boolean {
  return header.has('Name', 'User ID', 'RSVP');
}

function parseRow(row: RowReader): ParsedPerson {
  const name = row.name('Name');
  const id = row.name('User ID')?.replace(/^user /i, '') ?? null;
  const url = webLink(row.raw('URL of Member Profile'));
  const written = row.name('RSVP') ?? '';
  const noted = ATTENDANCE.get(foldKey(row.name('Attendance') ?? ''));
  const guests = Number(row.raw('Guests') ?? '0');
  const profile: ParsedAccount = {
    platform: 'meetup',
    url,
    handle: null,
    externalId: id,
    displayName: name,
    weak: id === null && url === null,
  };
  const isHost = /^(yes|true|1)$/i.test(row.name('Event Host') ?? '');
  row.raw('RSVPed on');
  row.raw('Joined Group on');
  return {
    ...emptyPerson(row.line),
    name,
    accounts: name === null && id === null ? [] : [profile],
    note: row.note('Notes'),
    attendance: {
      status: noted ?? RSVP.get(foldKey(written)) ?? 'pending',
      isHost,
      guests: guests > 0 && guests < 1000 ? Math.floor(guests) : 0,
      written,
    },
    extra: row.extra(),
  };
}
