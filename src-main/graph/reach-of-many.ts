import type { Reach, ReachMember, Spread } from './reach-spread.ts';
import { listReached, PEOPLE_A_CHECK } from './reach-spread.ts';
import { isSeen, seenNeighbours } from './tie-filter.ts';

/** Members that spread at once, one bit of a word each. */
const BATCH = 32;

/** What is known of everybody after the batches so far; by index. */
interface Tally {
  /** 0: not reached, 1: by one member, 2: by several. */
  readonly state: Uint8Array;
  /** The first member, in the given order, who reaches the person. */
  readonly owner: Uint32Array;
}

/**
 * Reach of several people with what each contributes: breadth-first searches of up to 32 members side by side,
 * one bit each (Then et al., "The More the Merrier", VLDB 2014).
 */
export function reachOfMany(spread: Spread, ids: readonly number[], list: boolean): Reach {
  const { graph, members } = spread;
  const { slots } = graph;
  const tally: Tally = { state: new Uint8Array(slots), owner: new Uint32Array(slots) };
  const seen = new Uint32Array(slots);
  for (let first = 0; first < members.length; first += BATCH) {
    const batch = members.slice(first, first + BATCH);
    const share = (done: number) =>
      spread.checkpoint?.((first + done * batch.length) / members.length);
    seen.fill(0);
    spreadBatch(spread, batch, seen, share);
    tallyBatch(spread, seen, first, tally);
  }
  return summarise(spread, ids, tally, list);
}

/** Sets in `seen` the bits of the members that reach a person, the members' own bits included. */
function spreadBatch(
  spread: Spread,
  batch: readonly number[],
  seen: Uint32Array,
  checkpoint: (done: number) => void,
): void {
  const { graph, me, hops } = spread;
  let frontier: number[] = [];
  let current = new Uint32Array(graph.slots);
  let next = new Uint32Array(graph.slots);
  // With all bits set nothing ever passes through me; as a member I may still start.
  if (me >= 0) seen[me] = 0xffffffff;
  batch.forEach((member, bit) => {
    if (member < 0) return;
    if (current[member] === 0) frontier.push(member);
    current[member] |= 1 << bit;
    seen[member] |= 1 << bit;
  });
  for (let hop = 0; hop < hops && frontier.length > 0; hop++) {
    const reached = expandBatch(spread, frontier, current, next, seen, (done) =>
      checkpoint((hop + done) / hops),
    );
    for (const person of reached) seen[person] |= next[person];
    frontier = reached;
    [current, next] = [next, current];
  }
}

/** One hop of all members. Leaves `current` all zeros. */
function expandBatch(
  spread: Spread,
  frontier: readonly number[],
  current: Uint32Array,
  next: Uint32Array,
  seen: Uint32Array,
  checkpoint: (done: number) => void,
): number[] {
  const { graph, sieve } = spread;
  const { neighbours } = graph.arcs;
  const reached: number[] = [];
  for (let i = 0; i < frontier.length; i++) {
    if (i % PEOPLE_A_CHECK === 0) checkpoint(i / frontier.length);
    const person = frontier[i];
    const bits = current[person];
    current[person] = 0;
    const rowEnd = sieve.rowEnd[person];
    graph.arcsWalked += rowEnd - graph.start[person];
    for (let arc = graph.start[person]; arc < rowEnd; arc++) {
      const other = neighbours[arc];
      const fresh = bits & ~seen[other] & ~next[other];
      if (fresh === 0 || (!sieve.isOpen && !isSeen(graph, sieve, arc))) continue;
      if (next[other] === 0) reached.push(other);
      next[other] |= fresh;
    }
  }
  return reached;
}

function tallyBatch(spread: Spread, seen: Uint32Array, first: number, tally: Tally): void {
  const { state, owner } = tally;
  for (let person = 0; person < spread.graph.slots; person++) {
    const bits = seen[person];
    if (bits === 0) continue;
    const lowest = bits & -bits;
    if (state[person] === 0) {
      owner[person] = first + 31 - Math.clz32(lowest);
      state[person] = bits === lowest ? 1 : 2;
    } else {
      state[person] = 2;
    }
  }
}

function summarise(spread: Spread, ids: readonly number[], tally: Tally, list: boolean): Reach {
  const { graph, sieve, me, members } = spread;
  const { state, owner } = tally;
  if (me >= 0) state[me] = 0;
  for (const member of members) if (member >= 0) state[member] = 0;
  const each = ids.map((person) => ({
    person,
    adds: 0,
    addsNew: 0,
    exclusive: 0,
    exclusiveNew: 0,
  }));
  let people = 0;
  for (let person = 0; person < graph.slots; person++) {
    if (state[person] === 0) continue;
    people++;
    const member = each[owner[person]];
    member.adds++;
    member.addsNew++;
    if (state[person] === 1) {
      member.exclusive++;
      member.exclusiveNew++;
    }
  }
  let newToMe = people;
  for (const contact of seenNeighbours(graph, sieve, me)) {
    if (state[contact] === 0) continue;
    newToMe--;
    each[owner[contact]].addsNew--;
    if (state[contact] === 1) each[owner[contact]].exclusiveNew--;
  }
  const lists = list ? listReached(spread, indicesSet(state)) : { reached: [], reachedNew: [] };
  return { people, newToMe, each: each satisfies ReachMember[], ...lists };
}

function* indicesSet(state: Uint8Array): Generator<number> {
  for (let person = 0; person < state.length; person++) if (state[person] !== 0) yield person;
}
