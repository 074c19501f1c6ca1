import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { PersonId, TopicId } from '../contract/common.ts';
import { orderedPair } from '../tables/tie-evidence.ts';
import { statementHolds } from '../tables/topics.ts';

/* All SQL of suggestions: who has what, who has been bothered lately, and which pairs shall not be suggested. */

export interface StatementRow {
  readonly personId: PersonId;
  readonly kind: 'offers' | 'needs';
  readonly topicId: TopicId;
  readonly topicName: string;
  readonly saidOn: string | null;
  readonly note: string;
  readonly isMe: 0 | 1;
}

/** All statements that hold on `today`, of people who are not archived; each person, kind and topic once. */
export function listStatements(book: ReadableBook, today: string): StatementRow[] {
  return book.all<StatementRow>(
    `SELECT person_id AS personId, kind, topic.id AS topicId, topic.name AS topicName,
       max(said_on) AS saidOn, topic_statement.note, is_me AS isMe
     FROM topic_statement JOIN topic ON topic.id = topic_statement.topic_id
     JOIN person ON person.id = topic_statement.person_id
     WHERE ${statementHolds} AND is_archived = 0
     GROUP BY person_id, kind, topic.id ORDER BY topic.folded_name, kind, person_id`,
    { today },
  );
}

/** What some people offer and need on `today`: each person, kind and topic once. */
export function listStatementsOf(
  book: ReadableBook,
  people: readonly PersonId[],
  today: string,
): Pick<StatementRow, 'personId' | 'kind' | 'topicId' | 'topicName'>[] {
  return book.all(
    `SELECT DISTINCT person_id AS personId, kind, topic.id AS topicId, topic.name AS topicName
     FROM json_each(@people) AS wanted
     CROSS JOIN topic_statement ON person_id = wanted.value
     JOIN topic ON topic.id = topic_id
     WHERE ${statementHolds} ORDER BY topic.folded_name, kind, person_id`,
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
