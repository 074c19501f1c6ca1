import type { CompactGraph, GraphQuestion, GraphQuestions } from '../graph/index.ts';

/**
 * The graph is too large to be loaded while others wait. Whoever runs the call rolls it back, waits until the graph is
 * there, and runs it again: handlers let it pass.
 */
export class NetworkNotReady extends Error {
  override readonly name = 'NetworkNotReady';
}

/** The graph of ties as of today, kept current by the store after every commit. */
export interface Network {
  /** Loads the graph from the book on first use; throws NetworkNotReady when that takes long. Platform numbers in it are ids of the platform table. */
  graph(): CompactGraph;
  /**
   * Answers a question about the graph as it is now. What would take long is worked out on another thread, so that
   * other calls are answered meanwhile; edits made meanwhile are seen by the next question. For queries only: a
   * command cannot wait. Rejects with AppError STOPPED when the call was stopped, NO_BOOK when the book was closed.
   */
  ask<Q extends GraphQuestion>(
    question: Q,
    input: GraphQuestions[Q]['input'],
  ): Promise<GraphQuestions[Q]['answer']>;
}
