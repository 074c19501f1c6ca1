import { wordsOf } from './arc-columns.ts';
import { inRanges, PEOPLE_A_STEP, TIES_A_STEP } from './in-ranges.ts';
import { PairSorter } from './pair-sorter.ts';

/** Who is tied to whom, people numbered as they came. What the ties are worth is not needed to arrange them. */
export interface NumberedPairs {
  readonly people: number;
  /** By position of the pair; the same person on both sides where there is none. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** Rows of neighbours, people numbered breadth-first. */
export interface Arrangement {
  /** Numbers as people came, by index in the graph. */
  readonly order: Uint32Array;
  /** Bounds of everybody's row by index, with room for more people. The rows lie one behind the other. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Indices at the other end, ascending in each row, with room for edits behind all rows. */
  readonly neighbours: Uint32Array;
  /** Position of the pair that an arc is of. */
  readonly pairs: Uint32Array;
  readonly arcs: number;
  readonly widest: number;
}

/**
 * Groups pairs by person, numbers people breadth-first from `root` (-1: from the first), and sorts everybody's row. Of two
 * positions of one pair the later counts. Yields every few milliseconds.
 *
 * @param isShared keep what the graph is made of in SharedArrayBuffers
 */
export function* arrangeRows(
  pairs: NumberedPairs,
  root: number,
  isShared: boolean,
): Generator<void, Arrangement> {
  const grouped = yield* groupByPerson(pairs);
  const order = yield* orderBreadthFirst(grouped, pairs.people, root);
  return yield* sortRows(grouped, order, isShared);
}

/** Arcs kept free for edits: enough for thousands of them before the graph has to be compacted. */
export function roomForEdits(arcs: number): number {
  return Math.max(4096, Math.min(arcs, 1 << 18), arcs >>> 4);
}

/** Pairs by the people they are of, in the order of their positions. */
interface Grouped {
  /** First entry of a person, by number. */
  readonly start: Uint32Array;
  /**
   * Two words an entry, the person at the other end and the position of the pair: together, so that putting them in their
   * place costs one miss of the cache and not two.
   */
  readonly entries: Uint32Array;
}

function* groupByPerson({ people, from, to }: NumberedPairs): Generator<void, Grouped> {
  const cursor = new Uint32Array(people + 2);
  yield* inRanges(from.length, TIES_A_STEP, (first, end) => {
    for (let pair = first; pair < end; pair++) {
      if (from[pair] === to[pair]) continue;
      cursor[from[pair] + 2]++;
      cursor[to[pair] + 2]++;
    }
  });
  for (let at = 2; at < cursor.length; at++) cursor[at] += cursor[at - 1];
  const entries = new Uint32Array(cursor[people + 1] * 2);
  yield* inRanges(from.length, TIES_A_STEP, (first, end) => {
    for (let pair = first; pair < end; pair++) {
      const one = from[pair];
      const other = to[pair];
      if (one === other) continue;
      let at = cursor[one + 1]++ * 2;
      entries[at] = other;
      entries[at + 1] = pair;
      at = cursor[other + 1]++ * 2;
      entries[at] = one;
      entries[at + 1] = pair;
    }
  });
  // Filling moved every cursor to the end of its row, which is the start of the next one.
  return { start: cursor.subarray(0, people + 1), entries };
}

/** Numbers in breadth-first order from `root`, then from everybody not yet seen. */
function* orderBreadthFirst(
  grouped: Grouped,
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
      for (; next < until; next++) found = appendUnseen(grouped, order, isSeen, found, next);
      if (found > next) yield;
    }
  }
  return order;
}

/** Appends to `order` whom the person at `next` of it leads to. Returns how many there are now. */
function appendUnseen(
  { start, entries }: Grouped,
  order: Uint32Array,
  isSeen: Uint8Array,
  count: number,
  next: number,
): number {
  let found = count;
  const person = order[next];
  const end = start[person + 1] * 2;
  for (let at = start[person] * 2; at < end; at += 2) {
    const other = entries[at];
    if (isSeen[other]) continue;
    isSeen[other] = 1;
    order[found++] = other;
  }
  return found;
}

function* sortRows(
  grouped: Grouped,
  order: Uint32Array,
  isShared: boolean,
): Generator<void, Arrangement> {
  const people = order.length;
  const most = grouped.entries.length / 2;
  const slots = people + (people >>> 3) + 1024;
  const start = wordsOf(slots, isShared);
  const end = wordsOf(slots, isShared);
  const neighbours = wordsOf(most + roomForEdits(most), isShared);
  const pairs = wordsOf(most, isShared);
  const indexOf = new Uint32Array(people);
  for (let at = 0; at < people; at++) indexOf[order[at]] = at;
  const sorter = new PairSorter();
  let arcs = 0;
  let widest = 0;
  yield* inRanges(people, PEOPLE_A_STEP, (first, last) => {
    for (let at = first; at < last; at++) {
      const size = sortRow(grouped, order[at], indexOf, sorter);
      const { keys, values } = sorter;
      start[at] = arcs;
      for (let i = 0; i < size; i++) {
        // a pair that came again: the later entry, which stands behind, counts
        if (i + 1 < size && keys[i] === keys[i + 1]) continue;
        neighbours[arcs] = keys[i];
        pairs[arcs++] = values[i];
      }
      end[at] = arcs;
      widest = Math.max(widest, arcs - start[at]);
    }
  });
  return { order, start, end, neighbours, pairs, arcs, widest };
}

/** Leaves neighbours and positions of a person in the sorter. Returns how many there are. */
function sortRow(
  { start, entries }: Grouped,
  person: number,
  indexOf: Uint32Array,
  sorter: PairSorter,
): number {
  const first = start[person];
  const size = start[person + 1] - first;
  sorter.reserve(size);
  const { keys, values } = sorter;
  for (let i = 0; i < size; i++) {
    const at = (first + i) * 2;
    keys[i] = indexOf[entries[at]];
    values[i] = entries[at + 1];
  }
  sorter.sort(size);
  return size;
}
