/** One row of an address book to one person, by the roles of its columns. */
import {
  emptyPerson,
  type ExtraField,
  type ParsedAccount,
  type ParsedAddress,
  type ParsedContactValue,
  type ParsedPerson,
  type ParsedTie,
  type ParsedUrl,
} from '../parsed-file.ts';
import { cleanName, cleanNote, joinName } from './clean-text.ts';
import type { AddressPart, ColumnRole } from './contact-columns.ts';
import { makeEmail, makePhone, present } from './contact-values.ts';
import type { CsvRow, Header } from './csv.ts';
import { type DateOrder, parseBirthday, parseDate } from './dates.ts';
import { packLists } from './pack-lists.ts';
import { account, accountOfUrl } from './platforms.ts';

export interface RowOptions {
  readonly country: string;
  readonly dateOrder: DateOrder;
  /** What joins several values in one cell: Google's ` ::: `. */
  readonly joint: string | null;
  /** What parts several tags: Google's ` ::: `, Outlook's `;`. */
  readonly tagJoint: RegExp;
}

/** A relation stated in a row; `to` is a name. */
export type RowTie = Pick<ParsedTie, 'kind' | 'relation'> & { readonly to: string };

export interface ContactRow {
  readonly person: ParsedPerson;
  readonly ties: readonly RowTie[];
}

interface Cell {
  readonly role: ColumnRole;
  readonly text: string;
}

/**
 * The person of a row; null if the row names and reaches nobody.
 * @param roles for each column; null for those kept as extra
 */
