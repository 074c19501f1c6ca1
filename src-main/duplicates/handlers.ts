import type { ReadableBook } from '../book/access.ts';
import type { CommandContext, Handlers } from '../book/context.ts';
import type { PersonId, PersonRef } from '../contract/common.ts';
import type { Contract, OutputOf } from '../contract/index.ts';
import { AppError } from '../contract/result.ts';
import { mergePersons } from '../tables/merge-persons.ts';
import { personHints, personRef, personRefs } from '../tables/persons.ts';
import { meId } from '../tables/resolve-person.ts';
import { pairsByAddress } from './find-duplicates.ts';
import type { LikelyPair } from './judge-pair.ts';
import { knownPairs, likelyPairs } from './kept-pairs.ts';
import { prepareMerge } from './merge-choices.ts';
import {
  countCarried,
  countTies,
  readOrganisationNames,
  readWeights,
  writeDifferent,
} from './queries.ts';

/** People who may be one. Nothing is joined unless the user says so. */
export const duplicatesHandlers: Handlers<'duplicates'> = {
  find: async (context, { offset, limit, isFirstLook }) => {
    const { book } = context;
    const known = isFirstLook ? knownPairs(book) : await likelyPairs(context);
    const pairs = known ?? pairsByAddress(book);
    return {
      total: pairs.length,
      sure: pairs.filter(({ isSure }) => isSure).length,
      isComplete: known !== null,
      rows: describePairs(book, pairs.slice(offset, offset + limit)),
    };
  },
  preview: ({ book }, { keep, gone }) => {
    existing(book, keep);
    existing(book, gone);
    const { before, after } = countTies(book, keep, gone);
    return { tiesBefore: before, tiesAfter: after, ...countCarried(book, keep, gone) };
  },
  merge: ({ book, nameStep }, choices) => {
    const { keep, gone } = choices;
    existing(book, keep);
    const other = existing(book, gone);
    refuseLosingMe(book, keep, gone);
    prepareMerge(book, choices);
    mergePersons(book, keep, gone);
    const person = existing(book, keep);
    nameStep(
      person.name === other.name
        ? `Merge two entries of ${person.name}`
        : `Merge ${other.name} into ${person.name}`,
    );
    return { person };
  },
  tellApart: (context, { a, b }) => {
    const [one, other] = [existing(context.book, a), existing(context.book, b)];
    tellApart(context, a, b);
    context.nameStep(`Say that ${one.name} and ${other.name} are two people`);
    return {};
  },
  answerMany: (context, { pairs, answer }) => {
    const { book, nameStep } = context;
    if (answer === 'different') {
      for (const { a, b } of pairs) tellApart(context, a, b);
      nameStep(`Tell ${countPairs(pairs.length)} apart`);
      return { changed: pairs.length };
    }
    const changed = mergeAll(book, pairs);
    nameStep(`Merge ${countPairs(changed)} of people`);
    return { changed };
  },
};

type PairRow = OutputOf<Contract['duplicates']['find']>['rows'][number];

function describePairs(book: ReadableBook, pairs: readonly LikelyPair[]): PairRow[] {
  const ids = pairs.flatMap(({ low, high }) => [low, high]);
  const refs = personRefs(book, ids);
  const hints = personHints(book, ids);
  const keeps = preferredOf(book, pairs);
  const places = organisationNames(book, pairs);
  const describe = (id: PersonId): PersonRef & { hint: string } => {
    const ref = refs.get(id);
    if (ref === undefined) throw new Error(`A pair names person ${id}, who is not there.`);
    return { ...ref, hint: hints.get(id) ?? '' };
  };
  return pairs.map(({ low, high, score, reasons, isSure }, index) => ({
    a: describe(low),
    b: describe(high),
    score,
    reasons: reasons.map(({ kind, detail }) => ({
      kind,
      detail: atOrganisation.has(kind) ? (places.get(detail) ?? '') : detail,
    })),
    isSure,
    keep: keeps[index] ?? low,
  }));
}

const atOrganisation: ReadonlySet<string> = new Set([
  'sameNameAtOrganisation',
  'alikeAtOrganisation',
]);

/** Names of the organisations that reasons speak of, by their ids as text. */
function organisationNames(
  book: ReadableBook,
  pairs: readonly LikelyPair[],
): ReadonlyMap<string, string> {
  const ids = pairs.flatMap(({ reasons }) =>
    reasons.filter(({ kind }) => atOrganisation.has(kind)).map(({ detail }) => detail),
  );
  return new Map(readOrganisationNames(book, ids).map(({ id, name }) => [String(id), name]));
}

function countPairs(count: number): string {
  return count === 1 ? '1 pair' : `${count} pairs`;
}

function existing(book: ReadableBook, id: PersonId): PersonRef {
  const ref = personRef(book, id);
  if (ref !== undefined) return ref;
  throw new AppError(
    'NOT_FOUND',
    'One of the two is no longer there: somebody has joined or deleted them.',
  );
}

/** The book is seen from my place: I am who stays. */
function refuseLosingMe(book: ReadableBook, keep: PersonId, gone: PersonId): void {
  if (meId(book) !== gone || keep === gone) return;
  throw new AppError('CONFLICT', 'You cannot be joined into somebody else: keep yourself instead.');
}

function tellApart({ book, clock }: CommandContext, a: PersonId, b: PersonId): void {
  if (a === b) throw new AppError('INVALID_INPUT', 'Name two people to tell apart.');
  existing(book, a);
  existing(book, b);
  const pair = { low: a < b ? a : b, high: a < b ? b : a };
  writeDifferent(book, pair, 'names or addresses alike', clock.now);
}

/** Joins the two of each pair; whoever was joined already stands for both in the pairs after it. */
function mergeAll(
  book: CommandContext['book'],
  pairs: readonly { readonly a: PersonId; readonly b: PersonId }[],
): number {
  const joinedTo = new Map<PersonId, PersonId>();
  const standing = (id: PersonId): PersonId => {
    const next = joinedTo.get(id);
    return next === undefined ? id : standing(next);
  };
  let changed = 0;
  for (const pair of pairs) {
    const [a, b] = [standing(pair.a), standing(pair.b)];
    if (a === b) continue;
    existing(book, a);
    existing(book, b);
    const keep = preferredOf(book, [{ low: a, high: b }])[0] ?? a;
    const gone = keep === a ? b : a;
    mergePersons(book, keep, gone);
    joinedTo.set(gone, keep);
    changed += 1;
  }
  return changed;
}

/** Who of each pair stays: me, else who has a name, else whom more is known of, else who came first. */
function preferredOf(
  book: ReadableBook,
  pairs: readonly Pick<LikelyPair, 'low' | 'high'>[],
): PersonId[] {
  const weights = new Map(
    readWeights(
      book,
      pairs.flatMap(({ low, high }) => [low, high]),
    ).map(({ id, isMe, isNamed, rows }) => [id, isMe * 1e9 + isNamed * 1e6 + rows]),
  );
  return pairs.map(({ low, high }) => {
    const [first, second] = low < high ? [low, high] : [high, low];
    return (weights.get(second) ?? 0) > (weights.get(first) ?? 0) ? second : first;
  });
}
