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
  /** `contactKey` */
  readonly key: string;
  readonly kind: string;
  readonly isPrimary: boolean;
  label: string | null;
}

export interface KnownRole {
  readonly ref: Ref;
  /** Folded name, or null. */
  readonly organisation: string | null;
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

/** Small arrays, not sets: an import of a hundred thousand people holds as many dossiers. */
export interface Dossier {
  readonly ref: Ref;
  displayName: string | null;
  givenName: string | null;
  familyName: string | null;
  birthday: string | null;
  note: string;
  hasPhoto: boolean;
  /** Other names as written. */
  readonly otherNames: string[];
  readonly contacts: KnownContact[];
  readonly accounts: KnownAccount[];
  readonly roles: KnownRole[];
  /** `fieldKey`s */
  readonly fields: string[];
  /** Folded names of tags. */
  readonly tags: string[];
}

export class Dossiers {
  readonly #book: ReadableBook;
  readonly #kept = new Map<Ref, Dossier>();

  constructor(book: ReadableBook) {
    this.#book = book;
  }

  /** What is known of a person of the book, or of a staged one that was opened before. */
  of(ref: Ref): Dossier {
    const kept = this.#kept.get(ref);
    if (kept !== undefined) return kept;
    const dossier = this.open(ref);
    if (ref > 0) readDossier(this.#book, dossier);
    return dossier;
  }

  /** An empty dossier, for a person that the plan makes. */
  open(ref: Ref): Dossier {
    const dossier: Dossier = {
      ref,
      displayName: null,
      givenName: null,
      familyName: null,
      birthday: null,
      note: '',
      hasPhoto: false,
      otherNames: [],
      contacts: [],
      accounts: [],
      roles: [],
      fields: [],
      tags: [],
    };
    this.#kept.set(ref, dossier);
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

function readDossier(book: ReadableBook, dossier: Dossier): void {
  const id = { id: dossier.ref };
  const person = book.get<
    Pick<Dossier, 'displayName' | 'givenName' | 'familyName' | 'birthday' | 'note'> & {
      hasPhoto: 0 | 1;
    }
  >(
    `SELECT display_name AS displayName, given_name AS givenName, family_name AS familyName, birthday, note,
       EXISTS (SELECT 1 FROM person_photo WHERE person_id = @id) AS hasPhoto
     FROM person WHERE id = @id`,
    id,
  );
  if (person === undefined) throw new Error(`There is no person ${dossier.ref} to plan for.`);
  Object.assign(dossier, person, { hasPhoto: person.hasPhoto === 1 });
  dossier.otherNames.push(
    ...book.column<string>('SELECT name FROM person_name WHERE person_id = @id', id),
  );
  dossier.tags.push(
    ...book.column<string>(
      `SELECT tag.folded_name FROM person_tag JOIN tag ON tag.id = person_tag.tag_id
       WHERE person_id = @id`,
      id,
    ),
  );
  const fields = book.all<{ source: string; name: string; value: string }>(
    'SELECT source, name, value FROM person_field WHERE person_id = @id',
    id,
  );
  for (const field of fields) dossier.fields.push(fieldKey(field.source, field.name, field.value));
  readContacts(book, dossier);
  readAccounts(book, dossier);
  readRoles(book, dossier);
}

function readContacts(book: ReadableBook, dossier: Dossier): void {
  const rows = book.all<{
    ref: Ref;
    kind: string;
    value: string;
    matchKey: string | null;
    label: string | null;
    isPrimary: 0 | 1;
  }>(
    `SELECT id AS ref, kind, value, match_key AS matchKey, label, is_primary AS isPrimary
     FROM contact_point WHERE person_id = @id ORDER BY id`,
    { id: dossier.ref },
  );
  for (const { ref, kind, value, matchKey, label, isPrimary } of rows) {
    const key = contactKey(kind, matchKey, value);
    dossier.contacts.push({ ref, kind, key, label, isPrimary: isPrimary === 1 });
  }
}

function readAccounts(book: ReadableBook, dossier: Dossier): void {
  const rows = book.all<Omit<KnownAccount, 'isWeak'> & { isWeak: 0 | 1 }>(
    `SELECT id AS ref, platform_id AS platform, is_weak AS isWeak, handle, url,
       external_id AS externalId, display_name AS displayName
     FROM account WHERE person_id = @id ORDER BY id`,
    { id: dossier.ref },
  );
  for (const row of rows) dossier.accounts.push({ ...row, isWeak: row.isWeak === 1 });
}

function readRoles(book: ReadableBook, dossier: Dossier): void {
  const rows = book.all<Omit<KnownRole, 'isCurrent' | 'importRef'> & { isCurrent: 0 | 1 }>(
    `SELECT role.id AS ref, organisation.name AS organisation, title, started_on AS startedOn,
       ended_on AS endedOn, is_current AS isCurrent, import.format AS source, circle.as_of AS asOf
     FROM role
     LEFT JOIN organisation ON organisation.id = role.organisation_id
     LEFT JOIN import ON import.id = role.import_id
     LEFT JOIN circle ON circle.owner_id = import.owner_id AND circle.platform_id = import.platform_id
     WHERE role.person_id = @id ORDER BY role.id`,
    { id: dossier.ref },
  );
  for (const row of rows) {
    dossier.roles.push({
      ...row,
      importRef: null,
      organisation: row.organisation === null ? null : foldName(row.organisation),
      isCurrent: row.isCurrent === 1,
    });
  }
}
