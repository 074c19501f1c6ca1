import type { CompactGraph } from './compact-graph.ts';
import type { Checkpoint, TieFilter } from './tie-filter.ts';
import { isSeen, makeSieve, seenNeighbours } from './tie-filter.ts';

/** How a contact's network overlaps with mine. Each of us is left out of both. */
export interface ContactOverlap {
  readonly person: number;
  /** Size of the contact's network. */
  readonly size: number;
  readonly shared: number;
  /** size - shared: the new audience. */
  readonly newToMe: number;
}

/** All contacts of a person by falling new audience, then by rising id. */
export function rankByNewAudience(
  graph: CompactGraph,
  me: number,
  filter: TieFilter & { readonly checkpoint?: Checkpoint } = {},
): ContactOverlap[] {
  const asker = graph.index.get(me);
  const sieve = makeSieve(graph, filter, [asker]);
  const contacts = seenNeighbours(graph, sieve, asker);
  const isMine = graph.scratch.marks(graph.slots);
  const { neighbours } = graph.arcs;
  const overlaps: ContactOverlap[] = [];
  try {
    for (const contact of contacts) isMine[contact] = 1;
    for (let i = 0; i < contacts.length; i++) {
      if (i % 256 === 0) filter.checkpoint?.(i / contacts.length);
      const rowStart = graph.start[contacts[i]];
      const rowEnd = sieve.rowEnd[contacts[i]];
      // The tie to me stands in the row, and I am not in the network.
      let size = rowEnd - rowStart - 1;
      let shared = 0;
      graph.arcsWalked += rowEnd - rowStart;
      for (let arc = rowStart; arc < rowEnd; arc++) {
        if (sieve.isOpen || isSeen(graph, sieve, arc)) shared += isMine[neighbours[arc]];
        else size--;
      }
      overlaps.push({ person: graph.ids[contacts[i]], size, shared, newToMe: size - shared });
    }
  } finally {
    for (const contact of contacts) isMine[contact] = 0;
  }
  return overlaps.sort((a, b) => b.newToMe - a.newToMe || a.person - b.person);
}

/** Overlaps of many people with one another; entries of pair (i, j) stand at `i * people.length + j`. */
export interface OverlapMatrix {
  readonly people: readonly number[];
  /** Size of each network, the other one of a pair not yet left out. */
  readonly sizes: Uint32Array;
  /** People tied to both; on the diagonal the size. */
  readonly shared: Uint32Array;
  /** 1 where the two are tied: each is then one less in the other's network. */
  readonly tied: Uint8Array;
}

/** Counts of shared people for every pair; with a platform filter, on those platforms. */
export function findOverlapMatrix(
  graph: CompactGraph,
  people: Iterable<number>,
  filter: TieFilter & { readonly checkpoint?: Checkpoint } = {},
): OverlapMatrix {
  const ids = [...new Set(people)];
  const count = ids.length;
  const indices = ids.map((id) => graph.index.get(id));
  const sieve = makeSieve(graph, filter, indices);
  const rows = indices.map((person) => seenNeighbours(graph, sieve, person));
  const shared = new Uint32Array(count * count);
  const tied = new Uint8Array(count * count);
  const marks = graph.scratch.marks(graph.slots);
  let marked: Uint32Array = new Uint32Array(0);
  try {
    for (let i = 0; i < count; i++) {
      filter.checkpoint?.(i / count);
      marked = rows[i];
      for (const person of marked) marks[person] = 1;
      for (let j = i; j < count; j++) {
        let both = 0;
        for (const person of rows[j]) both += marks[person];
        shared[i * count + j] = both;
        shared[j * count + i] = both;
        if (indices[j] >= 0 && marks[indices[j]] === 1) {
          tied[i * count + j] = 1;
          tied[j * count + i] = 1;
        }
      }
      for (const person of marked) marks[person] = 0;
    }
  } finally {
    for (const person of marked) marks[person] = 0;
  }
  return { people: ids, sizes: Uint32Array.from(rows, (row) => row.length), shared, tied };
}
