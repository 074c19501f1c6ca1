/** People as vCard 4.0 (RFC 6350) or 3.0 (RFC 2426), which older phones and Outlook want. */
import type { ParsedAccount, ParsedContactValue, ParsedRole } from '../parsed-file.ts';
import { labelOfTypes, typesOfLabel } from '../readers/vcard-labels.ts';
import { escapeParam, escapeText, foldLine } from '../content-line.ts';
import { displayNameOf, type ExportField, type ExportPerson } from './export-person.ts';

export type VcardVersion = '3.0' | '4.0';

/** All cards as one file in UTF-8, without BOM (RFC 6350 forbids it). */
export function writeVcards(people: readonly ExportPerson[], version: VcardVersion): Uint8Array {
  return Buffer.from(people.map((person) => writeCard(person, version)).join(''), 'utf8');
}

/** One card. Properties that an import kept word for word stand after ours, as they were. */
export function writeCard(person: ExportPerson, version: VcardVersion): string {
  const card = new CardWriter(version, person.fields);
  card.property('FN', [], escapeText(displayNameOf(person)));
  const names = [person.family, person.given, person.middle, person.prefix, person.suffix];
  // 3.0 demands N even where the parts of the name are not known.
  if (version === '3.0' || names.some((name) => name !== null)) {
    card.property('N', [], components(names));
  }
  if (person.nickname !== null) card.property('NICKNAME', [], escapeText(person.nickname));
  if (person.uid !== null) card.property('UID', [], escapeText(person.uid));
  writeRoles(card, person.roles);
  for (const email of person.emails) card.contact('EMAIL', email);
  for (const phone of person.phones) card.contact('TEL', phone);
  for (const address of person.addresses) {
    const { poBox, extended, street, locality, region, postcode, country } = address;
    const value = components([poBox, extended, street, locality, region, postcode, country]);
    card.labelled('ADR', address.label, false, value);
  }
  for (const { url, label } of person.urls) card.labelled('URL', label, false, escapeText(url));
  for (const account of person.accounts) writeAccount(card, account);
  writeBirthday(card, person.birthday, version);
  if (person.note !== null) card.property('NOTE', [], escapeText(person.note));
  if (person.tags.length > 0) {
    card.property('CATEGORIES', [], person.tags.map(escapeText).join(','));
  }
  writePhoto(card, person.photo, version);
  for (const field of person.fields) writeField(card, field);
  return card.end();
}

type Param = readonly [name: string, value: string];

class CardWriter {
  readonly #version: VcardVersion;
  readonly #lines: string[] = [];
  #nextGroup: number;

  constructor(version: VcardVersion, fields: readonly ExportField[]) {
    this.#version = version;
    // Groups of kept properties go on as they are; ours must not fall into them.
    const used = fields.map(({ name }) => Number(/^item(\d{1,6})\./i.exec(name)?.[1] ?? 0));
    this.#nextGroup = Math.max(0, ...used) + 1;
    this.raw('BEGIN:VCARD');
    this.raw(`VERSION:${version}`);
  }

  raw(line: string): void {
    this.#lines.push(foldLine(line));
  }

  /** @param value already escaped */
  property(name: string, params: readonly Param[], value: string): void {
    const written = params.map(([key, text]) => `;${key}=${escapeParam(text)}`).join('');
    this.raw(`${name}${written}:${value}`);
  }

  contact(name: 'EMAIL' | 'TEL', { value, label, preferred }: ParsedContactValue): void {
    this.labelled(name, label, preferred, escapeText(value));
  }

