/** Eventbrite attendee report: `Order #,...,First Name,Last Name,Email,...,Attendee Status`. */
import { type AttendanceStatus, emptyPerson, type ParsedPerson } from '../parsed-file.ts';
import { attendeeFormat } from '../readers/attendees.ts';
import { foldKey, joinName } from '../readers/clean-text.ts';
import { makeEmail, makePhone, present } from '../readers/contact-values.ts';
import type { Header } from '../readers/csv.ts';
import type { RowReader } from '../readers/table.ts';

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

export const eventbriteAttendees = attendeeFormat({
  key: 'eventbrite-attendees',
  title: 'Eventbrite attendees',
  platform: 'eventbrite',
  isHeader,
  parseRow,
  nobody: 'A ticket without the name of its attendee.',
});

function isHeader(header: Header): boolean {
  const hasOrder = header.find('Order #', 'Order ID', 'Attendee #') !== null;
  return hasOrder && header.has('First Name', 'Last Name', 'Attendee Status');
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
