import type { Handlers } from '../book/context.ts';
import type { PersonId } from '../contract/common.ts';
import {
  findBestToAsk,
  findConstraint,
  findCutPoints,
  findPairsJoinedOnlyBy,
  findReach,
  intervalOfReach,
} from '../graph/index.ts';
import { personRefs, requirePeople, requirePerson } from '../tables/persons.ts';
import { meId, requireMe } from '../tables/resolve-person.ts';
import { readUnlistedSizes } from './queries.ts';
import { toGraphFilter } from './tie-filters.ts';

export const reachHandlers: Handlers<'reach'> = {
  through(context, { people, hops, filter }) {
    const { book, network } = context;
    const through = requirePeople(book, people);
    const me = meId(book);
    const graph = network.graph();
    const options = { ...toGraphFilter(book, filter), hops };
    const reach = findReach(graph, me, people, options);
    const mine = me === null ? 0 : graph.neighbourIds(me).length;
    const reported = through.flatMap(({ id }) => readUnlistedSizes(book, id, filter.platform));
    const refs = new Map(through.map((ref) => [ref.id as number, ref.name]));
    return {
      through,
      hops,
      people: reach.people,
      newToMe: reach.newToMe,
      each: reach.each.map(({ person, adds, exclusive }) => ({
        id: person,
        name: refs.get(person) ?? '',
        adds,
        exclusive,
      })),
      interval: intervalOfReach(mine, reach.newToMe, reported).newToMe,
    };
  },

  best(context, { count, filter }) {
    const { book, network } = context;
    const me = requireMe(book);
    const best = findBestToAsk(network.graph(), me, count, toGraphFilter(book, filter));
    const refs = personRefs(
      book,
      best.picks.map(({ person }) => person as PersonId),
    );
    const picks = best.picks.map(({ person, adds }) => ({
      id: person,
      name: refs.get(person as PersonId)?.name ?? '',
      adds,
    }));
    return { picks, newToMe: best.newToMe };
  },

  brokers(context, { of, filter }) {
    const { book, network } = context;
    const broker = of === undefined ? requireMe(book) : requirePerson(book, of).id;
    const graph = network.graph();
    const graphFilter = toGraphFilter(book, filter);
    const cutPeople = findCutPoints(graph, broker, graphFilter).people;
    const ids = cutPeople.map(({ person }) => person as PersonId);
    const refs = personRefs(book, ids);
    return {
      pairsJoinedOnlyByMe: findPairsJoinedOnlyBy(graph, broker, 0, graphFilter).count,
      constraint: findConstraint(graph, broker, graphFilter),
      articulationPoints: ids.flatMap((id) => refs.get(id) ?? []),
    };
  },
};
