import type { PersonId } from '../contract/common.ts';
import type { CompactGraph } from '../graph/index.ts';

/**
 * The people whom both know by confirmed ties, strongest first (product of both strengths; smaller id first
 * when equal). Neither of the two is among them.
 */
export function findBothKnown(graph: CompactGraph, me: PersonId, personId: PersonId): PersonId[] {
  const found: { id: PersonId; strength: number }[] = [];
  for (const id of graph.neighbourIds(personId)) {
    if (id === me || id === personId) continue;
    const mine = graph.tie(me, id);
    if (mine === null || mine.possible) continue;
    const theirs = graph.tie(personId, id);
    if (theirs === null || theirs.possible) continue;
    found.push({ id: id as PersonId, strength: mine.strength * theirs.strength });
  }
  return found.sort((a, b) => b.strength - a.strength || a.id - b.id).map(({ id }) => id);
}
