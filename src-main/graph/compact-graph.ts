import type { ArcColumns } from './arc-columns.ts';
import type { IdIndex } from './id-index.ts';
import { Scratch } from './scratch.ts';
import type { StrengthDictionary } from './strength-dictionary.ts';
import type { TieClasses } from './tie-classes.ts';
import { platformsOf } from './tie-classes.ts';

/** Bit of `CompactGraph.flags`: never to be asked for an introduction. */
export const DO_NOT_ASK = 1;

/** A tie as the graph knows it. */
export interface TieView {
  /** In (0, 1], exactly as it was put in. */
  readonly strength: number;
  /** Platform numbers, ascending. */
  readonly platforms: readonly number[];
  /** True when the tie was only inferred. */
  readonly possible: boolean;
}

/**
 * People and ties in compressed sparse rows. Made by `GraphBuilder`, changed by `applyEdits`; every question
 * reads it through `start` and `end`, which edits repoint, so people not touched cost nothing.
 *
 * People are addressed by *index* inside and by *person id* at every exported question.
 */
export class CompactGraph {
  /** Indices in use, removed people included. */
  slots: number;
  /** Person id at an index; 0 where the person was removed. */
  ids: Float64Array;
  flags: Uint8Array;
  /** First arc of a person's row, the first possible one (confirmed ones come before), and the end. */
  start: Uint32Array;
  confirmedEnd: Uint32Array;
  end: Uint32Array;
  arcs: ArcColumns;
  /** Arcs written so far: rows that edits replaced are counted until `compact`. */
  arcsUsed: number;
  readonly strengths: StrengthDictionary;
  tieCount: number;
  /** Ties that are only inferred. */
  possibleCount: number;
  readonly index: IdIndex;
  readonly classes: TieClasses;
  readonly scratch = new Scratch();
  /** Arcs that questions have walked since it was last set to 0: for measurements. */
  arcsWalked = 0;

  constructor(parts: GraphParts) {
    this.slots = parts.slots;
    this.ids = parts.ids;
    this.flags = parts.flags;
    this.start = parts.start;
    this.confirmedEnd = parts.confirmedEnd;
    this.end = parts.end;
    this.arcs = parts.arcs;
    this.arcsUsed = parts.arcsUsed;
    this.strengths = parts.strengths;
    this.tieCount = parts.tieCount;
    this.possibleCount = parts.possibleCount;
    this.classes = parts.classes;
    this.index = parts.index;
  }

  /** Whether the graph holds the person. Someone unknown simply has no ties in any answer. */
  has(id: number): boolean {
    return this.index.get(id) >= 0;
  }

  /** Ids of all people, in the order of the graph's own numbering. */
  people(): number[] {
    const people: number[] = [];
    for (let index = 0; index < this.slots; index++) {
      if (this.ids[index] !== 0) people.push(this.ids[index]);
    }
    return people;
  }

  isDoNotAsk(id: number): boolean {
    const index = this.index.get(id);
    return index >= 0 && (this.flags[index] & DO_NOT_ASK) !== 0;
  }

  /** The tie between two people, confirmed or possible, or null. */
  tie(idA: number, idB: number): TieView | null {
    const arc = this.findArc(this.index.get(idA), this.index.get(idB));
    if (arc < 0) return null;
    const tieClass = this.classes.list[this.arcs.classes[arc]];
    return {
      strength: this.strengthAt(arc),
      platforms: platformsOf(tieClass),
      possible: tieClass.possible,
    };
  }

  /** Ids of everybody tied to a person, confirmed or possible, in the graph's own order. */
  neighbourIds(id: number): number[] {
    const index = this.index.get(id);
    if (index < 0) return [];
    const row = this.arcs.neighbours.subarray(this.start[index], this.end[index]);
    return Array.from(row, (neighbour) => this.ids[neighbour]);
  }

  /** The arc from one index to another by binary search, or -1. Either index may be -1. */
  findArc(from: number, to: number): number {
    if (from < 0 || to < 0) return -1;
    const arc = this.#findIn(this.start[from], this.confirmedEnd[from], to);
    return arc >= 0 ? arc : this.#findIn(this.confirmedEnd[from], this.end[from], to);
  }

  strengthAt(arc: number): number {
    return this.arcs.values[this.arcs.codes[arc]];
  }

  #findIn(first: number, end: number, to: number): number {
    const { neighbours } = this.arcs;
    let low = first;
    let high = end - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const at = neighbours[middle];
      if (at === to) return middle;
      if (at < to) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** Bytes held by the arrays of the graph, its scratch included. */
  get bytes(): number {
    const { neighbours, codes, values, classes, order } = this.arcs;
    const columns = [neighbours, codes, values, classes, order, this.ids, this.flags];
    const rows = [this.start, this.confirmedEnd, this.end];
    return [...columns, ...rows].reduce((sum, array) => sum + array.byteLength, this.scratch.bytes);
  }
}

export interface GraphParts {
  readonly slots: number;
  readonly ids: Float64Array;
  readonly flags: Uint8Array;
  readonly start: Uint32Array;
  readonly confirmedEnd: Uint32Array;
  readonly end: Uint32Array;
  readonly arcs: ArcColumns;
  readonly arcsUsed: number;
  readonly strengths: StrengthDictionary;
  readonly tieCount: number;
  readonly possibleCount: number;
  readonly classes: TieClasses;
  readonly index: IdIndex;
}
