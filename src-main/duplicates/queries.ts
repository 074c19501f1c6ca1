import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { OrganisationId, PersonId } from '../contract/common.ts';

/* All SQL of finding people who may be one, and of joining them with choices. */

/** An address or number that several people have. */
export interface SharedAddress {
  readonly kind: 'email' | 'phone';
  readonly value: string;
  /** JSON array of person ids. */
  readonly people: string;
}

/**
 * Whose rows are read: everybody's; those of some people alone ('within'); or those of some people and of all who
 * share the address, the name, the organisation with one of them ('around').
 */
export type Scope =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'within' | 'around'; readonly ids: ReadonlySet<PersonId> };

/** SQL for the scope over rows of a table: `person` is whose a row is, `shared` what is shared by it. */
function inScope({ kind }: Scope, table: string, person: string, shared: string): string {
  const isTheirs = `${person} IN (SELECT value FROM json_each(@ids))`;
  if (kind === 'everybody') return 'true';
  return kind === 'within'
    ? isTheirs
    : `(${shared}) IN (SELECT ${shared} FROM ${table} WHERE ${isTheirs})`;
}

const idsOf = (scope: Scope): { ids: string } => ({
  ids: JSON.stringify(scope.kind === 'everybody' ? [] : [...scope.ids]),
});

/** Addresses and numbers that 2 to `most` people have: those of more belong to an office, and prove nothing. */
export function readSharedAddresses(
  book: ReadableBook,
  most: number,
  scope: Scope,
): SharedAddress[] {
  return book.all<SharedAddress>(
    `SELECT kind, min(value) AS value, json_group_array(DISTINCT person_id) AS people
     FROM contact_point
     WHERE kind IN ('email', 'phone') AND match_key IS NOT NULL
       AND ${inScope(scope, 'contact_point', 'person_id', 'kind, match_key')}
     GROUP BY kind, match_key HAVING min(person_id) < max(person_id) AND count(DISTINCT person_id) <= @most
     ORDER BY kind, match_key`,
    { most, ...idsOf(scope) },
  );
}

/** Names, folded, that several people bear, other names among them; people as a JSON array of ids. */
export function readSharedNames(
  book: ReadableBook,
  scope: Scope,
): { name: string; people: string }[] {
  const names = `(SELECT folded_name AS name, id FROM person WHERE folded_name IS NOT NULL
    UNION ALL SELECT folded_name, person_id FROM person_name)`;
  if (scope.kind !== 'around') {
    return book.all(
      `SELECT name, json_group_array(DISTINCT id) AS people FROM ${names}
       WHERE ${inScope(scope, names, 'id', 'name')}
       GROUP BY name HAVING min(id) < max(id)`,
      idsOf(scope),
    );
  }
  // by the indexes of both tables, instead of through the names of everybody
  return book.all(
    `WITH theirs AS (
       SELECT folded_name AS name FROM json_each(@ids) CROSS JOIN person ON person.id = value WHERE folded_name IS NOT NULL
       UNION SELECT folded_name FROM json_each(@ids) CROSS JOIN person_name ON person_id = value)
     SELECT name, json_group_array(DISTINCT id) AS people FROM (
       SELECT theirs.name, person.id FROM theirs CROSS JOIN person ON folded_name = theirs.name
       UNION ALL SELECT theirs.name, person_id FROM theirs CROSS JOIN person_name ON folded_name = theirs.name)
     GROUP BY name HAVING min(id) < max(id)`,
    idsOf(scope),
  );
}

/** Folded names, as two arrays in JSON: a list of 100,000 as rows takes twice as long. */
export function readNames(
  book: ReadableBook,
  scope: Exclude<Scope, { kind: 'around' }>,
): { ids: PersonId[]; names: string[] } {
  const row = book.get<{ ids: string; names: string }>(
    `SELECT json_group_array(id) AS ids, json_group_array(folded_name) AS names
     FROM person WHERE folded_name IS NOT NULL AND ${inScope(scope, 'person', 'id', 'id')}`,
    idsOf(scope),
  );
  return {
    ids: JSON.parse(row?.ids ?? '[]') as PersonId[],
    names: JSON.parse(row?.names ?? '[]') as string[],
  };
}

