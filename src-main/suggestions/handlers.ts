import dayjs from 'dayjs';
import type { Handlers, QueryContext } from '../book/context.ts';
import type { PersonId, PersonRef } from '../contract/common.ts';
import type { SuggestedPair } from '../contract/suggestions.ts';
import { AppError } from '../contract/result.ts';
import { personHints, personRefs, requirePerson } from '../tables/persons.ts';
import { searchWords } from '../tables/search-words.ts';
import { meId, requireMe } from '../tables/resolve-person.ts';
import { confirmedStrength, tiesOf } from '../tables/tie-strengths.ts';
import {
  type CloseContact,
  findPairs,
  type FoundPair,
  type Reason,
  type Trait,
} from './find-pairs.ts';
import { describeBoard, describeCounterparts, describeSpeakers } from './needs-and-offers.ts';
import * as queries from './queries.ts';

/**
 * From this strength on I know somebody well enough to bring them together with another: somebody I talked to in
 * the last seven months, and nothing else, is just above it (0.30, fading).
 */
const closeFrom = 0.25;
/** Who was asked or introduced within so many days is left in peace. */
const daysOfPeace = 30;

/** Pairs worth introducing, and who needs and offers what. */
export const suggestionsHandlers: Handlers<'suggestions'> = {
  pairs(context, { limit }) {
    const { book, network } = context;
    const contacts = listCloseContacts(context);
    const settled = new Set(
      queries.listSettledPairs(book).map(({ low, high }) => `${low} ${high}`),
    );
    const found = findPairs(
      network.graph(),
      contacts,
      listTraits(context, contacts),
      (a, b) => settled.has(`${a} ${b}`),
      limit,
    );
    const refs = personRefs(book, new Set(found.flatMap(({ a, b }) => [a, b])));
    return found.map((pair) => describePair(pair, refs));
  },

  refuse({ book, clock, nameStep }, { a, b }) {
    const [first, second] = [requirePerson(book, a), requirePerson(book, b)];
    if (a === b) throw new AppError('INVALID_INPUT', 'A pair needs two different people.');
    queries.insertRefusedPair(book, a, b, clock.today);
    nameStep(`Do not suggest ${first.name} and ${second.name}`);
    return {};
  },

  allow({ book, nameStep }, { a, b }) {
    const [first, second] = [requirePerson(book, a), requirePerson(book, b)];
    if (!queries.deleteRefusedPair(book, a, b))
      throw new AppError(
        'NOT_FOUND',
        `${first.name} and ${second.name} were not refused: they may be suggested.`,
      );
    nameStep(`Suggest ${first.name} and ${second.name} again`);
    return {};
  },

  refused({ book }) {
    const pairs = queries.listRefusedPairs(book);
    const refs = personRefs(book, new Set(pairs.flatMap(({ low, high }) => [low, high])));
    return pairs.map(({ low, high, refusedOn }) => ({
      a: named(refs, low),
      b: named(refs, high),
      refusedOn,
    }));
  },

  needsAndOffers: describeBoard,

  speakers: describeSpeakers,

  counterparts(context, { personId, limit }) {
    requirePerson(context.book, personId);
    return describeCounterparts(context, personId, limit);
  },

  mightKnow({ book, clock, network }, { topicId, limit }) {
    const words = queries.listTopicWords(book, topicId);
    if (words.length === 0) throw new AppError('NOT_FOUND', 'This topic is no longer in the book.');
    // words of letters and digits in quotes: what a user typed is never taken for a query
    const phrases = words.map((word) => `"${searchWords(word).join(' ')}"`);
    const match = `{organisation note} : (${phrases.join(' OR ')})`;
    const ids = queries.findMentioning(book, match, topicId, clock.today, limit);
    const refs = personRefs(book, ids);
    const hints = personHints(book, ids);
    const me = meId(book);
    return ids.map((id) => ({
      person: named(refs, id),
      hint: hints.get(id) ?? '',
      strength: confirmedStrength(network.graph(), me, id),
    }));
  },
};

function named(refs: ReadonlyMap<PersonId, PersonRef>, id: PersonId): PersonRef {
  return refs.get(id) ?? { id, name: `#${id}`, isNamed: false };
}

/** My contacts whom I know well, who may be asked and were not asked or introduced lately. */
function listCloseContacts({ book, clock, network }: QueryContext): CloseContact[] {
  const close = tiesOf(network.graph(), requireMe(book)).filter(
    ({ isConfirmed, strength }) => isConfirmed && strength >= closeFrom,
  );
  const approachable = new Set(
    queries.listApproachable(
      book,
      close.map(({ id }) => id),
    ),
  );
  const since = dayjs(clock.today).subtract(daysOfPeace, 'day').format('YYYY-MM-DD');
  const bothered = new Set(queries.listBotheredSince(book, since));
  return close.filter(({ id }) => approachable.has(id) && !bothered.has(id));
}

function listTraits({ book, clock }: QueryContext, contacts: readonly CloseContact[]): Trait[] {
  const people = contacts.map(({ id }) => id);
  const statements = queries
    .listStatementsOf(book, people, clock.today)
    .map(({ personId, kind, topicId, topicName }): Trait => {
      return { personId, kind, key: `topic ${topicId}`, label: topicName, topicId };
    });
  const places = queries
    .listOrganisations(book, people)
    .map(({ personId, organisationId, name }): Trait => {
      const key = `organisation ${organisationId}`;
      return { personId, kind: 'organisation', key, label: name, topicId: null };
    });
  return [...statements, ...places];
}

function describePair(
  { a, b, score, reasons }: FoundPair,
  refs: ReadonlyMap<PersonId, PersonRef>,
): SuggestedPair {
  const trait = reasons.find(({ trait: { topicId } }) => topicId !== null)?.trait;
  return {
    a: named(refs, a),
    b: named(refs, b),
    score,
    reasons: reasons.map((reason) => describeReason(reason, refs)),
    topic:
      trait === undefined || trait.topicId === null
        ? null
        : { id: trait.topicId, name: trait.label },
  };
}

function describeReason(reason: Reason, refs: ReadonlyMap<PersonId, PersonRef>): string {
  const { kind, label } = reason.trait;
  if (reason.kind === 'match')
    return `${named(refs, reason.from).name} needs ${label}, which ${named(refs, reason.to).name} offers`;
  if (kind === 'organisation') return `Both are or were at ${label}`;
  return kind === 'needs' ? `Both need ${label}` : `Both offer ${label}`;
}
