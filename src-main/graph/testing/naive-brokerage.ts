import type { TieFilter } from '../tie-filter.ts';
import type { NaiveBook } from './naive-book.ts';
import { sorted } from './naive-book.ts';

export function naivePairsJoinedOnlyBy(book: NaiveBook, me: number, filter: TieFilter) {
  const contacts = sorted(book.neighbours(me, filter));
  const pairs: [number, number][] = [];
  for (const a of contacts) {
    for (const b of contacts) {
      if (a >= b || book.neighbours(a, filter).has(b)) continue;
      const ofB = book.neighbours(b, filter);
      const common = sorted(book.neighbours(a, filter), (id) => id !== me && ofB.has(id));
      if (common.length === 0) pairs.push([a, b]);
    }
  }
  return pairs;
}

/** Burt's formula as it is written, with a weight looked up for every pair. */
export function naiveConstraint(
  book: NaiveBook,
  person: number,
  weighted: boolean,
  filter: TieFilter,
): number | null {
  const weight = (a: number, b: number) => {
    const tie = book.neighbours(a, filter).has(b) ? book.seenTie(a, b, filter) : null;
    if (tie === null) return 0;
    return weighted ? tie.strength : 1;
  };
  const share = (a: number, b: number) => {
    let all = 0;
    for (const other of book.people()) all += weight(a, other);
    return all === 0 ? 0 : weight(a, b) / all;
  };
  const contacts = book.neighbours(person, filter);
  if (contacts.size === 0) return null;
  let constraint = 0;
  for (const j of contacts) {
    let invested = share(person, j);
    for (const q of contacts) if (q !== j) invested += share(person, q) * share(q, j);
    constraint += invested ** 2;
  }
  return constraint;
}

/** Everybody that can be reached when one person, or one tie, is taken away. */
function reachable(
  book: NaiveBook,
  from: number,
  filter: TieFilter,
  without: { person?: number; tie?: readonly [number, number] } = {},
): Set<number> {
  const seen = new Set([from]);
  for (const person of seen) {
    for (const other of book.neighbours(person, filter)) {
      const isCut = without.tie?.includes(person) === true && without.tie.includes(other);
      if (other !== without.person && !isCut) seen.add(other);
    }
  }
  return seen;
}

export function naiveCutPoints(book: NaiveBook, me: number, filter: TieFilter) {
  const all = reachable(book, me, filter);
  const people: { person: number; cutsOff: number }[] = [];
  const bridges: { near: number; far: number; cutsOff: number }[] = [];
  for (const person of all) {
    if (person === me) continue;
    const cutsOff = all.size - 1 - reachable(book, me, filter, { person }).size;
    if (cutsOff > 0) people.push({ person, cutsOff });
  }
  for (const near of all) {
    for (const far of book.neighbours(near, filter)) {
      const left = reachable(book, me, filter, { tie: [near, far] });
      const cutsOff = all.size - left.size;
      if (cutsOff > 0 && left.has(near)) bridges.push({ near, far, cutsOff });
    }
  }
  const parts = new Set<string>();
  for (const contact of book.neighbours(me, filter)) {
    const part = reachable(book, contact, {
      ...filter,
      excludedPeople: [me, ...(filter.excludedPeople ?? [])],
    });
    parts.add(sorted(part).join());
  }
  return {
    people: people.toSorted((a, b) => b.cutsOff - a.cutsOff || a.person - b.person),
    bridges: bridges.toSorted((a, b) => b.cutsOff - a.cutsOff || a.near - b.near || a.far - b.far),
    partsWithoutMe: parts.size,
  };
}
