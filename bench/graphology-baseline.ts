import { UndirectedGraph } from 'graphology';
import dijkstra from 'graphology-shortest-path/dijkstra.js';
import type { GeneratedBook } from './generate-book.ts';

/** The questions that graphology and its algorithms answer, over the confirmed ties. */
export class GraphologyBaseline {
  readonly #graph = new UndirectedGraph();

  constructor(book: GeneratedBook) {
    for (let id = 1; id <= book.people; id++) this.#graph.addNode(id);
    for (let tie = 0; tie < book.ties; tie++) {
      if (book.possible[tie] === 1) continue;
      this.#graph.addEdge(book.a[tie], book.b[tie], { cost: -Math.log(book.strength[tie]) });
    }
  }

  /** Distinct people within the hops, on ways that do not pass through me. */
  reach(me: number, from: number, hops: number): number {
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
  bestChain(from: number, to: number): number {
    const path = dijkstra.bidirectional(this.#graph, from, to, 'cost') as string[] | null;
    if (path === null) return 0;
    let cost = 0;
    for (let i = 1; i < path.length; i++) {
      cost += this.#graph.getEdgeAttribute(path[i - 1], path[i], 'cost') as number;
    }
    return Math.exp(-cost);
  }
}
