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

/** Breadth-first search from one person: everything it reaches is its own. */
function reachOfOne(spread: Spread, id: number, list: boolean): Reach {
  const { graph, sieve, me } = spread;
  const member = spread.members[0];
  const marks = graph.scratch.marks(graph.slots);
  const queue = graph.scratch.queue(graph.slots);
  let count = 0;
  let isComplete = false;
  try {
    if (me >= 0) marks[me] = 1;
    if (member >= 0) {
      marks[member] = 1;
      queue[count++] = member;
      count = spreadOut(spread, marks, queue, count);
    }
    isComplete = true;
    const reached = queue.subarray(Math.min(1, count), count);
    let mine = 0;
    for (const contact of seenNeighbours(graph, sieve, me)) {
      if (marks[contact] === 1 && contact !== member) mine++;
    }
    const people = reached.length;
    const newToMe = people - mine;
    const each = {
      person: id,
      adds: people,
      addsNew: newToMe,
      exclusive: people,
      exclusiveNew: newToMe,
    };
    const lists = list ? listReached(spread, reached) : { reached: [], reachedNew: [] };
    return { people, newToMe, each: [each], ...lists };
  } finally {
    // How far the queue got is not known when a checkpoint stopped the search half-way.
    if (isComplete && count < graph.slots >>> 4) clearMarks(marks, queue, count, me);
    else marks.fill(0);
  }
}

function clearMarks(marks: Uint8Array, queue: Uint32Array, count: number, me: number): void {
  for (let i = 0; i < count; i++) marks[queue[i]] = 0;
  if (me >= 0) marks[me] = 0;
}

/** Marks and queues everybody within the hops. Returns the length of the queue. */
function spreadOut(spread: Spread, marks: Uint8Array, queue: Uint32Array, queued: number): number {
  const { graph, sieve, hops, checkpoint } = spread;
  const { neighbours } = graph.arcs;
  const { start } = graph;
  const { rowEnd } = sieve;
  let count = queued;
  let next = 0;
  for (let hop = 0; hop < hops && next < count; hop++) {
    const layerEnd = count;
    for (; next < layerEnd; next++) {
      if (next % PEOPLE_A_CHECK === 0) checkpoint?.((hop + next / layerEnd) / hops);
      const person = queue[next];
      const last = rowEnd[person];
      graph.arcsWalked += last - start[person];
      for (let arc = start[person]; arc < last; arc++) {
        const other = neighbours[arc];
        if (marks[other] !== 0 || (!sieve.isOpen && !isSeen(graph, sieve, arc))) continue;
        marks[other] = 1;
        queue[count++] = other;
      }
    }
  }
  return count;
}
