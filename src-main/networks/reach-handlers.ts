import type { Handlers, QueryContext } from '../book/context.ts';
import type { PersonId } from '../contract/common.ts';
import type { Contract, ParsedInputOf } from '../contract/index.ts';
import { AppError } from '../contract/result.ts';
import { findBestToAsk, findReach, intervalOfReach } from '../graph/index.ts';
import { personRefs, requirePeople, requirePerson } from '../tables/persons.ts';
import { meId, requireMe } from '../tables/resolve-person.ts';
import { readUnlistedSizes } from '../tables/reported-sizes.ts';
import { namePeople } from './name-people.ts';
import { toGraphFilter } from './tie-filters.ts';

type MembersQuestion = ParsedInputOf<Contract['reach']['members']>;

export const reachHandlers: Handlers<'reach'> = {
  async through(context, { people, hops, filter }) {
    const { book, network } = context;
    const through = requirePeople(book, people);
    const me = meId(book);
    const graphFilter = toGraphFilter(book, filter);
    const near = { ...graphFilter, hops: 1 };
    const mine = me === null ? 0 : findReach(network.graph(), null, [me], near).people;
    const reach = await network.ask('reach', { me, through: people, hops, filter: graphFilter });
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

  async members(context, question) {
    const { book } = context;
    requirePeople(book, question.people);
    return namePeople(book, await listReached(context, question), question);
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

  async brokers(context, { of, filter }) {
    const { book, network } = context;
    const broker = of === undefined ? requireMe(book) : requirePerson(book, of).id;
    const question = { of: broker, filter: toGraphFilter(book, filter) };
    const { constraint, cutPeople, pairs } = await network.ask('brokers', question);
    const ids = cutPeople as PersonId[];
    const refs = personRefs(book, ids);
    return {
      pairsJoinedOnlyByMe: pairs,
      constraint,
      articulationPoints: ids.flatMap((id) => refs.get(id) ?? []),
    };
  },
};

/** Ids of those reached, of one member's share alone if `part` names one. */
async function listReached(
  { book, network }: QueryContext,
  { people, hops, filter, part, onlyNew }: MembersQuestion,
): Promise<PersonId[]> {
  const graphFilter = toGraphFilter(book, filter);
  const me = meId(book);
  const reachedBy = async (through: readonly PersonId[]): Promise<readonly number[]> => {
    const question = { me, through, hops, filter: graphFilter, listPeople: true };
    const { reached, reachedNew } = await network.ask('reach', question);
    return onlyNew ? reachedNew : reached;
  };
  const all = (await reachedBy(people)) as PersonId[];
  if (part.kind === 'all') return all;
  const distinct = [...new Set(people)];
  const at = distinct.indexOf(part.of);
  if (at < 0) {
    throw new AppError('INVALID_INPUT', 'This person is not among those who pass it on.');
  }
  const before = distinct.slice(0, at);
  const others = part.kind === 'adds' ? before : [...before, ...distinct.slice(at + 1)];
  // Additions are counted with those before and this one alone; who comes later has no part in them.
  const base = part.kind === 'adds' ? await reachedBy([...before, part.of]) : all;
  const elsewhere = new Set<number>(others.length === 0 ? [] : await reachedBy(others));
  const inAnswer = new Set<number>(all);
  return base.filter((id) => inAnswer.has(id) && !elsewhere.has(id)) as PersonId[];
}
