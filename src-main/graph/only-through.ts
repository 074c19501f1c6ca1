import type { CompactGraph } from './compact-graph.ts';
import { DO_NOT_ASK } from './compact-graph.ts';
import type { TieFilter } from './tie-filter.ts';
import { makeSieve, seenNeighbours } from './tie-filter.ts';

/** Somebody whom one single contact of mine can introduce me to. */
export interface OnlyThrough {
  readonly target: number;
  readonly introducer: number;
}

/**
 * Those of the targets who are not my contacts and have exactly one common contact with me who may be asked: the
 * people who can only be reached through that one. In the order given. Do-not-ask and excluded people introduce
 * nobody; an excluded person may be a target.
 */
export function findOnlyThrough(
  graph: CompactGraph,
  me: number,
  targets: Iterable<number>,
  filter: TieFilter = {},
): OnlyThrough[] {
  const { excludedPeople, ...ties } = filter;
  const sieve = makeSieve(graph, ties);
  const excluded = new Set(excludedPeople);
  const asker = graph.index.get(me);
  const contacts = seenNeighbours(graph, sieve, asker);
  const isMine = graph.scratch.marks(graph.slots);
  for (const contact of contacts) isMine[contact] = 1;
  const found: OnlyThrough[] = [];
  for (const id of new Set(targets)) {
    const target = graph.index.get(id);
    if (target < 0 || target === asker || isMine[target] === 1) continue;
    const introducers: number[] = [];
    for (const person of seenNeighbours(graph, sieve, target)) {
      if (isMine[person] === 0 || (graph.flags[person] & DO_NOT_ASK) !== 0) continue;
      if (!excluded.has(graph.ids[person])) introducers.push(graph.ids[person]);
      if (introducers.length > 1) break;
    }
    if (introducers.length === 1) found.push({ target: id, introducer: introducers[0] });
  }
  for (const contact of contacts) isMine[contact] = 0;
  return found;
}
