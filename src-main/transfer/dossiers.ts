/** What is known of one person before a row is added to it: read when first needed, kept up to date by the plan. */
import type { ReadableBook } from '../book/access.ts';
import { foldName } from '../tables/fold-name.ts';
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

interface Columns {
  displayName: string | null;
  givenName: string | null;
  familyName: string | null;
  birthday: string | null;
  note: string;
  hasPhoto: boolean;
}

const noColumns: Columns = {
  displayName: null,
  givenName: null,
  familyName: null,
  birthday: null,
  note: '',
  hasPhoto: false,
};

/** Each part is read when it is first asked for: most files speak of two or three of them only. */
export class Dossier implements Columns {
  readonly ref: Ref;
  displayName: string | null;
  givenName: string | null;
  familyName: string | null;
  birthday: string | null;
  note: string;
  hasPhoto: boolean;
  /** Null for a person that the plan makes: there is nothing to read. */
  readonly #book: ReadableBook | null;
  #otherNames: string[] | undefined;
  #contacts: Map<string, KnownContact> | undefined;
  #accounts: KnownAccount[] | undefined;
  #roles: KnownRole[] | undefined;
  #fields: Set<string> | undefined;
  #tags: string[] | undefined;

  constructor(ref: Ref, book: ReadableBook | null) {
    this.ref = ref;
    this.#book = book;
    const columns = book === null ? noColumns : readColumns(book, ref);
    this.displayName = columns.displayName;
    this.givenName = columns.givenName;
    this.familyName = columns.familyName;
    this.birthday = columns.birthday;
    this.note = columns.note;
    this.hasPhoto = columns.hasPhoto;
  }

  /** Other names as written. */
  get otherNames(): string[] {
    this.#otherNames ??= this.#read(readOtherNames);
    return this.#otherNames;
  }

  /** By `contactKey`. */
  get contacts(): Map<string, KnownContact> {
    this.#contacts ??= new Map(this.#read(readContacts));
    return this.#contacts;
  }

  get accounts(): KnownAccount[] {
    this.#accounts ??= this.#read(readAccounts);
    return this.#accounts;
  }

  get roles(): KnownRole[] {
    this.#roles ??= this.#read(readRoles);
    return this.#roles;
  }

  /** `fieldKey`s */
  get fields(): Set<string> {
    this.#fields ??= new Set(this.#read(readFields));
    return this.#fields;
  }

  /** Folded names of tags. */
  get tags(): string[] {
    this.#tags ??= this.#read(readTags);
    return this.#tags;
  }

  #read<Item>(read: (book: ReadableBook, person: Ref) => Item[]): Item[] {
    return this.#book === null ? [] : read(this.#book, this.ref);
  }
}

export class Dossiers {
  readonly #book: ReadableBook;
  readonly #kept = new Map<Ref, Dossier>();

  constructor(book: ReadableBook) {
    this.#book = book;
  }

  /** What is known of a person of the book, or of a staged one. */
  of(ref: Ref): Dossier {
    let dossier = this.#kept.get(ref);
    if (dossier === undefined) {
      dossier = new Dossier(ref, ref > 0 ? this.#book : null);
      this.#kept.set(ref, dossier);
    }
    return dossier;
  }
}

/** By what a way to reach somebody is told from their others. */
export function contactKey(kind: string, matchKey: string | null, value: string): string {
  return `${kind} ${matchKey ?? value}`;
}

/** By what a kept field is told from the person's others. */
export function fieldKey(source: string, name: string, value: string): string {
  return JSON.stringify([source, name, value]);
}

function readColumns(book: ReadableBook, person: Ref): Columns {
  const columns = book.get<Omit<Columns, 'hasPhoto'> & { hasPhoto: 0 | 1 }>(
    `SELECT display_name AS displayName, given_name AS givenName, family_name AS familyName, birthday, note,
       EXISTS (SELECT 1 FROM person_photo WHERE person_id = @person) AS hasPhoto
     FROM person WHERE id = @person`,
    { person },
  );
  if (columns === undefined) throw new Error(`There is no person ${person} to plan for.`);
  return { ...columns, hasPhoto: columns.hasPhoto === 1 };
}

function readOtherNames(book: ReadableBook, person: Ref): string[] {
  return book.column('SELECT name FROM person_name WHERE person_id = @person', { person });
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

function readContacts(book: ReadableBook, person: Ref): [string, KnownContact][] {
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
    .map(({ ref, kind, value, matchKey, label, isPrimary }) => [
      contactKey(kind, matchKey, value),
      { ref, kind, label, isPrimary: isPrimary === 1 },
    ]);
}

function readAccounts(book: ReadableBook, person: Ref): KnownAccount[] {
  return book
    .all<Omit<KnownAccount, 'isWeak'> & { isWeak: 0 | 1 }>(
      `SELECT id AS ref, platform_id AS platform, is_weak AS isWeak, handle, url,
         external_id AS externalId, display_name AS displayName
       FROM account WHERE person_id = @person ORDER BY id`,
      { person },
    )
    .map((row) => ({ ...row, isWeak: row.isWeak === 1 }));
}

function readRoles(book: ReadableBook, person: Ref): KnownRole[] {
  return book
    .all<Omit<KnownRole, 'isCurrent' | 'importRef' | 'organisation'> & { isCurrent: 0 | 1 }>(
      `SELECT role.id AS ref, organisation.name AS employer, title, started_on AS startedOn,
         ended_on AS endedOn, is_current AS isCurrent, import.format AS source, circle.as_of AS asOf
       FROM role
       LEFT JOIN organisation ON organisation.id = role.organisation_id
       LEFT JOIN import ON import.id = role.import_id
       LEFT JOIN circle
         ON circle.owner_id = import.owner_id AND circle.platform_id = import.platform_id
       WHERE role.person_id = @person ORDER BY role.id`,
      { person },
    )
    .map((row) => ({
      ...row,
      importRef: null,
      organisation: row.employer === null ? null : foldName(row.employer),
      isCurrent: row.isCurrent === 1,
    }));
}
