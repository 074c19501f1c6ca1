/** One card to one person. What has no place of its own is kept word for word in `extra`. */
import {
  emptyPerson,
  type ExtraField,
  type ParsedAccount,
  type ParsedAddress,
  type ParsedContactValue,
  type ParsedPerson,
  type ParsedPhoto,
  type ParsedUrl,
} from '../parsed-file.ts';
import { escapeParam } from '../content-line.ts';
import { cleanName, cleanNote, joinName } from './clean-text.ts';
import { makeEmail, makePhone } from './contact-values.ts';
import { makeDate } from './dates.ts';
import { packLists } from './pack-lists.ts';
import { readPhoto } from './photos.ts';
import { accountOfUrl } from './platforms.ts';
import { labelOf, isPreferred } from './vcard-labels.ts';
import type { VcardCard, VcardProperty } from './vcard-lines.ts';
import { accountOfProperty, rolesOf } from './vcard-structures.ts';
import { componentsOf, splitEscaped, unescapeValue } from './vcard-values.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Collects a person; the arrays are our own, so they may grow. */
interface Draft extends Mutable<ParsedPerson> {
  accounts: ParsedAccount[];
  emails: ParsedContactValue[];
  phones: ParsedContactValue[];
  addresses: ParsedAddress[];
  urls: ParsedUrl[];
  tags: string[];
  extra: ExtraField[];
}

interface Context {
  readonly draft: Draft;
  readonly country: string;
  /** What the user called the group of a property: Apple's item1.X-ABLabel. */
  readonly groupLabels: ReadonlyMap<string, string>;
  /** The label properties that wait for a property of their group to be kept. */
  readonly labelsToKeep: Map<string, VcardProperty>;
  readonly organisations: VcardProperty[];
  readonly titles: VcardProperty[];
  readonly warnings: string[];
}

/**
 * The person of a card, or the reason for leaving it out. Adds to `warnings` what the card lost.
 * @param country for phone numbers without a country code
 */
export function personOfCard(
  card: VcardCard,
  country: string,
  warnings: string[],
): ParsedPerson | string {
  if (card.properties.some((p) => p.name === 'KIND' && /^\s*group\s*$/i.test(p.value))) {
    return 'A group of contacts, not a person.';
  }
  const context = startContext(card, country, warnings);
  for (const property of card.properties) {
    const take = TAKERS.get(property.name);
    // A taker that answers false found something it has no place for.
    if (take === undefined || !take(property, context)) keep(property, context);
  }
  keepLonelyLabels(card, context);
  const { draft } = context;
  draft.roles = rolesOf(context.organisations, context.titles);
  draft.name ??= joinName(draft.prefix, draft.given, draft.middle, draft.family, draft.suffix);
  draft.name ??= draft.nickname ?? draft.roles[0]?.organisation ?? null;
  // Where there is no name, programs repeat the address in FN, which must not be empty.
  const reach = [...draft.emails, ...draft.phones].map(({ value }) => value);
  if (draft.name !== null && reach.includes(draft.name)) draft.name = null;
  return isEmpty(draft) ? 'A card without a name, an address or a number.' : packLists(draft);
}

function startContext(card: VcardCard, country: string, warnings: string[]): Context {
  const groupLabels = new Map<string, string>();
  const labelsToKeep = new Map<string, VcardProperty>();
  for (const property of card.properties) {
    if (property.name !== 'X-ABLABEL') continue;
    labelsToKeep.set(property.group, property);
    const label = appleLabel(property.value);
    if (property.group !== '' && label !== null) groupLabels.set(property.group, label);
  }
  const draft: Draft = {
    ...emptyPerson(card.line),
    accounts: [],
    emails: [],
    phones: [],
    addresses: [],
    urls: [],
    tags: [],
    extra: [],
  };
  const lists = { organisations: [], titles: [] };
  return { draft, country, groupLabels, labelsToKeep, ...lists, warnings };
}

