import type { CompactGraph } from './compact-graph.ts';
import type { LabelSet } from './label-set.ts';

/** Products of strengths closer than this, relatively, are equal: the order of multiplication must not decide. */
export const EQUAL_WITHIN = 1e-12;

/** Arcs that expanding the newest layer would walk at most. */
export function frontierSize(graph: CompactGraph, labels: LabelSet): number {
  let arcs = 0;
  for (let label = labels.layerStart; label < labels.count; label++) {
    const person = labels.person[label];
    arcs += graph.end[person] - graph.start[person];
  }
  return arcs;
}

/** Labels a person if this way is stronger than what is known, or as strong, as short, and earlier by ids. */
export function relax(
  graph: CompactGraph,
  side: LabelSet,
  goForward: boolean,
  layerStart: number,
  parent: number,
  person: number,
  product: number,
): void {
  const known = side.labelOf[person] - 1;
  if (known < 0) {
    side.add(person, product, parent);
    return;
  }
  const old = side.product[known];
  if (product > old * (1 + EQUAL_WITHIN)) {
    if (known < layerStart) side.add(person, product, parent);
    else {
      side.product[known] = product;
      side.parent[known] = parent;
    }
    return;
  }
  if (known < layerStart || product < old * (1 - EQUAL_WITHIN)) return;
  const isEarlier = goForward
    ? compareForward(graph, side, parent, side.parent[known]) < 0
    : graph.ids[side.person[parent]] < graph.ids[side.person[side.parent[known]]];
  if (isEarlier) side.parent[known] = parent;
}

/** Compares two ways from the start, of equally many ties, by their person ids in turn. */
export function compareForward(graph: CompactGraph, side: LabelSet, a: number, b: number): number {
  if (a === b || a < 0 || b < 0) return 0;
  const before = compareForward(graph, side, side.parent[a], side.parent[b]);
  return before !== 0 ? before : graph.ids[side.person[a]] - graph.ids[side.person[b]];
}
