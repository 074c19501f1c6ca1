import type { CompactGraph } from './compact-graph.ts';
import type { Checkpoint, Sieve, TieFilter } from './tie-filter.ts';
import { seenNeighbours } from './tie-filter.ts';

export interface ReachOptions extends TieFilter {
  /** How often it is passed on: 1 or more. Default 1. */
  readonly hops?: number;
  /** Also list the people reached. Default false: at three hops they are most of the book. */
  readonly listPeople?: boolean;
  readonly checkpoint?: Checkpoint;
}

/** What one of those who pass something on contributes. */
export interface ReachMember {
  readonly person: number;
  /** People reached that none of those before in the list reaches. */
  readonly adds: number;
  /** The same, of people new to me. */
  readonly addsNew: number;
  /** People that no other member reaches. */
  readonly exclusive: number;
  readonly exclusiveNew: number;
}

export interface Reach {
  /** Distinct people reached, without me and without those who pass it on. */
  readonly people: number;
  /** Of them, those who are not my contacts. */
  readonly newToMe: number;
  /** In the given order, repetitions left out. */
  readonly each: readonly ReachMember[];
  /** Ids, ascending; empty unless asked for. */
  readonly reached: readonly number[];
  readonly reachedNew: readonly number[];
}

/** Where and how something spreads, by index. */
export interface Spread {
  readonly graph: CompactGraph;
  readonly sieve: Sieve;
  /** -1 when nobody is me. */
  readonly me: number;
  readonly members: readonly number[];
  readonly hops: number;
  readonly checkpoint: Checkpoint | undefined;
}

/** How many people are expanded between two checkpoints: about a millisecond's work. */
export const PEOPLE_A_CHECK = 4096;

/** Ids of the reached, and of those among them who are not my contacts; ascending. */
export function listReached(
  spread: Spread,
  reached: Iterable<number>,
): { reached: number[]; reachedNew: number[] } {
  const { graph, sieve, me } = spread;
  const mine = new Set(seenNeighbours(graph, sieve, me));
  const all: number[] = [];
  const fresh: number[] = [];
  for (const person of reached) {
    all.push(graph.ids[person]);
    if (!mine.has(person)) fresh.push(graph.ids[person]);
  }
  return { reached: all.sort((a, b) => a - b), reachedNew: fresh.sort((a, b) => a - b) };
}
