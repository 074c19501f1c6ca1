import type { z } from 'zod';
import type { SqlParameters, SqlValue } from '../book/access.ts';
import type { QueryContext } from '../book/context.ts';
import type { personFilter } from '../contract/people.ts';
import type { PersonId } from '../contract/common.ts';
import { IdIndex } from '../graph/id-index.ts';
import { textCondition } from '../tables/find-persons.ts';
import { findPlatform } from '../tables/platforms.ts';
import { meId } from '../tables/resolve-person.ts';
import { tiesOf } from '../tables/tie-strengths.ts';
import { statementHolds } from '../tables/topics.ts';
import { readAccountOwners } from './queries.ts';

export type PersonFilter = z.output<typeof personFilter>;

/** A condition on `person` as SQL text that contains no value, with its parameters. */
export interface Condition {
  readonly sql: string;
  readonly parameters: SqlParameters;
}

/** The parts of a filter that SQL answers, joined by AND. The rest is `graphTestOf`. */
export function conditionOf({ book, clock }: QueryContext, filter: PersonFilter): Condition {
  const parts = ['person.is_archived = @isArchived'];
  const parameters: Record<string, SqlValue> = { isArchived: filter.isArchived ? 1 : 0 };
  const text = filter.text === undefined ? null : textCondition(book, filter.text);
  if (text !== null) {
    parts.push(text.sql);
    Object.assign(parameters, text.parameters);
  }
  (filter.tagIds ?? []).forEach((tagId, index) => {
    parts.push(`person.id IN (SELECT person_id FROM person_tag WHERE tag_id = @tag${index})`);
    parameters[`tag${index}`] = tagId;
  });
  if (filter.organisationId !== undefined) {
    parts.push(
      'person.id IN (SELECT person_id FROM role WHERE organisation_id = @organisationId AND is_current = 1)',
    );
    parameters['organisationId'] = filter.organisationId;
  }
  if (filter.topicId !== undefined) {
    parts.push(
      `person.id IN (SELECT person_id FROM topic_statement WHERE topic_id = @topicId AND ${statementHolds})`,
    );
    parameters['topicId'] = filter.topicId;
    parameters['today'] = clock.today;
  }
  if (filter.eventId !== undefined) {
    parts.push('person.id IN (SELECT person_id FROM attendance WHERE event_id = @eventId)');
    parameters['eventId'] = filter.eventId;
  }
  if (filter.hasEmail !== undefined) {
    parts.push(
      `${filter.hasEmail ? '' : 'NOT '}EXISTS (
         SELECT 1 FROM contact_point WHERE person_id = person.id AND kind = 'email')`,
    );
  }
  return { sql: parts.join(' AND '), parameters };
}

/**
 * The parts of a filter that the graph answers, as a test of an id; null when there are none. "On a platform" is
 * who has an account there, and whom I am tied to there (files of ties bring no accounts).
 */
export function graphTestOf(
  { book, network }: QueryContext,
  filter: PersonFilter,
): ((id: PersonId) => boolean) | null {
  const { platform: key, tiedToMe } = filter;
  if (key === undefined && tiedToMe === undefined) return null;
  const me = meId(book);
  const platform = key === undefined ? null : findPlatform(book, key);
  // Marks in arrays: sets of 60,000 ids would cost more than all the rest.
  const onPlatform = new IdIndex();
  const tied = new IdIndex();
  for (const id of platform === null ? [] : readAccountOwners(book, platform.id)) {
    onPlatform.set(id, 1);
  }
  for (const tie of me === null ? [] : tiesOf(network.graph(), me)) {
    if (tie.isConfirmed) tied.set(tie.id, 1);
    if (platform !== null && tie.platformIds.includes(platform.id)) onPlatform.set(tie.id, 1);
  }
  return (id) =>
    (key === undefined || onPlatform.get(id) >= 0) &&
    (tiedToMe === undefined || (id !== me && tied.get(id) >= 0 === tiedToMe));
}
