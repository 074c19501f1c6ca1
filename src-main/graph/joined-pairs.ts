import type { Acquaintances } from './acquaintances.ts';
import { gatherAcquaintances, uniteLaterAcquaintances } from './acquaintances.ts';
import type { CompactGraph } from './compact-graph.ts';
import { sortById } from './sort-by-id.ts';
import type { Checkpoint, TieFilter } from './tie-filter.ts';
import { makeSieve, seenNeighbours } from './tie-filter.ts';

export interface JoinedPairs {
  /** Pairs of my contacts that have no tie and share no contact but me. */
  readonly count: number;
  /** The first of them, each with the smaller id first, ascending; as many as asked for. */
  readonly pairs: readonly (readonly [number, number])[];
}

/**
 * Pairs of a person's contacts whom nobody but that person joins: the brokerage of section 5.
 *
 * For each contact the set of later contacts that it knows, or shares an acquaintance with, is gathered from lists of
 * contacts kept for every acquaintance; long lists are kept as bit sets, so that one acquaintance of all costs a
 * word per 32 contacts and not an entry each.
 *
 * @param limit how many pairs to list
 */
export function findPairsJoinedOnlyBy(
  graph: CompactGraph,
  me: number,
  limit = 0,
  filter: TieFilter & { readonly checkpoint?: Checkpoint } = {},
): JoinedPairs {
  const asker = graph.index.get(me);
  const sieve = makeSieve(graph, filter, [asker]);
  const contacts = sortById(graph, seenNeighbours(graph, sieve, asker).slice());
  const acquaintances = gatherAcquaintances(graph, sieve, asker, contacts);
  return countPairs(graph, contacts, acquaintances, limit, filter.checkpoint);
}

function countPairs(
  graph: CompactGraph,
  contacts: Uint32Array,
  acquaintances: Acquaintances,
  limit: number,
  checkpoint: Checkpoint | undefined,
): JoinedPairs {
  const joined = new Uint32Array(acquaintances.words);
  const pairs: [number, number][] = [];
  let joinedCount = 0;
  for (let i = 0; i < contacts.length; i++) {
    if (i % 64 === 0) checkpoint?.(i / contacts.length);
    const first = i >>> 5;
    joined.fill(0, first);
    uniteLaterAcquaintances(acquaintances, i, joined);
    // Of the first word only the bits after the contact's own are pairs not yet counted.
    joined[first] &= ~((2 << (i & 31)) - 1);
    joinedCount += countBits(joined, first);
    for (let j = i + 1; j < contacts.length && pairs.length < limit; j++) {
      if ((joined[j >>> 5] >>> (j & 31)) & 1) continue;
      pairs.push([graph.ids[contacts[i]], graph.ids[contacts[j]]]);
    }
  }
  const all = (contacts.length * Math.max(0, contacts.length - 1)) / 2;
  return { count: all - joinedCount, pairs };
}

/** Bits set in the words from `first` on. */
function countBits(words: Uint32Array, first: number): number {
  let count = 0;
  for (let at = first; at < words.length; at++) {
    let word = words[at];
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}
