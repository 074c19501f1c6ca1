import type { TieFilter } from '../tie-filter.ts';
import type { NaiveBook } from './naive-book.ts';
import { sorted } from './naive-book.ts';

/** Everybody within the hops by sets, ranked by sorting, with every pair looked at for a tie. */
export function naiveNeighbourhood(
  book: NaiveBook,
  me: number,
  hops: number,
  mostPeople: number,
  filter: TieFilter,
) {
  const contacts = sorted(book.neighbours(me, filter));
  const strengthOf = (id: number) => book.seenTie(me, id, filter)?.strength ?? 0;
  const knownBy = (id: number) =>
    contacts.filter((contact) => book.neighbours(contact, filter).has(id)).length;
  const others = sorted(book.people(), (id) => id !== me && !contacts.includes(id)).filter(
    (id) => hops > 1 && ![...(filter.excludedPeople ?? [])].includes(id) && knownBy(id) > 0,
  );
  const ranked = [
    ...contacts.toSorted((a, b) => strengthOf(b) - strengthOf(a)),
    ...others.toSorted((a, b) => knownBy(b) - knownBy(a)),
  ];
  const people = [me, ...ranked.slice(0, mostPeople)];
  const ties = people.flatMap((a, i) =>
    people.flatMap((b, j) => {
      const tie = i < j ? book.seenTie(a, b, filter) : null;
      return tie === null ? [] : [[i, j, tie.strength]];
    }),
  );
  return {
    people,
    hops: people.map((id, at) => (at === 0 ? 0 : contacts.includes(id) ? 1 : 2)),
    degrees: people.map((id) => book.neighbours(id, filter).size),
    ties,
    total: ranked.length,
  };
}

/** Order of `[from, to, strength]`. */
export function byPlaces(
  [fromA = 0, toA = 0]: readonly (number | undefined)[],
  [fromB = 0, toB = 0]: readonly (number | undefined)[],
): number {
  return fromA - fromB || toA - toB;
}
