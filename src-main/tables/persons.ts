import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { PersonId, PersonRef } from '../contract/common.ts';
import { AppError } from '../contract/result.ts';
import { foldName } from './fold-name.ts';

export interface NewPerson {
  /** Null for an account of which no name is known. */
  readonly displayName: string | null;
  readonly givenName?: string | null;
  readonly familyName?: string | null;
  /** 'YYYY-MM-DD' or '--MM-DD'. */
  readonly birthday?: string | null;
  readonly note?: string;
  readonly howMet?: string;
  readonly metOn?: string | null;
}

/** Adds a person. `now` is the moment of the command (ISO 8601, UTC). Texts must be trimmed. */
export function insertPerson(book: WritableBook, person: NewPerson, now: string): PersonId {
  const { id } = book.run(
    `INSERT INTO person (display_name, folded_name, given_name, family_name, birthday, note, how_met, met_on, created_at)
     VALUES (@displayName, @foldedName, @givenName, @familyName, @birthday, @note, @howMet, @metOn, @now)`,
    {
      displayName: person.displayName,
      foldedName: person.displayName === null ? null : foldName(person.displayName),
      givenName: person.givenName ?? null,
      familyName: person.familyName ?? null,
      birthday: person.birthday ?? null,
      note: person.note ?? '',
      howMet: person.howMet ?? '',
      metOn: person.metOn ?? null,
      now,
    },
  );
  return id as PersonId;
}

/** Gives a person another display name; the folded form follows. */
export function renamePerson(book: WritableBook, id: PersonId, displayName: string): void {
  book.run(
    'UPDATE person SET display_name = @displayName, folded_name = @foldedName WHERE id = @id',
    { id, displayName, foldedName: foldName(displayName) },
  );
}

export type OtherNameKind = 'nickname' | 'former' | 'alias';

/** Adds another name of a person, unless it is their display name or known already. Returns true if added. */
export function addOtherName(
  book: WritableBook,
  personId: PersonId,
  kind: OtherNameKind,
  name: string,
): boolean {
  const { changes } = book.run(
    `INSERT INTO person_name (person_id, kind, name, folded_name)
     SELECT @personId, @kind, @name, @foldedName
     WHERE NOT EXISTS (SELECT 1 FROM person WHERE id = @personId AND display_name = @name)
       AND NOT EXISTS (SELECT 1 FROM person_name WHERE person_id = @personId AND name = @name)`,
    { personId, kind, name, foldedName: foldName(name) },
  );
  return changes > 0;
}

/** True if there is a person of this id. */
export function personExists(book: ReadableBook, id: PersonId): boolean {
  return book.value('SELECT 1 FROM person WHERE id = @id', { id }) !== undefined;
}

interface NamedRow {
  readonly id: PersonId;
  readonly name: string | null;
}

/**
 * How people are shown, for any number of ids; ids of nobody are left out. A person without a name is
 * called after an account ("X account 605297950"), else after a way to reach them.
 */
export function personRefs(book: ReadableBook, ids: Iterable<PersonId>): Map<PersonId, PersonRef> {
  const rows = book.all<NamedRow>(
    // CROSS JOIN keeps SQLite from scanning all people for a handful of ids
    `SELECT person.id, person.display_name AS name
     FROM json_each(@ids) AS wanted CROSS JOIN person ON person.id = wanted.value`,
    { ids: jsonIds(ids) },
  );
  const refs = new Map<PersonId, PersonRef>();
  for (const { id, name } of rows) {
    refs.set(id, name === null ? unnamedRef(book, id) : { id, name, isNamed: true });
  }
  return refs;
}

/** How one person is shown; undefined if there is nobody of this id. */
export function personRef(book: ReadableBook, id: PersonId): PersonRef | undefined {
  return personRefs(book, [id]).get(id);
}

/** The people of some ids, in their order, each once. Throws NOT_FOUND when one is not in the book. */
export function requirePeople(book: ReadableBook, ids: readonly PersonId[]): PersonRef[] {
  const refs = personRefs(book, ids);
  return [...new Set(ids)].map((id) => refs.get(id) ?? refuseNobody(id));
}

/** How one person is shown. Throws NOT_FOUND when they are not in the book. */
export function requirePerson(book: ReadableBook, id: PersonId): PersonRef {
  return personRef(book, id) ?? refuseNobody(id);
}

function refuseNobody(id: PersonId): never {
  throw new AppError(
    'NOT_FOUND',
    `There is no person with the id #${id} in this book: they may have been removed.`,
  );
}

function unnamedRef(book: ReadableBook, id: PersonId): PersonRef {
  const account = book.get<{ platform: string; mark: string }>(
    `SELECT platform.name AS platform,
       coalesce(account.handle, account.external_id, account.url, account.display_name, account.key) AS mark
     FROM account JOIN platform ON platform.id = account.platform_id
     WHERE account.person_id = @id ORDER BY account.id LIMIT 1`,
    { id },
  );
  if (account !== undefined) {
    return { id, name: `${account.platform} account ${account.mark}`, isNamed: false };
  }
  const reach = book.value<string>(
    'SELECT value FROM contact_point WHERE person_id = @id ORDER BY is_primary DESC, id LIMIT 1',
    { id },
  );
  return { id, name: reach ?? `Unnamed person ${id}`, isNamed: false };
}

interface HintRow {
  readonly id: PersonId;
  readonly organisation: string | null;
  readonly title: string | null;
  readonly email: string | null;
  readonly mark: string | null;
}

/**
 * What tells people of one name apart: "Acme Print, designer · jane@acme.example"; an account's handle or
 * address when there is neither; '' when nothing is known. Any number of ids.
 */
export function personHints(book: ReadableBook, ids: Iterable<PersonId>): Map<PersonId, string> {
  const rows = book.all<HintRow>(
    `SELECT person.id, organisation.name AS organisation, role.title,
       (SELECT value FROM contact_point WHERE person_id = person.id AND kind = 'email'
        ORDER BY is_primary DESC, id LIMIT 1) AS email,
       (SELECT platform.name || ' ' || coalesce(account.handle, account.url)
        FROM account JOIN platform ON platform.id = account.platform_id
        WHERE account.person_id = person.id AND coalesce(account.handle, account.url) IS NOT NULL
        ORDER BY account.id LIMIT 1) AS mark
     FROM json_each(@ids) AS wanted
     CROSS JOIN person ON person.id = wanted.value
     LEFT JOIN role ON role.id = (
       SELECT id FROM role WHERE person_id = person.id
       ORDER BY is_current DESC, started_on DESC, id DESC LIMIT 1)
     LEFT JOIN organisation ON organisation.id = role.organisation_id`,
    { ids: jsonIds(ids) },
  );
  return new Map(rows.map((row) => [row.id, hintOf(row)]));
}

function hintOf(row: HintRow): string {
  const role = [row.organisation, row.title].filter((part) => part !== null).join(', ');
  const parts = [role, row.email ?? ''].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(' · ') : (row.mark ?? '');
}

/** Ids as the JSON text that `json_each(@ids)` reads: one prepared statement serves any number of ids. */
export function jsonIds(ids: Iterable<number>): string {
  return JSON.stringify([...ids]);
}
