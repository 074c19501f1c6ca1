import type { Handlers, QueryContext } from '../book/context.ts';
import type { PersonId } from '../contract/common.ts';
import type { Contract, ParsedInputOf } from '../contract/index.ts';
import { AppError } from '../contract/result.ts';
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
import { readUnlistedSizes } from '../tables/reported-sizes.ts';
import { namePeople } from './name-people.ts';
import { toGraphFilter } from './tie-filters.ts';

type MembersQuestion = ParsedInputOf<Contract['reach']['members']>;

export const reachHandlers: Handlers<'reach'> = {
  through(context, { people, hops, filter }) {
    const { book, checkpoint, network } = context;
    const through = requirePeople(book, people);
    const me = meId(book);
    const graph = network.graph();
    const options = { ...toGraphFilter(book, filter), hops, checkpoint };
    const reach = findReach(graph, me, people, options);
    const mine = me === null ? 0 : findReach(graph, null, [me], { ...options, hops: 1 }).people;
    const names = new Map(through.map((ref) => [ref.id as number, ref.name]));
    const each = reach.each.map(({ person, ...counts }) => ({
      id: person,
      name: names.get(person) ?? '',
      ...counts,
      reported: readUnlistedSizes(book, person as PersonId, filter.platform),
    }));
    const { newToMe, inAll } = intervalOfReach(
      mine,
      reach.newToMe,
      each.flatMap(({ reported }) => reported),
    );
    return {
      through,
      hops,
      people: reach.people,
      newToMe: reach.newToMe,
      each,
      interval: newToMe,
      inAll,
      mine,
    };
  },

  members(context, question) {
    const { book } = context;
    requirePeople(book, question.people);
    return namePeople(book, listReached(context, question), question);
  },

  best(context, { count, filter }) {
    const { book, checkpoint, network } = context;
    const me = requireMe(book);
    const options = { ...toGraphFilter(book, filter), checkpoint };
    const best = findBestToAsk(network.graph(), me, count, options);
    const refs = personRefs(
      book,
      best.picks.map(({ person }) => person as PersonId),
    );
    const picks = best.picks.flatMap(({ person, adds }) => {
      const ref = refs.get(person as PersonId);
      return ref === undefined ? [] : [{ ...ref, adds }];
    });
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

/** Ids of those reached, of one member's share alone if `part` names one. */
function listReached(
  { book, checkpoint, network }: QueryContext,
  { people, hops, filter, part, onlyNew }: MembersQuestion,
): PersonId[] {
  const options = { ...toGraphFilter(book, filter), hops, listPeople: true, checkpoint };
  const me = meId(book);
  const reachedBy = (members: readonly PersonId[]): readonly number[] => {
    const { reached, reachedNew } = findReach(network.graph(), me, members, options);
    return onlyNew ? reachedNew : reached;
  };
  const all = reachedBy(people) as PersonId[];
  if (part.kind === 'all') return all;
  const distinct = [...new Set(people)];
  const at = distinct.indexOf(part.of);
  if (at < 0) {
    throw new AppError('INVALID_INPUT', 'This person is not among those who pass it on.');
  }
  const before = distinct.slice(0, at);
  const others = part.kind === 'adds' ? before : [...before, ...distinct.slice(at + 1)];
  // Additions are counted with those before and this one alone; who comes later has no part in them.
  const base = part.kind === 'adds' ? reachedBy([...before, part.of]) : all;
  const elsewhere = new Set<number>(others.length === 0 ? [] : reachedBy(others));
  const inAnswer = new Set<number>(all);
  return base.filter((id) => inAnswer.has(id) && !elsewhere.has(id)) as PersonId[];
}