/** Apple writes its own labels as `_$!<Work>!$_`, the user's as they are. */
function appleLabel(value: string): string | null {
  const label = cleanName(unescapeValue(value));
  return label?.replace(/^_\$!<(.+)>!\$_$/, (_, name: string) => name.toLowerCase()) ?? null;
}

type Taker = (property: VcardProperty, context: Context) => boolean;

const TAKERS = new Map<string, Taker>([
  ['VERSION', () => true],
  ['FN', takeFormattedName],
  ['N', takeName],
  ['NICKNAME', ({ value }, { draft }) => takeOnce(draft, 'nickname', listOf(value).join(', '))],
  ['UID', ({ value }, { draft }) => takeOnce(draft, 'uid', unescapeValue(value))],
  ['EMAIL', takeEmail],
  ['TEL', takePhone],
  ['ADR', takeAddress],
  ['URL', takeUrl],
  ['X-SOCIALPROFILE', takeSocialProfile],
  ['SOCIALPROFILE', takeSocialProfile],
  ['ORG', (property, { organisations }) => organisations.push(property) > 0],
  ['TITLE', (property, { titles }) => titles.push(property) > 0],
  ['BDAY', takeBirthday],
  ['NOTE', takeNote],
  ['CATEGORIES', ({ value }, { draft }) => draft.tags.push(...listOf(value)) >= 0],
  ['PHOTO', takePhoto],
  ['X-ACQUAINT-FIELD', takeField],
  // Labels go to the properties of their group, and are kept with those that are kept.
  ['X-ABLABEL', () => true],
]);

function takeOnce(draft: Draft, field: 'nickname' | 'uid', text: string): boolean {
  const value = cleanName(text);
  if (value === null) return true;
  if (draft[field] !== null) return false;
  draft[field] = value;
  return true;
}

function takeFormattedName(property: VcardProperty, { draft }: Context): boolean {
  const name = cleanName(unescapeValue(property.value));
  if (name !== null && draft.name !== null) return false;
  draft.name ??= name;
  return true;
}

function takeName(property: VcardProperty, { draft }: Context): boolean {
  const [family, given, middle, prefix, suffix] = componentsOf(property.value);
  if (draft.family !== null || draft.given !== null) return false;
  draft.family = cleanName(family);
  draft.given = cleanName(given);
  draft.middle = cleanName(middle);
  draft.prefix = cleanName(prefix);
  draft.suffix = cleanName(suffix);
  return true;
}

function takeEmail(property: VcardProperty, { draft, groupLabels }: Context): boolean {
  const label = labelOf(property, groupLabels);
  const email = makeEmail(unescapeValue(property.value), label, isPreferred(property));
  if (email !== null) draft.emails.push(email);
  return true;
}

function takePhone(property: VcardProperty, { draft, country, groupLabels }: Context): boolean {
  const label = labelOf(property, groupLabels);
  const phone = makePhone(unescapeValue(property.value), country, label, isPreferred(property));
  if (phone !== null) draft.phones.push(phone);
  return true;
}

function takeAddress(property: VcardProperty, { draft, groupLabels }: Context): boolean {
  const parts = componentsOf(property.value).map(cleanNote);
  if (parts.every((part) => part === null)) return true;
  const [poBox, extended, street, locality, region, postcode, country] = parts;
  draft.addresses.push({
    label: labelOf(property, groupLabels),
    poBox: poBox ?? null,
    extended: extended ?? null,
    street: street ?? null,
    locality: locality ?? null,
    region: region ?? null,
    postcode: postcode ?? null,
    country: country ?? null,
  });
  return parts.length <= 7;
}

function takeUrl(property: VcardProperty, { draft, groupLabels }: Context): boolean {
  const url = cleanName(unescapeValue(property.value));
  if (url === null) return true;
  const profile = accountOfUrl(url);
  if (profile === null) draft.urls.push({ url, label: labelOf(property, groupLabels) });
  else draft.accounts.push(profile);
  return true;
}

