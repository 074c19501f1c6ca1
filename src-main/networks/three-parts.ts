import type { z } from 'zod';
import type { QueryContext } from '../book/context.ts';
import type { PersonId, tieFilter } from '../contract/common.ts';
import { findReach } from '../graph/index.ts';
import { toGraphFilter } from './tie-filters.ts';

/**
 * The people of three networks by the part they are in: bit 0 for the first network, 1 for the second, 2 for the
 * third. None of the three people is in any part.
 */
export function findThreeParts(
  { book, network }: QueryContext,
  people: readonly PersonId[],
  filter: z.output<typeof tieFilter>,
): Map<number, PersonId[]> {
  // whom the question is about is never left out of it
  const excludedPeople = filter.without.filter((id) => !people.includes(id));
  const options = { ...toGraphFilter(book, filter), excludedPeople, hops: 1, listPeople: true };
  const partOf = new Map<number, number>();
  people.forEach((owner, at) => {
    for (const id of findReach(network.graph(), null, [owner], options).reached) {
      partOf.set(id, (partOf.get(id) ?? 0) | (1 << at));
    }
  });
  for (const owner of people) partOf.delete(owner);
  const parts = new Map<number, PersonId[]>();
  for (const [id, part] of partOf) {
    parts.set(part, [...(parts.get(part) ?? []), id as PersonId]);
  }
  return parts;
}
