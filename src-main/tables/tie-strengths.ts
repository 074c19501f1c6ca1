import type { PersonId } from '../contract/common.ts';
import type { CompactGraph } from '../graph/index.ts';
import { platformsOf } from '../graph/tie-classes.ts';

/** A tie of a person as the graph knows it today. */
export interface TieWith {
  readonly id: PersonId;
  /** In (0, 1]. */
  readonly strength: number;
  readonly isConfirmed: boolean;
  /** Ids of the platforms with evidence. */
  readonly platformIds: readonly number[];
}

/** All ties of a person, strongest first, of equal ones the smaller id first. Empty for somebody without ties. */
export function tiesOf(graph: CompactGraph, id: PersonId): TieWith[] {
  const person = graph.index.get(id);
  if (person < 0) return [];
  // Thousands of ties are of a few classes: what a class says is worked out once.
  const classes = graph.classes.list.map((tieClass) => ({
    isConfirmed: !tieClass.possible,
    platformIds: platformsOf(tieClass),
  }));
  const ties: TieWith[] = [];
  const end = graph.end[person] ?? 0;
  // The arcs are read in place: asking the graph for each tie anew would cost a search for every one.
  for (let arc = graph.start[person] ?? 0; arc < end; arc++) {
    const neighbour = graph.ids[graph.arcs.neighbours[arc] ?? -1];
    const tieClass = classes[graph.arcs.classes[arc] ?? -1];
    if (neighbour === undefined || tieClass === undefined) continue;
    ties.push({ id: neighbour as PersonId, strength: graph.strengthAt(arc), ...tieClass });
  }
  return ties.sort((a, b) => b.strength - a.strength || a.id - b.id);
}

/** Strength of the confirmed tie of two people, or null if there is none. */
export function confirmedStrength(
  graph: CompactGraph,
  a: PersonId | null,
  b: PersonId,
): number | null {
  if (a === null || a === b) return null;
  const tie = graph.tie(a, b);
  return tie === null || tie.possible ? null : tie.strength;
}
