/** The rows of the book that say what is known of people, as plans hold them. */
import type { ReadableBook } from '../book/access.ts';
import { foldName } from '../tables/fold-name.ts';
import { append, empty } from './small-lists.ts';
import type { Ref } from './plan-stage.ts';

export interface KnownAccount {
  readonly ref: Ref;
  readonly platform: Ref;
  readonly isWeak: boolean;
  handle: string | null;
  url: string | null;
  externalId: string | null;
  displayName: string | null;
}

export interface KnownContact {
  readonly ref: Ref;
  readonly kind: string;
  /** By what it is told from others of its kind. */
  readonly key: string;
  readonly isPrimary: boolean;
  label: string | null;
}

export interface KnownRole {
  readonly ref: Ref;
  /** Folded name, or null. */
  readonly organisation: string | null;
  /** Its name as it is written. */
  readonly employer: string | null;
  title: string | null;
  startedOn: string | null;
  endedOn: string | null;
  isCurrent: boolean;
  /** Format of the import that brought it; null: entered by hand. */
  readonly source: string | null;
  /** The import of this plan that brought it; null: it was there before. */
  readonly importRef: Ref | null;
  /** How new the list was that brought it, 'YYYY-MM-DD'; null: unknown. */
  readonly asOf: string | null;
}

export interface Columns {
  displayName: string | null;
  givenName: string | null;
  familyName: string | null;
  birthday: string | null;
  note: string;
  hasPhoto: boolean;
}

/** By what a kept field is told from the person's others. */
export function fieldKey(source: string, name: string, value: string): string {
  return JSON.stringify([source, name, value]);
}

/** Where what is known of a person is read, part by part. Lists are the caller's to keep, not to change. */
export interface PersonRows {
  /** Throws for somebody whom there is not. */
  readonly columns: (person: Ref) => Columns;
  readonly otherNames: (person: Ref) => string[];
  readonly contacts: (person: Ref) => KnownContact[];
  readonly accounts: (person: Ref) => KnownAccount[];
  readonly roles: (person: Ref) => KnownRole[];
  /** `fieldKey`s */
  readonly fields: (person: Ref) => string[];
  /** Folded names of tags. */
  readonly tags: (person: Ref) => string[];
}

export function rowsOfBook(book: ReadableBook): PersonRows {
  return {
    columns: (person) => readColumns(book, person),
    otherNames: (person) => readOtherNames(book, [person]).get(person) ?? empty,
    contacts: (person) => readContacts(book, person),
    accounts: (person) => readAccounts(book, [person]).get(person) ?? empty,
    roles: (person) => readRoles(book, [person]).get(person) ?? empty,
    fields: (person) => readFields(book, person),
    tags: (person) => readTags(book, person),
  };
}

const people = 'json_each(@people) AS wanted';

/** The rows of some people by person; `sql` names each row's as "person". */
function readRowsOf<Row>(
  book: ReadableBook,
  persons: readonly Ref[],
  sql: string,
): Map<Ref, Row[]> {
  const rowsOf = new Map<Ref, Row[]>();
  const parameters = { people: JSON.stringify(persons) };
  for (const row of book.all<Row & { person: Ref }>(sql, parameters)) {
    append(rowsOf, row.person, row);
  }
  return rowsOf;
}

function readColumns(book: ReadableBook, person: Ref): Columns {
  const columns = readColumnsOf(book, [person]).get(person);
  if (columns === undefined) throw new Error(`There is no person ${person} to plan for.`);
  return columns;
}

export function readColumnsOf(book: ReadableBook, persons: readonly Ref[]): Map<Ref, Columns> {
  const rows = book.all<Omit<Columns, 'hasPhoto'> & { person: Ref; hasPhoto: 0 | 1 }>(
    `SELECT person.id AS person, display_name AS displayName, given_name AS givenName,
       family_name AS familyName, birthday, note,
       EXISTS (SELECT 1 FROM person_photo WHERE person_id = person.id) AS hasPhoto
     FROM ${people} CROSS JOIN person ON person.id = wanted.value`,
    { people: JSON.stringify(persons) },
  );
  return new Map(
    rows.map(({ hasPhoto, person, ...row }) => [person, { ...row, hasPhoto: hasPhoto === 1 }]),
  );
}

