import { allocateArcs, wordsOf } from './arc-columns.ts';
import type { Arrangement } from './arrange-rows.ts';
import { CompactGraph } from './compact-graph.ts';
import type { Filling } from './fill-rows.ts';
import { IdIndex } from './id-index.ts';
import type { TieValues } from './tie-values.ts';

/** People as they came. */
export interface SweptPeople {
  readonly ids: Float64Array;
  readonly flags: Uint8Array;
}

/**
 * Rows that are arranged, with room for what they are to be filled with.
 *
 * @param valueOf by position of the pair: the number of its value plus one, 0 for no tie
 * @param isShared keep it in SharedArrayBuffers
 */
export function prepareFilling(
  arrangement: Arrangement,
  values: TieValues,
  valueOf: Uint32Array,
  isShared: boolean,
): Filling {
  const { neighbours, order, pairs, start, end, widest } = arrangement;
  const { classes, strengths } = values;
  strengths.settle(isShared);
  const shape = {
    capacity: neighbours.length,
    strengths: strengths.size,
    classes: classes.list.length,
    widest,
    isShared,
  };
  return {
    people: order.length,
    start,
    end,
    confirmedEnd: wordsOf(start.length, isShared),
    pairs,
    valueOf,
    valueCodes: values.codes,
    valueClasses: values.classOf,
    isPossible: Uint8Array.from(classes.list, (tieClass) => (tieClass.possible ? 1 : 0)),
    arcs: allocateArcs(shape, strengths.values, neighbours),
  };
}

/** The graph of rows that are filled. */
export function assembleGraph(
  { arcs: arcsUsed, order }: Arrangement,
  { arcs, confirmedEnd, end, people, start }: Filling,
  { classes, strengths }: TieValues,
  swept: SweptPeople,
): CompactGraph {
  const ids = new Float64Array(start.length);
  const flags = new Uint8Array(start.length);
  const index = new IdIndex();
  let tieArcs = 0;
  let possibleArcs = 0;
  for (let at = 0; at < people; at++) {
    ids[at] = swept.ids[order[at]];
    flags[at] = swept.flags[order[at]] ?? 0;
    index.set(ids[at], at);
    tieArcs += end[at] - start[at];
    possibleArcs += end[at] - confirmedEnd[at];
  }
  const counts = { tieCount: tieArcs / 2, possibleCount: possibleArcs / 2, arcsUsed };
  const rows = { start, confirmedEnd, end };
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
