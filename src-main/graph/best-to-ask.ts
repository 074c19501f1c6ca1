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
  const covered = graph.scratch.marks(graph.slots);
  const touched: number[] = [];
  const cover = (person: number) => {
    if (covered[person] !== 0) return;
    covered[person] = 1;
    touched.push(person);
  };
  try {
    if (asker >= 0) cover(asker);
    for (const contact of seenNeighbours(graph, sieve, asker)) cover(contact);
    const heap = new BoundHeap(graph, sieve, candidatesOf(graph, sieve, asker, options));
    const picks: { person: number; adds: number }[] = [];
    let newToMe = 0;
    let looked = 0;
    while (picks.length < k && heap.topBound > 0) {
      if (looked++ % 64 === 0) options.checkpoint?.(picks.length / k);
      const person = heap.top;
      const adds = countUncovered(graph, sieve, covered, person);
      if (!heap.lowerTop(adds)) continue;
      heap.removeTop();
      if (adds === 0) continue;
      picks.push({ person: graph.ids[person], adds });
      newToMe += adds;
      for (const other of seenNeighbours(graph, sieve, person)) cover(other);
      cover(person);
    }
    return { picks, newToMe };
  } finally {
    for (const person of touched) covered[person] = 0;
  }
}

function candidatesOf(
  graph: CompactGraph,
  sieve: Sieve,
  asker: number,
  options: BestToAskOptions,
): number[] {
  const all =
    options.candidates === undefined
      ? [...seenNeighbours(graph, sieve, asker)]
      : [...new Set(options.candidates)].map((id) => graph.index.get(id));
  return all.filter(
    (person) =>
      person >= 0 &&
      person !== asker &&
      (graph.flags[person] & DO_NOT_ASK) === 0 &&
      sieve.hidden?.[person] !== 1,
  );
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

/** Candidates by falling upper bound of what they add, then by rising id. */
class BoundHeap {
  readonly #graph: CompactGraph;
  readonly #people: number[];
  readonly #bounds: number[];

  constructor(graph: CompactGraph, sieve: Sieve, people: number[]) {
    this.#graph = graph;
    this.#people = people;
    this.#bounds = people.map((person) => sieve.rowEnd[person] - graph.start[person]);
    for (let at = (people.length >>> 1) - 1; at >= 0; at--) this.#sink(at);
  }

  get top(): number {
    return this.#people[0];
  }

  /** Bound of the first candidate; 0 when there is none. */
  get topBound(): number {
    return this.#people.length === 0 ? 0 : this.#bounds[0];
  }

  /** Sets the first candidate's bound to what it adds now. True if it stays first, and is thus the choice. */
  lowerTop(bound: number): boolean {
    const person = this.#people[0];
    this.#bounds[0] = bound;
    this.#sink(0);
    return this.#people[0] === person;
  }

  removeTop(): void {
    const person = this.#people.pop();
    const bound = this.#bounds.pop();
    if (person === undefined || bound === undefined || this.#people.length === 0) return;
    this.#people[0] = person;
    this.#bounds[0] = bound;
    this.#sink(0);
  }

  #sink(from: number): void {
    let at = from;
    for (;;) {
      const left = 2 * at + 1;
      const right = left + 1;
      let first = at;
      if (left < this.#people.length && this.#isBefore(left, first)) first = left;
      if (right < this.#people.length && this.#isBefore(right, first)) first = right;
      if (first === at) return;
      [this.#people[at], this.#people[first]] = [this.#people[first], this.#people[at]];
      [this.#bounds[at], this.#bounds[first]] = [this.#bounds[first], this.#bounds[at]];
      at = first;
    }
  }

  #isBefore(a: number, b: number): boolean {
    if (this.#bounds[a] !== this.#bounds[b]) return this.#bounds[a] > this.#bounds[b];
    return this.#graph.ids[this.#people[a]] < this.#graph.ids[this.#people[b]];
  }
}
