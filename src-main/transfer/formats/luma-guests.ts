/** Luma guest list: `guest_id,name,...,approval_status,checked_in_at,...` and the host's questions. */
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

const KEY = 'luma-guests';
const TITLE = 'Luma guests';

const STATUS = new Map<string, AttendanceStatus>([
  ['approved', 'going'],
  ['declined', 'declined'],
  ['pending approval', 'pending'],
  ['pending', 'pending'],
  ['invited', 'pending'],
  ['waitlist', 'waitlisted'],
]);

/** About the ticket, not the person. */
const NOT_KEPT = ['guest_id', 'api_id', 'created_at', 'qr_code_url', 'ticket_type_id'].concat(
  ['ticket_name', 'amount', 'amount_tax', 'amount_discount', 'currency', 'coupon_code'],
  ['eth_address', 'solana_address', 'has_joined_event', 'custom_source'],
);

export const lumaGuests: Format = {
  key: KEY,
  title: TITLE,
  detect: (source) => (findHeader(source, isHeader) === null ? 0 : 1),
  parse,
};

function isHeader(header: Header): boolean {
  return header.has('name', 'email', 'approval_status');
}

function parse(source: Source): ParsedFile {
  const table = readTable(source, TITLE, isHeader);
  const reader = new RowReader(table.header);
  const people: ParsedPerson[] = [];
  const leftOut: LeftOut[] = table.leftOut;
  for (const row of table.rows) {
    const person = parseRow(reader.on(row), source.country);
    if (person.name === null && person.emails.length === 0) {
      leftOut.push({ line: row.line, reason: 'A guest without a name or an address.' });
    } else people.push(person);
  }
  return makeFile(lumaGuests, source, { kind: 'attendees', platform: 'luma', people, leftOut });
}

function parseRow(row: RowReader, country: string): ParsedPerson {
  const given = row.name('first_name');
  const family = row.name('last_name');
  const written = row.name('approval_status') ?? '';
  const status = STATUS.get(foldKey(written)) ?? 'pending';
  const isCheckedIn = row.raw('checked_in_at') !== null;
  for (const name of NOT_KEPT) row.raw(name);
  return {
    ...emptyPerson(row.line),
    name: row.name('name') ?? joinName(given, family),
    given,
    family,
    emails: present([makeEmail(row.raw('email'))]),
    phones: present([makePhone(row.raw('phone_number'), country)]),
    attendance: {
      status: isCheckedIn ? 'attended' : status,
      isHost: false,
      guests: 0,
      written,
    },
    extra: row.extra(),
  };
}
