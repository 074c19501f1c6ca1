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

/** Ties worked on between two yields: a few milliseconds. */
const TIES_A_STEP = 20_000;
/** The same of people with all their ties. */
export const PEOPLE_A_STEP = 1000;

/** Does the work for 0 to `size` in ranges of `step`, with a yield after each. */
export function* inRanges(
  size: number,
  step: number,
  work: (from: number, to: number) => void,
): Generator<void, void> {
  for (let from = 0; from < size; from += step) {
    work(from, Math.min(from + step, size));
    yield;
  }
}

export function* groupByPerson(swept: SweptTies): Generator<void, Adjacency> {
  const { people, ties, from, to } = swept;
  const cursor = new Uint32Array(people + 2);
  yield* inRanges(ties, TIES_A_STEP, (first, end) => {
    for (let tie = first; tie < end; tie++) {
      cursor[from[tie] + 2]++;
      cursor[to[tie] + 2]++;
    }
  });
  for (let at = 2; at < cursor.length; at++) cursor[at] += cursor[at - 1];
  const entries = new Uint32Array(ties * 2 * ENTRY_WORDS);
  yield* inRanges(ties, TIES_A_STEP, (first, end) =>
    fillEntries(swept, { cursor, entries, first, end }),
  );
  // Filling moved every cursor to the end of its row, which is the start of the next one.
  return { start: cursor.subarray(0, people + 1), entries };
}

interface Filling {
  readonly cursor: Uint32Array;
  readonly entries: Uint32Array;
  readonly first: number;
  readonly end: number;
}

function fillEntries(
  { from, to, code, tieClass }: SweptTies,
  { cursor, entries, first, end }: Filling,
): void {
  for (let tie = first; tie < end; tie++) {
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
}

/** Marks entries of pairs that were fed again later as REPEATED. Returns how many ties that concerns. */
export function* markRepeated(adjacency: Adjacency, people: number): Generator<void, number> {
  const { start, entries } = adjacency;
  const seenFrom = new Uint32Array(people);
  let repeated = 0;
  yield* inRanges(people, PEOPLE_A_STEP, (first, end) => {
    for (let person = first; person < end; person++) {
      for (let entry = start[person + 1] - 1; entry >= start[person]; entry--) {
        const other = entries[entry * ENTRY_WORDS];
        if (seenFrom[other] === person + 1) {
          entries[entry * ENTRY_WORDS + 1] = REPEATED;
          repeated++;
        }
        seenFrom[other] = person + 1;
      }
    }
  });
  return repeated / 2;
}

/** Numbers of the sweep in breadth-first order from `root`, then from everybody not yet seen. */
export function* orderBreadthFirst(
  adjacency: Adjacency,
  people: number,
  root: number,
): Generator<void, Uint32Array> {
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
      const until = Math.min(found, next + PEOPLE_A_STEP);
      for (; next < until; next++) found = appendUnseen(adjacency, order, isSeen, found, next);
      if (found > next) yield;
    }
  }
  return order;
}

/** Appends to `order` whom the person at `next` of it leads to. Returns how many there are now. */
function appendUnseen(
  { start, entries }: Adjacency,
  order: Uint32Array,
  isSeen: Uint8Array,
  count: number,
  next: number,
): number {
  let found = count;
  const person = order[next];
  const end = start[person + 1] * ENTRY_WORDS;
  for (let at = start[person] * ENTRY_WORDS; at < end; at += ENTRY_WORDS) {
    const other = entries[at];
    if (isSeen[other]) continue;
    isSeen[other] = 1;
    order[found++] = other;
  }
  return found;
}
