import type { CompactGraph } from './compact-graph.ts';
import type { PlatformOverlap } from './overlap-by-platform.ts';
import { overlapByPlatform } from './overlap-by-platform.ts';
import type { TieFilter } from './tie-filter.ts';
import { makeSieve, seenNeighbours } from './tie-filter.ts';

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

/** The overlap of two people's networks in numbers only: some tenths of a microsecond. */
export function countOverlap(
  graph: CompactGraph,
  a: number,
  b: number,
  filter?: TieFilter,
): OverlapCounts {
  const indexA = graph.index.get(a);
  const indexB = graph.index.get(b);
  const sieve = makeSieve(graph, filter, [indexA, indexB]);
  const rowA = seenNeighbours(graph, sieve, indexA);
  const rowB = seenNeighbours(graph, sieve, indexB);
  const sizeA = rowA.length - (indexB >= 0 && includesSorted(rowA, indexB) ? 1 : 0);
  const sizeB = rowB.length - (indexA >= 0 && includesSorted(rowB, indexA) ? 1 : 0);
  const shared = rowA.length < rowB.length ? countShared(rowA, rowB) : countShared(rowB, rowA);
  return toCounts(sizeA, sizeB, shared);
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
export function toIds(graph: CompactGraph, people: readonly number[]): number[] {
  return people.map((person) => graph.ids[person]).toSorted((a, b) => a - b);
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

function includesSorted(row: Uint32Array, person: number): boolean {
  const at = lowerBound(row, person, 0);
  return at < row.length && row[at] === person;
}

/** First position at or after `from` whose entry is not below `person`. */
function lowerBound(row: Uint32Array, person: number, from: number): number {
  let low = from;
  let high = row.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (row[middle] < person) low = middle + 1;
    else high = middle;
  }
  return low;
}

function countShared(short: Uint32Array, long: Uint32Array): number {
  let count = 0;
  if (long.length > short.length * GALLOP_RATIO) {
    let at = 0;
    for (const person of short) {
      at = lowerBound(long, person, at);
      if (at === long.length) break;
      if (long[at] === person) count++;
    }
    return count;
  }
  let at = 0;
  for (let i = 0; i < short.length; i++) {
    const person = short[i];
    while (at < long.length && long[at] < person) at++;
    if (at === long.length) break;
    if (long[at] === person) count++;
  }
  return count;
}
