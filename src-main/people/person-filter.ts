import type { z } from 'zod';
import type { SqlParameters, SqlValue } from '../book/access.ts';
import type { QueryContext } from '../book/context.ts';
import type { personFilter } from '../contract/people.ts';
import { textCondition } from '../tables/find-persons.ts';
import { meId } from '../tables/resolve-person.ts';
import { statementHolds } from '../tables/topics.ts';

export type PersonFilter = z.output<typeof personFilter>;

/** A condition on `person` as SQL text that contains no value, with its parameters. */
export interface Condition {
  readonly sql: string;
  readonly parameters: SqlParameters;
}

/** The parts of a filter that SQL answers, joined by AND. `tiedToMe` is not among them: the graph answers it. */
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
  if (filter.platform !== undefined) {
    parts.push(onPlatform);
    parameters['platform'] = filter.platform;
    parameters['me'] = meId(book);
  }
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

/** An account there, or evidence from there that I know the person (files of ties bring no accounts). */
const onPlatform = `person.id IN (
  SELECT account.person_id FROM platform JOIN account ON account.platform_id = platform.id
  WHERE platform.key = @platform
  UNION
  SELECT tie.high_person_id FROM tie JOIN evidence ON evidence.tie_id = tie.id
  JOIN platform ON platform.id = evidence.platform_id
  WHERE tie.low_person_id = @me AND platform.key = @platform
  UNION
  SELECT tie.low_person_id FROM tie JOIN evidence ON evidence.tie_id = tie.id
  JOIN platform ON platform.id = evidence.platform_id
  WHERE tie.high_person_id = @me AND platform.key = @platform)`;
