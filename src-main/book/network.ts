import type { CompactGraph } from '../graph/index.ts';

/** The graph of ties as of today, kept current by the store after every commit. */
export interface Network {
  /** Loads the graph from the book on first use. */
  graph(): CompactGraph;
  /** The bit of a platform in the graph's platform masks, or null for a platform nobody has a tie on. */
  platformBit(key: string): number | null;
}
