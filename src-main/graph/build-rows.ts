import type { ArcColumns } from './arc-columns.ts';
import { allocateArcs } from './arc-columns.ts';
import { CompactGraph } from './compact-graph.ts';
import { IdIndex } from './id-index.ts';
import { RowWriter } from './row-writer.ts';
import type { Adjacency, SweptTies } from './swept-ties.ts';
import {
  groupByPerson,
  inRanges,
  markRepeated,
  orderBreadthFirst,
  PEOPLE_A_STEP,
} from './swept-ties.ts';

export interface BuildOptions {
  /** Where the breadth-first numbering begins: near people get near numbers, hence near memory. */
  readonly me?: number | null;
  /** Keep the arcs in SharedArrayBuffers, so that another thread can read them. */
  readonly isShared?: boolean;
}

/** Bounds of everybody's row. */
interface Rows {
  readonly start: Uint32Array;
  readonly confirmedEnd: Uint32Array;
  readonly end: Uint32Array;
}

/**
 * Builds the graph, numbered breadth-first from the person `root` of the sweep (-1: from the first). Yields every few
 * milliseconds, for who has something else to do meanwhile.
 */
export function* buildGraph(
  swept: SweptTies,
  root: number,
  options: BuildOptions,
): Generator<void, CompactGraph> {
  const { people, classes, strengths } = swept;
  const isShared = options.isShared === true;
  strengths.settle(isShared);
  const adjacency = yield* groupByPerson(swept);
  const tieCount = swept.ties - (yield* markRepeated(adjacency, people));
  const order = yield* orderBreadthFirst(adjacency, people, root);
  const shape = {
    capacity: tieCount * 2 + roomForEdits(tieCount * 2),
    strengths: strengths.size,
    classes: classes.list.length,
    widest: widestRow(adjacency),
    isShared,
  };
  const arcs = allocateArcs(shape, strengths.values);
  const isPossible = Uint8Array.from(classes.list, (tieClass) => (tieClass.possible ? 1 : 0));
  const rows = yield* writeRows(adjacency, order, arcs, isPossible);
  const ids = new Float64Array(rows.start.length);
  const flags = new Uint8Array(rows.start.length);
  const index = new IdIndex();
  let possibleArcs = 0;
  for (let at = 0; at < people; at++) {
    ids[at] = swept.ids[order[at]];
    flags[at] = swept.flags[order[at]];
    index.set(ids[at], at);
    possibleArcs += rows.end[at] - rows.confirmedEnd[at];
  }
  const counts = { tieCount, possibleCount: possibleArcs / 2, arcsUsed: tieCount * 2 };
  return new CompactGraph({
    slots: people,
    ids,
    flags,
    ...rows,
    arcs,
    strengths,
    classes,
    index,
    ...counts,
  });
}

/** Arcs kept free for edits: enough for thousands of them before the graph has to be compacted. */
export function roomForEdits(arcs: number): number {
  return Math.max(4096, Math.min(arcs, 1 << 18), arcs >>> 4);
}

function widestRow({ start }: Adjacency): number {
  let widest = 0;
  for (let at = 1; at < start.length; at++) widest = Math.max(widest, start[at] - start[at - 1]);
  return widest;
}

/** Writes everybody's row in the new numbering. */
function* writeRows(
  adjacency: Adjacency,
  order: Uint32Array,
  arcs: ArcColumns,
  isPossible: Uint8Array,
): Generator<void, Rows> {
  const people = order.length;
  const slots = people + (people >>> 3) + 1024;
  const start = new Uint32Array(slots);
  const confirmedEnd = new Uint32Array(slots);
  const end = new Uint32Array(slots);
  const newIndex = new Uint32Array(people);
  for (let at = 0; at < people; at++) newIndex[order[at]] = at;
  const writer = new RowWriter(adjacency, newIndex, arcs, isPossible);
  const writeRow = (at: number): void => {
    start[at] = writer.end;
    const first = adjacency.start[order[at]];
    writer.write(first, adjacency.start[order[at] + 1] - first);
    confirmedEnd[at] = writer.confirmedEnd;
    end[at] = writer.end;
  };
  yield* inRanges(people, PEOPLE_A_STEP, (from, to) => {
    for (let at = from; at < to; at++) writeRow(at);
  });
  return { start, confirmedEnd, end };
}
