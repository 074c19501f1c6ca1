import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js';
import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';

export type ContactKind = 'email' | 'phone' | 'url' | 'address';

/** Country of phone numbers written without a prefix, as long as Settings name no other. */
const fallbackCountry = 'GB';

/** The comparable form of an e-mail address: lower case, without `mailto:` or a name around it. Null if it is none. */
export function normaliseEmail(text: string): string | null {
  const inner = /<([^<>\s]+)>\s*$/.exec(text.slice(0, 500))?.[1] ?? text;
  const address = inner
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase()
    .normalize('NFC');
  if (address.length > 320) return null;
  return /^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+$/.test(address) ? address : null;
}

/**
 * The comparable form of a phone number: E.164, with `;ext=` when it has an extension (two people behind one
 * switchboard are not one person). Null when it cannot be dialled as written from `country` (ISO 3166, two
 * letters), such as "Mum" or a local number without its area code.
 */
export function normalisePhone(text: string, country: string): string | null {
  const value = text.trim().replace(/^tel:/i, '');
  if (value.length > 60 || value.replace(/\D/g, '').length < 3) return null;
  const code = country.toUpperCase();
  const home: CountryCode | undefined = isSupportedCountry(code) ? code : undefined;
  const phone = parsePhoneNumberFromString(value, home);
  if (phone === undefined) return null;
  // A number without + or trunk 0 may be a local one: taken only if it is surely of the country.
  const isComplete = /^[\s(]*(\+|0)/.test(value);
  if (!(isComplete ? phone.isPossible() : phone.isValid())) return null;
  return phone.ext === undefined ? phone.number : `${phone.number};ext=${phone.ext}`;
}

/** What a way to reach somebody is compared by; null for addresses, links and what cannot be normalised. */
export function matchKeyOf(kind: ContactKind, value: string, country: string): string | null {
  if (kind === 'email') return normaliseEmail(value);
  if (kind === 'phone') return normalisePhone(value, country);
  return null;
}

/** Country for numbers without a prefix: the book's setting 'country', else the fallback. */
export function homeCountry(book: ReadableBook): string {
  return book.value<string>("SELECT value FROM setting WHERE name = 'country'") ?? fallbackCountry;
}

export interface NewContactPoint {
  readonly personId: PersonId;
  readonly kind: ContactKind;
  /** As written, trimmed. */
  readonly value: string;
  readonly label?: string | null;
  readonly isPrimary?: boolean;
  readonly importId?: number | null;
  /** Already normalised by the caller; left out: worked out here (null: it cannot be). */
  readonly matchKey?: string | null;
}

/**
 * Adds a way to reach a person, unless they have it already (compared by match key, else as written; a label
 * that was missing is filled in).
 */
export function addContactPoint(
  book: WritableBook,
  point: NewContactPoint,
): { id: number; isNew: boolean } {
  const matchKey =
    point.matchKey === undefined
      ? matchKeyOf(point.kind, point.value, homeCountry(book))
      : point.matchKey;
  const parameters = {
    personId: point.personId,
    kind: point.kind,
    value: point.value,
    matchKey,
    label: point.label ?? null,
  };
  const known = book.get<{ id: number; label: string | null }>(
    `SELECT id, label FROM contact_point
     WHERE person_id = @personId AND kind = @kind AND (match_key = @matchKey OR value = @value)
     ORDER BY id LIMIT 1`,
    { personId: point.personId, kind: point.kind, value: point.value, matchKey },
  );
  if (known !== undefined) {
    if (known.label === null && parameters.label !== null) {
      book.run('UPDATE contact_point SET label = @label WHERE id = @id', {
        id: known.id,
        label: parameters.label,
      });
    }
    return { id: known.id, isNew: false };
  }
  const { id } = book.run(
    `INSERT INTO contact_point (person_id, kind, value, match_key, label, is_primary, import_id)
     VALUES (@personId, @kind, @value, @matchKey, @label, @isPrimary, @importId)`,
    {
      ...parameters,
      isPrimary: point.isPrimary === true ? 1 : 0,
      importId: point.importId ?? null,
    },
  );
  return { id, isNew: true };
}

/** People reachable by an e-mail address or number in its compared form (`matchKeyOf`), in order of id. */
export function findPersonsByMatchKey(
  book: ReadableBook,
  kind: 'email' | 'phone',
  matchKey: string,
): PersonId[] {
  return book.column<PersonId>(
    'SELECT DISTINCT person_id FROM contact_point WHERE kind = @kind AND match_key = @matchKey ORDER BY 1',
    { kind, matchKey },
  );
}

/** Match keys of one question to the book. */
const askedTogether = 1000;

/** As `findPersonsByMatchKey`, for many at once, by match key; those that nobody has are left out. */
export function findPersonsByMatchKeys(
  book: ReadableBook,
  kind: 'email' | 'phone',
  matchKeys: readonly string[],
): Map<string, PersonId[]> {
  const found = new Map<string, PersonId[]>();
  // in the order of the index: neighbours lie on one page
  const sorted = [...new Set(matchKeys)].sort();
  for (let at = 0; at < sorted.length; at += askedTogether) {
    const rows = book.all<{ key: string; person: PersonId }>(
      `SELECT DISTINCT match_key AS "key", person_id AS person
       FROM json_each(@matchKeys) AS wanted
       CROSS JOIN contact_point ON kind = @kind AND match_key = wanted.value ORDER BY 1, 2`,
      { kind, matchKeys: JSON.stringify(sorted.slice(at, at + askedTogether)) },
    );
    for (const { key, person } of rows) {
      const persons = found.get(key);
      if (persons === undefined) found.set(key, [person]);
      else persons.push(person);
    }
  }
  return found;
}
