import type { ReadableBook } from '../book/access.ts';
import type { OrganisationId, PersonId, TagId, TopicId } from '../contract/common.ts';
import type { AskRecord } from '../contract/networks.ts';
import { jsonIds } from '../tables/persons.ts';
import type { Tag } from '../tables/tags.ts';
import { statementHolds } from '../tables/topics.ts';

/**
 * People whom one of the owners knows only through a weak key: a platform that lists display names alone.
 * Whether such a member is the same person as somebody else's contact rests on the name.
 */
export function readWeakMembers(
  book: ReadableBook,
  ownerIds: readonly PersonId[],
  platform?: string,
): Set<PersonId> {
  return new Set(
    book.column<PersonId>(
      `SELECT account.person_id
       FROM circle
       JOIN circle_member AS member ON member.circle_id = circle.id
       JOIN account ON account.id = member.account_id
       JOIN platform ON platform.id = circle.platform_id
       WHERE circle.owner_id IN (SELECT value FROM json_each(@owners))
         AND (@platform IS NULL OR platform.key = @platform)
       GROUP BY circle.owner_id, account.person_id
       HAVING min(account.is_weak) = 1
         AND (@platform IS NOT NULL OR NOT EXISTS (
           SELECT 1 FROM tie JOIN evidence ON evidence.tie_id = tie.id
           WHERE tie.low_person_id = min(circle.owner_id, account.person_id)
             AND tie.high_person_id = max(circle.owner_id, account.person_id)
             AND evidence.kind NOT IN ('platform_link', 'follow')))`,
      { owners: jsonIds(ownerIds), platform: platform ?? null },
    ),
  );
}

/** A window of some people's ids in the order of their names; accounts without a name come last. */
export function readIdsByName(
  book: ReadableBook,
  ids: readonly PersonId[],
  offset: number,
  limit: number,
): PersonId[] {
  return book.column<PersonId>(
    `SELECT person.id FROM json_each(@ids) AS wanted
     CROSS JOIN person ON person.id = wanted.value
     ORDER BY folded_name IS NULL, folded_name, person.id LIMIT @limit OFFSET @offset`,
    { ids: jsonIds(ids), limit, offset },
  );
}

/** Where people work today, by name; people without a current role at an organisation are left out. */
export function readCurrentOrganisations(
  book: ReadableBook,
  ids: readonly PersonId[],
): Map<PersonId, string> {
  const rows = book.all<{ personId: PersonId; name: string }>(
    `SELECT role.person_id AS personId, organisation.name
     FROM json_each(@ids) AS wanted
     CROSS JOIN role ON role.person_id = wanted.value
     JOIN organisation ON organisation.id = role.organisation_id
     WHERE role.is_current = 1 ORDER BY role.id`,
    { ids: jsonIds(ids) },
  );
  return new Map(rows.map(({ personId, name }) => [personId, name]));
}

/** People with a role at the organisation: today's, and on request former ones. */
export function readPeopleAt(
  book: ReadableBook,
  id: OrganisationId,
  withPast: boolean,
): PersonId[] {
  return book.column<PersonId>(
    `SELECT DISTINCT role.person_id FROM role JOIN person ON person.id = role.person_id
     WHERE organisation_id = @id AND (is_current = 1 OR @withPast = 1) AND person.is_me = 0 ORDER BY 1`,
    { id, withPast: withPast ? 1 : 0 },
  );
}

/** People who offer, or need, a topic on `today`. */
export function readPeopleWho(
  book: ReadableBook,
  kind: 'offers' | 'needs',
  id: TopicId,
  today: string,
): PersonId[] {
  return book.column<PersonId>(
    `SELECT DISTINCT person_id FROM topic_statement JOIN person ON person.id = topic_statement.person_id
     WHERE topic_id = @id AND kind = @kind AND ${statementHolds} AND person.is_me = 0 ORDER BY 1`,
    { id, kind, today },
  );
}

/** People who carry a tag. */
export function readPeopleTagged(book: ReadableBook, id: TagId): PersonId[] {
  return book.column<PersonId>(
    `SELECT person_id FROM person_tag JOIN person ON person.id = person_tag.person_id
     WHERE tag_id = @id AND person.is_me = 0 ORDER BY 1`,
    { id },
  );
}

