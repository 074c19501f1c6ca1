import type { ReadableBook } from '../book/access.ts';
import type { Handlers } from '../book/context.ts';
import type { PersonId, PersonRef } from '../contract/common.ts';
import { AppError } from '../contract/result.ts';
import { personRefs } from '../tables/persons.ts';
import { findOrCreatePlatform } from '../tables/platforms.ts';
import { addEvidence, deleteTies, ensureTie, findTie } from '../tables/tie-evidence.ts';
import { explainTies } from '../tables/tie-explanations.ts';
import { tiesOf } from '../tables/tie-strengths.ts';
import { isBareTie, keepReportedSize, readTieFacts, updateRating } from './queries.ts';
import { listWeights } from './weights.ts';

/** Who knows whom, and why we believe it. */
export const tiesHandlers: Handlers<'ties'> = {
  ofPerson: ({ book, network }, { id, offset, limit }) => {
    const [person] = existing(book, [id]);
    const ties = tiesOf(network.graph(), person.id);
    const page = ties.slice(offset, offset + limit);
    const others = page.map((tie) => tie.id);
    const refs = personRefs(book, others);
    const facts = readTieFacts(book, person.id, others);
    const rows = page.flatMap(({ id: other, strength, isConfirmed }) => {
      const ref = refs.get(other);
      const fact = facts.get(other);
      const platforms = fact?.platforms?.split(',') ?? [];
      if (ref === undefined) return [];
      return [{ person: ref, strength, isConfirmed, platforms, rating: fact?.rating ?? null }];
    });
    return { total: ties.length, rows };
  },
  explain: ({ book, clock }, { a, b }) => explainTies(book, [[a, b]], clock.today)[0] ?? null,
  tell: ({ book, clock, nameStep }, { a, b, note, onDate = clock.today }) => {
    const [first, second] = existing(book, [a, b]);
    addEvidence(book, a, b, { kind: 'told', onDate, note });
    nameStep(`${first.name} knows ${second.name}`);
    return {};
  },
  rate: ({ book, nameStep }, { a, b, rating }) => {
    const [first, second] = existing(book, [a, b]);
    if (rating === null) {
      const tie = findTie(book, a, b);
      if (tie === null) throw noTie(first, second);
      updateRating(book, tie, null);
      // A tie that was nothing but its rating ends with it.
      if (isBareTie(book, tie)) deleteTies(book, [tie]);
      nameStep(`Take back the rating of ${first.name} and ${second.name}`);
      return {};
    }
    updateRating(book, ensureTie(book, a, b).id, rating);
    nameStep(`Rate the tie of ${first.name} and ${second.name} ${rating}`);
    return {};
  },
  remove: ({ book, nameStep }, { a, b }) => {
    const [first, second] = existing(book, [a, b]);
    const tie = findTie(book, a, b);
    if (tie === null) throw noTie(first, second);
    deleteTies(book, [tie]);
    nameStep(`Remove the tie of ${first.name} and ${second.name}`);
    return {};
  },
  reportSize: (context, { id, platform: key, size, sharedWithMe, seenOn }) => {
    const { book, clock, nameStep } = context;
    const [person] = existing(book, [id]);
    if (sharedWithMe !== null && sharedWithMe > size) {
      throw new AppError(
        'INVALID_INPUT',
        `Of ${size} contacts, ${sharedWithMe} cannot be shared with you: correct one of the numbers.`,
      );
    }
    const platform = findOrCreatePlatform(book, key);
    keepReportedSize(book, {
      personId: id,
      platformId: platform.id,
      size,
      sharedWithMe,
      seenOn: seenOn ?? clock.today,
    });
    nameStep(`${person.name} has ${size} contacts on ${platform.name}`);
    return {};
  },
  weights: () => listWeights(),
};

/** People as shown, in the order of the ids. Throws NOT_FOUND if one is not there. */
function existing<Ids extends readonly PersonId[]>(
  book: ReadableBook,
  ids: readonly [...Ids],
): { [Index in keyof Ids]: PersonRef } {
  const refs = personRefs(book, ids);
  const found = ids.map((id) => {
    const ref = refs.get(id);
    if (ref === undefined) {
      throw new AppError('NOT_FOUND', `There is no person #${id} in this book any more.`);
    }
    return ref;
  });
  return found as { [Index in keyof Ids]: PersonRef };
}

function noTie(a: PersonRef, b: PersonRef): AppError {
  return new AppError(
    'NOT_FOUND',
    `Nothing in the book says that ${a.name} and ${b.name} know each other.`,
  );
}
