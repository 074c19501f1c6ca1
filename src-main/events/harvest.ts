import type { ReadableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';
import type { OutputOf, StoreContract } from '../contract/index.ts';
import type { CreditedOutcome } from '../tables/credited-outcomes.ts';
import { personRefs } from '../tables/persons.ts';
import { valueOf } from './event-outcomes.ts';
import {
  listBegunIntroductions,
  listNewContacts,
  listStatements,
  listTiesTold,
} from './list-queries.ts';
import type { EventRow } from './queries.ts';

type Harvest = OutputOf<StoreContract['events']['get']>['cameOfIt'];

/** What an event led to, with everybody by name. */
export function describeHarvest(
  book: ReadableBook,
  event: EventRow,
  outcomes: readonly CreditedOutcome[],
): Harvest {
  const newContacts = listNewContacts(book, event);
  const ties = listTiesTold(book, event.id);
  const statements = listStatements(book, event.id);
  const introductions = listBegunIntroductions(book, event.id);
  const refs = personRefs(book, [
    ...newContacts,
    ...ties.flatMap(({ a, b }) => [a, b]),
    ...statements.map(({ personId }) => personId),
    ...introductions.flatMap(({ introducerId, firstId, secondId }) => [
      introducerId,
      firstId,
      secondId,
    ]),
  ]);
  // foreign keys hold: everybody named here is in the book
  const named = (id: PersonId) => refs.get(id) ?? { id, name: `#${id}`, isNamed: false };
  return {
    outcomes: outcomes.map((outcome) => ({
      id: outcome.id,
      title: outcome.title,
      value: valueOf(outcome),
      onDate: outcome.onDate,
    })),
    newContacts: newContacts.map(named),
    tiesTold: ties.map(({ a, b }) => ({ a: named(a), b: named(b) })),
    statements: statements.map(({ id, kind, personId, topicId, topicName }) => ({
      id,
      kind,
      person: named(personId),
      topic: { id: topicId, name: topicName },
    })),
    introductions: introductions.map(({ introducerId, firstId, secondId, ...introduction }) => ({
      ...introduction,
      introducer: named(introducerId),
      first: named(firstId),
      second: named(secondId),
    })),
  };
}
