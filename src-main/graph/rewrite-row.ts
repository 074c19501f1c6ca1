import type { CompactGraph } from './compact-graph.ts';

/** A tie as one row gets it. */
export interface RowChange {
  /** Of its strength. */
  readonly code: number;
  readonly tieClass: number;
  readonly possible: boolean;
}

/** Position in the row given to a position of the old row that is not carried over. */
const DROPPED = 0xffffffff;

/**
 * Appends a new row for a person, the old one merged with the changes (null: removed), and points the person
 * to it. The room must be there (`ensureRoom`).
 */
export function rewriteRow(
  graph: CompactGraph,
  person: number,
  changes: ReadonlyMap<number, RowChange | null>,
): void {
  const others = [...changes.keys()].toSorted((a, b) => a - b);
  const start = graph.start[person];
  const middle = graph.confirmedEnd[person];
  const newStart = graph.arcsUsed;
  const oldRow = { start, first: start, end: middle };
  const newMiddle = mergePart(graph, oldRow, newStart, newStart, others, changes, false);
  const oldRest = { start, first: middle, end: graph.end[person] };
  const newEnd = mergePart(graph, oldRest, newStart, newMiddle, others, changes, true);
  graph.start[person] = newStart;
  graph.confirmedEnd[person] = newMiddle;
  graph.end[person] = newEnd;
  graph.arcsUsed = newEnd;
}

/** A part of an old row: the start of the row, and the bounds of the part. */
interface OldPart {
  readonly start: number;
  readonly first: number;
  readonly end: number;
}

/** Merges the confirmed or the possible part of a row to `newFirst`. Returns where the new part ends. */
function mergePart(
  graph: CompactGraph,
  old: OldPart,
  newStart: number,
  newFirst: number,
  others: readonly number[],
  changes: ReadonlyMap<number, RowChange | null>,
  possible: boolean,
): number {
  const { neighbours } = graph.arcs;
  const movedTo = new Uint32Array(old.end - old.first);
  const changedAt: number[] = [];
  let at = newFirst;
  let arc = old.first;
  for (const other of others) {
    for (; arc < old.end && neighbours[arc] < other; arc++) {
      movedTo[arc - old.first] = at - newStart;
      copyArc(graph, arc, at++);
    }
    if (arc < old.end && neighbours[arc] === other) movedTo[arc++ - old.first] = DROPPED;
    const change = changes.get(other) ?? null;
    if (change?.possible !== possible) continue;
    changedAt.push(at - newStart);
    writeArc(graph, at++, other, change);
  }
  for (; arc < old.end; arc++) {
    movedTo[arc - old.first] = at - newStart;
    copyArc(graph, arc, at++);
  }
  mergeOrder(graph, old, movedTo, newStart, newFirst, changedAt);
  return at;
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
  old: OldPart,
  movedTo: Uint32Array,
  newStart: number,
  newFirst: number,
  changedAt: readonly number[],
): void {
  const { order } = graph.arcs;
  const strengthOf = (position: number) => graph.strengthAt(newStart + position);
  const changed = changedAt.toSorted((a, b) => strengthOf(b) - strengthOf(a));
  let out = newFirst;
  let next = 0;
  for (let arc = old.first; arc < old.end; arc++) {
    const position = movedTo[order[arc] - (old.first - old.start)];
    if (position === DROPPED) continue;
    while (next < changed.length && strengthOf(changed[next]) > strengthOf(position)) {
      order[out++] = changed[next++];
    }
    order[out++] = position;
  }
  while (next < changed.length) order[out++] = changed[next++];
}