export function readContactRow(
  row: CsvRow,
  header: Header,
  roles: readonly (ColumnRole | null)[],
  options: RowOptions,
): ContactRow | null {
  const cells: Cell[] = [];
  const extra: ExtraField[] = [];
  row.cells.forEach((cell, index) => {
    // Our own CSV export keeps formulas inert by an apostrophe.
    const text = cell.trim().replace(/^'(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/, '');
    if (text === '') return;
    const role = roles[index];
    if (role !== null && role !== undefined) cells.push({ role, text });
    else {
      const name = header.names[index] ?? '';
      const value = cell.toWellFormed();
      extra.push({ name: name === '' ? `column ${index + 1}` : name.toWellFormed(), value });
    }
  });
  const person = makePerson(row.line, cells, extra, options);
  return person === null ? null : { person, ties: readTies(cells, options) };
}

function makePerson(
  line: number,
  cells: readonly Cell[],
  extra: readonly ExtraField[],
  options: RowOptions,
): ParsedPerson | null {
  const first = (field: ColumnRole['field']): string | null =>
    cleanName(cells.find(({ role }) => role.field === field)?.text);
  const all = (field: ColumnRole['field']): Cell[] =>
    cells.filter(({ role }) => role.field === field && role.isLabel !== true);
  const labels = readLabels(cells);
  const urls = all('url').flatMap((cell) => readUrls(cell, labels, options));
  const unread: ExtraField[] = [];
  const birthday = parseBirthday(first('birthday'), options.dateOrder);
  if (birthday === null && isDateLike(first('birthday'))) {
    unread.push({ name: 'Birthday', value: first('birthday') ?? '' });
  }
  const names = {
    given: first('given'),
    middle: first('middle'),
    family: first('family'),
    prefix: first('prefix'),
    suffix: first('suffix'),
    nickname: first('nickname'),
  };
  const person: ParsedPerson = {
    ...emptyPerson(line),
    ...names,
    name: first('name') ?? joinName(names.given, names.middle, names.family) ?? names.nickname,
    accounts: [
      ...all('account').map(({ role, text }) => readAccount(role.label ?? '', text)),
      ...urls.filter((url): url is ParsedAccount => 'platform' in url),
    ],
    emails: all('email').flatMap((cell) => readValues(cell, labels, options, 'email')),
    phones: all('phone').flatMap((cell) => readValues(cell, labels, options, 'phone')),
    addresses: readAddresses(all('address'), labels),
    urls: urls.filter((url): url is ParsedUrl => !('platform' in url)),
    roles: readRoles(first('organisation'), first('department'), first('title')),
    birthday,
    note: cleanNote(
      all('note')
        .map(({ text }) => text)
        .join('\n\n'),
    ),
    tags: all('tags').flatMap(({ text }) => readTags(text, options.tagJoint)),
    since: parseDate(first('since'), options.dateOrder),
    extra: [...extra, ...unread],
  };
  return isNobody(person) ? null : packLists(withName(person));
}

/** Outlook writes 0/0/00 for "no date". */
function isDateLike(text: string | null): boolean {
  return text !== null && /[1-9]/.test(text);
}

/** A company's entry has no person's name: it goes by the company's. */
function withName(person: ParsedPerson): ParsedPerson {
  return { ...person, name: person.name ?? person.roles[0]?.organisation ?? null };
}

function isNobody(person: ParsedPerson): boolean {
  const lists = [person.emails, person.phones, person.accounts, person.roles, person.urls];
  return person.name === null && lists.every((list) => list.length === 0);
}

/** Google's "E-mail 1 - Label" column, by slot. */
function readLabels(cells: readonly Cell[]): Map<string, string> {
  const labels = new Map<string, string>();
  for (const { role, text } of cells) {
    if (role.isLabel === true && role.slot !== undefined) labels.set(role.slot, text);
  }
  return labels;
}

/** Label of a cell and whether it is the preferred one (Google marks that with `* `). */
function labelOf(
  cell: Cell,
  labels: ReadonlyMap<string, string>,
): { label: string | null; preferred: boolean } {
  const written = cell.role.slot === undefined ? undefined : labels.get(cell.role.slot);
  if (written === undefined) return { label: cell.role.label ?? null, preferred: false };
  const preferred = written.startsWith('*');
  const label = cleanName(written.replace(/^\*\s*/, ''));
  const isStandard = label !== null && /^(home|work|mobile|main|other|fax|pager)$/i.test(label);
  return { label: isStandard ? label.toLowerCase() : label, preferred };
}

function readValues(
  cell: Cell,
  labels: ReadonlyMap<string, string>,
  options: RowOptions,
  kind: 'email' | 'phone',
): ParsedContactValue[] {
  const { label, preferred } = labelOf(cell, labels);
  const parts = splitJoint(cell.text, options.joint);
  return present(
    parts.map((part, index) =>
      kind === 'email'
        ? makeEmail(part, label, preferred && index === 0)
        : makePhone(part, options.country, label, preferred && index === 0),
    ),
  );
}

function readUrls(
  cell: Cell,
  labels: ReadonlyMap<string, string>,
  options: RowOptions,
): (ParsedUrl | ParsedAccount)[] {
  const { label } = labelOf(cell, labels);
  return splitJoint(cell.text, options.joint).flatMap((part) => {
    const url = cleanName(part);
    return url === null ? [] : [accountOfUrl(url) ?? { url, label }];
  });
}

/** A profile link or a bare handle. */
function readAccount(platform: string, text: string): ParsedAccount {
  const known = accountOfUrl(text);
  if (known?.platform === platform) return known;
  return /^https?:/i.test(text) ? account(platform, text, null) : account(platform, null, text);
}

function readAddresses(
  cells: readonly Cell[],
  labels: ReadonlyMap<string, string>,
): ParsedAddress[] {
  const slots = new Map<string, { label: string | null; parts: Map<AddressPart, string> }>();
  for (const cell of cells) {
    const { part, slot } = cell.role;
    const text = cleanNote(cell.text);
    if (part === undefined || slot === undefined || text === null) continue;
    const address = slots.get(slot) ?? { label: labelOf(cell, labels).label, parts: new Map() };
    const before = address.parts.get(part);
    address.parts.set(part, before === undefined ? text : `${before}\n${text}`);
    slots.set(slot, address);
  }
  return [...slots.values()].map(({ label, parts }) => ({
    label,
    poBox: parts.get('poBox') ?? null,
    extended: parts.get('extended') ?? null,
    street: parts.get('street') ?? null,
    locality: parts.get('locality') ?? null,
    region: parts.get('region') ?? null,
    postcode: parts.get('postcode') ?? null,
    country: parts.get('country') ?? null,
  }));
}

function readRoles(
  organisation: string | null,
  department: string | null,
  title: string | null,
): ParsedPerson['roles'] {
  if (organisation === null && title === null && department === null) return [];
  return [{ organisation, department, title, from: null, to: null }];
}

/** Tags without Google's own groups: `* myContacts` says nothing, `* starred` does. */
function readTags(text: string, joint: RegExp): string[] {
  const tags = text.split(joint).map((part) => cleanName(part));
  return tags
    .filter((tag): tag is string => tag !== null && !/^\* ?my ?contacts$/i.test(tag))
    .map((tag) => tag.replace(/^\* ?/, ''))
    .filter((tag) => tag !== '');
}

function readTies(cells: readonly Cell[], options: RowOptions): RowTie[] {
  const labels = readLabels(cells);
  return cells.flatMap((cell): RowTie[] => {
    const { field, isLabel } = cell.role;
    if (isLabel === true || (field !== 'referredBy' && field !== 'relation')) return [];
    return splitJoint(cell.text, options.joint).flatMap((part): RowTie[] => {
      const to = cleanName(part);
      if (to === null) return [];
      if (field === 'referredBy') return [{ kind: 'referred', relation: null, to }];
      const relation = labelOf(cell, labels).label?.toLowerCase() ?? 'related';
      return [{ kind: 'related', relation, to }];
    });
  });
}

function splitJoint(text: string, joint: string | null): string[] {
  return joint === null ? [text] : text.split(joint);
}
