import type { ReadableBook } from '../book/access.ts';
import type { OrganisationId, PersonId, TagId } from '../contract/common.ts';
import type { tagColours } from '../contract/common.ts';
import { IdIndex } from '../graph/id-index.ts';
import { lastContact } from '../tables/last-contact.ts';
import { jsonIds } from '../tables/persons.ts';
import { shownRole } from '../tables/roles.ts';
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

function parseIds<Id extends number>(json: string | undefined): Id[] {
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
  readonly lastContactOn: string | null;
}

/** What the list shows of some people beside name, tags and platforms. */
export function readListedPersons(
  book: ReadableBook,
  ids: readonly PersonId[],
): Map<PersonId, ListedPerson> {
  const rows = book.all<ListedPerson>(
    `SELECT person.id, organisation.name AS organisation, role.title,
       (SELECT value FROM contact_point WHERE person_id = person.id AND kind = 'email'
        ORDER BY is_primary DESC, id LIMIT 1) AS email,
       ${lastContact} AS lastContactOn
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

/**
 * For each person at an organisation the place of its name among all names of organisations. Of several
 * current roles the one that the list shows counts.
 */
export function readCurrentOrganisations(book: ReadableBook): IdIndex {
  const places = new IdIndex();
  const byName = parseIds<OrganisationId>(
    book.value<string>(
      'SELECT json_group_array(id) FROM (SELECT id FROM organisation ORDER BY folded_name)',
    ),
  );
  byName.forEach((id, place) => {
    places.set(id, place);
  });
  const columns = book.get<{ organisations: string; people: string }>(
    `SELECT json_group_array(organisation_id) AS organisations, json_group_array(person_id) AS people
     FROM role WHERE is_current = 1 AND organisation_id IS NOT NULL`,
  );
  const organisations = parseIds<OrganisationId>(columns?.organisations);
  const keys = new IdIndex();
  const several = new Set<PersonId>();
  parseIds<PersonId>(columns?.people).forEach((id, row) => {
    if (keys.get(id) >= 0) several.add(id);
    keys.set(id, places.get(organisations[row] ?? 0));
  });
  const shown = book.all<{ id: PersonId; organisationId: OrganisationId }>(
    `SELECT person.id, role.organisation_id AS organisationId
     FROM json_each(@ids) AS wanted CROSS JOIN person ON person.id = wanted.value
     JOIN role ON role.id = ${shownRole}`,
    { ids: jsonIds(several) },
  );
  for (const { id, organisationId } of shown) keys.set(id, places.get(organisationId));
  return keys;
}

/** The day of the last contact as a number (20260615) for each person with whom there was one. */
export function readContactDays(book: ReadableBook): IdIndex {
  const rows = book.all<{ id: PersonId; day: string }>(
    `SELECT person_id AS id, max(on_date) AS day FROM interaction GROUP BY person_id
     UNION ALL
     SELECT attendance.person_id, event.held_on
     FROM event CROSS JOIN attendance ON attendance.event_id = event.id AND attendance.have_met = 1
     WHERE event.held_on IS NOT NULL
     UNION ALL
     SELECT id, met_on FROM person WHERE met_on IS NOT NULL`,
  );
  const days = new IdIndex();
  for (const { id, day } of rows) {
    const number = Number(day.replaceAll('-', ''));
    if (number > days.get(id)) days.set(id, number);
  }
  return days;
}
