import type { CompactGraph } from './compact-graph.ts';
import { DO_NOT_ASK } from './compact-graph.ts';
import { ensureRoom } from './compact-rows.ts';
import { requireTie } from './graph-builder.ts';
import type { RowChange } from './rewrite-row.ts';
import { rewriteRow } from './rewrite-row.ts';
import { splitPlatforms } from './tie-classes.ts';
import type { NumberList } from './tie-filter.ts';

/** What a tie is set to: it replaces whatever the pair had. */
export interface TieValue {
  /** In (0, 1], kept exactly. */
  readonly strength: number;
  /** Platform numbers, 0 and up, with evidence. */
  readonly platforms?: NumberList;
  /** True for a tie that was only inferred. */
  readonly possible?: boolean;
}

export type GraphEdit =
  | { readonly kind: 'set-tie'; readonly a: number; readonly b: number; readonly tie: TieValue }
  | { readonly kind: 'remove-tie'; readonly a: number; readonly b: number }
  /** Adds the person if unknown, and sets the mark. */
  | { readonly kind: 'set-person'; readonly id: number; readonly doNotAsk: boolean }
  /** Removes the person with all their ties. */
  | { readonly kind: 'remove-person'; readonly id: number };

/** Changes by index of the person whose row changes, then by index of the other end. */
type PendingRows = Map<number, Map<number, RowChange | null>>;

/**
 * Applies edits in order; the next question sees them all. Each touched person's row is written once, so a
 * batch of a thousand ties of one person costs little more than one. About a microsecond and a nanosecond
 * or two per contact of the people touched; see `compactGraph` for when the room runs out.
 * Throws RangeError, before anything has changed, for a tie that cannot be.
 */
export function applyEdits(graph: CompactGraph, edits: readonly GraphEdit[]): void {
  for (const edit of edits) requireEdit(edit);
  const pending: PendingRows = new Map();
  const removed: number[] = [];
  for (const edit of edits) {
    if (edit.kind === 'set-person') {
      const person = indexOrNew(graph, edit.id);
      graph.flags[person] = edit.doNotAsk ? DO_NOT_ASK : 0;
    } else if (edit.kind === 'remove-person') {
      const person = graph.index.get(edit.id);
      if (person >= 0) removed.push(dropPerson(graph, pending, person));
    } else if (edit.kind === 'remove-tie') {
      setPending(pending, graph.index.get(edit.a), graph.index.get(edit.b), null);
    } else {
      const change = toChange(graph, edit.tie);
      setPending(pending, indexOrNew(graph, edit.a), indexOrNew(graph, edit.b), change);
    }
  }
  writePending(graph, pending);
  for (const person of removed) graph.ids[person] = 0;
}

/** Sets one tie; see `applyEdits`. */
export function setTie(graph: CompactGraph, a: number, b: number, tie: TieValue): void {
  applyEdits(graph, [{ kind: 'set-tie', a, b, tie }]);
}

/** Removes one tie, if there is one. */
export function removeTie(graph: CompactGraph, a: number, b: number): void {
  applyEdits(graph, [{ kind: 'remove-tie', a, b }]);
}

/** Adds a person, or sets their do-not-ask mark. */
export function setPerson(graph: CompactGraph, id: number, doNotAsk = false): void {
  applyEdits(graph, [{ kind: 'set-person', id, doNotAsk }]);
}

/** Removes a person with all their ties, if known. */
export function removePerson(graph: CompactGraph, id: number): void {
  applyEdits(graph, [{ kind: 'remove-person', id }]);
}

function requireEdit(edit: GraphEdit): void {
  if (edit.kind === 'set-tie') {
    requireTie(edit.a, edit.b, edit.tie.strength);
    splitPlatforms(edit.tie.platforms ?? []);
  }
  const ids = 'id' in edit ? [edit.id] : [edit.a, edit.b];
  for (const id of ids) {
    if (!Number.isSafeInteger(id) || id <= 0) {
      throw new RangeError(`A person id is a positive integer, not ${id}.`);
    }
  }
}

function toChange(graph: CompactGraph, tie: TieValue): RowChange {
  const { mask, overflow } = splitPlatforms(tie.platforms ?? []);
  const tieClass = graph.classes.intern(mask, tie.possible === true, overflow);
  const code = graph.strengths.intern(tie.strength);
  return { code, tieClass, possible: tie.possible === true };
}

function setPending(rows: PendingRows, a: number, b: number, change: RowChange | null): void {
  if (a < 0 || b < 0) return;
  pendingRow(rows, a).set(b, change);
  pendingRow(rows, b).set(a, change);
}

function pendingRow(rows: PendingRows, person: number): Map<number, RowChange | null> {
  const known = rows.get(person);
  if (known !== undefined) return known;
  const row = new Map<number, RowChange | null>();
  rows.set(person, row);
  return row;
}

/** Drops ties now in the graph and ties set earlier in the same batch. Returns the person. */
function dropPerson(graph: CompactGraph, pending: PendingRows, person: number): number {
  const row = graph.arcs.neighbours.subarray(graph.start[person], graph.end[person]);
  const others = new Set<number>([...row, ...pendingRow(pending, person).keys()]);
  for (const other of others) setPending(pending, person, other, null);
  graph.index.delete(graph.ids[person]);
  return person;
}

function writePending(graph: CompactGraph, pending: PendingRows): void {
  let arcs = 0;
  let widest = 0;
  for (const [person, row] of pending) {
    const degree = graph.end[person] - graph.start[person] + row.size;
    arcs += degree;
    widest = Math.max(widest, degree);
  }
  ensureRoom(graph, { arcs, widest });
  let confirmedChange = 0;
  let possibleChange = 0;
  for (const [person, row] of pending) {
    confirmedChange -= graph.confirmedEnd[person] - graph.start[person];
    possibleChange -= graph.end[person] - graph.confirmedEnd[person];
    rewriteRow(graph, person, row);
    confirmedChange += graph.confirmedEnd[person] - graph.start[person];
    possibleChange += graph.end[person] - graph.confirmedEnd[person];
  }
  graph.tieCount += (confirmedChange + possibleChange) / 2;
  graph.possibleCount += possibleChange / 2;
}

function indexOrNew(graph: CompactGraph, id: number): number {
  const known = graph.index.get(id);
  if (known >= 0) return known;
  if (graph.slots === graph.ids.length) growPeople(graph);
  const person = graph.slots++;
  graph.index.set(id, person);
  graph.ids[person] = id;
  graph.flags[person] = 0;
  graph.start[person] = 0;
  graph.confirmedEnd[person] = 0;
  graph.end[person] = 0;
  return person;
}

function growPeople(graph: CompactGraph): void {
  const length = graph.ids.length * 2;
  const ids = new Float64Array(length);
  const flags = new Uint8Array(length);
  const start = new Uint32Array(length);
  const confirmedEnd = new Uint32Array(length);
  const end = new Uint32Array(length);
  ids.set(graph.ids);
  flags.set(graph.flags);
  start.set(graph.start);
  confirmedEnd.set(graph.confirmedEnd);
  end.set(graph.end);
  Object.assign(graph, { ids, flags, start, confirmedEnd, end });
}