/** People whom the search index finds, and some found otherwise; each once, without me, in the order of the ids. */
export function readPeopleIndexed(
  book: ReadableBook,
  match: string,
  others: readonly PersonId[],
): PersonId[] {
  return book.column<PersonId>(
    `SELECT person.id FROM person WHERE is_me = 0 AND id IN (
       SELECT rowid FROM person_words WHERE person_words MATCH @match
       UNION SELECT value FROM json_each(@others)) ORDER BY 1`,
    { match, others: jsonIds(others) },
  );
}

/** Of the people whose ways to reach them match, those of whom an address is known. */
export function readPeopleWithAddress(book: ReadableBook, match: string): PersonId[] {
  return book.column<PersonId>(
    `SELECT person_words.rowid FROM person_words WHERE person_words MATCH @match AND EXISTS (
       SELECT 1 FROM contact_point WHERE person_id = person_words.rowid AND kind = 'address')`,
    { match },
  );
}

/** The other words for a topic, in the order of the alphabet. */
export function readSynonyms(book: ReadableBook, id: TopicId): string[] {
  return book.column<string>(
    'SELECT name FROM topic_synonym WHERE topic_id = @id ORDER BY folded_name',
    { id },
  );
}

/**
 * How asking each contact has gone so far; contacts never asked are left out. An ask is settled once it is neither
 * open nor let go by me; it worked if the two were brought together and it did not end without an answer.
 * `since` ('YYYY-MM-DD'): from when on an ask is a late one.
 */
export function readAskRecords(
  book: ReadableBook,
  contacts: readonly PersonId[],
  since: string,
): Map<PersonId, AskRecord> {
  const rows = book.all<AskRecord & { contact: PersonId }>(
    `WITH asked AS (
       SELECT introducer_id, state, let_go_on, outcome IS NOT 'no_answer' AND EXISTS (
           SELECT 1 FROM introduction_change AS change WHERE change.id = (
             SELECT id FROM introduction_change
             WHERE introduction_id = introduction.id AND state <> 'outcome' ORDER BY id DESC LIMIT 1)
           AND change.state IN ('made', 'met')) AS worked,
         EXISTS (SELECT 1 FROM introduction_change AS change
           WHERE change.introduction_id = introduction.id AND change.state = 'asked'
             AND change.changed_on >= @since) AS lately
       FROM json_each(@contacts) AS wanted
       CROSS JOIN introduction ON introduction.introducer_id = wanted.value
       WHERE kind = 'ask' AND state <> 'idea')
     SELECT introducer_id AS contact, count(*) AS asked,
       sum(let_go_on IS NULL AND state NOT IN ('asked', 'permission_asked', 'accepted')) AS settled,
       sum(worked) AS worked, sum(state IN ('asked', 'permission_asked')) AS waiting,
       sum(lately) AS askedLately
     FROM asked GROUP BY introducer_id`,
    { contacts: jsonIds(contacts), since },
  );
  return new Map(rows.map(({ contact, ...record }) => [contact, record]));
}

/** The tags that some people carry, the commonest first, and who carries which, in the same order. */
export function readTagsOf(
  book: ReadableBook,
  ids: readonly PersonId[],
): { tags: Tag[]; tagsOf: Map<PersonId, TagId[]> } {
  const rows = book.all<Tag & { personId: PersonId }>(
    `SELECT person_tag.person_id AS personId, tag.id, tag.name, tag.colour
     FROM json_each(@ids) AS wanted
     CROSS JOIN person_tag ON person_tag.person_id = wanted.value
     JOIN tag ON tag.id = person_tag.tag_id`,
    { ids: jsonIds(ids) },
  );
  const byTag = Map.groupBy(rows, ({ id }) => id);
  const ranked = [...byTag.values()].toSorted((a, b) => b.length - a.length);
  const tagsOf = new Map<PersonId, TagId[]>();
  for (const { id, personId } of ranked.flat()) {
    tagsOf.set(personId, [...(tagsOf.get(personId) ?? []), id]);
  }
  const tags = ranked.flatMap(([first]) =>
    first === undefined ? [] : [{ id: first.id, name: first.name, colour: first.colour }],
  );
  return { tags, tagsOf };
}
