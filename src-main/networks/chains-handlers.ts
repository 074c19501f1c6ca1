import dayjs from 'dayjs';
import type { Handlers, QueryContext } from '../book/context.ts';
import type { PersonId, PersonRef } from '../contract/common.ts';
import type { Chain as ChainAnswer } from '../contract/networks.ts';
import {
  findChains,
  findWhoToAsk,
  type Chain,
  type CompactGraph,
  type TieView,
} from '../graph/index.ts';
import { personRefs, requirePerson } from '../tables/persons.ts';
import { requireMe } from '../tables/resolve-person.ts';
import { explainTies } from '../tables/tie-explanations.ts';
import { readTargets } from './ask-targets.ts';
import { describeRecord, noRecord } from './ask-records.ts';
import { readAskRecords } from './queries.ts';
import { toGraphFilter } from './tie-filters.ts';
import { understandText } from './understand-text.ts';

/** Asked within this many days counts as "lately". */
const latelyDays = 30;
/** Targets named one by one in an answer; the rest is a number. */
const namedTargets = 200;

export const chainsHandlers: Handlers<'chains'> = {
  find(context, { to, hops, paths, filter }) {
    const { book, network } = context;
    const me = requireMe(book);
    const target = requirePerson(book, to);
    const options = { ...toGraphFilter(book, filter), maxTies: hops };
    const found = findChains(network.graph(), me, to, paths, options);
    return {
      to: target,
      paths: describeChains(context, found),
      usedPossible: filter.withPossible,
    };
  },

  ask(context, { target, onlyNew, hops, limit, filter }) {
    const { book, network } = context;
    const me = requireMe(book);
    const graph = network.graph();
    const { label, ids } = readTargets(context, target);
    const targets = ids.filter((id) => id !== me);
    const options = { ...toGraphFilter(book, filter), maxTies: hops };
    const isKnown = (id: PersonId): boolean => confirmedTie(graph, me, id) !== null;
    const known = targets.filter(isKnown);
    const wanted = onlyNew ? targets.filter((id) => !isKnown(id)) : targets;
    const asks = findWhoToAsk(graph, me, wanted, limit, options);
    const chains = describeChains(
      context,
      asks.map(({ chain }) => chain),
    );
    const contacts = asks.map(({ contact }) => contact as PersonId);
    const since = dayjs(context.clock.today).subtract(latelyDays, 'day').format('YYYY-MM-DD');
    const records = readAskRecords(book, contacts, since);
    const refs = personRefs(book, targets.slice(0, namedTargets));
    return {
      label,
      targets: [...refs.values()],
      targetTotal: targets.length,
      known: knownTargets(graph, me, personRefs(book, known.slice(0, namedTargets))),
      knownTotal: known.length,
      ask: chains.flatMap((chain) => {
        const [, person] = chain.people;
        const last = chain.people.at(-1);
        if (person === undefined || last === undefined) return [];
        return [
          { person, target: last, ...chain, ...describeRecord(records.get(person.id) ?? noRecord) },
        ];
      }),
      usedPossible: filter.withPossible,
    };
  },

  understand: understandText,
};

/** Chains with names in place of ids and with the evidence of every tie. */
function describeChains({ book, clock }: QueryContext, found: readonly Chain[]): ChainAnswer[] {
  const ids = new Set(found.flatMap((chain) => chain.people as PersonId[]));
  const refs = personRefs(book, ids);
  return found.map((chain) => {
    const people = chain.people as PersonId[];
    const pairs = people.slice(1).map((id, at) => [people[at] ?? id, id] as const);
    return {
      strength: chain.strength,
      people: people.flatMap((id) => refs.get(id) ?? []),
      ties: explainTies(book, pairs, clock.today).filter((tie) => tie !== null),
    };
  });
}

/** Targets with a tie to me: nobody needs to introduce us. */
function knownTargets(graph: CompactGraph, me: PersonId, refs: ReadonlyMap<PersonId, PersonRef>) {
  return [...refs.values()].flatMap((ref) => {
    const tie = confirmedTie(graph, me, ref.id);
    return tie === null ? [] : [{ ...ref, strength: tie.strength }];
  });
}

function confirmedTie(graph: CompactGraph, me: PersonId, id: PersonId): TieView | null {
  const tie = graph.tie(me, id);
  return tie === null || tie.possible ? null : tie;
}
