import type { ArcColumns } from './arc-columns.ts';
import { allocateArcs } from './arc-columns.ts';
import { CompactGraph } from './compact-graph.ts';
import { IdIndex } from './id-index.ts';
import { RowSorter } from './row-sorter.ts';
import { StrengthDictionary } from './strength-dictionary.ts';
import type { TieClasses } from './tie-classes.ts';

export interface BuildOptions {
  /** Where the breadth-first numbering begins: near people get near numbers, hence near memory. */
  readonly me?: number | null;
  /** Keep the arcs in SharedArrayBuffers, so that another thread can read them. */
  readonly isShared?: boolean;
}

/** What a sweep over the book collected, people numbered as they came. */
export interface SweptTies {
  readonly people: number;
  readonly ids: Float64Array;
  readonly flags: Uint8Array;
  readonly ties: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly strength: Float64Array;
  readonly tieClass: Uint32Array;
  readonly classes: TieClasses;
}

/** Ties by the person they touch, as they came; `others` is the person at the other end. */
interface Adjacency {
  readonly start: Uint32Array;
  readonly ties: Uint32Array;
  readonly others: Uint32Array;
}

interface Rows {
  readonly start: Uint32Array;
  readonly end: Uint32Array;
}

/** Builds the graph, numbered breadth-first from the index `root` (-1: from the first person swept). */
export function buildGraph(swept: SweptTies, root: number, options: BuildOptions): CompactGraph {
  const { people } = swept;
  const adjacency = groupByPerson(swept);
  const order = orderBreadthFirst(adjacency, people, root);
  const slots = people + (people >>> 3) + 1024;
  const ids = new Float64Array(slots);
  const flags = new Uint8Array(slots);
  const rows = { start: new Uint32Array(slots), end: new Uint32Array(slots) };
  const index = new IdIndex();
  let widest = 0;
  let arcsUsed = 0;
  for (let at = 0; at < people; at++) {
    const old = order[at];
    ids[at] = swept.ids[old];
    flags[at] = swept.flags[old];
    index.set(ids[at], at);
    rows.start[at] = arcsUsed;
    rows.end[at] = arcsUsed;
    const degree = adjacency.start[old + 1] - adjacency.start[old];
    arcsUsed += degree;
    widest = Math.max(widest, degree);
  }
  const { arcs, strengths } = fillRows(swept, adjacency, order, rows, widest, options);
  const sorter = new RowSorter();
  for (let at = 0; at < people; at++) sorter.sort(arcs, rows.start[at], rows.end[at]);
  const counts = countTies(people, rows, arcs, swept.classes);
  const { classes } = swept;
  return new CompactGraph({
    slots: people,
    ids,
    flags,
    ...rows,
    arcs,
    arcsUsed,
    strengths,
    ...counts,
    classes,
    index,
  });
}

/** Arcs kept free for edits: enough for thousands of them before the graph has to be compacted. */
export function roomForEdits(arcs: number): number {
  return Math.max(4096, Math.min(arcs, 1 << 18), arcs >>> 4);
}

function groupByPerson(swept: SweptTies): Adjacency {
  const { people, ties, from, to } = swept;
  const cursor = new Uint32Array(people + 2);
  for (let tie = 0; tie < ties; tie++) {
    cursor[from[tie] + 2]++;
    cursor[to[tie] + 2]++;
  }
  for (let at = 2; at < cursor.length; at++) cursor[at] += cursor[at - 1];
  const grouped = new Uint32Array(ties * 2);
  const others = new Uint32Array(ties * 2);
  for (let tie = 0; tie < ties; tie++) {
    const a = cursor[from[tie] + 1]++;
    grouped[a] = tie;
    others[a] = to[tie];
    const b = cursor[to[tie] + 1]++;
    grouped[b] = tie;
    others[b] = from[tie];
  }
  // Filling moved every cursor to the end of its row, which is the start of the next one.
  return { start: cursor.subarray(0, people + 1), ties: grouped, others };
}

/** Old indices in breadth-first order from `root`, then from everybody not yet seen. */
function orderBreadthFirst(adjacency: Adjacency, people: number, root: number): Uint32Array {
  const { start, others } = adjacency;
  const order = new Uint32Array(people);
  const isSeen = new Uint8Array(people);
  let found = 0;
  let next = 0;
  for (let candidate = root < 0 ? 0 : -1; candidate < people; candidate++) {
    const seed = candidate < 0 ? root : candidate;
    if (isSeen[seed]) continue;
    isSeen[seed] = 1;
    order[found++] = seed;
    while (next < found) {
      const person = order[next++];
      for (let i = start[person]; i < start[person + 1]; i++) {
        const other = others[i];
        if (isSeen[other]) continue;
        isSeen[other] = 1;
        order[found++] = other;
      }
    }
  }
  return order;
}

/**
 * Writes the rows in the new numbering by walking the people in that order and appending each to the rows of
 * their neighbours (a transposition): every row comes out ascending without a sort. Moves `rows.end` along.
 */
function fillRows(
  swept: SweptTies,
  adjacency: Adjacency,
  order: Uint32Array,
  rows: Rows,
  widest: number,
  options: BuildOptions,
): { arcs: ArcColumns; strengths: StrengthDictionary } {
  const { arcs, codeOf, strengths } = encodeStrengths(swept, widest, options);
  const { neighbours, codes, classes } = arcs;
  const { start, end } = rows;
  const newIndex = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at++) newIndex[order[at]] = at;
  for (let at = 0; at < order.length; at++) {
    const old = order[at];
    for (let i = adjacency.start[old]; i < adjacency.start[old + 1]; i++) {
      const row = newIndex[adjacency.others[i]];
      const tie = adjacency.ties[i];
      // A pair fed twice finds its first arc at the end of the row, and replaces it.
      const isRepeated = end[row] > start[row] && neighbours[end[row] - 1] === at;
      const arc = isRepeated ? end[row] - 1 : end[row]++;
      neighbours[arc] = at;
      codes[arc] = codeOf[tie];
      classes[arc] = swept.tieClass[tie];
    }
  }
  return { arcs, strengths };
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

function countTies(
  people: number,
  rows: Rows,
  arcs: ArcColumns,
  classes: TieClasses,
): { tieCount: number; possibleCount: number } {
  let tieArcs = 0;
  let possibleArcs = 0;
  const isPossible = Uint8Array.from(classes.list, (tieClass) => (tieClass.possible ? 1 : 0));
  for (let at = 0; at < people; at++) {
    tieArcs += rows.end[at] - rows.start[at];
    for (let arc = rows.start[at]; arc < rows.end[at]; arc++) {
      possibleArcs += isPossible[arcs.classes[arc]];
    }
  }
  return { tieCount: tieArcs / 2, possibleCount: possibleArcs / 2 };
}
