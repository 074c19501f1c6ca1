import type { CompactGraph } from './compact-graph.ts';
import type { PlatformOverlap } from './overlap-by-platform.ts';
import { overlapByPlatform } from './overlap-by-platform.ts';
import type { TieFilter } from './tie-filter.ts';
import { findSeenArc, makeSieve, seenNeighbours } from './tie-filter.ts';

/** Sizes of two networks and of what they share. Each of the two people is left out of both networks. */
export interface OverlapCounts {
  readonly sizeA: number;
  readonly sizeB: number;
  readonly shared: number;
  readonly onlyA: number;
  readonly onlyB: number;
  /** shared / (shared + onlyA + onlyB), in [0, 1]; 0 when both networks are empty. */
  readonly jaccard: number;
}

export interface Overlap extends OverlapCounts {
  /** Person ids, ascending; likewise the next two. */
  readonly sharedPeople: readonly number[];
  readonly onlyAPeople: readonly number[];
  readonly onlyBPeople: readonly number[];
  /** By ascending platform number; platforms without a member, or not asked for, are left out. */
  readonly byPlatform: readonly PlatformOverlap[];
}

/** How many times longer one row must be for searching it to beat walking both. */
const GALLOP_RATIO = 16;

/** The overlap of two people's networks in numbers only: well under a microsecond for most. */
export function countOverlap(
  graph: CompactGraph,
  a: number,
  b: number,
  filter?: TieFilter,
): OverlapCounts {
  const indexA = graph.index.get(a);
  const indexB = graph.index.get(b);
  const sieve = makeSieve(graph, filter, [indexA, indexB]);
  // Two people who are tied are each one too many in the other's row.
  const tied = findSeenArc(graph, sieve, indexA, indexB) >= 0 ? 1 : 0;
  if (sieve.isOpen && filter?.includePossible !== true && indexA >= 0 && indexB >= 0) {
    const { start, confirmedEnd } = graph;
    const rowA = confirmedEnd[indexA] - start[indexA];
    const rowB = confirmedEnd[indexB] - start[indexB];
    const { neighbours } = graph.arcs;
    const shared =
      rowA < rowB
        ? countShared(
            neighbours,
            start[indexA],
            confirmedEnd[indexA],
            neighbours,
            start[indexB],
            confirmedEnd[indexB],
          )
        : countShared(
            neighbours,
            start[indexB],
            confirmedEnd[indexB],
            neighbours,
            start[indexA],
            confirmedEnd[indexA],
          );
    return toCounts(rowA - tied, rowB - tied, shared);
  }
  const rowA = seenNeighbours(graph, sieve, indexA);
  const rowB = seenNeighbours(graph, sieve, indexB);
  const shared = countShared(rowA, 0, rowA.length, rowB, 0, rowB.length);
  return toCounts(rowA.length - tied, rowB.length - tied, shared);
}

/** The overlap of two people's networks with its members, over all platforms seen and for each of them. */
export function findOverlap(
  graph: CompactGraph,
  a: number,
  b: number,
  filter?: TieFilter,
): Overlap {
  const indexA = graph.index.get(a);
  const indexB = graph.index.get(b);
  const sieve = makeSieve(graph, filter, [indexA, indexB]);
  const rowA = seenNeighbours(graph, sieve, indexA);
  const rowB = seenNeighbours(graph, sieve, indexB);
  const shared: number[] = [];
  const onlyA: number[] = [];
  const onlyB: number[] = [];
  let atB = 0;
  for (const person of rowA) {
    while (atB < rowB.length && rowB[atB] < person) pushUnless(onlyB, rowB[atB++], indexA);
    if (atB < rowB.length && rowB[atB] === person) {
      shared.push(person);
      atB++;
    } else {
      pushUnless(onlyA, person, indexB);
    }
  }
  while (atB < rowB.length) pushUnless(onlyB, rowB[atB++], indexA);
  return {
    ...toCounts(shared.length + onlyA.length, shared.length + onlyB.length, shared.length),
    sharedPeople: toIds(graph, shared),
    onlyAPeople: toIds(graph, onlyA),
    onlyBPeople: toIds(graph, onlyB),
    byPlatform: overlapByPlatform(graph, a, b, filter),
  };
}

/** Person ids of some indices, ascending. */
function toIds(graph: CompactGraph, people: readonly number[]): number[] {
  const ids = new Float64Array(people.length);
  for (let i = 0; i < people.length; i++) ids[i] = graph.ids[people[i]];
  return Array.from(ids.sort());
}

function toCounts(sizeA: number, sizeB: number, shared: number): OverlapCounts {
  const union = sizeA + sizeB - shared;
  return {
    sizeA,
    sizeB,
    shared,
    onlyA: sizeA - shared,
    onlyB: sizeB - shared,
    jaccard: union === 0 ? 0 : shared / union,
  };
}

function pushUnless(list: number[], person: number, leftOut: number): void {
  if (person !== leftOut) list.push(person);
}

/** First position from `low` on, before `end`, whose entry is not below `person`; `end` if there is none. */
function lowerBound(rows: Uint32Array, person: number, low: number, end: number): number {
  let first = low;
  let last = end;
  while (first < last) {
    const middle = (first + last) >>> 1;
    if (rows[middle] < person) first = middle + 1;
    else last = middle;
  }
  return first;
}

/** Entries that two ascending ranges share. It pays to give the shorter one first. */
function countShared(
  rows: Uint32Array,
  first: number,
  end: number,
  others: Uint32Array,
  otherFirst: number,
  otherEnd: number,
): number {
  let count = 0;
  let at = otherFirst;
  const isMuchLonger = otherEnd - otherFirst > (end - first) * GALLOP_RATIO;
  for (let i = first; i < end; i++) {
    const person = rows[i];
    if (isMuchLonger) at = lowerBound(others, person, at, otherEnd);
    else while (at < otherEnd && others[at] < person) at++;
    if (at === otherEnd) break;
    if (others[at] === person) count++;
  }
  return count;
}
