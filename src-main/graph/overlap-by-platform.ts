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
  const sizesA = new PlatformTally();
  const sizesB = new PlatformTally();
  const shared = new PlatformTally();
  forEachSeenArc(graph, sieve, indexA, indexB, (arcA) => {
    const classA = classOf(graph, arcA);
    sizesA.add(classA.mask, classA.overflow);
    const arcB = findSeenArc(graph, sieve, indexB, graph.arcs.neighbours[arcA]);
    if (arcB < 0) return;
    const classB = classOf(graph, arcB);
    const overflow = classA.overflow.filter((platform) => classB.overflow.includes(platform));
    shared.add(classA.mask & classB.mask, overflow);
  });
  forEachSeenArc(graph, sieve, indexB, indexA, (arcB) => {
    const classB = classOf(graph, arcB);
    sizesB.add(classB.mask, classB.overflow);
  });
  const wanted = filter?.platforms === undefined ? null : new Set(filter.platforms);
  return [...new Set([...sizesA.platforms(), ...sizesB.platforms()])]
    .filter((platform) => wanted === null || wanted.has(platform))
    .toSorted((x, y) => x - y)
    .map((platform) => ({
      platform,
      sizeA: sizesA.get(platform),
      sizeB: sizesB.get(platform),
      shared: shared.get(platform),
    }));
}

function classOf(graph: CompactGraph, arc: number): TieClass {
  return graph.classes.list[graph.arcs.classes[arc]];
}

function forEachSeenArc(
  graph: CompactGraph,
  sieve: Sieve,
  person: number,
  leftOut: number,
  visit: (arc: number) => void,
): void {
  if (person < 0) return;
  for (let arc = graph.start[person]; arc < sieve.rowEnd[person]; arc++) {
    if (graph.arcs.neighbours[arc] === leftOut) continue;
    if (sieve.isOpen || isSeen(graph, sieve, arc)) visit(arc);
  }
}

/** Counts by platform number. */
class PlatformTally {
  readonly #low = new Uint32Array(FIRST_OVERFLOW_PLATFORM);
  readonly #overflow = new Map<number, number>();

  add(mask: number, overflow: readonly number[]): void {
    for (let rest = mask & 0x7fffffff; rest !== 0; rest &= rest - 1) {
      this.#low[31 - Math.clz32(rest & -rest)]++;
    }
    for (const platform of overflow) {
      this.#overflow.set(platform, (this.#overflow.get(platform) ?? 0) + 1);
    }
  }

  get(platform: number): number {
    if (platform < FIRST_OVERFLOW_PLATFORM) return this.#low[platform];
    return this.#overflow.get(platform) ?? 0;
  }

  platforms(): number[] {
    const low = Array.from(this.#low.keys()).filter((platform) => this.#low[platform] > 0);
    return [...low, ...this.#overflow.keys()];
  }
}
