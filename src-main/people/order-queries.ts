import type { ReadableBook } from '../book/access.ts';
import type { OrganisationId, PersonId } from '../contract/common.ts';
import { IdIndex } from '../graph/id-index.ts';
import { jsonIds } from '../tables/persons.ts';
import { readRhythms } from '../tables/rhythms.ts';
import { shownRole } from '../tables/roles.ts';
import { parseIds } from './queries.ts';

/* The numbers by which lists are sorted, each read in one sweep over the book. */

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

/** The day we met as a number (20260615) for each person of whom it is known. */
export function readMeetingDays(book: ReadableBook): IdIndex {
  return numbersOf(
    book.all(
      `SELECT id, CAST(replace(met_on, '-', '') AS INTEGER) AS number FROM person WHERE met_on IS NOT NULL`,
    ),
  );
}

/** Month and day of the birthday as a number (615) for each person of whom it is known: the order of a year. */
export function readBirthdays(book: ReadableBook): IdIndex {
  return numbersOf(
    book.all(
      `SELECT id, CAST(replace(substr(birthday, -5), '-', '') AS INTEGER) AS number
       FROM person WHERE birthday IS NOT NULL`,
    ),
  );
}

/** The day on which a contact is due next, as a number (20260615), for each person with a rhythm. */
export function readDueDays(book: ReadableBook): IdIndex {
  return numbersOf(
    readRhythms(book, null).map(({ personId, dueOn }) => ({
      id: personId,
      number: Number(dueOn.replaceAll('-', '')),
    })),
  );
}

/** For each person with a title the place of the one that the list shows among all titles. */
export function readCurrentTitles(book: ReadableBook): IdIndex {
  return numbersOf(
    book.all(
      `WITH shown AS (
         SELECT person.id, role.title FROM person JOIN role ON role.id = ${shownRole} WHERE role.title IS NOT NULL)
       SELECT id, dense_rank() OVER (ORDER BY title COLLATE NOCASE) AS number FROM shown`,
    ),
  );
}

function numbersOf(rows: readonly { id: PersonId; number: number }[]): IdIndex {
  const numbers = new IdIndex();
  for (const { id, number } of rows) numbers.set(id, number);
  return numbers;
}
