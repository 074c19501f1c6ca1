/**
 * Outlook CSV, classic and outlook.com, in English, German, French or Spanish. "Referred By" is
 * evidence of a tie between the contact and the person named there.
 */
import { type Format, makeFile } from '../format.ts';
import type { ParsedFile } from '../parsed-file.ts';
import { foldKey } from '../readers/clean-text.ts';
import { type ColumnRole, roleOfColumn } from '../readers/contact-columns.ts';
import { readContactTable } from '../readers/contact-table.ts';
import type { Header } from '../readers/csv.ts';
import { findHeader, readTable } from '../readers/table.ts';
import type { Source } from '../source.ts';

const KEY = 'outlook-contacts';
const TITLE = 'Outlook contacts';

/** Columns that Outlook has and tables made by hand do not; one is enough. */
const ONLY_OUTLOOK = [
  ['E-mail Display Name', 'E-mail Type', 'Business Street', 'Business Phone', 'Given Yomi'],
  ['E-Mail: Angezeigter Name', 'E-Mail-Typ', 'Straße geschäftlich', 'Telefon geschäftlich'],
  ["Nom complet de l'adresse de messagerie", 'Type de messagerie', 'Rue (bureau)'],
  ['Nombre de pantalla de correo electrónico', 'Calle del trabajo', 'Teléfono del trabajo'],
].flat();

/** The type and shown name of an address repeat the address. */
const REPEATS = new Set(
  ['', ' 2', ' 3'].flatMap((n) => [`E-mail${n} Type`, `E-mail${n} Display Name`]).map(foldKey),
);

export const outlookContacts: Format = {
  key: KEY,
  title: TITLE,
  detect: (source) => (findHeader(source, isHeader) === null ? 0 : 0.9),
  parse,
};

function isHeader(header: Header): boolean {
  const fields = new Set(header.names.map((name) => roleOf(name)?.field));
  const isAddressBook = fields.has('given') && fields.has('family') && fields.has('email');
  return isAddressBook && header.find(...ONLY_OUTLOOK) !== null;
}

function parse(source: Source): ParsedFile {
  const table = readTable(source, TITLE, isHeader);
  const roles = table.header.names.map(roleOf);
  const options = { country: source.country, joint: null, tagJoint: /;/ };
  const found = readContactTable(table, roles, options, (person) => ({
    ...person,
    extra: person.extra.filter(({ name, value }) => !isRepeat(name, value)),
  }));
  return makeFile(outlookContacts, source, { kind: 'contacts', platform: 'outlook', ...found });
}

/** In Outlook "Title" is "Mr"; in tables made by hand it is the job. */
function roleOf(name: string): ColumnRole | null {
  return foldKey(name) === 'title' ? { field: 'prefix' } : roleOfColumn(name);
}

function isRepeat(name: string, value: string): boolean {
  const key = foldKey(name);
  if (!REPEATS.has(key)) return /^(Normal|Unspecified|0\/0\/00|False)$/i.test(value.trim());
  return key.endsWith('type') ? /^(SMTP|EX)$/i.test(value.trim()) : value.includes('@');
}
