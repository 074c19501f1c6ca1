import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { PersonId, TopicId } from '../contract/common.ts';
import { orderedPair } from '../tables/tie-evidence.ts';
import { statementHolds } from '../tables/topics.ts';

/* All SQL of suggestions: who has what, who has been bothered lately, and which pairs shall not be suggested. */

export type StatementKind = 'offers' | 'needs';

/** SQL: the person is not put away. The few who are, are looked up once instead of everybody one by one. */
const isAbout = 'person_id NOT IN (SELECT id FROM person WHERE is_archived = 1)';

interface TopicRow {
  readonly id: TopicId;
  readonly name: string;
  /** How many people need it, offer it, and do either, each counted once. */
  readonly needs: number;
  readonly offers: number;
  readonly either: number;
}

/** Topics that somebody who is not archived needs or offers on `today`, by name. Reads an index only, once through. */
export function countSpeakers(book: ReadableBook, today: string): TopicRow[] {
  return book.all<TopicRow>(
    `SELECT topic.id, topic.name, needs, offers, either FROM (
       SELECT topic_id,
         count(DISTINCT iif(kind = 'needs', person_id, NULL)) AS needs,
         count(DISTINCT iif(kind = 'offers', person_id, NULL)) AS offers,
         count(DISTINCT person_id) AS either
       FROM topic_statement WHERE ${statementHolds} AND ${isAbout} GROUP BY topic_id) AS counts
     JOIN topic ON topic.id = counts.topic_id ORDER BY topic.folded_name`,
    { today },
  );
}

export interface Speaker {
  readonly personId: PersonId;
  readonly note: string;
}

/** The first people by id, archived ones left out, who need (offer) a topic on `today`; -1 for all of them. */
export function listSpeakers(
  book: ReadableBook,
  topicId: TopicId,
  kind: StatementKind,
  today: string,
  limit: number,
): Speaker[] {
  return book.all<Speaker & { readonly saidOn: string | null }>(
    // of several statements of one person the note of the last
    `SELECT person_id AS personId, note, max(said_on) AS saidOn FROM topic_statement
     WHERE topic_id = @topicId AND kind = @kind AND ${statementHolds} AND ${isAbout}
     GROUP BY person_id ORDER BY person_id LIMIT @limit`,
    { topicId, kind, today, limit },
  );
}

export interface StatementRow extends Speaker {
  readonly kind: StatementKind;
  readonly topicId: TopicId;
  readonly topicName: string;
  readonly isArchived: 0 | 1;
}

/** What some people offer and need on `today`: each person, kind and topic once. */
export function listStatementsOf(
  book: ReadableBook,
  people: readonly PersonId[],
  today: string,
): StatementRow[] {
  return book.all<StatementRow & { readonly saidOn: string | null }>(
    `SELECT person_id AS personId, kind, topic.id AS topicId, topic.name AS topicName, note,
       max(said_on) AS saidOn, NOT ${isAbout} AS isArchived
     FROM json_each(@people) AS wanted
     CROSS JOIN topic_statement ON person_id = wanted.value
     JOIN topic ON topic.id = topic_id
     WHERE ${statementHolds}
     GROUP BY person_id, kind, topic.id ORDER BY topic.folded_name, kind, person_id`,
    { people: JSON.stringify(people), today },
  );
}

/** Where people work or worked: each person and organisation once. */
export function listOrganisations(
  book: ReadableBook,
  people: readonly PersonId[],
): { readonly personId: PersonId; readonly organisationId: number; readonly name: string }[] {
  return book.all(
    `SELECT DISTINCT role.person_id AS personId, organisation.id AS organisationId, organisation.name
     FROM json_each(@people) AS wanted CROSS JOIN role ON role.person_id = wanted.value
     JOIN organisation ON organisation.id = role.organisation_id
     ORDER BY organisation.id, role.person_id`,
    { people: JSON.stringify(people) },
  );
}

