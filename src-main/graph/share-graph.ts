import type { ArcColumns } from './arc-columns.ts';
import { CompactGraph } from './compact-graph.ts';
import { IdIndex } from './id-index.ts';
import { StrengthDictionary } from './strength-dictionary.ts';
import type { TieClass } from './tie-classes.ts';
import { TieClasses } from './tie-classes.ts';

/** A graph in a form that can be posted to another thread. */
export interface SharedGraph {
  readonly slots: number;
  readonly ids: Float64Array;
  readonly flags: Uint8Array;
  readonly start: Uint32Array;
  readonly confirmedEnd: Uint32Array;
  readonly end: Uint32Array;
  readonly arcs: ArcColumns;
  readonly arcsUsed: number;
  readonly tieCount: number;
  readonly possibleCount: number;
  readonly classes: readonly TieClass[];
}

/**
 * The graph as it is now, for another thread that answers long questions. When it was built or unpacked with
 * `isShared`, the arcs are not copied (25 bytes a person are); later edits here do not show there, since edits
 * only ever append rows. The other thread may not edit its view.
 */
export function shareGraph(graph: CompactGraph): SharedGraph {
  const { slots } = graph;
  return {
    slots,
    ids: graph.ids.slice(0, slots),
    flags: graph.flags.slice(0, slots),
    start: graph.start.slice(0, slots),
    confirmedEnd: graph.confirmedEnd.slice(0, slots),
    end: graph.end.slice(0, slots),
    arcs: graph.arcs,
    arcsUsed: graph.arcsUsed,
    tieCount: graph.tieCount,
    possibleCount: graph.possibleCount,
    classes: [...graph.classes.list],
  };
}

/** The graph that another thread shared, for questions only. */
export function adoptGraph(shared: SharedGraph): CompactGraph {
  const index = new IdIndex();
  for (let person = 0; person < shared.slots; person++) {
    if (shared.ids[person] !== 0) index.set(shared.ids[person], person);
  }
  const classes = new TieClasses();
  for (const known of shared.classes) classes.intern(known.mask, known.possible, known.overflow);
  return new CompactGraph({ ...shared, classes, index, strengths: new StrengthDictionary() });
}
