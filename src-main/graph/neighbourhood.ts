import type { CompactGraph } from './compact-graph.ts';
import type { Checkpoint, Sieve, TieFilter } from './tie-filter.ts';
import { isSeen, makeSieve, seenNeighbours } from './tie-filter.ts';

export interface NeighbourhoodOptions extends TieFilter {
  /** 1: my contacts. 2: also whom they know. Default 1. */
  readonly hops?: 1 | 2;
  /** At most so many people beside me. */
  readonly mostPeople: number;
  readonly checkpoint?: Checkpoint;
}

/** The part of the network around one person, with all ties between the people in it. */
export interface Neighbourhood {
  /** Ids: me, then contacts by falling strength of their tie to me, then others by how many contacts know them. */
  readonly people: readonly number[];
  /** Ties from me, by place in `people`: 0, 1 or 2. */
  readonly hops: readonly number[];
  /** Ties that each has in the whole network, as far as the filter sees. */
  readonly degrees: readonly number[];
  /** Ties between the people, as places in `people`, the smaller place in `from`. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly strengths: Float64Array;
  /** People within the hops, also those that `mostPeople` leaves out; without me. */
  readonly total: number;
}

/** Who is around a person. Of equal rank the smaller id comes first, so that the same book gives the same part. */
export function findNeighbourhood(
  graph: CompactGraph,
  me: number,
  options: NeighbourhoodOptions,
): Neighbourhood {
  const asker = graph.index.get(me);
  const sieve = makeSieve(graph, options, [asker]);
  const contacts = contactsByStrength(graph, sieve, asker);
  const others = options.hops === 2 ? othersByContacts(graph, sieve, asker, contacts) : [];
  const kept = [...contacts, ...others].slice(0, options.mostPeople);
  const chosen = asker < 0 ? [] : [asker, ...kept];
  return {
    people: asker < 0 ? [me] : chosen.map((person) => graph.ids[person]),
    hops: asker < 0 ? [0] : chosen.map((_, at) => (at === 0 ? 0 : at <= contacts.length ? 1 : 2)),
    degrees: asker < 0 ? [0] : chosen.map((person) => seenNeighbours(graph, sieve, person).length),
    ...tiesBetween(graph, sieve, chosen, options.checkpoint),
    total: contacts.length + others.length,
  };
}

function contactsByStrength(graph: CompactGraph, sieve: Sieve, asker: number): number[] {
  if (asker < 0) return [];
  const strengths = new Map<number, number>();
  for (let arc = graph.start[asker]; arc < sieve.rowEnd[asker]; arc++) {
    if (!sieve.isOpen && !isSeen(graph, sieve, arc)) continue;
    strengths.set(graph.arcs.neighbours[arc], graph.strengthAt(arc));
  }
  return byFalling(graph, strengths);
}

/** People whom contacts know and I do not, those with most such contacts first. */
function othersByContacts(
  graph: CompactGraph,
  sieve: Sieve,
  asker: number,
  contacts: readonly number[],
): number[] {
  const known = new Set([asker, ...contacts]);
  const times = new Map<number, number>();
  for (const contact of contacts) {
    for (const other of seenNeighbours(graph, sieve, contact)) {
      if (!known.has(other)) times.set(other, (times.get(other) ?? 0) + 1);
    }
  }
  return byFalling(graph, times);
}

function byFalling(graph: CompactGraph, ranks: ReadonlyMap<number, number>): number[] {
  return [...ranks]
    .toSorted(([a, rankA], [b, rankB]) => rankB - rankA || graph.ids[a] - graph.ids[b])
    .map(([person]) => person);
}

function tiesBetween(
  graph: CompactGraph,
  sieve: Sieve,
  chosen: readonly number[],
  checkpoint?: Checkpoint,
): Pick<Neighbourhood, 'from' | 'to' | 'strengths'> {
  const placeOf = new Map(chosen.map((person, place) => [person, place]));
  const from: number[] = [];
  const to: number[] = [];
  const strengths: number[] = [];
  chosen.forEach((person, place) => {
    if (place % 256 === 0) checkpoint?.(place / chosen.length);
    for (let arc = graph.start[person]; arc < sieve.rowEnd[person]; arc++) {
      const other = placeOf.get(graph.arcs.neighbours[arc]);
      if (other === undefined || other <= place) continue;
      if (!sieve.isOpen && !isSeen(graph, sieve, arc)) continue;
      from.push(place);
      to.push(other);
      strengths.push(graph.strengthAt(arc));
    }
  });
  return {
    from: Uint32Array.from(from),
    to: Uint32Array.from(to),
    strengths: Float64Array.from(strengths),
  };
}