/** Of some people those who have a name, are not archived and may be asked. */
export function listApproachable(book: ReadableBook, people: readonly PersonId[]): PersonId[] {
  return book.column<PersonId>(
    `SELECT person.id FROM json_each(@people) AS wanted CROSS JOIN person ON person.id = wanted.value
     WHERE display_name IS NOT NULL AND is_archived = 0 AND do_not_ask = 0`,
    { people: JSON.stringify(people) },
  );
}

/** People whom I asked for an introduction, or brought together with somebody, on or after a day ('YYYY-MM-DD'). */
export function listBotheredSince(book: ReadableBook, since: string): PersonId[] {
  return book.column<PersonId>(
    `WITH lately AS (
       SELECT * FROM introduction WHERE EXISTS (
         SELECT 1 FROM introduction_change AS change WHERE change.introduction_id = introduction.id
           AND change.state <> 'idea' AND change.changed_on >= @since))
     SELECT introducer_id FROM lately WHERE kind = 'ask'
     UNION SELECT first_person_id FROM lately WHERE kind = 'make'
     UNION SELECT second_person_id FROM lately WHERE kind = 'make'`,
    { since },
  );
}

interface PairRow {
  readonly low: PersonId;
  readonly high: PersonId;
}

/** Pairs for whom an introduction by me exists already, whatever became of it, or that I refused. */
export function listSettledPairs(book: ReadableBook): PairRow[] {
  return book.all<PairRow>(
    `SELECT min(first_person_id, second_person_id) AS low, max(first_person_id, second_person_id) AS high
     FROM introduction WHERE kind = 'make'
     UNION SELECT low_person_id, high_person_id FROM refused_pair`,
  );
}

/** Pairs that I refused, the last first. */
export function listRefusedPairs(book: ReadableBook): (PairRow & { readonly refusedOn: string })[] {
  return book.all(
    `SELECT low_person_id AS low, high_person_id AS high, refused_on AS refusedOn
     FROM refused_pair ORDER BY refused_on DESC, id DESC`,
  );
}

/** Remembers that two people are not to be brought together; a second time changes nothing. */
export function insertRefusedPair(
  book: WritableBook,
  a: PersonId,
  b: PersonId,
  refusedOn: string,
): void {
  book.run(
    `INSERT INTO refused_pair (low_person_id, high_person_id, refused_on)
     SELECT @low, @high, @refusedOn WHERE NOT EXISTS (
       SELECT 1 FROM refused_pair WHERE low_person_id = @low AND high_person_id = @high)`,
    { ...orderedPair(a, b), refusedOn },
  );
}

/** Forgets a refusal. Returns false if there was none. */
export function deleteRefusedPair(book: WritableBook, a: PersonId, b: PersonId): boolean {
  const { changes } = book.run(
    'DELETE FROM refused_pair WHERE low_person_id = @low AND high_person_id = @high',
    orderedPair(a, b),
  );
  return changes > 0;
}

/** A topic's name and its synonyms; empty if there is no such topic. */
export function listTopicWords(book: ReadableBook, id: TopicId): string[] {
  return book.column<string>(
    `SELECT name FROM topic WHERE id = @id
     UNION ALL SELECT name FROM topic_synonym WHERE topic_id = @id`,
    { id },
  );
}

/**
 * People whose title, organisation or notes match a full-text query, the best first; without me, the archived,
 * and those who say themselves that they offer or need the topic.
 */
export function findMentioning(
  book: ReadableBook,
  match: string,
  topicId: TopicId,
  today: string,
  limit: number,
): PersonId[] {
  return book.column<PersonId>(
    `SELECT person_words.rowid FROM person_words JOIN person ON person.id = person_words.rowid
     WHERE person_words MATCH @match AND is_me = 0 AND is_archived = 0
       AND NOT EXISTS (SELECT 1 FROM topic_statement
         WHERE person_id = person.id AND topic_id = @topicId AND ${statementHolds})
     ORDER BY person_words.rank, person.id LIMIT @limit`,
    { match, topicId, today, limit },
  );
}