export function readOtherNames(book: ReadableBook, persons: readonly Ref[]): Map<Ref, string[]> {
  const rows = readRowsOf<{ name: string }>(
    book,
    persons,
    `SELECT person_id AS person, name
     FROM ${people} CROSS JOIN person_name ON person_id = wanted.value ORDER BY person_name.id`,
  );
  return mapValues(rows, ({ name }) => name);
}

function readTags(book: ReadableBook, person: Ref): string[] {
  return book.column(
    `SELECT tag.folded_name FROM person_tag JOIN tag ON tag.id = person_tag.tag_id
     WHERE person_id = @person`,
    { person },
  );
}

function readFields(book: ReadableBook, person: Ref): string[] {
  return book
    .all<{ source: string; name: string; value: string }>(
      'SELECT source, name, value FROM person_field WHERE person_id = @person',
      { person },
    )
    .map(({ source, name, value }) => fieldKey(source, name, value));
}

function readContacts(book: ReadableBook, person: Ref): KnownContact[] {
  return book
    .all<{
      ref: Ref;
      kind: string;
      value: string;
      matchKey: string | null;
      label: string | null;
      isPrimary: 0 | 1;
    }>(
      `SELECT id AS ref, kind, value, match_key AS matchKey, label, is_primary AS isPrimary
       FROM contact_point WHERE person_id = @person ORDER BY id`,
      { person },
    )
    .map(({ ref, kind, value, matchKey, label, isPrimary }) => ({
      ref,
      kind,
      key: matchKey ?? value,
      label,
      isPrimary: isPrimary === 1,
    }));
}

export function readAccounts(
  book: ReadableBook,
  persons: readonly Ref[],
): Map<Ref, KnownAccount[]> {
  const rows = readRowsOf<Omit<KnownAccount, 'isWeak'> & { isWeak: 0 | 1 }>(
    book,
    persons,
    `SELECT person_id AS person, account.id AS ref, platform_id AS platform, is_weak AS isWeak, handle, url,
       external_id AS externalId, display_name AS displayName
     FROM ${people} CROSS JOIN account ON person_id = wanted.value ORDER BY account.id`,
  );
  return mapValues(rows, (row) => ({ ...row, isWeak: row.isWeak === 1 }));
}

/** Those of the people who have an account on the platform that identifies them there. */
export function readAccountBearers(
  book: ReadableBook,
  platform: Ref,
  persons: readonly Ref[],
): Ref[] {
  return book.column(
    // the "+" keeps SQLite from going through all accounts of the platform for each of the people
    `SELECT DISTINCT wanted.value FROM ${people} CROSS JOIN account
       ON person_id = wanted.value AND +platform_id = @platform AND is_weak = 0`,
    { platform, people: JSON.stringify(persons) },
  );
}

export function readRoles(book: ReadableBook, persons: readonly Ref[]): Map<Ref, KnownRole[]> {
  const rows = readRowsOf<
    Omit<KnownRole, 'isCurrent' | 'importRef' | 'organisation'> & { isCurrent: 0 | 1 }
  >(
    book,
    persons,
    `SELECT role.person_id AS person, role.id AS ref, organisation.name AS employer, title,
       started_on AS startedOn, ended_on AS endedOn, is_current AS isCurrent,
       import.format AS source, circle.as_of AS asOf
     FROM ${people} CROSS JOIN role ON role.person_id = wanted.value
     LEFT JOIN organisation ON organisation.id = role.organisation_id
     LEFT JOIN import ON import.id = role.import_id
     LEFT JOIN circle
       ON circle.owner_id = import.owner_id AND circle.platform_id = import.platform_id
     ORDER BY role.id`,
  );
  return mapValues(rows, (row) => ({
    ...row,
    importRef: null,
    organisation: row.employer === null ? null : foldName(row.employer),
    isCurrent: row.isCurrent === 1,
  }));
}

function mapValues<Row, Item>(
  rowsOf: ReadonlyMap<Ref, readonly Row[]>,
  make: (row: Row) => Item,
): Map<Ref, Item[]> {
  return new Map([...rowsOf].map(([ref, rows]) => [ref, rows.map(make)]));
}
