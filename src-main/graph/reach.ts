import type { CompactGraph } from './compact-graph.ts';
import { reachOfMany } from './reach-of-many.ts';
import type { Reach, ReachOptions, Spread } from './reach-spread.ts';
import { listReached, PEOPLE_A_CHECK } from './reach-spread.ts';
import { isSeen, makeSieve, seenNeighbours } from './tie-filter.ts';

/**
 * Whom something reaches if these people pass it on: everybody within `hops` ties of any of them, on ways that do
 * not pass through me, without me and without themselves. Excluded people are neither reached nor passed through.
 * Do-not-ask people count like any other: others, not I, pass it on to them.
 *
 * @param me my person id, or null: then nobody is left out as me and everybody counts as new
 */
export function findReach(
  graph: CompactGraph,
  me: number | null,
  through: Iterable<number>,
  options: ReachOptions = {},
): Reach {
  const ids = [...new Set(through)];
  const asker = me === null ? -1 : graph.index.get(me);
  const members = ids.map((id) => graph.index.get(id));
  const spread: Spread = {
    graph,
    sieve: makeSieve(graph, options, [asker, ...members]),
    me: asker,
    members,
    hops: options.hops ?? 1,
    checkpoint: options.checkpoint,
  };
  const list = options.listPeople === true;
  if (ids.length !== 1) return reachOfMany(spread, ids, list);
  return reachOfOne(spread, ids[0], list);
}

/** Breadth-first search from one person: everybody it reaches is its own. */
function reachOfOne(spread: Spread, id: number, list: boolean): Reach {
  const { graph, sieve, me } = spread;
  const member = spread.members[0];
  const marks = graph.scratch.marks(graph.slots);
  const queue = graph.scratch.queue(graph.slots);
  try {
    if (me >= 0) marks[me] = 1;
    let queued = 0;
    let people = 0;
    if (member >= 0) {
      marks[member] = 1;
      queue[queued++] = member;
      // Whoever the last hop reaches need not be queued to be counted.
      const isCounted = sieve.isOpen && !list;
      const layer = spreadOut(spread, marks, queue, isCounted ? spread.hops - 1 : spread.hops);
      queued = layer.end;
      people = queued - 1;
      if (isCounted) people += countLastHop(spread, marks, queue, layer.start, layer.end);
    }
    let newToMe = people;
    const mine = seenNeighbours(graph, sieve, me);
    for (let i = 0; i < mine.length; i++) {
      if (marks[mine[i]] === 1 && mine[i] !== member) newToMe--;
    }
    const share = { adds: people, addsNew: newToMe, exclusive: people, exclusiveNew: newToMe };
    const lists = list
      ? listReached(spread, queue.subarray(Math.min(1, queued), queued))
      : { reached: [], reachedNew: [] };
    return { people, newToMe, each: [{ person: id, ...share }], ...lists };
  } finally {
    marks.fill(0);
  }
}

/** Marks and queues everybody within the hops. Returns where the last layer lies in the queue. */
function spreadOut(
  spread: Spread,
  marks: Uint8Array,
  queue: Uint32Array,
  hops: number,
): { start: number; end: number } {
  const { graph, sieve, checkpoint } = spread;
  const { neighbours } = graph.arcs;
  let next = 0;
  let count = 1;
  for (let hop = 0; hop < hops && next < count; hop++) {
    const layerEnd = count;
    for (; next < layerEnd; next++) {
      if (next % PEOPLE_A_CHECK === 0) checkpoint?.((hop + next / layerEnd) / spread.hops);
      const person = queue[next];
      const rowEnd = sieve.rowEnd[person];
      graph.arcsWalked += rowEnd - graph.start[person];
      for (let arc = graph.start[person]; arc < rowEnd; arc++) {
        const other = neighbours[arc];
        if (!sieve.isOpen && !isSeen(graph, sieve, arc)) continue;
        // Written in any case and counted if new: a branch here would be guessed wrong half the time.
        queue[count] = other;
        count += marks[other] ^ 1;
        marks[other] = 1;
      }
    }
  }
  return { start: next, end: count };
}

/** How many people not yet marked the last layer of the queue is tied to. Marks them. */
function countLastHop(
  spread: Spread,
  marks: Uint8Array,
  queue: Uint32Array,
  layerStart: number,
  layerEnd: number,
): number {
  const { graph, sieve, hops, checkpoint } = spread;
  const { neighbours } = graph.arcs;
  let count = 0;
  for (let next = layerStart; next < layerEnd; next++) {
    if (next % PEOPLE_A_CHECK === 0) checkpoint?.((hops - 1 + next / layerEnd) / hops);
    const person = queue[next];
    const rowEnd = sieve.rowEnd[person];
    graph.arcsWalked += rowEnd - graph.start[person];
    for (let arc = graph.start[person]; arc < rowEnd; arc++) {
      const other = neighbours[arc];
      count += marks[other] ^ 1;
      marks[other] = 1;
    }
  }
  return count;
}
