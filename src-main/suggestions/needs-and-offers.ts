import type { QueryContext } from '../book/context.ts';
import type { PersonId, TopicId } from '../contract/common.ts';
import type { OutputOf, ParsedInputOf, StoreContract } from '../contract/index.ts';
import {
  type BoardGroup,
  boardGroups,
  type BoardTopic,
  type Speakers,
} from '../contract/suggestions.ts';
import { personRefs } from '../tables/persons.ts';
import { meId } from '../tables/resolve-person.ts';
import { tiesOf } from '../tables/tie-strengths.ts';
import {
  countSpeakers,
  listSpeakers,
  listStatementsOf,
  type Speaker,
  type StatementKind,
} from './queries.ts';

type Methods = StoreContract['suggestions'];

/** Of thousands who offer something, those I know best are the ones to look at. */
const namedAtFirst = 6;

/** How well I know people: 2 for me, the strength of a confirmed tie in (0, 1]; others are not in it. */
type Nearness = ReadonlyMap<PersonId, number>;

/** A topic's people in the order of the board; each side with how many there are. */
interface FoundTopic {
  readonly id: TopicId;
  readonly name: string;
  readonly needs: Found;
  readonly offers: Found;
  readonly matches: number;
}
interface Found {
  readonly first: readonly Speaker[];
  readonly total: number;
}

/**
 * The first topics that somebody needs or offers today, with the first people of each. What somebody needs and somebody
 * offers comes first, then needs that nobody meets, then what is only offered; within each by how many need (offer)
 * it, then by name. Of the people, me first, then those whom I know best.
 */
export function describeBoard(
  context: QueryContext,
  most: ParsedInputOf<Methods['needsAndOffers']>,
): OutputOf<Methods['needsAndOffers']> {
  const { book, clock } = context;
  const counted = Map.groupBy(
    countSpeakers(book, clock.today).toSorted((a, b) => b.needs - a.needs || b.offers - a.offers),
    ({ needs, offers }): BoardGroup => (needs === 0 ? 'offered' : offers === 0 ? 'unmet' : 'met'),
  );
  const nearness = readNearness(context);
  const near = Map.groupBy(
    listStatementsOf(book, [...nearness.keys()], clock.today).filter(
      ({ isArchived }) => isArchived === 0,
    ),
    ({ topicId, kind }) => `${topicId} ${kind}`,
  );
  const find = (topicId: TopicId, kind: StatementKind, total: number): Found => {
    const known = byNearness(near.get(`${topicId} ${kind}`) ?? [], nearness);
    return { first: fillUp(context, { topicId, kind, known, total }), total };
  };
  const groups = boardGroups.map((group) => {
    const all = counted.get(group) ?? [];
    const topics = all.slice(0, most[group]).map(
      ({ id, name, needs, offers, either }): FoundTopic => ({
        id,
        name,
        needs: find(id, 'needs', needs),
        offers: find(id, 'offers', offers),
        // somebody who needs what they offer themselves is no match
        matches: needs * offers - (needs + offers - either),
      }),
    );
    return { group, total: all.length, topics };
  });
  const found = groups.flatMap(({ topics }) =>
    topics.flatMap(({ needs, offers }) => [...needs.first, ...offers.first]),
  );
  const describe = describer(context, found, nearness);
  const describeTopic = ({ id, name, needs, offers, matches }: FoundTopic): BoardTopic => ({
    topic: { id, name },
    needs: describe(needs),
    offers: describe(offers),
    matches,
  });
  return groups.map((group) => ({ ...group, topics: group.topics.map(describeTopic) }));
}

/** Those I know, and as many others as there is room for. */
function fillUp(
  { book, clock }: QueryContext,
  given: { topicId: TopicId; kind: StatementKind; known: readonly Speaker[]; total: number },
): readonly Speaker[] {
  const { topicId, kind, known, total } = given;
  const most = Math.min(total, namedAtFirst);
  if (known.length >= most) return known.slice(0, most);
  const isKnown = new Set(known.map(({ personId }) => personId));
  const others = listSpeakers(book, topicId, kind, clock.today, most + known.length).filter(
    ({ personId }) => !isKnown.has(personId),
  );
  return [...known, ...others].slice(0, most);
}

/** Who needs or offers one topic, in the order of the board. */
export function describeSpeakers(
  context: QueryContext,
  { topicId, kind, limit }: ParsedInputOf<Methods['speakers']>,
): Speakers {
  const nearness = readNearness(context);
  const all = byNearness(
    listSpeakers(context.book, topicId, kind, context.clock.today, -1),
    nearness,
  );
  const first = all.slice(0, limit);
  return describer(context, first, nearness)({ first, total: all.length });
}

/** Who meets what one person needs and offers, neither they themselves nor me; and what I offer. */
export function describeCounterparts(
  context: QueryContext,
  personId: PersonId,
  limit: number,
): OutputOf<Methods['counterparts']> {
  const { book, clock } = context;
  const me = meId(book);
  const nearness = readNearness(context);
  const found = listStatementsOf(book, [personId], clock.today).map(({ topicId, kind }) => {
    const other = kind === 'needs' ? 'offers' : 'needs';
    const all = listSpeakers(book, topicId, other, clock.today, -1);
    const others = all.filter((one) => one.personId !== me && one.personId !== personId);
    const ids = byNearness(others, nearness).map((one) => one.personId);
    return { topicId, kind, isMine: all.some((one) => one.personId === me), ids };
  });
  const first = found.flatMap(({ ids }) => ids.slice(0, limit));
  const refs = personRefs(book, new Set(first));
  return {
    mine: listStatementsOf(book, me === null ? [] : [me], clock.today)
      .filter(({ kind }) => kind === 'offers')
      .map(({ topicId, topicName }) => ({ id: topicId, name: topicName })),
    answers: found.map(({ ids, ...answer }) => ({
      ...answer,
      people: ids.slice(0, limit).flatMap((id) => refs.get(id) ?? []),
      total: ids.length,
    })),
  };
}

function readNearness({ book, network }: QueryContext): Nearness {
  const me = meId(book);
  if (me === null) return new Map();
  const confirmed = tiesOf(network.graph(), me).filter(({ isConfirmed }) => isConfirmed);
  return new Map([[me, 2], ...confirmed.map(({ id, strength }) => [id, strength] as const)]);
}

/** Those of one nearness stay in the order in which they come. */
function byNearness<S extends Speaker>(speakers: readonly S[], nearness: Nearness): S[] {
  const of = ({ personId }: Speaker): number => nearness.get(personId) ?? 0;
  return speakers.toSorted((a, b) => of(b) - of(a));
}

/** Describes people of whom the names are looked up together. */
function describer(
  { book }: QueryContext,
  everybody: readonly Speaker[],
  nearness: Nearness,
): (found: Found) => Speakers {
  const refs = personRefs(book, new Set(everybody.map(({ personId }) => personId)));
  const me = meId(book);
  return ({ first, total }) => ({
    people: first.map(({ personId: id, note }) => ({
      person: refs.get(id) ?? { id, name: `#${id}`, isNamed: false },
      isMe: id === me,
      strength: id === me ? null : (nearness.get(id) ?? null),
      note,
    })),
    total,
  });
}
