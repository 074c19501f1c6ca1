/** What speaks for two people of one name being the same, and what against: a suggestion, never an answer. */
import type { ReadableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';
import { type CompactGraph, findOverlap } from '../graph/index.ts';

export interface Suggestion {
  readonly suggests: 'same' | 'different' | null;
  /** Sentences without a full stop, the weightiest first. */
  readonly because: string[];
}

interface Pair extends Record<string, number> {
  readonly a: PersonId;
  readonly b: PersonId;
}

/** Facts of one person under which the other one's are looked for. */
const sharedFacts: readonly { readonly sql: string; readonly says: (fact: string) => string }[] = [
  {
    sql: `SELECT birthday FROM person WHERE id = @a AND birthday = (SELECT birthday FROM person WHERE id = @b)`,
    says: () => 'Both have the same birthday',
  },
  {
    sql: `SELECT organisation.name FROM role JOIN organisation ON organisation.id = organisation_id
       WHERE person_id = @a AND organisation_id IN (
         SELECT organisation_id FROM role WHERE person_id = @b) LIMIT 1`,
    says: (name) => `Both work or worked at ${name}`,
  },
  {
    sql: `SELECT event.title FROM attendance JOIN event ON event.id = event_id
       WHERE person_id = @a AND event_id IN (SELECT event_id FROM attendance WHERE person_id = @b) LIMIT 1`,
    says: (title) => `Both are on the list of ${title}`,
  },
];

const contradictions: readonly { readonly sql: string; readonly says: string }[] = [
  {
    sql: `SELECT 1 FROM person WHERE id = @a AND birthday <> (SELECT birthday FROM person WHERE id = @b)`,
    says: 'Their birthdays differ',
  },
  {
    sql: `SELECT 1 FROM circle_member AS one JOIN account AS first ON first.id = one.account_id
       JOIN circle_member AS other ON other.circle_id = one.circle_id AND other.relation = one.relation
       JOIN account AS second ON second.id = other.account_id
       WHERE first.person_id = @a AND second.person_id = @b AND one.gone_on IS NULL AND other.gone_on IS NULL
       LIMIT 1`,
    says: 'Both stand in one list, as two entries',
  },
];

/** @param sharedContacts how many people know both */
export function suggestAnswer(
  book: ReadableBook,
  a: PersonId,
  b: PersonId,
  sharedContacts: number,
): Suggestion {
  const pair: Pair = { a, b };
  const same = sharedFacts.flatMap(({ says, sql }) => {
    const fact = book.value<string>(sql, pair);
    return fact === undefined ? [] : [says(fact)];
  });
  if (sharedContacts > 0) {
    same.push(sharedContacts === 1 ? '1 person knows both' : `${sharedContacts} people know both`);
  }
  const different = contradictions.flatMap(({ says, sql }) =>
    book.value(sql, pair) === undefined ? [] : [says],
  );
  const suggests =
    different.length > 0 && same.length === 0
      ? 'different'
      : same.length > 0 && different.length === 0
        ? 'same'
        : null;
  return { suggests, because: [...different, ...same] };
}

/** How many people know both, me left out: whom I know says nothing of who they are. */
export function countSharedContacts(
  graph: CompactGraph,
  a: PersonId,
  b: PersonId,
  me: PersonId | null,
): number {
  return findOverlap(graph, a, b).sharedPeople.filter((person) => person !== me).length;
}
