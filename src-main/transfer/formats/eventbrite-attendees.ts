/** Eventbrite attendee report: `Order #,...,First Name,Last Name,Email,...,Attendee Status`. */
import { type Format, makeFile } from '../format.ts';
import {
  type AttendanceStatus,
  emptyPerson,
  type LeftOut,
  type ParsedFile,
  type ParsedPerson,
} from '../parsed-file.ts';
import { foldKey, joinName } from '../readers/clean-text.ts';
import { makeEmail, makePhone, present } from '../readers/contact-values.ts';
import type { Header } from '../readers/csv.ts';
import { findHeader, readTable, RowReader } from '../readers/table.ts';
import type { Source } from '../source.ts';

const KEY = 'eventbrite-attendees';
const TITLE = 'Eventbrite attendees';

const STATUS = new Map<string, AttendanceStatus>([
  ['checked in', 'attended'],
  ['attending', 'going'],
  ['not attending', 'declined'],
  ['deleted', 'cancelled'],
  ['refunded', 'cancelled'],
  ['cancelled', 'cancelled'],
  ['transferred', 'cancelled'],
  ['unpaid', 'pending'],
]);

/** About the order, not the person. Answers to the organiser's own questions are kept. */
const NOT_KEPT = ['Order Date', 'Price Tier', 'Ticket Type', 'Attendee #', 'Group', 'Order Type'];

export const eventbriteAttendees: Format = {
  key: KEY,
  title: TITLE,
  detect: (source) => (findHeader(source, isHeader) === null ? 0 : 1),
  parse,
};

function isHeader(header: Header): boolean {
  const hasOrder = header.find('Order #', 'Order ID', 'Attendee #') !== null;
  return hasOrder && header.has('First Name', 'Last Name', 'Attendee Status');
}

function parse(source: Source): ParsedFile {
  const table = readTable(source, TITLE, isHeader);
  const reader = new RowReader(table.header);
  const people: ParsedPerson[] = [];
  const leftOut: LeftOut[] = table.leftOut;
  for (const row of table.rows) {
    const person = parseRow(reader.on(row), source.country);
    if (person.name === null && person.emails.length === 0) {
      leftOut.push({ line: row.line, reason: 'A ticket without the name of its attendee.' });
    } else people.push(person);
  }
  return makeFile(eventbriteAttendees, source, {
    kind: 'attendees',
    platform: 'eventbrite',
    people,
    leftOut,
  });
}

function parseRow(row: RowReader, country: string): ParsedPerson {
  const given = row.name('First Name');
  const family = row.name('Last Name');
  const written = row.name('Attendee Status') ?? '';
  const quantity = Number(row.raw('Quantity') ?? '1');
  const organisation = row.name('Company');
  const title = row.name('Job Title');
  row.raw('Order #', 'Order ID');
  for (const name of NOT_KEPT) row.raw(name);
  return {
    ...emptyPerson(row.line),
    name: joinName(given, family),
    given,
    family,
    emails: present([makeEmail(row.raw('Email', 'Email Address'))]),
    phones: present([
      makePhone(row.raw('Cell Phone', 'Mobile Phone'), country, 'mobile'),
      makePhone(row.raw('Work Phone'), country, 'work'),
      makePhone(row.raw('Home Phone'), country, 'home'),
      makePhone(row.raw('Phone'), country),
    ]),
    roles:
      organisation === null && title === null
        ? []
        : [{ organisation, department: null, title, from: null, to: null }],
    attendance: {
      status: STATUS.get(foldKey(written)) ?? 'going',
      isHost: false,
      guests: quantity > 1 && quantity < 1000 ? Math.floor(quantity) - 1 : 0,
      written,
    },
    extra: row.extra(),
  };
}