/** Who works or worked where, of organisations with several people, in the order of their ids. */
export function readColleagues(
  book: ReadableBook,
  scope: Scope,
): { organisationId: OrganisationId; people: string }[] {
  return book.all(
    `SELECT organisation_id AS organisationId, json_group_array(DISTINCT person_id) AS people
     FROM role WHERE organisation_id IS NOT NULL AND ${inScope(scope, 'role', 'person_id', 'organisation_id')}
     GROUP BY organisation_id HAVING min(person_id) < max(person_id) ORDER BY organisation_id`,
    idsOf(scope),
  );
}

/** Things that people share, as they are in the tables. */
interface SharedThings {
  readonly people: ReadonlySet<PersonId>;
  readonly addresses: ReadonlyMap<string, { readonly kind: string; readonly key: string }>;
  readonly names: ReadonlySet<string>;
  readonly organisations: ReadonlySet<number>;
}

/** Who shares any of some things, or any of what some people have now; people as a JSON array of ids. */
export function readSharedBy(
  book: ReadableBook,
  things: SharedThings,
): { kind: 'address' | 'name' | 'organisation'; people: string }[] {
  return book.all(
    `WITH someone AS (SELECT value AS id FROM json_each(@ids)),
     addresses AS (
       SELECT value ->> 'kind' AS kind, value ->> 'key' AS match_key FROM json_each(@addresses)
       UNION SELECT kind, match_key FROM someone CROSS JOIN contact_point ON person_id = someone.id
       WHERE kind IN ('email', 'phone') AND match_key IS NOT NULL),
     names AS (
       SELECT value AS name FROM json_each(@names)
       UNION SELECT folded_name FROM someone CROSS JOIN person USING (id) WHERE folded_name IS NOT NULL
       UNION SELECT folded_name FROM someone CROSS JOIN person_name ON person_id = someone.id),
     places AS (
       SELECT value AS id FROM json_each(@organisations)
       UNION SELECT organisation_id FROM someone CROSS JOIN role ON person_id = someone.id
       WHERE organisation_id IS NOT NULL)
     SELECT 'address' AS kind, json_group_array(DISTINCT person_id) AS people
     FROM addresses CROSS JOIN contact_point USING (kind, match_key) GROUP BY kind, match_key
     UNION ALL
     SELECT 'name', json_group_array(DISTINCT id) FROM (
       SELECT names.name, person.id FROM names CROSS JOIN person ON folded_name = names.name
       UNION ALL SELECT names.name, person_id FROM names CROSS JOIN person_name ON folded_name = names.name)
     GROUP BY name
     UNION ALL
     SELECT 'organisation', json_group_array(DISTINCT person_id)
     FROM places CROSS JOIN role ON organisation_id = places.id GROUP BY places.id`,
    {
      ids: JSON.stringify([...things.people]),
      addresses: JSON.stringify([...things.addresses.values()]),
      names: JSON.stringify([...things.names]),
      organisations: JSON.stringify([...things.organisations]),
    },
  );
}

export interface Question {
  readonly low: PersonId;
  readonly high: PersonId;
  readonly reason: string;
  readonly answer: 'same' | 'different' | null;
}

/** Questions whether two people are one, answered or not; of some people those about any of them. */
export function readQuestions(book: ReadableBook, scope: Scope): Question[] {
  const columns = 'low_person_id AS low, high_person_id AS high, reason, answer';
  if (scope.kind === 'everybody') return book.all(`SELECT ${columns} FROM identity_question`);
  return book.all(
    `SELECT ${columns} FROM json_each(@ids) CROSS JOIN identity_question ON low_person_id = value
     UNION SELECT ${columns} FROM json_each(@ids) CROSS JOIN identity_question ON high_person_id = value`,
    idsOf(scope),
  );
}

/** Names of some organisations. */
export function readOrganisationNames(
  book: ReadableBook,
  ids: readonly string[],
): { id: OrganisationId; name: string }[] {
  return book.all(
    `SELECT organisation.id, organisation.name
     FROM json_each(@ids) AS wanted CROSS JOIN organisation ON organisation.id = wanted.value`,
    { ids: `[${ids.join(', ')}]` },
  );
}

