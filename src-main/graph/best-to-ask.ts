import { BoundHeap } from './bound-heap.ts';
import type { CompactGraph } from './compact-graph.ts';
import { DO_NOT_ASK } from './compact-graph.ts';
import type { Checkpoint, Sieve, TieFilter } from './tie-filter.ts';
import { isSeen, makeSieve, seenNeighbours } from './tie-filter.ts';

export interface BestToAskOptions extends TieFilter {
  /** Person ids to choose from; my contacts when left out. */
  readonly candidates?: Iterable<number>;
  readonly checkpoint?: Checkpoint;
}

export interface BestToAsk {
  /** In the order of choice, with the people new to me that each adds to those before. */
  readonly picks: readonly { readonly person: number; readonly adds: number }[];
  /** Distinct people new to me through all of them. */
  readonly newToMe: number;
}

/**
 * The k people to ask so that most people new to me hear of something at one hop: greedy maximum coverage, of
 * equal additions the smaller id. Fewer than k when nobody adds anything more. People marked do-not-ask or
 * excluded are never chosen.
 *
 * Lazy evaluation (Minoux 1978): an addition only ever shrinks, so what was last known of a candidate bounds it,
 * and most candidates are never looked at. The answer is that of the plain greedy choice.
 */
export function findBestToAsk(
  graph: CompactGraph,
  me: number,
  k: number,
  options: BestToAskOptions = {},
): BestToAsk {
  const asker = graph.index.get(me);
  const sieve = makeSieve(graph, options, [asker]);
  const candidates = candidatesOf(graph, sieve, asker, options);
  const bounds = candidates.map((person) => sieve.rowEnd[person] - graph.start[person]);
  const heap = new BoundHeap(graph, candidates, bounds);
  const covered = graph.scratch.marks(graph.slots);
  const coverers = [asker];
  const picks: { person: number; adds: number }[] = [];
  let newToMe = 0;
  try {
    cover(graph, sieve, covered, asker, 1);
    for (let looked = 0; picks.length < k && heap.topBound > 0; looked++) {
      if (looked % 64 === 0) options.checkpoint?.(picks.length / k);
      const person = heap.top;
      const adds = countUncovered(graph, sieve, covered, person);
      if (!heap.lowerTop(adds)) continue;
      heap.removeTop();
      if (adds === 0) continue;
      picks.push({ person: graph.ids[person], adds });
      newToMe += adds;
      coverers.push(person);
      cover(graph, sieve, covered, person, 1);
    }
    return { picks, newToMe };
  } finally {
    for (const person of coverers) cover(graph, sieve, covered, person, 0);
  }
}

/** Marks a person and everybody tied to them as covered (1) or not (0). */
function cover(
  graph: CompactGraph,
  sieve: Sieve,
  covered: Uint8Array,
  person: number,
  mark: 0 | 1,
): void {
  if (person < 0) return;
  covered[person] = mark;
  const row = seenNeighbours(graph, sieve, person);
  for (let i = 0; i < row.length; i++) covered[row[i]] = mark;
}

function candidatesOf(
  graph: CompactGraph,
  sieve: Sieve,
  asker: number,
  options: BestToAskOptions,
): Uint32Array {
  const isCandidate = (person: number) =>
    person !== asker && (graph.flags[person] & DO_NOT_ASK) === 0 && sieve.hidden?.[person] !== 1;
  if (options.candidates === undefined) {
    return seenNeighbours(graph, sieve, asker).filter(isCandidate);
  }
  const named = [...new Set(options.candidates)].map((id) => graph.index.get(id));
  return Uint32Array.from(named.filter((person) => person >= 0 && isCandidate(person)));
}

function countUncovered(
  graph: CompactGraph,
  sieve: Sieve,
  covered: Uint8Array,
  person: number,
): number {
  const { neighbours } = graph.arcs;
  let count = 0;
  graph.arcsWalked += sieve.rowEnd[person] - graph.start[person];
  for (let arc = graph.start[person]; arc < sieve.rowEnd[person]; arc++) {
    if (covered[neighbours[arc]] !== 0) continue;
    if (sieve.isOpen || isSeen(graph, sieve, arc)) count++;
  }
  return count;
}
