import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { EventId, OrganisationId, PersonId, TagId } from '../contract/common.ts';
import type { tagColours } from '../contract/common.ts';
import { lastContact } from '../tables/last-contact.ts';
import { jsonIds } from '../tables/persons.ts';
import { shownRole } from '../tables/roles.ts';
import { statementHolds } from '../tables/topics.ts';
import type { Condition } from './person-filter.ts';

/**
 * Ids of the people a condition holds for, by name; those without one last. They come as one JSON text: a list
 * of 100,000 as rows takes twice as long. (SQLite keeps the order of an inner query for this aggregate.)
 */
export function readMatchingIds(book: ReadableBook, condition: Condition): PersonId[] {
  const found = book.get<{ ids: string; unnamed: number }>(
    `SELECT json_group_array(id) AS ids, count(*) - count(folded_name) AS unnamed FROM (
       SELECT person.id, person.folded_name FROM person WHERE ${condition.sql}
       ORDER BY person.folded_name, person.id)`,
    condition.parameters,
  );
  const ids = parseIds<PersonId>(found?.ids);
  // The index has them first.
  const unnamed = found?.unnamed ?? 0;
  return unnamed === 0 ? ids : [...ids.slice(unnamed), ...ids.slice(0, unnamed)];
}

/** Ids as `json_group_array` gives them. */
export function parseIds<Id extends number>(json: string | undefined): Id[] {
  return JSON.parse(json ?? '[]') as Id[];
}

/** Ids of the people who have an account on a platform; some more than once. */
export function readAccountOwners(book: ReadableBook, platformId: number): PersonId[] {
  return parseIds(
    book.value<string>(
      'SELECT json_group_array(person_id) FROM account WHERE platform_id = @platformId',
      { platformId },
    ),
  );
}

export interface ListedPerson {
  readonly id: PersonId;
  readonly organisation: string | null;
  readonly title: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly lastContactOn: string | null;
  readonly birthday: string | null;
  readonly howMet: string;
  readonly metOn: string | null;
  readonly addedOn: string;
  readonly doNotAsk: 0 | 1;
}

/** SQL: the address of a kind shown for the person whose id is `person.id`: the chief one, else the first. */
const shownContact = (kind: 'email' | 'phone'): string => `(
  SELECT value FROM contact_point WHERE person_id = person.id AND kind = '${kind}'
  ORDER BY is_primary DESC, id LIMIT 1)`;

