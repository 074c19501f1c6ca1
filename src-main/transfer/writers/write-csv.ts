/** People as CSV for spreadsheets: UTF-8 with BOM, CRLF, formulas made inert. */
import type { ParsedContactValue } from '../parsed-file.ts';
import { displayNameOf, type ExportPerson } from './export-person.ts';

/**
 * A cell that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, "CSV
 * injection"); our own reader of tables takes it away again.
 */
export function inertCell(text: string): string {
  return /^[\s\u00a0]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
}

/** Rows as one CSV file (RFC 4180). The first row is the header. */
export function writeCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map((row) => `${row.map(quoteCell).join(',')}\r\n`);
  return Buffer.from(`\uFEFF${lines.join('')}`, 'utf8');
}

function quoteCell(text: string): string {
  const cell = inertCell(text.toWellFormed());
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const NAME_COLUMNS = ['Name', 'First Name', 'Middle Name', 'Last Name'].concat([
  'Name Prefix',
  'Name Suffix',
  'Nickname',
  'Company',
  'Department',
  'Job Title',
]);
const OTHER_COLUMNS = ['Address', 'Website', 'Birthday', 'Tags', 'Offers', 'Needs', 'Notes'];

/**
 * One row a person. There are as many e-mail and phone columns as the fullest person needs, and
 * one column for each platform and each custom field that occurs.
 */
export function writePeopleCsv(people: readonly ExportPerson[]): Uint8Array {
  const emails = Math.max(1, ...people.map((person) => person.emails.length));
  const phones = Math.max(1, ...people.map((person) => person.phones.length));
  const platforms = distinct(people.flatMap(({ accounts }) => accounts.map((a) => a.platform)));
  const fields = distinct(people.flatMap((person) => person.fields.map((field) => field.name)));
  const header = [
    ...NAME_COLUMNS,
    ...numbered(emails, (n) => (n === 1 ? 'Email' : `Email ${n}`)),
    ...numbered(phones, (n) => (n === 1 ? 'Phone' : `Phone ${n}`)),
    ...OTHER_COLUMNS,
    ...platforms,
    ...fields,
  ];
  const rows = people.map((person) => writeRow(person, emails, phones, platforms, fields));
  return writeCsv([header, ...rows]);
}

function writeRow(
  person: ExportPerson,
  emails: number,
  phones: number,
  platforms: readonly string[],
  fields: readonly string[],
): string[] {
  const role = person.roles.find(({ to }) => to === null) ?? person.roles[0];
  const { given, middle, family, prefix, suffix, nickname } = person;
  return [
    displayNameOf(person),
    ...[given, middle, family, prefix, suffix, nickname].map((part) => part ?? ''),
    ...[role?.organisation, role?.department, role?.title].map((part) => part ?? ''),
    ...columns(person.emails, emails),
    ...columns(person.phones, phones),
    person.addresses.map(addressText).join('\n\n'),
    person.urls.map(({ url }) => url).join('\n'),
    person.birthday ?? '',
    person.tags.join('; '),
    person.offers.join('; '),
    person.needs.join('; '),
    person.note ?? '',
    ...platforms.map((platform) => accountText(person, platform)),
    ...fields.map((name) =>
      person.fields
        .filter((field) => field.name === name)
        .map(({ value }) => value)
        .join('\n'),
    ),
  ];
}

function columns(values: readonly ParsedContactValue[], count: number): string[] {
  return numbered(count, (n) => values[n - 1]?.value ?? '');
}

function accountText(person: ExportPerson, platform: string): string {
  return person.accounts
    .filter((account) => account.platform === platform)
    .map(
      ({ url, handle, externalId, displayName }) =>
        url ?? handle ?? externalId ?? displayName ?? '',
    )
    .join('\n');
}

function addressText(address: ExportPerson['addresses'][number]): string {
  const { poBox, extended, street, locality, region, postcode, country } = address;
  const town = [locality, region, postcode].filter((part) => part !== null).join(', ');
  return [poBox, extended, street, town, country].filter((part) => part).join('\n');
}

function numbered(count: number, make: (n: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => make(index + 1));
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
