import { findBestChain } from './chain-search.ts';
import type { CompactGraph } from './compact-graph.ts';
import { EQUAL_WITHIN } from './relax-label.ts';
import type { Sieve, TieFilter } from './tie-filter.ts';
import { makeSieve } from './tie-filter.ts';

/** A path of ties. `people` runs from the one who asks to the target; those between are the introducers. */
export interface Chain {
  /** Product of the ties' strengths, in (0, 1]. */
  readonly strength: number;
  /** Person ids. */
  readonly people: readonly number[];
  /** Strength of each tie; one entry fewer than `people`. */
  readonly ties: readonly number[];
}

export interface ChainOptions extends TieFilter {
  /** Most ties in a chain: 1 or more, Infinity for any. Default 4. */
  readonly maxTies?: number;
}

export const DEFAULT_MAX_TIES = 4;

/** A chain by indices, and where it left the chain it was derived from. */
interface Candidate {
  readonly chain: Chain;
  readonly path: readonly number[];
  readonly deviation: number;
}

/** Everything that stays the same during one question. */
interface Question {
  readonly graph: CompactGraph;
  readonly sieve: Sieve;
  readonly barred: Uint8Array;
  readonly maxTies: number;
  readonly count: number;
}

/**
 * The strongest loopless chains between two people, strongest first; of equal strength those with fewer ties
 * first, then those with the smaller ids. People marked do-not-ask or excluded are never introducers; as start
 * or target they may stand. Empty when there is no way, or when both are the same person.
 *
 * Yen's algorithm (Management Science 17, 1971) with Lawler's saving (1972): a chain deviates only from where it
 * left its own parent, and a deviation is looked for only while it can still be among the strongest.
 *
 * @param count how many chains at most
 */
export function findChains(
  graph: CompactGraph,
  from: number,
  to: number,
  count = 1,
  options: ChainOptions = {},
): Chain[] {
  const start = graph.index.get(from);
  const target = graph.index.get(to);
  const maxTies = options.maxTies ?? DEFAULT_MAX_TIES;
  if (start < 0 || target < 0 || start === target || count < 1) return [];
  const { sieve, barred, release } = barIntroducers(graph, options);
  const question: Question = { graph, sieve, barred, maxTies, count };
  try {
    return yen(question, start, target).map((candidate) => candidate.chain);
  } finally {
    release();
  }
}

/**
 * The sieve and the barred people of a question about chains: excluded people are barred as introducers instead
 * of hidden, since they may be asked *for*. `release` gives the scratch array back clean.
 */
export function barIntroducers(
  graph: CompactGraph,
  options: TieFilter,
): { sieve: Sieve; barred: Uint8Array; release: () => void } {
  const { excludedPeople, ...ties } = options;
  const barred = graph.scratch.barred(graph.slots);
  const excluded: number[] = [];
  for (const id of excludedPeople ?? []) {
    const person = graph.index.get(id);
    if (person < 0) continue;
    barred[person] = 1;
    excluded.push(person);
  }
  const release = () => {
    for (const person of excluded) barred[person] = 0;
  };
  return { sieve: makeSieve(graph, ties), barred, release };
}

/** A chain with ids and exact strengths, multiplied from its start on. */
export function describeChain(graph: CompactGraph, path: readonly number[]): Chain {
  const ties: number[] = [];
  let strength = 1;
  for (let i = 1; i < path.length; i++) {
    const tie = graph.strengthAt(graph.findArc(path[i - 1], path[i]));
    ties.push(tie);
    strength *= tie;
  }
  return { strength, people: path.map((person) => graph.ids[person]), ties };
}

/** Negative when `a` comes first: stronger, then fewer ties, then smaller ids. */
export function compareChains(a: Chain, b: Chain): number {
  if (a.strength > b.strength * (1 + EQUAL_WITHIN)) return -1;
  if (b.strength > a.strength * (1 + EQUAL_WITHIN)) return 1;
  if (a.people.length !== b.people.length) return a.people.length - b.people.length;
  const differs = a.people.findIndex((person, i) => person !== b.people[i]);
  return differs < 0 ? 0 : a.people[differs] - b.people[differs];
}

function yen(question: Question, start: number, target: number): Candidate[] {
  const found: Candidate[] = [];
  // Sorted, and never longer than what is still to be found.
  const candidates: Candidate[] = [];
  const first = searchFrom(question, [start], target, 0, null);
  if (first !== null) candidates.push({ chain: first.chain, path: first.path, deviation: 0 });
  for (;;) {
    const next = candidates.shift();
    if (next === undefined) return found;
    found.push(next);
    if (found.length === question.count) return found;
    for (let at = next.deviation; at < next.path.length - 1; at++) {
      const room = question.count - found.length;
      const floor = candidates.length < room ? 0 : candidates[room - 1].chain.strength;
      const taken = nextPeopleTaken(found, next.path, at);
      const deviation = searchFrom(question, next.path.slice(0, at + 1), target, floor, taken);
      if (deviation !== null) insertCandidate(candidates, { ...deviation, deviation: at }, room);
    }
  }
}

/** People who follow the first `at + 1` people of the path in a chain already found. */
function nextPeopleTaken(
  found: readonly Candidate[],
  path: readonly number[],
  at: number,
): Set<number> {
  const taken = new Set<number>();
  for (const { path: other } of found) {
    if (path.slice(0, at + 1).every((person, i) => other[i] === person)) taken.add(other[at + 1]);
  }
  return taken;
}

/** The best chain that begins with `root`, or null. */
function searchFrom(
  question: Question,
  root: readonly number[],
  target: number,
  floor: number,
  barredNext: ReadonlySet<number> | null,
): { chain: Chain; path: readonly number[] } | null {
  const { graph, sieve, barred } = question;
  const rootProduct = describeChain(graph, root).strength;
  const spur = root[root.length - 1];
  const before = root.slice(0, -1);
  const saved = before.map((person) => barred[person]);
  for (const person of before) barred[person] = 1;
  const rest = findBestChain({
    graph,
    sieve,
    from: spur,
    to: target,
    maxTies: question.maxTies - before.length,
    floor: floor / rootProduct,
    barred,
    barredNext,
  });
  before.forEach((person, i) => {
    barred[person] = saved[i];
  });
  if (rest === null) return null;
  const path = [...before, ...rest];
  return { chain: describeChain(graph, path), path };
}

function insertCandidate(candidates: Candidate[], candidate: Candidate, room: number): void {
  let at = candidates.length;
  while (at > 0 && compareChains(candidate.chain, candidates[at - 1].chain) < 0) at--;
  candidates.splice(at, 0, candidate);
  if (candidates.length > room) candidates.length = room;
}