function takeSocialProfile(property: VcardProperty, { draft }: Context): boolean {
  const found = accountOfProperty(property);
  if (found !== null) draft.accounts.push(found);
  return found !== null || property.value.trim() === '';
}

/** Our own way to write a field that came from elsewhere than a vCard. */
function takeField({ params, value }: VcardProperty, { draft }: Context): boolean {
  const name = params.find((param) => param.name === 'X-NAME')?.value;
  if (name === undefined) return false;
  draft.extra.push({ name, value: unescapeValue(value) });
  return true;
}

/** Dates in full, `--0203`, and Apple's year 1604 for "no year"; anything else is kept as extra. */
function takeBirthday(property: VcardProperty, { draft }: Context): boolean {
  if (draft.birthday !== null) return false;
  const text = property.value.trim();
  const omitted = property.params.find((p) => p.name === 'X-APPLE-OMIT-YEAR')?.value;
  const match = /^(\d{4}|--)-?(\d\d)-?(\d\d)(?:[T ]|$)/.exec(text);
  if (match === null) return false;
  const [, year = '', month, day] = match;
  const isYearKnown = year !== '--' && year !== omitted && year !== '1604';
  // 1604 is a leap year, so that 29 February is a day.
  const date = makeDate(isYearKnown ? Number(year) : 1604, Number(month), Number(day));
  draft.birthday = isYearKnown || date === null ? date : `-${date.slice(4)}`;
  return date !== null;
}

function takeNote(property: VcardProperty, { draft }: Context): boolean {
  const note = cleanNote(unescapeValue(property.value));
  if (note !== null) draft.note = draft.note === null ? note : `${draft.note}\n\n${note}`;
  return true;
}

function takePhoto(property: VcardProperty, { draft, warnings }: Context): boolean {
  const photo = readPhoto(property.value, property.isBase64);
  if (photo === 'not embedded') return false;
  if (photo === 'unreadable' || draft.photo !== null) return false;
  if (photo === 'too large') {
    warnings.push(`The photo on line ${property.line} was left out: it is larger than 10 MB.`);
  } else draft.photo = photo satisfies ParsedPhoto;
  return true;
}

/** Word for word: group, name and parameters as the name, the escaped text as the value. */
function keep(property: VcardProperty, context: Context): void {
  const group = property.group === '' ? '' : `${property.group}.`;
  const params = property.params.map(({ name, value }) => `;${name}=${quoteParam(name, value)}`);
  const encoding = property.isBase64 ? ';ENCODING=b' : '';
  const name = `${group}${property.name}${params.join('')}${encoding}`;
  context.draft.extra.push({ name: name.toWellFormed(), value: property.value.toWellFormed() });
  const label = context.labelsToKeep.get(property.group);
  if (label === undefined || property.group === '') return;
  context.labelsToKeep.delete(property.group);
  keep(label, context);
}

/** A label that stands without a property to label. */
function keepLonelyLabels(card: VcardCard, context: Context): void {
  const groups = new Set<string>();
  for (const { name, group } of card.properties) if (name !== 'X-ABLABEL') groups.add(group);
  for (const [group, label] of context.labelsToKeep) {
    if (group !== '' && groups.has(group)) continue;
    context.labelsToKeep.delete(group);
    keep(label, context);
  }
}

/** TYPE=work,voice is a list of two, not a value with a comma. */
function quoteParam(name: string, value: string): string {
  return name === 'TYPE' && /^[\w,-]*$/.test(value) ? value : escapeParam(value);
}

function listOf(value: string): string[] {
  return splitEscaped(value, ',')
    .map((part) => cleanName(unescapeValue(part)))
    .filter((part) => part !== null);
}

function isEmpty(draft: Draft): boolean {
  const lists = [draft.emails, draft.phones, draft.accounts, draft.addresses, draft.urls];
  return draft.name === null && lists.every((list) => list.length === 0);
}