  /** A label that TYPE can say becomes TYPE; the user's own words a group label, as Apple does. */
  labelled(name: string, label: string | null, preferred: boolean, value: string): void {
    const types = label === null ? [] : typesOfLabel(label);
    const isOwn = label !== null && labelOfTypes(types) !== label;
    const params: Param[] = isOwn ? [] : types.map((type) => ['TYPE', type]);
    if (preferred) params.push(this.#version === '4.0' ? ['PREF', '1'] : ['TYPE', 'pref']);
    if (!isOwn) {
      this.property(name, params, value);
      return;
    }
    const group = `item${this.#nextGroup++}`;
    this.property(`${group}.${name}`, params, value);
    this.property(`${group}.X-ABLabel`, [], escapeText(label));
  }

  end(): string {
    this.raw('END:VCARD');
    return this.#lines.join('');
  }
}

function components(parts: readonly (string | null)[]): string {
  return parts.map((part) => (part === null ? '' : escapeText(part))).join(';');
}

/** ORG and TITLE are read back in pairs, so of several roles each writes both. */
function writeRoles(card: CardWriter, roles: readonly ParsedRole[]): void {
  for (const { organisation, department, title, from, to } of roles) {
    const dates: Param[] = [];
    if (from !== null) dates.push(['X-FROM', from]);
    if (to !== null) dates.push(['X-TO', to]);
    const units = department === null ? [] : department.split('; ');
    const hasOrganisation = organisation !== null || units.length > 0;
    if (hasOrganisation || roles.length > 1 || dates.length > 0) {
      card.property('ORG', dates, components([organisation, ...units]));
    }
    if (title !== null || roles.length > 1) card.property('TITLE', [], escapeText(title ?? ''));
  }
}

/** Apple's property, which Google and Nextcloud read as well; ids and bare names as parameters. */
function writeAccount(card: CardWriter, account: ParsedAccount): void {
  const params: Param[] = [['TYPE', account.platform]];
  if (account.handle !== null) params.push(['X-USER', account.handle]);
  if (account.externalId !== null) params.push(['X-USERID', account.externalId]);
  if (account.displayName !== null) params.push(['X-DISPLAYNAME', account.displayName]);
  const value = account.url ?? `x-apple:${account.handle ?? account.externalId ?? ''}`;
  card.property('X-SOCIALPROFILE', params, escapeText(value));
}

function writeBirthday(card: CardWriter, birthday: string | null, version: VcardVersion): void {
  if (birthday === null) return;
  const isYearKnown = !birthday.startsWith('--');
  if (version === '4.0')
    card.property('BDAY', [], birthday.replaceAll('-', isYearKnown ? '' : '-'));
  else if (isYearKnown) card.property('BDAY', [], birthday);
  // 3.0 has no date without a year; phones agreed on Apple's way.
  else card.property('BDAY', [['X-APPLE-OMIT-YEAR', '1604']], `1604-${birthday.slice(2)}`);
}

function writePhoto(card: CardWriter, photo: ExportPerson['photo'], version: VcardVersion): void {
  if (photo === null) return;
  const base64 = Buffer.from(photo.bytes).toString('base64');
  if (version === '4.0') card.raw(`PHOTO:data:${photo.mediaType};base64,${base64}`);
  else {
    const type = photo.mediaType.slice('image/'.length).toUpperCase();
    card.raw(`PHOTO;ENCODING=b;TYPE=${type}:${base64}`);
  }
}

/**
 * A property kept from a vCard goes out word for word; a field of another origin by its name. What
 * would not be one line of the form NAME...:value is written as a field, never as it is.
 */
function writeField(card: CardWriter, { source, name, value }: ExportField): void {
  const isProperty =
    /^(?:[\w-]+\.)?[\w-]+(?:;[^\u0000-\u001f:"]*(?:"[^"\u0000-\u001f]*"[^\u0000-\u001f:"]*)*)?$/.test(
      name,
    );
  const isLine = !/[\u0000-\u0008\u000a-\u001f]/.test(value);
  const isStructure = /^(?:[\w-]+\.)?(BEGIN|END|VERSION)(;|$)/i.test(name);
  if (source === 'vcard' && isProperty && isLine && !isStructure) {
    card.raw(`${name}:${value}`.toWellFormed());
  } else card.property('X-ACQUAINT-FIELD', [['X-NAME', name]], escapeText(value));
}
