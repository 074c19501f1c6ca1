import type { CompactGraph } from './compact-graph.ts';
import type { TieClass } from './tie-classes.ts';
import { FIRST_OVERFLOW_PLATFORM } from './tie-classes.ts';
import type { Sieve, TieFilter } from './tie-filter.ts';
import { findSeenArc, isSeen, makeSieve } from './tie-filter.ts';

/** Two networks on one platform: a member counts there when the tie has evidence on that platform. */
export interface PlatformOverlap {
  /** Platform number. */
  readonly platform: number;
  readonly sizeA: number;
  readonly sizeB: number;
  /** People tied to both, with evidence on this platform in both ties. */
  readonly shared: number;
}

/** The overlap of two people platform by platform, ascending, without platforms on which neither has anybody. */
export function overlapByPlatform(
  graph: CompactGraph,
  a: number,
  b: number,
  filter?: TieFilter,
): PlatformOverlap[] {
  const indexA = graph.index.get(a);
  const indexB = graph.index.get(b);
  const sieve = makeSieve(graph, filter, [indexA, indexB]);
  const sizesA = tallyNetwork(graph, sieve, indexA, indexB);
  const sizesB = tallyNetwork(graph, sieve, indexB, indexA);
  const shared = tallyShared(graph, sieve, indexA, indexB);
  const wanted = filter?.platforms === undefined ? null : new Set(filter.platforms);
  return [...new Set([...sizesA.keys(), ...sizesB.keys()])]
    .filter((platform) => wanted === null || wanted.has(platform))
    .toSorted((x, y) => x - y)
    .map((platform) => ({
      platform,
      sizeA: sizesA.get(platform) ?? 0,
      sizeB: sizesB.get(platform) ?? 0,
      shared: shared.get(platform) ?? 0,
    }));
}

/** People by platform number. */
type Tally = Map<number, number>;

/** Counts a network by class of tie first: there are thousands of ties of a few dozen classes. */
function tallyNetwork(graph: CompactGraph, sieve: Sieve, person: number, leftOut: number): Tally {
  const tally: Tally = new Map();
  if (person < 0) return tally;
  const { neighbours, classes } = graph.arcs;
  const byClass = new Uint32Array(graph.classes.list.length);
  for (let arc = graph.start[person]; arc < sieve.rowEnd[person]; arc++) {
    if (neighbours[arc] === leftOut) continue;
    if (sieve.isOpen || isSeen(graph, sieve, arc)) byClass[classes[arc]]++;
  }
  graph.classes.list.forEach((tieClass, number) => {
    if (byClass[number] > 0) addPlatforms(tally, tieClass, tieClass, byClass[number]);
  });
  return tally;
}

/** Counts the shared people on the platforms of both ties, looking the fewer up among the more. */
function tallyShared(graph: CompactGraph, sieve: Sieve, indexA: number, indexB: number): Tally {
  const tally: Tally = new Map();
  if (indexA < 0 || indexB < 0) return tally;
  const degree = (person: number) => sieve.rowEnd[person] - graph.start[person];
  const [few, many] = degree(indexA) < degree(indexB) ? [indexA, indexB] : [indexB, indexA];
  const { list } = graph.classes;
  const { neighbours, classes } = graph.arcs;
  for (let arc = graph.start[few]; arc < sieve.rowEnd[few]; arc++) {
    if (!sieve.isOpen && !isSeen(graph, sieve, arc)) continue;
    const other = findSeenArc(graph, sieve, many, neighbours[arc]);
    if (other >= 0) addPlatforms(tally, list[classes[arc]], list[classes[other]], 1);
  }
  return tally;
}

/** Adds to each platform that two ties have in common. */
function addPlatforms(tally: Tally, one: TieClass, other: TieClass, count: number): void {
  const add = (platform: number) => tally.set(platform, (tally.get(platform) ?? 0) + count);
  const low = one.mask & other.mask;
  for (let bit = 0; bit < FIRST_OVERFLOW_PLATFORM; bit++) if ((low >>> bit) & 1) add(bit);
  for (const platform of one.overflow) if (other.overflow.includes(platform)) add(platform);
}
