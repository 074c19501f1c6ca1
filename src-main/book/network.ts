import type { CompactGraph } from '../graph/index.ts';

/** The graph of ties as of today, kept current by the store after every commit. */
export interface Network {
  /** Loads the graph from the book on first use. Platform numbers in it are ids of the platform table. */
  graph(): CompactGraph;
}
