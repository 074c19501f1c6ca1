import type { Reach, ReachMember, Spread } from './reach-spread.ts';
import { listReached, PEOPLE_A_CHECK } from './reach-spread.ts';
import { isSeen, seenNeighbours } from './tie-filter.ts';

/** Members that spread at once, one bit of a word each. */
const BATCH = 32;

/** What is known after the batches so far; by index, in scratch memory. */
interface Tally {
  /** 0: not reached, 1: by one member, 2: by several. */
  readonly state: Uint8Array;
  /** The first member, in the given order, who reaches the person; good where the state is not 0. */
  readonly owner: Uint32Array;
  /** Everybody who is or was in another state than 0. */
  readonly reached: number[];
}

/** Bits of members by index. */
interface Bits {
  readonly seen: Uint32Array;
  current: Uint32Array;
  next: Uint32Array;
}

/**
 * Reach of several people with what each contributes: breadth-first searches of up to 32 members side by side,
 * one bit each (Then et al., "The More the Merrier", VLDB 2014).
 */
export function reachOfMany(spread: Spread, ids: readonly number[], list: boolean): Reach {
  const { graph, members } = spread;
  const { scratch, slots } = graph;
  const tally: Tally = { state: scratch.marks(slots), owner: scratch.queue(slots), reached: [] };
  const [seen, current, next] = scratch.bits(slots);
  let isComplete = false;
  try {
    for (let first = 0; first < members.length; first += BATCH) {
      const batch = members.slice(first, first + BATCH);
      const share = (done: number) =>
        spread.checkpoint?.((first + done * batch.length) / members.length);
      const reached = spreadBatch(spread, batch, { seen, current, next }, share);
      for (let i = 0; i < reached.length; i++)
        tallyPerson(seen[reached[i]], reached[i], first, tally);
      clearSeen(spread, batch, reached, seen);
    }
    isComplete = true;
    return summarise(spread, ids, tally, list);
  } finally {
    for (let i = 0; i < tally.reached.length; i++) tally.state[tally.reached[i]] = 0;
    // What a search has touched is not known when a checkpoint stopped it half-way.
    if (!isComplete) for (const words of [seen, current, next]) words.fill(0);
  }
}

function clearSeen(
  spread: Spread,
  batch: readonly number[],
  reached: readonly number[],
  seen: Uint32Array,
): void {
  for (let i = 0; i < reached.length; i++) seen[reached[i]] = 0;
  for (const member of batch) if (member >= 0) seen[member] = 0;
  if (spread.me >= 0) seen[spread.me] = 0;
}

/**
 * Sets in `bits.seen` the bits of the members that reach a person, the members' own bits included. Returns
 * everybody reached who is neither me nor of this batch.
 */
function spreadBatch(
  spread: Spread,
  batch: readonly number[],
  bits: Bits,
  checkpoint: (done: number) => void,
): number[] {
  const { me, hops } = spread;
  const { seen } = bits;
  const touched: number[] = [];
  let frontier: number[] = [];
  // With all bits set nothing ever passes through me; as a member I may still start.
  if (me >= 0) seen[me] = 0xffffffff;
  batch.forEach((member, bit) => {
    if (member < 0) return;
    frontier.push(member);
    bits.current[member] = 1 << bit;
    seen[member] |= 1 << bit;
  });
  for (let hop = 0; hop < hops && frontier.length > 0; hop++) {
    const reached = expandBatch(spread, frontier, bits, (done) => checkpoint((hop + done) / hops));
    for (let i = 0; i < reached.length; i++) {
      const person = reached[i];
      if (seen[person] === 0) touched.push(person);
      seen[person] |= bits.next[person];
    }
    frontier = reached;
    [bits.current, bits.next] = [bits.next, bits.current];
  }
  for (let i = 0; i < frontier.length; i++) bits.current[frontier[i]] = 0;
  return touched;
}

/** One hop of all members. Leaves `bits.current` all zeros. */
function expandBatch(
  spread: Spread,
  frontier: readonly number[],
  { current, next, seen }: Bits,
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

function tallyPerson(bits: number, person: number, first: number, tally: Tally): void {
  const { state, owner, reached } = tally;
  if (state[person] !== 0) {
    state[person] = 2;
    return;
  }
  owner[person] = first + 31 - Math.clz32(bits & -bits);
  state[person] = (bits & (bits - 1)) === 0 ? 1 : 2;
  reached.push(person);
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
  // Members of different batches reach one another, but are not counted.
  const reached = tally.reached.filter((person) => state[person] !== 0);
  for (const person of reached) {
    const member = each[owner[person]];
    member.adds++;
    member.addsNew++;
    if (state[person] === 1) {
      member.exclusive++;
      member.exclusiveNew++;
    }
  }
  const people = reached.length;
  let newToMe = people;
  for (const contact of seenNeighbours(graph, sieve, me)) {
    if (state[contact] === 0) continue;
    newToMe--;
    each[owner[contact]].addsNew--;
    if (state[contact] === 1) each[owner[contact]].exclusiveNew--;
  }
  const lists = list ? listReached(spread, reached) : { reached: [], reachedNew: [] };
  return { people, newToMe, each: each satisfies ReachMember[], ...lists };
}
