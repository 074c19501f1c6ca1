import type { TieFilter } from '../tie-filter.ts';
import type { NaiveBook } from './naive-book.ts';

export interface NaiveChain {
  readonly strength: number;
  readonly people: readonly number[];
  readonly ties: readonly number[];
}

/** Every loopless way from one person to any of the targets, by trying them all. */
function allChains(
  book: NaiveBook,
  from: number,
  targets: ReadonlySet<number>,
  maxTies: number,
  filter: TieFilter,
): NaiveChain[] {
  const { excludedPeople, ...ties } = filter;
  const excluded = new Set(excludedPeople);
  const found: NaiveChain[] = [];
  const walk = (chain: NaiveChain) => {
    const last = chain.people[chain.people.length - 1];
    if (targets.has(last)) found.push(chain);
    const mayIntroduce = book.doNotAsk.get(last) !== true && !excluded.has(last);
    if (chain.ties.length === maxTies || (last !== from && !mayIntroduce)) return;
    for (const next of book.neighbours(last, ties)) {
      const tie = book.seenTie(last, next, ties);
      if (tie === null || chain.people.includes(next)) continue;
      walk({
        strength: chain.strength * tie.strength,
        people: [...chain.people, next],
        ties: [...chain.ties, tie.strength],
      });
    }
  };
  walk({ strength: 1, people: [from], ties: [] });
  return found.filter((chain) => chain.ties.length > 0);
}

/** Stronger first, then fewer ties, then smaller ids; strengths that differ by rounding only are equal. */
function before(a: NaiveChain, b: NaiveChain): number {
  const difference = b.strength - a.strength;
  if (Math.abs(difference) > 1e-12 * Math.max(a.strength, b.strength)) return difference;
  if (a.ties.length !== b.ties.length) return a.ties.length - b.ties.length;
  for (let i = 0; i < a.people.length; i++) {
    if (a.people[i] !== b.people[i]) return a.people[i] - b.people[i];
  }
  return 0;
}

export function naiveFindChains(
  book: NaiveBook,
  from: number,
  to: number,
  count: number,
  maxTies: number,
  filter: TieFilter,
): NaiveChain[] {
  return allChains(book, from, new Set([to]), maxTies, filter)
    .toSorted(before)
    .slice(0, count);
}

export function naiveWhoToAsk(
  book: NaiveBook,
  me: number,
  targets: readonly number[],
  limit: number,
  maxTies: number,
  filter: TieFilter,
): { contact: number; chain: NaiveChain }[] {
  const best = new Map<number, NaiveChain>();
  const wanted = new Set(targets.filter((target) => target !== me));
  for (const chain of allChains(book, me, wanted, maxTies, filter).toSorted(before)) {
    const contact = chain.people[1];
    if (!best.has(contact)) best.set(contact, chain);
  }
  return [...best].map(([contact, chain]) => ({ contact, chain })).slice(0, limit);
}
