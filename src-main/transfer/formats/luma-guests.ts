/** Luma guest list: `guest_id,name,...,approval_status,checked_in_at,...` and the host's questions. */
import { type AttendanceStatus, emptyPerson, type ParsedPerson } from '../parsed-file.ts';
import { attendeeFormat } from '../readers/attendees.ts';
import { foldKey, joinName } from '../readers/clean-text.ts';
import { makeEmail, makePhone, present } from '../readers/contact-values.ts';
import type { Header } from '../readers/csv.ts';
import type { RowReader } from '../readers/table.ts';

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

export const lumaGuests = attendeeFormat({
  key: 'luma-guests',
  title: 'Luma guests',
  platform: 'luma',
  isHeader,
  parseRow,
  nobody: 'A guest without a name or an address.',
});

function isHeader(header: Header): boolean {
  return header.has('name', 'email', 'approval_status');
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
