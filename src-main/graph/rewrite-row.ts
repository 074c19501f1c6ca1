import type { CompactGraph } from './compact-graph.ts';

/** A tie as one row gets it. */
export interface RowChange {
  /** Of its strength. */
  readonly code: number;
  readonly tieClass: number;
}

/** Position in the row given to a position of the old row that is not carried over. */
const DROPPED = 0xffffffff;

/**
 * Appends a new row for a person, the old one merged with the changes (null: removed), and points the person
 * to it. The room must be there (`ensureRoom`). Returns by how much the number of possible arcs changed.
 */
export function rewriteRow(
  graph: CompactGraph,
  person: number,
  changes: ReadonlyMap<number, RowChange | null>,
): number {
  const others = [...changes.keys()].toSorted((a, b) => a - b);
  const oldStart = graph.start[person];
  const oldEnd = graph.end[person];
  const newStart = graph.arcsUsed;
  const { neighbours } = graph.arcs;
  const movedTo = new Uint32Array(oldEnd - oldStart);
  const changedAt: number[] = [];
  const possibleBefore = countPossible(graph, oldStart, oldEnd);
  let at = newStart;
  let arc = oldStart;
  for (const other of others) {
    for (; arc < oldEnd && neighbours[arc] < other; arc++) {
      movedTo[arc - oldStart] = at - newStart;
      copyArc(graph, arc, at++);
    }
    if (arc < oldEnd && neighbours[arc] === other) movedTo[arc++ - oldStart] = DROPPED;
    const change = changes.get(other);
    if (change === null || change === undefined) continue;
    changedAt.push(at - newStart);
    writeArc(graph, at++, other, change);
  }
  for (; arc < oldEnd; arc++) {
    movedTo[arc - oldStart] = at - newStart;
    copyArc(graph, arc, at++);
  }
  mergeOrder(graph, oldStart, movedTo, newStart, changedAt);
  graph.start[person] = newStart;
  graph.end[person] = at;
  graph.arcsUsed = at;
  return countPossible(graph, newStart, at) - possibleBefore;
}

function copyArc(graph: CompactGraph, from: number, to: number): void {
  const { neighbours, codes, classes } = graph.arcs;
  neighbours[to] = neighbours[from];
  classes[to] = classes[from];
  codes[to] = codes[from];
}

function writeArc(graph: CompactGraph, at: number, other: number, change: RowChange): void {
  const { neighbours, codes, classes } = graph.arcs;
  neighbours[at] = other;
  classes[at] = change.tieClass;
  codes[at] = change.code;
}

/** The old order without what was dropped, merged with the changed arcs by falling strength. */
function mergeOrder(
  graph: CompactGraph,
  oldStart: number,
  movedTo: Uint32Array,
  newStart: number,
  changedAt: readonly number[],
): void {
  const { order } = graph.arcs;
  const strengthOf = (position: number) => graph.strengthAt(newStart + position);
  const changed = changedAt.toSorted((a, b) => strengthOf(b) - strengthOf(a));
  let out = newStart;
  let next = 0;
  for (let i = 0; i < movedTo.length; i++) {
    const position = movedTo[order[oldStart + i]];
    if (position === DROPPED) continue;
    while (next < changed.length && strengthOf(changed[next]) > strengthOf(position)) {
      order[out++] = changed[next++];
    }
    order[out++] = position;
  }
  while (next < changed.length) order[out++] = changed[next++];
}

function countPossible(graph: CompactGraph, from: number, to: number): number {
  const { classes } = graph.arcs;
  const { list } = graph.classes;
  let count = 0;
  for (let arc = from; arc < to; arc++) if (list[classes[arc]].possible) count++;
  return count;
}
