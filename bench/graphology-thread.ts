import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { CompactGraph } from '../src-main/graph/index.ts';
import type { GraphologyCall, TieColumns } from './graphology-baseline.ts';
import type { Timing } from './measure.ts';

export interface BuiltGraphology {
  /** Milliseconds that building took. */
  readonly ms: number;
  readonly heapBytes: number;
}

export interface GraphologyAnswer {
  /** The answer to the first call. */
  readonly first: unknown;
  readonly timing: Timing;
}

/** Ten million edges are some 6 GB of objects: more than the main thread's heap may hold. */
const HEAP_MB = 16_000;

/** graphology in a thread with a heap of its own, so that its objects slow down nobody else's collections. */
export class GraphologyThread {
  readonly #worker: Worker;
  readonly built: BuiltGraphology;

  private constructor(worker: Worker, built: BuiltGraphology) {
    this.#worker = worker;
    this.built = built;
  }

  static async start(graph: CompactGraph): Promise<GraphologyThread> {
    const worker = new Worker(new URL('graphology-worker.ts', import.meta.url), {
      workerData: confirmedTies(graph),
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    return new GraphologyThread(worker, await receive<BuiltGraphology>(worker));
  }

  async measure(calls: readonly GraphologyCall[]): Promise<GraphologyAnswer> {
    this.#worker.postMessage(calls);
    return receive<GraphologyAnswer>(this.#worker);
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}

async function receive<Message>(worker: Worker): Promise<Message> {
  const [message] = (await once(worker, 'message')) as [Message];
  return message;
}

function confirmedTies(graph: CompactGraph): TieColumns {
  const { arcs, confirmedEnd, ids, start } = graph;
  const ties = graph.tieCount - graph.possibleCount;
  const a = new Uint32Array(new SharedArrayBuffer(ties * 4));
  const b = new Uint32Array(new SharedArrayBuffer(ties * 4));
  const strength = new Float64Array(new SharedArrayBuffer(ties * 8));
  let tie = 0;
  for (let person = 0; person < graph.slots; person++) {
    for (let arc = start[person]; arc < confirmedEnd[person]; arc++) {
      if (arcs.neighbours[arc] < person) continue;
      a[tie] = ids[person];
      b[tie] = ids[arcs.neighbours[arc]];
      strength[tie++] = graph.strengthAt(arc);
    }
  }
  return { a, b, strength };
}
