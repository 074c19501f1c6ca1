import type { TieFilter } from '../tie-filter.ts';
import type { NaiveBook } from './naive-book.ts';
import { sorted } from './naive-book.ts';

/** Overlap by sets, straight from section 4 of the design. */
export function naiveOverlap(book: NaiveBook, a: number, b: number, filter: TieFilter) {
  const inA = new Set(sorted(book.neighbours(a, filter), (id) => id !== b));
  const inB = new Set(sorted(book.neighbours(b, filter), (id) => id !== a));
  const union = new Set([...inA, ...inB]);
  const sharedPeople = sorted(inA, (id) => inB.has(id));
  return {
    sizeA: inA.size,
    sizeB: inB.size,
    shared: sharedPeople.length,
    onlyA: inA.size - sharedPeople.length,
    onlyB: inB.size - sharedPeople.length,
    jaccard: union.size === 0 ? 0 : sharedPeople.length / union.size,
    sharedPeople,
    onlyAPeople: sorted(inA, (id) => !inB.has(id)),
    onlyBPeople: sorted(inB, (id) => !inA.has(id)),
  };
}

/** The same question once for each platform, by asking it with that platform named. */
export function naiveOverlapByPlatform(
  book: NaiveBook,
  a: number,
  b: number,
  filter: TieFilter,
  allPlatforms: readonly number[],
) {
  const wanted = filter.platforms === undefined ? allPlatforms : [...filter.platforms];
  return sorted(new Set(wanted))
    .map((platform) => {
      const overlap = naiveOverlap(book, a, b, { ...filter, platforms: [platform] });
      const { sizeA, sizeB, shared } = overlap;
      return { platform, sizeA, sizeB, shared };
    })
    .filter(({ sizeA, sizeB }) => sizeA + sizeB > 0);
}

/** Everybody within the hops of one person, by sets of each hop, never through me. */
function within(
  book: NaiveBook,
  me: number | null,
  from: number,
  hops: number,
  filter: TieFilter,
): Set<number> {
  const reached = new Set<number>();
  let layer = new Set([from]);
  for (let hop = 0; hop < hops; hop++) {
    const next = new Set<number>();
    for (const person of layer) {
      for (const other of book.neighbours(person, filter)) if (other !== me) next.add(other);
    }
    for (const person of next) reached.add(person);
    layer = next;
  }
  return reached;
}

export function naiveReach(
  book: NaiveBook,
  me: number | null,
  through: readonly number[],
  hops: number,
  filter: TieFilter,
) {
  const members = [...new Set(through)];
  const mine = me === null ? new Set<number>() : book.neighbours(me, filter);
  const counts = (id: number) => id !== me && !members.includes(id);
  const reaches = members.map((member) => sorted(within(book, me, member, hops, filter), counts));
  const isNew = (id: number) => !mine.has(id);
  const each = members.map((person, i) => {
    const before = new Set(reaches.slice(0, i).flat());
    const others = new Set(reaches.filter((_, j) => j !== i).flat());
    const adds = reaches[i].filter((id) => !before.has(id));
    const exclusive = reaches[i].filter((id) => !others.has(id));
    return {
      person,
      adds: adds.length,
      addsNew: adds.filter(isNew).length,
      exclusive: exclusive.length,
      exclusiveNew: exclusive.filter(isNew).length,
    };
  });
  const reached = sorted(new Set(reaches.flat()));
  const reachedNew = reached.filter(isNew);
  return { people: reached.length, newToMe: reachedNew.length, each, reached, reachedNew };
}

/** Greedy choice with every candidate looked at in every round. */
export function naiveBestToAsk(book: NaiveBook, me: number, k: number, filter: TieFilter) {
  const covered = new Set([me, ...book.neighbours(me, filter)]);
  const candidates = sorted(book.neighbours(me, filter), (id) => book.doNotAsk.get(id) !== true);
  const picks: { person: number; adds: number }[] = [];
  while (picks.length < k) {
    let best = { person: 0, adds: 0 };
    for (const person of candidates) {
      const adds = sorted(book.neighbours(person, filter), (id) => !covered.has(id)).length;
      if (adds > best.adds) best = { person, adds };
    }
    if (best.adds === 0) break;
    picks.push(best);
    for (const other of book.neighbours(best.person, filter)) covered.add(other);
  }
  return { picks, newToMe: picks.reduce((sum, pick) => sum + pick.adds, 0) };
}

export function naiveOnlyThrough(
  book: NaiveBook,
  me: number,
  targets: readonly number[],
  filter: TieFilter,
) {
  const { excludedPeople, ...ties } = filter;
  const excluded = new Set(excludedPeople);
  const mine = book.neighbours(me, ties);
  return [...new Set(targets)]
    .filter((target) => target !== me && !mine.has(target))
    .flatMap((target) => {
      const introducers = sorted(book.neighbours(target, ties), (id) => mine.has(id)).filter(
        (id) => book.doNotAsk.get(id) !== true && !excluded.has(id),
      );
      return introducers.length === 1 ? [{ target, introducer: introducers[0] }] : [];
    });
}