/** What the list shows of some people beside name, tags, topics, events and platforms. */
export function readListedPersons(
  book: ReadableBook,
  ids: readonly PersonId[],
): Map<PersonId, ListedPerson> {
  const rows = book.all<ListedPerson>(
    `SELECT person.id, organisation.name AS organisation, role.title,
       ${shownContact('email')} AS email, ${shownContact('phone')} AS phone,
       ${lastContact} AS lastContactOn, person.birthday, person.how_met AS howMet, person.met_on AS metOn,
       substr(person.created_at, 1, 10) AS addedOn, person.do_not_ask AS doNotAsk
     FROM json_each(@ids) AS wanted
     CROSS JOIN person ON person.id = wanted.value
     LEFT JOIN role ON role.id = ${shownRole}
     LEFT JOIN organisation ON organisation.id = role.organisation_id`,
    { ids: jsonIds(ids) },
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export interface TagRow {
  readonly personId: PersonId;
  readonly id: TagId;
  readonly name: string;
  readonly colour: (typeof tagColours)[number];
}

/** Tags of some people, by name. */
export function readTags(book: ReadableBook, ids: readonly PersonId[]): TagRow[] {
  return book.all<TagRow>(
    `SELECT person_tag.person_id AS personId, tag.id, tag.name, tag.colour
     FROM json_each(@ids) AS wanted
     CROSS JOIN person_tag ON person_tag.person_id = wanted.value
     JOIN tag ON tag.id = person_tag.tag_id
     ORDER BY tag.folded_name`,
    { ids: jsonIds(ids) },
  );
}

/** Keys of the platforms on which some people have an account, or on which I am tied to them. */
export function readPlatforms(
  book: ReadableBook,
  ids: readonly PersonId[],
  me: PersonId | null,
): { personId: PersonId; key: string }[] {
  return book.all(
    `SELECT account.person_id AS personId, platform.key
     FROM json_each(@ids) AS wanted
     CROSS JOIN account ON account.person_id = wanted.value
     JOIN platform ON platform.id = account.platform_id
     UNION
     SELECT wanted.value, platform.key
     FROM json_each(@ids) AS wanted
     CROSS JOIN tie ON tie.low_person_id = min(wanted.value, @me) AND tie.high_person_id = max(wanted.value, @me)
     JOIN evidence ON evidence.tie_id = tie.id
     JOIN platform ON platform.id = evidence.platform_id
     ORDER BY 1, 2`,
    { ids: jsonIds(ids), me },
  );
}

interface TopicRow {
  readonly personId: PersonId;
  readonly kind: 'offers' | 'needs';
  readonly name: string;
}

/** What some people offer and need on a day, by name. */
export function readTopicsOf(
  book: ReadableBook,
  ids: readonly PersonId[],
  today: string,
): TopicRow[] {
  return book.all<TopicRow>(
    `SELECT DISTINCT topic_statement.person_id AS personId, topic_statement.kind, topic.name
     FROM json_each(@ids) AS wanted
     CROSS JOIN topic_statement ON topic_statement.person_id = wanted.value AND ${statementHolds}
     JOIN topic ON topic.id = topic_statement.topic_id
     ORDER BY topic.folded_name`,
    { ids: jsonIds(ids), today },
  );
}

/** Titles of the events that some people attended, latest first. */
export function readEventsOf(
  book: ReadableBook,
  ids: readonly PersonId[],
): { personId: PersonId; title: string }[] {
  return book.all(
    `SELECT attendance.person_id AS personId, event.title
     FROM json_each(@ids) AS wanted
     CROSS JOIN attendance ON attendance.person_id = wanted.value
     JOIN event ON event.id = attendance.event_id
     ORDER BY event.held_on DESC NULLS LAST, event.id DESC`,
    { ids: jsonIds(ids) },
  );
}

/** Archives people or takes them back; returns how many were not so before. */
export function writeArchived(
  book: WritableBook,
  ids: readonly PersonId[],
  isArchived: boolean,
): number {
  return book.run(
    `UPDATE person SET is_archived = @isArchived
     WHERE id IN (SELECT value FROM json_each(@ids)) AND is_archived <> @isArchived`,
    { ids: jsonIds(ids), isArchived: isArchived ? 1 : 0 },
  ).changes;
}

/** Notes that people were at an event, without having been met there; returns how many were not noted before. */
export function insertAttendances(
  book: WritableBook,
  ids: readonly PersonId[],
  eventId: EventId,
): number {
  return book.run(
    `INSERT INTO attendance (event_id, person_id)
     SELECT @eventId, person.id FROM json_each(@ids) AS wanted CROSS JOIN person ON person.id = wanted.value
     WHERE true ON CONFLICT (event_id, person_id) DO NOTHING`,
    { ids: jsonIds(ids), eventId },
  ).changes;
}

/** Some events, by id. */
export function readEvents(
  book: ReadableBook,
  ids: readonly EventId[],
): { id: EventId; title: string; heldOn: string | null }[] {
  return book.all(
    `SELECT event.id, event.title, event.held_on AS heldOn
     FROM json_each(@ids) AS wanted CROSS JOIN event ON event.id = wanted.value`,
    { ids: jsonIds(ids) },
  );
}

/** Some organisations, by id. */
export function readOrganisations(
  book: ReadableBook,
  ids: readonly OrganisationId[],
): { id: OrganisationId; name: string }[] {
  return book.all(
    `SELECT organisation.id, organisation.name
     FROM json_each(@ids) AS wanted CROSS JOIN organisation ON organisation.id = wanted.value`,
    { ids: jsonIds(ids) },
  );
}
