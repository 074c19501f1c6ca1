import { UndirectedGraph } from 'graphology';
import dijkstra from 'graphology-shortest-path/dijkstra.js';

/** The confirmed ties, in memory that threads share: entry i of the columns is tie i. */
export interface TieColumns {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly strength: Float64Array;
}

/** A question for graphology, by name and numbers, as it can be posted to another thread. */
export type GraphologyCall = readonly [
  method: 'reach' | 'bestChain',
  ...numbers: readonly number[],
];

/** The questions that graphology and its algorithms answer, over the confirmed ties. */
export class GraphologyBaseline {
  readonly #graph = new UndirectedGraph();

  constructor({ a, b, strength }: TieColumns) {
    for (let tie = 0; tie < a.length; tie++) {
      this.#graph.mergeNode(a[tie]);
      this.#graph.mergeNode(b[tie]);
      this.#graph.addEdge(a[tie], b[tie], { cost: -Math.log(strength[tie]) });
    }
  }

  ask([method, ...numbers]: GraphologyCall): unknown {
    const [one = 0, two = 0, three = 0] = numbers;
    return method === 'reach' ? this.#reach(one, two, three) : this.#bestChain(one, two);
  }

  /** Distinct people within the hops, on ways that do not pass through me. */
  #reach(me: number, from: number, hops: number): number {
    const mine = String(me);
    const seen = new Set([mine, String(from)]);
    let layer = [String(from)];
    for (let hop = 0; hop < hops; hop++) {
      const next: string[] = [];
      for (const person of layer) {
        this.#graph.forEachNeighbor(person, (other) => {
          if (seen.has(other)) return;
          seen.add(other);
          next.push(other);
        });
      }
      layer = next;
    }
    return seen.size - 2;
  }

  /** Strength of the best chain of any length (graphology knows no limit); 0 for none. */
  #bestChain(from: number, to: number): number {
    if (!this.#graph.hasNode(to)) return 0;
    const path = dijkstra.bidirectional(this.#graph, from, to, 'cost') as string[] | null;
    if (path === null) return 0;
    let cost = 0;
    for (let i = 1; i < path.length; i++) {
      cost += this.#graph.getEdgeAttribute(path[i - 1], path[i], 'cost') as number;
    }
    return Math.exp(-cost);
  }
}