/** Birthdays of some people, of those of whom one is known. */
export function readBirthdays(
  book: ReadableBook,
  ids: Iterable<PersonId>,
): { id: PersonId; birthday: string }[] {
  return book.all(
    `SELECT person.id, birthday FROM json_each(@ids) CROSS JOIN person ON person.id = value
     WHERE birthday IS NOT NULL`,
    { ids: JSON.stringify([...ids]) },
  );
}

/** How much is known of some people: rows of any kind. */
export function readWeights(
  book: ReadableBook,
  ids: readonly PersonId[],
): { id: PersonId; isMe: 0 | 1; isNamed: 0 | 1; rows: number }[] {
  return book.all(
    `SELECT person.id, person.is_me AS isMe, person.folded_name IS NOT NULL AS isNamed,
       (SELECT count(*) FROM contact_point WHERE person_id = person.id)
       + (SELECT count(*) FROM role WHERE person_id = person.id)
       + (SELECT count(*) FROM account WHERE person_id = person.id)
       + (SELECT count(*) FROM person_tag WHERE person_id = person.id)
       + (SELECT count(*) FROM topic_statement WHERE person_id = person.id)
       + (SELECT count(*) FROM attendance WHERE person_id = person.id)
       + (SELECT count(*) FROM interaction WHERE person_id = person.id)
       + (person.note <> '') + (person.birthday IS NOT NULL) AS rows
     FROM json_each(@ids) AS wanted CROSS JOIN person ON person.id = wanted.value`,
    { ids: JSON.stringify([...new Set(ids)]) },
  );
}

/** Remembers that two people are two: answers the question that is open, or one that nobody asked. */
export function writeDifferent(
  book: WritableBook,
  pair: { readonly low: PersonId; readonly high: PersonId },
  reason: string,
  now: string,
): void {
  book.run(
    `INSERT INTO identity_question (low_person_id, high_person_id, reason, answer, answered_at)
     VALUES (@low, @high, @reason, 'different', @now)
     ON CONFLICT (low_person_id, high_person_id) DO UPDATE SET answer = 'different', answered_at = @now`,
    { ...pair, reason, now },
  );
}

/** What a merge carries over from a person, by the kind of row. */
export interface Carried {
  readonly accounts: number;
  readonly circles: number;
  readonly events: number;
  readonly interactions: number;
  readonly followUps: number;
  readonly introductions: number;
  readonly importRows: number;
  readonly introductionsLost: number;
}

export function countCarried(book: ReadableBook, keep: PersonId, gone: PersonId): Carried {
  const ofGone = '@gone IN (introducer_id, first_person_id, second_person_id)';
  const ofKeep = '@keep IN (introducer_id, first_person_id, second_person_id)';
  const row = book.get<Carried>(
    `SELECT (SELECT count(*) FROM account WHERE person_id = @gone) AS accounts,
       (SELECT count(*) FROM circle WHERE owner_id = @gone) AS circles,
       (SELECT count(*) FROM attendance WHERE person_id = @gone) AS events,
       (SELECT count(*) FROM interaction WHERE person_id = @gone) AS interactions,
       (SELECT count(*) FROM follow_up WHERE person_id = @gone) AS followUps,
       (SELECT count(*) FROM introduction WHERE ${ofGone} AND NOT ${ofKeep}) AS introductions,
       (SELECT count(*) FROM import_row WHERE person_id = @gone) AS importRows,
       (SELECT count(*) FROM introduction WHERE ${ofGone} AND ${ofKeep}) AS introductionsLost`,
    { keep, gone },
  );
  if (row === undefined) throw new Error('A count without a row.');
  return row;
}

/** How many people each of two is tied to, without the other: the first alone, and both together. */
export function countTies(
  book: ReadableBook,
  keep: PersonId,
  gone: PersonId,
): { before: number; after: number } {
  const others = (of: string) =>
    `SELECT high_person_id FROM tie WHERE low_person_id = ${of} UNION SELECT low_person_id FROM tie WHERE high_person_id = ${of}`;
  const row = book.get<{ before: number; after: number }>(
    `SELECT (SELECT count(*) FROM (${others('@keep')})) AS before,
       (SELECT count(*) FROM (${others('@keep')} UNION ${others('@gone')}) WHERE high_person_id NOT IN (@keep, @gone)) AS after`,
    { keep, gone },
  );
  return row ?? { before: 0, after: 0 };
}
