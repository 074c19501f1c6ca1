import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';

/** Ties of a graph as places of people from 0. */
export interface PlacedTies {
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  readonly strengths: ArrayLike<number>;
}

/** Fewer people are no community to speak of. */
const smallest = 3;

/**
 * Communities by the Louvain method (Blondel et al. 2008), ties weighing what they are strong. `without` is a place
 * that is left out: somebody tied to everybody would draw all communities into one.
 *
 * @returns the number of each person's community, from 1 by falling size (of equal size, the one with the first
 *   person); 0 for those in none. The same ties always give the same answer.
 */
export function findCommunities(people: number, ties: PlacedTies, without: number): Uint32Array {
  const graph = new UndirectedGraph<Record<string, never>, { weight: number }>();
  for (let at = 0; at < ties.from.length; at++) {
    const from = ties.from[at] ?? without;
    const to = ties.to[at] ?? without;
    if (from === without || to === without) continue;
    // graphology keys people in plain objects: numbers as text are safe names there
    graph.mergeNode(String(from));
    graph.mergeNode(String(to));
    graph.addUndirectedEdge(String(from), String(to), { weight: ties.strengths[at] ?? 1 });
  }
  const numbers = new Uint32Array(people);
  if (graph.size === 0) return numbers;
  const found = louvain(graph, { getEdgeWeight: 'weight', rng: seededRandom() });
  const groups = new Map<number, number[]>();
  for (let place = 0; place < people; place++) {
    const key = found[String(place)];
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  const large = [...groups.values()].filter((group) => group.length >= smallest);
  const first = (group: readonly number[]): number => group[0] ?? 0;
  large
    .toSorted((a, b) => b.length - a.length || first(a) - first(b))
    .forEach((group, at) => {
      for (const place of group) numbers[place] = at + 1;
    });
  return numbers;
}

/** mulberry32: the walk through the people is random, but always the same. */
function seededRandom(): () => number {
  let state = 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
