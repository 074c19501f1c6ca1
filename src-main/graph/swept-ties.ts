import type { StrengthDictionary } from './strength-dictionary.ts';
import type { TieClasses } from './tie-classes.ts';

/** What a sweep over the book collected, people numbered as they came. */
export interface SweptTies {
  readonly people: number;
  readonly ids: Float64Array;
  readonly flags: Uint8Array;
  readonly ties: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Code of the strength in `strengths`. */
  readonly code: Uint32Array;
  readonly tieClass: Uint32Array;
  readonly classes: TieClasses;
  readonly strengths: StrengthDictionary;
}

/** Words of an entry of `Adjacency`: the person at the other end, the strength's code, the class. */
export const ENTRY_WORDS = 3;

/** Code of an entry whose pair was fed again later. */
export const REPEATED = 0xffffffff;

/**
 * Ties by the person they touch, in the order they came. What belongs to a tie stands together, so that putting it
 * in its place costs one miss of the cache and not three.
 */
export interface Adjacency {
  /** First entry of a person, by the numbers of the sweep. */
  readonly start: Uint32Array;
  readonly entries: Uint32Array;
}

export function groupByPerson(swept: SweptTies): Adjacency {
  const { people, ties, from, to, code, tieClass } = swept;
  const cursor = new Uint32Array(people + 2);
  for (let tie = 0; tie < ties; tie++) {
    cursor[from[tie] + 2]++;
    cursor[to[tie] + 2]++;
  }
  for (let at = 2; at < cursor.length; at++) cursor[at] += cursor[at - 1];
  const entries = new Uint32Array(ties * 2 * ENTRY_WORDS);
  for (let tie = 0; tie < ties; tie++) {
    const one = from[tie];
    const other = to[tie];
    let at = cursor[one + 1]++ * ENTRY_WORDS;
    entries[at] = other;
    entries[at + 1] = code[tie];
    entries[at + 2] = tieClass[tie];
    at = cursor[other + 1]++ * ENTRY_WORDS;
    entries[at] = one;
    entries[at + 1] = code[tie];
    entries[at + 2] = tieClass[tie];
  }
  // Filling moved every cursor to the end of its row, which is the start of the next one.
  return { start: cursor.subarray(0, people + 1), entries };
}

/** Marks entries of pairs that were fed again later as REPEATED. Returns how many ties that concerns. */
export function markRepeated(adjacency: Adjacency, people: number): number {
  const { start, entries } = adjacency;
  const seenFrom = new Uint32Array(people);
  let repeated = 0;
  for (let person = 0; person < people; person++) {
    for (let entry = start[person + 1] - 1; entry >= start[person]; entry--) {
      const other = entries[entry * ENTRY_WORDS];
      if (seenFrom[other] === person + 1) {
        entries[entry * ENTRY_WORDS + 1] = REPEATED;
        repeated++;
      }
      seenFrom[other] = person + 1;
    }
  }
  return repeated / 2;
}

/** Numbers of the sweep in breadth-first order from `root`, then from everybody not yet seen. */
export function orderBreadthFirst(adjacency: Adjacency, people: number, root: number): Uint32Array {
  const { start, entries } = adjacency;
  const order = new Uint32Array(people);
  const isSeen = new Uint8Array(people);
  let found = 0;
  let next = 0;
  for (let candidate = root < 0 ? 0 : -1; candidate < people; candidate++) {
    const seed = candidate < 0 ? root : candidate;
    if (isSeen[seed]) continue;
    isSeen[seed] = 1;
    order[found++] = seed;
    while (next < found) {
      const person = order[next++];
      const end = start[person + 1] * ENTRY_WORDS;
      for (let at = start[person] * ENTRY_WORDS; at < end; at += ENTRY_WORDS) {
        const other = entries[at];
        if (isSeen[other]) continue;
        isSeen[other] = 1;
        order[found++] = other;
      }
    }
  }
  return order;
}
