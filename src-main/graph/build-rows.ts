import type { ArcColumns } from './arc-columns.ts';
import { allocateArcs } from './arc-columns.ts';
import { CompactGraph } from './compact-graph.ts';
import { IdIndex } from './id-index.ts';
import { RowSorter } from './row-sorter.ts';
import { StrengthDictionary } from './strength-dictionary.ts';
import type { Adjacency, SweptTies } from './swept-ties.ts';
import { dropRepeated, groupByPerson, orderBreadthFirst } from './swept-ties.ts';

export interface BuildOptions {
  /** Where the breadth-first numbering begins: near people get near numbers, hence near memory. */
  readonly me?: number | null;
  /** Keep the arcs in SharedArrayBuffers, so that another thread can read them. */
  readonly isShared?: boolean;
}

/** Bounds of everybody's row, by new index. */
interface Rows {
  readonly start: Uint32Array;
  readonly confirmedEnd: Uint32Array;
  readonly end: Uint32Array;
}

/** Builds the graph, numbered breadth-first from the index `root` (-1: from the first person swept). */
export function buildGraph(fed: SweptTies, root: number, options: BuildOptions): CompactGraph {
  const { people, classes } = fed;
  const allTies = groupByPerson(fed);
  const swept = dropRepeated(fed, allTies);
  const adjacency = swept === fed ? allTies : groupByPerson(swept);
  const order = orderBreadthFirst(adjacency, people, root);
  const slots = people + (people >>> 3) + 1024;
  const ids = new Float64Array(slots);
  const flags = new Uint8Array(slots);
  const index = new IdIndex();
  for (let at = 0; at < people; at++) {
    ids[at] = swept.ids[order[at]];
    flags[at] = swept.flags[order[at]];
    index.set(ids[at], at);
  }
  const isPossible = Uint8Array.from(classes.list, (tieClass) => (tieClass.possible ? 1 : 0));
  const { rows, widest, possibleArcs } = layOutRows(swept, adjacency, order, slots, isPossible);
  const { arcs, codeOf, strengths } = encodeStrengths(swept, widest, options);
  fillRows(swept, adjacency, order, rows, arcs, codeOf, isPossible);
  const sorter = new RowSorter();
  for (let at = 0; at < people; at++) {
    sorter.sort(arcs, rows.start[at], rows.start[at], rows.confirmedEnd[at]);
    sorter.sort(arcs, rows.start[at], rows.confirmedEnd[at], rows.end[at]);
  }
  const counts = { tieCount: swept.ties, possibleCount: possibleArcs / 2 };
  const parts = { slots: people, ids, flags, ...rows, arcs, strengths, classes, index };
  return new CompactGraph({ ...parts, ...counts, arcsUsed: swept.ties * 2 });
}

/** Arcs kept free for edits: enough for thousands of them before the graph has to be compacted. */
export function roomForEdits(arcs: number): number {
  return Math.max(4096, Math.min(arcs, 1 << 18), arcs >>> 4);
}

/** Where each row and its possible part will lie. */
function layOutRows(
  swept: SweptTies,
  adjacency: Adjacency,
  order: Uint32Array,
  slots: number,
  isPossible: Uint8Array,
): { rows: Rows; widest: number; possibleArcs: number } {
  const rows: Rows = {
    start: new Uint32Array(slots),
    confirmedEnd: new Uint32Array(slots),
    end: new Uint32Array(slots),
  };
  let widest = 0;
  let possibleArcs = 0;
  let arcs = 0;
  for (let at = 0; at < order.length; at++) {
    const old = order[at];
    rows.start[at] = arcs;
    let possible = 0;
    for (let i = adjacency.start[old]; i < adjacency.start[old + 1]; i++) {
      possible += isPossible[swept.tieClass[adjacency.ties[i]]];
    }
    const degree = adjacency.start[old + 1] - adjacency.start[old];
    arcs += degree;
    rows.confirmedEnd[at] = arcs - possible;
    rows.end[at] = arcs;
    possibleArcs += possible;
    widest = Math.max(widest, degree);
  }
  return { rows, widest, possibleArcs };
}

/**
 * Writes the rows in the new numbering by walking the people in that order and appending each to the rows of
 * their neighbours (a transposition): both parts of every row come out ascending without a sort.
 */
function fillRows(
  swept: SweptTies,
  adjacency: Adjacency,
  order: Uint32Array,
  rows: Rows,
  arcs: ArcColumns,
  codeOf: Uint32Array,
  isPossible: Uint8Array,
): void {
  const { neighbours, codes, classes } = arcs;
  const { tieClass } = swept;
  const newIndex = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at++) newIndex[order[at]] = at;
  const confirmed = rows.start.slice(0, order.length);
  const possible = rows.confirmedEnd.slice(0, order.length);
  for (let at = 0; at < order.length; at++) {
    const old = order[at];
    for (let i = adjacency.start[old]; i < adjacency.start[old + 1]; i++) {
      const row = newIndex[adjacency.others[i]];
      const tie = adjacency.ties[i];
      const arc = isPossible[tieClass[tie]] === 0 ? confirmed[row]++ : possible[row]++;
      neighbours[arc] = at;
      codes[arc] = codeOf[tie];
      classes[arc] = tieClass[tie];
    }
  }
}

/** Numbers the strengths and allocates columns to fit; `codeOf` is by swept tie. */
function encodeStrengths(
  swept: SweptTies,
  widest: number,
  options: BuildOptions,
): { arcs: ArcColumns; codeOf: Uint32Array; strengths: StrengthDictionary } {
  const isShared = options.isShared === true;
  const strengths = new StrengthDictionary(isShared);
  const codeOf = new Uint32Array(swept.ties);
  for (let tie = 0; tie < swept.ties; tie++) codeOf[tie] = strengths.intern(swept.strength[tie]);
  strengths.settle();
  const shape = {
    capacity: swept.ties * 2 + roomForEdits(swept.ties * 2),
    strengths: strengths.size,
    classes: swept.classes.list.length,
    widest,
    isShared,
  };
  return { arcs: allocateArcs(shape, strengths.values), codeOf, strengths };
}
