import type { Handler, QueryContext } from '../book/context.ts';
import type { PersonId } from '../contract/common.ts';
import type { Contract, ParsedInputOf } from '../contract/index.ts';
import type { AskCard, AskSort } from '../contract/networks.ts';
import {
  type Ask,
  type AskOptions,
  type CompactGraph,
  findWhoToAsk,
  type TieView,
} from '../graph/index.ts';
import { personRefs } from '../tables/persons.ts';
import { requireMe } from '../tables/resolve-person.ts';
import { readStandings, type Standing } from './ask-records.ts';
import { readTargets, type Targets } from './ask-targets.ts';
import { describeChains } from './describe-chains.ts';
import { toGraphFilter } from './tie-filters.ts';

type Chains = Contract['chains'];
/** Targets named one by one in an answer; the rest is a number. */
const namedTargets = 200;

/** A question "whom to ask", ready for the graph. */
export interface AskQuestion {
  readonly graph: CompactGraph;
  readonly me: PersonId;
  readonly understood: Omit<Targets, 'ids'>;
  readonly targets: readonly PersonId[];
  /** Targets with a confirmed tie to me. */
  readonly known: readonly PersonId[];
  /** Those the ways lead to. */
  readonly wanted: readonly PersonId[];
  readonly options: AskOptions;
}

export function readQuestion(
  context: QueryContext,
  { target, onlyNew, hops, filter }: ParsedInputOf<Chains['heldBack']>,
): AskQuestion {
  const { book, network } = context;
  const me = requireMe(book);
  const graph = network.graph();
  const { ids, ...understood } = readTargets(context, target);
  const targets = ids.filter((id) => id !== me);
  const isKnown = (id: PersonId): boolean => confirmedTie(graph, me, id) !== null;
  return {
    graph,
    me,
    understood,
    targets,
    known: targets.filter(isKnown),
    wanted: onlyNew ? targets.filter((id) => !isKnown(id)) : targets,
    options: { ...toGraphFilter(book, filter), maxTies: hops },
  };
}

/** A contact with the way through them and how they stand. */
export interface RankedAsk extends Ask {
  readonly standing: Standing;
}

/**
 * All contacts who have a way, sorted: by strength of it, or those first who are likeliest to make the introduction,
 * equally likely ones by strength.
 */
export function rankAsks(
  context: QueryContext,
  question: AskQuestion,
  sort: AskSort,
): readonly RankedAsk[] {
  const { graph, me, wanted, options } = question;
  const asks = findWhoToAsk(graph, me, wanted, Number.POSITIVE_INFINITY, options);
  const standingOf = readStandings(
    context,
    asks.map(({ contact }) => contact as PersonId),
  );
  const ranked = asks.map((ask) => ({ ...ask, standing: standingOf(ask.contact as PersonId) }));
  if (sort === 'strength') return ranked;
  // the sort keeps the order of equal ones, which is that of strength
  return ranked.toSorted((a, b) => b.standing.likelihood - a.standing.likelihood);
}

export function toCards(context: QueryContext, asks: readonly RankedAsk[]): AskCard[] {
  const chains = describeChains(
    context,
    asks.map(({ chain }) => chain),
  );
  return asks.flatMap(({ standing }, place): AskCard[] => {
    const chain = chains[place];
    const person = chain?.people[1];
    const target = chain?.people.at(-1);
    if (chain === undefined || person === undefined || target === undefined) return [];
    return [{ person, target, ...chain, ...standing }];
  });
}

export const askContacts: Handler<Chains['ask']> = (context, input) => {
  const question = readQuestion(context, input);
  const { graph, me, understood, targets, known } = question;
  const { book } = context;
  const refs = personRefs(book, targets.slice(0, namedTargets));
  const ranked = rankAsks(context, question, input.sort);
  return {
    label: understood.label,
    understood: { name: understood.name, also: [...understood.also] },
    targets: [...refs.values()],
    targetTotal: targets.length,
    known: knownTargets(book, graph, me, known),
    knownTotal: known.length,
    sort: input.sort,
    ask: toCards(context, ranked.slice(0, input.limit)),
    askTotal: ranked.length,
    usedPossible: input.filter.withPossible,
  };
};

export const listHeldBack: Handler<Chains['heldBack']> = (context, input) => {
  const { graph, me, wanted, options } = readQuestion(context, input);
  const unmarked = { ...options, evenDoNotAsk: true };
  const all = findWhoToAsk(graph, me, wanted, Number.POSITIVE_INFINITY, unmarked);
  // whom I look for is not asked to introduce anybody: the mark does not stand in the way
  const held = all.filter(
    ({ contact, chain }) => graph.isDoNotAsk(contact) && chain.people.length > 2,
  );
  const refs = personRefs(
    context.book,
    held.map(({ contact }) => contact as PersonId),
  );
  return held.flatMap(({ contact, chain }) => {
    const person = refs.get(contact as PersonId);
    return person === undefined ? [] : [{ person, strength: chain.strength }];
  });
};

/** Targets with a tie to me, the strongest first: nobody needs to introduce us. */
function knownTargets(
  book: QueryContext['book'],
  graph: CompactGraph,
  me: PersonId,
  known: readonly PersonId[],
) {
  const strongest = known
    .map((id) => ({ id, strength: confirmedTie(graph, me, id)?.strength ?? 0 }))
    .toSorted((a, b) => b.strength - a.strength || a.id - b.id)
    .slice(0, namedTargets);
  const refs = personRefs(
    book,
    strongest.map(({ id }) => id),
  );
  return strongest.flatMap(({ id, strength }) => {
    const ref = refs.get(id);
    return ref === undefined ? [] : [{ ...ref, strength }];
  });
}

function confirmedTie(graph: CompactGraph, me: PersonId, id: PersonId): TieView | null {
  const tie = graph.tie(me, id);
  return tie === null || tie.possible ? null : tie;
}
