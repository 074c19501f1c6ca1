import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';

/* All SQL of finding people who may be one, and of joining them with choices. */

/** An address or number that several people have. */
export interface SharedAddress {
  readonly kind: 'email' | 'phone';
  readonly value: string;
  /** JSON array of person ids. */
  readonly people: string;
}

/** Addresses and numbers that 2 to `most` people have: those of more belong to an office, and prove nothing. */
export function readSharedAddresses(book: ReadableBook, most: number): SharedAddress[] {
  return book.all<SharedAddress>(
    `SELECT kind, min(value) AS value, json_group_array(DISTINCT person_id) AS people
     FROM contact_point
     WHERE kind IN ('email', 'phone') AND match_key IS NOT NULL
     GROUP BY kind, match_key HAVING min(person_id) < max(person_id) AND count(DISTINCT person_id) <= @most`,
    { most },
  );
}

/** Names, folded, that several people bear, other names among them; people as a JSON array of ids. */
export function readSharedNames(book: ReadableBook): { name: string; people: string }[] {
  return book.all(
    `SELECT name, json_group_array(DISTINCT id) AS people FROM (
       SELECT folded_name AS name, id FROM person WHERE folded_name IS NOT NULL
       UNION ALL SELECT folded_name, person_id FROM person_name)
     GROUP BY name HAVING min(id) < max(id)`,
  );
}

/** Everybody's folded name, as two arrays in JSON: a list of 100,000 as rows takes twice as long. */
export function readNames(book: ReadableBook): { ids: PersonId[]; names: string[] } {
  const row = book.get<{ ids: string; names: string }>(
    `SELECT json_group_array(id) AS ids, json_group_array(folded_name) AS names
     FROM person WHERE folded_name IS NOT NULL`,
  );
  return {
    ids: JSON.parse(row?.ids ?? '[]') as PersonId[],
    names: JSON.parse(row?.names ?? '[]') as string[],
  };
}

/** Who works or worked where, of organisations with 2 to `most` people; people as a JSON array of ids. */
export function readColleagues(
  book: ReadableBook,
  most: number,
): { organisationId: number; people: string }[] {
  return book.all(
    `SELECT organisation_id AS organisationId, json_group_array(DISTINCT person_id) AS people
     FROM role WHERE organisation_id IS NOT NULL
     GROUP BY organisation_id HAVING count(DISTINCT person_id) BETWEEN 2 AND @most`,
    { most },
  );
}

export interface Question {
  readonly low: PersonId;
  readonly high: PersonId;
  readonly reason: string;
  readonly answer: 'same' | 'different' | null;
}

/** All questions whether two people are one, answered or not. */
export function readQuestions(book: ReadableBook): Question[] {
  return book.all<Question>(
    `SELECT low_person_id AS low, high_person_id AS high, reason, answer FROM identity_question`,
  );
}

/** Names of some organisations. */
export function readOrganisationNames(
  book: ReadableBook,
  ids: readonly number[],
): { id: number; name: string }[] {
  return book.all(
    `SELECT organisation.id, organisation.name
     FROM json_each(@ids) AS wanted CROSS JOIN organisation ON organisation.id = wanted.value`,
    { ids: JSON.stringify(ids) },
  );
}

/** Birthdays of all people of whom one is known. */
export function readBirthdays(book: ReadableBook): { id: PersonId; birthday: string }[] {
  return book.all('SELECT id, birthday FROM person WHERE birthday IS NOT NULL');
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
