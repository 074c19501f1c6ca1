import type { ArcColumns } from './arc-columns.ts';
import { allocateArcs, canNumber } from './arc-columns.ts';
import { roomForEdits } from './arrange-rows.ts';
import type { CompactGraph } from './compact-graph.ts';

/** What the columns must be able to hold next. */
export interface ColumnNeeds {
  /** Arcs to come, beyond those now in use by people's rows. */
  readonly arcs: number;
  /** Degree of the best-connected person to come. */
  readonly widest: number;
}

/** Whether more than half of the room for edits is used: time to `compactGraph` while nobody waits. */
export function needsCompaction(graph: CompactGraph): boolean {
  const capacity = graph.arcs.neighbours.length;
  const room = roomForEdits(graph.tieCount * 2);
  return capacity - graph.arcsUsed < room / 2;
}

/**
 * Copies the rows together, without those that edits have replaced, and makes new room for edits. About 0.3 s
 * for ten million ties; edits do it themselves when the room runs out.
 */
export function compactGraph(graph: CompactGraph): void {
  makeRoom(graph, { arcs: 0, widest: 0 });
}

/** Sees to it that rows of so many arcs can be appended, moving everything if they cannot. */
export function ensureRoom(graph: CompactGraph, needs: ColumnNeeds): void {
  const { arcs } = graph;
  const isRoomy = graph.arcsUsed + needs.arcs <= arcs.neighbours.length;
  const isWide =
    canNumber(arcs.order, needs.widest) &&
    canNumber(arcs.classes, graph.classes.list.length) &&
    canNumber(arcs.codes, graph.strengths.size);
  if (!isRoomy || !isWide) makeRoom(graph, needs);
  // The dictionary has moved if an edit made it grow.
  else if (arcs.values !== graph.strengths.values) {
    graph.arcs = { ...arcs, values: graph.strengths.values };
  }
}

function makeRoom(graph: CompactGraph, needs: ColumnNeeds): void {
  const old = graph.arcs;
  const live = graph.tieCount * 2;
  const shape = {
    capacity: live + needs.arcs + roomForEdits(live + needs.arcs),
    strengths: graph.strengths.size,
    classes: graph.classes.list.length,
    // An order that has become wide stays so: who made it wide is still there.
    widest: Math.max(needs.widest, old.order instanceof Uint32Array ? 2 ** 32 : 0),
    isShared: isSharedMemory(old),
  };
  const arcs = allocateArcs(shape, graph.strengths.values);
  const start = new Uint32Array(graph.start.length);
  const confirmedEnd = new Uint32Array(graph.start.length);
  const end = new Uint32Array(graph.start.length);
  let used = 0;
  for (let first = 0; first < graph.slots; ) {
    const last = lastOfRun(graph, first);
    const from = graph.start[first];
    const to = graph.end[last];
    copyArcs(old, arcs, from, to, used);
    for (let person = first; person <= last; person++) {
      start[person] = graph.start[person] - from + used;
      confirmedEnd[person] = graph.confirmedEnd[person] - from + used;
      end[person] = graph.end[person] - from + used;
    }
    used += to - from;
    first = last + 1;
  }
  graph.arcs = arcs;
  graph.start = start;
  graph.confirmedEnd = confirmedEnd;
  graph.end = end;
  graph.arcsUsed = used;
}

function isSharedMemory(arcs: ArcColumns): boolean {
  return arcs.neighbours.buffer instanceof SharedArrayBuffer;
}

/** Whether the rows lie one behind the other in the order of people, with nothing before or between. */
export function areRowsInOrder(graph: CompactGraph): boolean {
  if (graph.slots === 0) return true;
  return graph.start[0] === 0 && lastOfRun(graph, 0) === graph.slots - 1;
}

/** The last person of the longest run from `first` whose rows lie one behind the other. */
function lastOfRun(graph: CompactGraph, first: number): number {
  let last = first;
  while (last + 1 < graph.slots && graph.start[last + 1] === graph.end[last]) last++;
  return last;
}

function copyArcs(old: ArcColumns, into: ArcColumns, from: number, to: number, at: number): void {
  into.neighbours.set(old.neighbours.subarray(from, to), at);
  into.classes.set(old.classes.subarray(from, to), at);
  into.order.set(old.order.subarray(from, to), at);
  into.codes.set(old.codes.subarray(from, to), at);
}
