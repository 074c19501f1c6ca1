import type { z } from 'zod';
import type { ReadableBook, SqlParameters, SqlValue } from '../book/access.ts';
import type { QueryContext } from '../book/context.ts';
import type { personFilter } from '../contract/person-filter.ts';
import { textCondition } from '../tables/find-persons.ts';
import { foldName } from '../tables/fold-name.ts';
import { jsonIds } from '../tables/persons.ts';
import { statementHolds } from '../tables/topics.ts';
import { dayOf } from './day-bounds.ts';

export type PersonFilter = z.output<typeof personFilter>;

/** A condition on `person` as SQL text that contains no value, with its parameters. */
export interface Condition {
  readonly sql: string;
  readonly parameters: SqlParameters;
}

type Write = (sql: string, parameters?: SqlParameters) => void;

/** The parts of a filter that SQL answers, joined by AND. The rest is `testOf` in filter-test.ts. */
export function conditionOf(context: QueryContext, filter: PersonFilter): Condition {
  const parts: string[] = [];
  const parameters: Record<string, SqlValue> = {};
  const write: Write = (sql, more = {}) => {
    parts.push(sql);
    Object.assign(parameters, more);
  };
  write('person.is_archived = @isArchived', { isArchived: filter.isArchived ? 1 : 0 });
  const text = filter.text === undefined ? null : textCondition(context.book, filter.text);
  if (text !== null) write(text.sql, text.parameters);
  writeMemberships(write, filter);
  writeTopics(write, filter, context.clock.today);
  writeWords(write, filter, context.book);
  writeFlags(write, filter);
  const { metFrom, metTo } = filter;
  const { today } = context.clock;
  if (metFrom !== undefined) write('person.met_on >= @metFrom', { metFrom: dayOf(metFrom, today) });
  if (metTo !== undefined) write('person.met_on <= @metTo', { metTo: dayOf(metTo, today) });
  return { sql: parts.join(' AND '), parameters };
}

/** Lists of things that a person has: any of them is one look-up, all of them one for each. */
function writeMemberships(write: Write, filter: PersonFilter): void {
  const among = (
    name: string,
    ids: readonly number[] | undefined,
    mode: 'all' | 'any',
    people: (ids: string) => string,
  ): void => {
    if (ids === undefined || ids.length === 0) return;
    const groups = mode === 'any' ? [ids] : ids.map((id) => [id]);
    groups.forEach((group, index) => {
      const parameter = `${name}${index}`;
      write(`person.id IN (${people(`IN (SELECT value FROM json_each(@${parameter}))`)})`, {
        [parameter]: jsonIds(group),
      });
    });
  };
  among('tags', filter.tagIds, filter.tagMode, (ids) => {
    return `SELECT person_id FROM person_tag WHERE tag_id ${ids}`;
  });
  among('events', filter.eventIds, filter.eventMode, (ids) => {
    return `SELECT person_id FROM attendance WHERE event_id ${ids}`;
  });
  among('organisations', filter.organisationIds, 'any', (ids) => {
    return `SELECT person_id FROM role WHERE organisation_id ${ids} AND is_current = 1`;
  });
}

function writeTopics(write: Write, { topicIds, topicSide }: PersonFilter, today: string): void {
  if ((topicIds === undefined || topicIds.length === 0) && topicSide === undefined) return;
  const parts = [statementHolds];
  if (topicIds !== undefined && topicIds.length > 0) {
    parts.push('topic_id IN (SELECT value FROM json_each(@topics))');
    write('true', { topics: jsonIds(topicIds) });
  }
  if (topicSide !== undefined) {
    parts.push('kind = @topicSide');
    write('true', { topicSide });
  }
  write(`person.id IN (SELECT person_id FROM topic_statement WHERE ${parts.join(' AND ')})`, {
    today,
  });
}

/**
 * Words within a text of which SQLite cannot fold the accents: the distinct texts are compared here (a book has
 * a few thousand titles), the people are found by SQL.
 */
function writeWords(write: Write, { role, howMet }: PersonFilter, book: ReadableBook): void {
  const fits = (wanted: string, texts: readonly string[]): string => {
    const words = foldName(wanted).split(' ');
    return JSON.stringify(
      texts.filter((text) => {
        const folded = foldName(text);
        return words.every((word) => folded.includes(word));
      }),
    );
  };
  if (role !== undefined && role.trim() !== '') {
    const titles = book.column<string>(
      'SELECT DISTINCT title FROM role WHERE is_current = 1 AND title IS NOT NULL',
    );
    write(
      `person.id IN (SELECT person_id FROM role
         WHERE is_current = 1 AND title IN (SELECT value FROM json_each(@titles)))`,
      { titles: fits(role, titles) },
    );
  }
  if (howMet !== undefined && howMet.trim() !== '') {
    const texts = book.column<string>("SELECT DISTINCT how_met FROM person WHERE how_met <> ''");
    write('person.how_met IN (SELECT value FROM json_each(@howMet))', {
      howMet: fits(howMet, texts),
    });
  }
}

function writeFlags(write: Write, filter: PersonFilter): void {
  for (const [kind, has] of [
    ['email', filter.hasEmail],
    ['phone', filter.hasPhone],
  ] as const) {
    if (has === undefined) continue;
    write(
      `${has ? '' : 'NOT '}EXISTS (
         SELECT 1 FROM contact_point WHERE person_id = person.id AND kind = '${kind}')`,
    );
  }
  if (filter.hasRhythm !== undefined) {
    write(
      `${filter.hasRhythm ? '' : 'NOT '}EXISTS (SELECT 1 FROM keep_in_touch WHERE person_id = person.id)`,
    );
  }
  if (filter.doNotAsk !== undefined) {
    write('person.do_not_ask = @doNotAsk', { doNotAsk: filter.doNotAsk ? 1 : 0 });
  }
}
