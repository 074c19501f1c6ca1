/** Everybody in the book as the file writers take them. */
import type { ReadableBook } from '../book/access.ts';
import type { ParsedAccount, ParsedContactValue, ParsedRole } from './parsed-file.ts';
import type { ExportField, ExportPerson } from './writers/export-person.ts';
import { statementHolds } from '../tables/topics.ts';

type Photo = NonNullable<ExportPerson['photo']>;

interface PersonRow {
  readonly id: number;
  readonly name: string | null;
  readonly given: string | null;
  readonly family: string | null;
  readonly birthday: string | null;
  readonly note: string;
}

interface ContactRow extends Omit<ParsedContactValue, 'preferred'> {
  readonly kind: 'email' | 'phone' | 'url' | 'address';
  readonly isPrimary: 0 | 1;
}

interface AccountRow extends Omit<ParsedAccount, 'weak'> {
  readonly isWeak: 0 | 1;
}

interface RoleRow extends Omit<ParsedRole, 'department'> {
  readonly isCurrent: 0 | 1;
}

/** A circle's record of a contact whose ways to reach are exported as such; never a profile of its own. */
const addressBooks = new Set(['phone', 'email', 'google', 'outlook', 'list']);

/** Fields in which an import keeps what the writers have a place for. */
const namedParts = ['prefix', 'middle name', 'suffix', 'department'] as const;

interface Wanted {
  /** In the order they are wanted in; without it all, in order of id. */
  readonly people: readonly number[] | undefined;
  /** Told how far the reading is (0 to 1); what it throws ends it. */
  readonly tell: (done: number) => void;
}

/** People with all that the book knows of them. `today` decides which offers and needs still hold. */
export function readExportPeople(
  book: ReadableBook,
  today: string,
  { people, tell }: Wanted,
): ExportPerson[] {
  const related = readRelated(book, today, tell);
  const columns =
    'person.id, display_name AS name, given_name AS given, family_name AS family, birthday, note';
  const rows =
    people === undefined
      ? book.all<PersonRow>(`SELECT ${columns} FROM person ORDER BY id`)
      : book.all<PersonRow>(
          `SELECT ${columns} FROM json_each(@ids) AS wanted
           CROSS JOIN person ON person.id = wanted.value ORDER BY wanted.key`,
          { ids: JSON.stringify(people) },
        );
  return rows.map((person) => makePerson(person, related));
}

/** How many `readRelated` reads. */
const relatedTables = 8;

/** Rows of each table by person. */
type Related = ReturnType<typeof readRelated>;

function readRelated(book: ReadableBook, today: string, tell: (done: number) => void) {
  let read = 0;
  const group = <Row>(sql: string, parameters: { today?: string } = {}) => {
    tell(read++ / relatedTables);
    return groupByPerson<Row>(book, sql, parameters);
  };
  return {
    nicknames: group<{ name: string }>(
      `SELECT person_id AS personId, name FROM person_name WHERE kind = 'nickname' ORDER BY id`,
    ),
    contacts: group<ContactRow>(
      `SELECT person_id AS personId, kind, value, match_key AS normalised, label,
         is_primary AS isPrimary FROM contact_point ORDER BY is_primary DESC, id`,
    ),
    roles: group<RoleRow>(
      `SELECT person_id AS personId, organisation.name AS organisation, title, started_on AS "from",
         ended_on AS "to", is_current AS isCurrent
       FROM role LEFT JOIN organisation ON organisation.id = role.organisation_id
       ORDER BY is_current DESC, role.id`,
    ),
    accounts: group<AccountRow>(
      `SELECT person_id AS personId, platform.key AS platform, url, handle, external_id AS externalId,
         display_name AS displayName, is_weak AS isWeak
       FROM account JOIN platform ON platform.id = account.platform_id ORDER BY account.id`,
    ),
    fields: group<ExportField>(
      'SELECT person_id AS personId, source, name, value FROM person_field ORDER BY id',
    ),
    tags: group<{ name: string }>(
      `SELECT person_id AS personId, name FROM person_tag JOIN tag ON tag.id = person_tag.tag_id
       ORDER BY tag.folded_name`,
    ),
    statements: group<{ kind: 'offers' | 'needs'; name: string }>(
      `SELECT person_id AS personId, kind, name
       FROM topic_statement JOIN topic ON topic.id = topic_statement.topic_id
       WHERE ${statementHolds} ORDER BY topic.folded_name`,
      { today },
    ),
    photos: group<Photo>(
      'SELECT person_id AS personId, media_type AS mediaType, content AS bytes FROM person_photo',
    ),
  };
}

function groupByPerson<Row>(
  book: ReadableBook,
  sql: string,
  parameters: { today?: string },
): (person: number) => readonly Row[] {
  const byPerson = new Map<number, Row[]>();
  for (const row of book.all<Row & { personId: number }>(sql, parameters)) {
    const rows = byPerson.get(row.personId);
    if (rows === undefined) byPerson.set(row.personId, [row]);
    else rows.push(row);
  }
  return (person) => byPerson.get(person) ?? [];
}

function makePerson({ id, note, ...person }: PersonRow, related: Related): ExportPerson {
  const contacts = related.contacts(id);
  const accounts = related.accounts(id);
  const fields = related.fields(id);
  const part = (name: (typeof namedParts)[number]): string | null =>
    fields.find((field) => field.name === name && field.source !== 'custom')?.value ?? null;
  const statements = related.statements(id);
  return {
    ...person,
    uid:
      accounts.find((account) => isRecord(account) && account.externalId !== null)?.externalId ??
      null,
    middle: part('middle name'),
    prefix: part('prefix'),
    suffix: part('suffix'),
    nickname: related.nicknames(id)[0]?.name ?? null,
    accounts: accounts.filter((account) => !isRecord(account)).map(makeAccount),
    emails: contacts.filter(({ kind }) => kind === 'email').map(makeContact),
    phones: contacts.filter(({ kind }) => kind === 'phone').map(makeContact),
    urls: contacts
      .filter(({ kind }) => kind === 'url')
      .map(({ value, label }) => ({ url: value, label })),
    addresses: contacts
      .filter(({ kind }) => kind === 'address')
      .map(({ value, label }) => ({ ...noAddress, street: value, label })),
    roles: makeRoles(related.roles(id), part('department')),
    birthday: person.birthday,
    note: note === '' ? null : note,
    tags: related.tags(id).map(({ name }) => name),
    offers: statements.filter(({ kind }) => kind === 'offers').map(({ name }) => name),
    needs: statements.filter(({ kind }) => kind === 'needs').map(({ name }) => name),
    photo: related.photos(id)[0] ?? null,
    fields: fields.filter(
      ({ name, source }) => source === 'custom' || !namedParts.some((known) => known === name),
    ),
  };
}

const noAddress = {
  poBox: null,
  extended: null,
  locality: null,
  region: null,
  postcode: null,
  country: null,
};

function isRecord({ platform }: AccountRow): boolean {
  return addressBooks.has(platform);
}

function makeAccount({ isWeak, ...account }: AccountRow): ParsedAccount {
  return { ...account, weak: isWeak === 1 };
}

function makeContact({ value, normalised, label, isPrimary }: ContactRow): ParsedContactValue {
  return { value, normalised, label, preferred: isPrimary === 1 };
}

/** A department was kept beside the roles; it belongs to the present one. */
function makeRoles(roles: readonly RoleRow[], department: string | null): ParsedRole[] {
  return roles.map(({ organisation, title, from, to }, index) => ({
    organisation,
    title,
    from,
    to,
    department: index === 0 ? department : null,
  }));
}
