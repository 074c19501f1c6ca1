import type { CompactGraph } from './compact-graph.ts';
import { sortById } from './sort-by-id.ts';
import type { Checkpoint, Sieve, TieFilter } from './tie-filter.ts';
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
  const sizes = new Uint32Array(contacts.length);
  const shared = new Uint32Array(contacts.length);
  try {
    for (let i = 0; i < contacts.length; i++) isMine[contacts[i]] = 1;
    for (let i = 0; i < contacts.length; i++) {
      if (i % 256 === 0) filter.checkpoint?.(i / contacts.length);
      countContact(graph, sieve, contacts[i], isMine, i, sizes, shared);
    }
  } finally {
    for (let i = 0; i < contacts.length; i++) isMine[contacts[i]] = 0;
  }
  const ranked: ContactOverlap[] = [];
  const places = orderByNew(graph, contacts, sizes, shared);
  for (let i = 0; i < places.length; i++) {
    const at = places[i];
    const newToMe = sizes[at] - shared[at];
    const person = graph.ids[contacts[at]];
    ranked.push({ person, size: sizes[at], shared: shared[at], newToMe });
  }
  return ranked;
}

function countContact(
  graph: CompactGraph,
  sieve: Sieve,
  contact: number,
  isMine: Uint8Array,
  at: number,
  sizes: Uint32Array,
  shared: Uint32Array,
): void {
  const { neighbours } = graph.arcs;
  const rowStart = graph.start[contact];
  const rowEnd = sieve.rowEnd[contact];
  graph.arcsWalked += rowEnd - rowStart;
  let both = 0;
  let unseen = 0;
  if (sieve.isOpen) {
    let arc = rowStart;
    // Two at a time: the additions need not wait for one another.
    let second = 0;
    for (const pairsEnd = rowEnd - 1; arc < pairsEnd; arc += 2) {
      both += isMine[neighbours[arc]];
      second += isMine[neighbours[arc + 1]];
    }
    if (arc < rowEnd) both += isMine[neighbours[arc]];
    both += second;
  } else {
    for (let arc = rowStart; arc < rowEnd; arc++) {
      if (isSeen(graph, sieve, arc)) both += isMine[neighbours[arc]];
      else unseen++;
    }
  }
  // The tie to me stands in the row, and I am not in the network.
  sizes[at] = rowEnd - rowStart - unseen - 1;
  shared[at] = both;
}

/** Places of contacts by falling new audience, then by rising id: counted into place, since audiences are small. */
function orderByNew(
  graph: CompactGraph,
  contacts: Uint32Array,
  sizes: Uint32Array,
  shared: Uint32Array,
): Uint32Array {
  const count = contacts.length;
  const placeOf = graph.scratch.places(graph.slots);
  let largest = 0;
  for (let place = 0; place < count; place++) {
    placeOf[contacts[place]] = place;
    largest = Math.max(largest, sizes[place] - shared[place]);
  }
  const cursor = new Uint32Array(largest + 2);
  for (let place = 0; place < count; place++) {
    cursor[largest - (sizes[place] - shared[place]) + 1]++;
  }
  for (let at = 1; at < cursor.length; at++) cursor[at] += cursor[at - 1];
  const byId = sortById(graph, contacts.slice());
  const places = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const place = placeOf[byId[i]];
    places[cursor[largest - (sizes[place] - shared[place])]++] = place;
    placeOf[byId[i]] = 0;
  }
  return places;
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
