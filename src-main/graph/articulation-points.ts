import type { CompactGraph } from './compact-graph.ts';
import type { Checkpoint, Sieve, TieFilter } from './tie-filter.ts';
import { isSeen, makeSieve } from './tie-filter.ts';

/** Somebody whose loss would cut me off from others. */
export interface CutPerson {
  readonly person: number;
  /** How many people I could then no longer reach over any number of ties, this one not counted. */
  readonly cutsOff: number;
}

/** A tie whose loss would cut me off from everybody beyond it. */
export interface Bridge {
  /** The end on my side. */
  readonly near: number;
  readonly far: number;
  /** People beyond the tie, `far` included. */
  readonly cutsOff: number;
}

export interface CutPoints {
  /** By falling number of people cut off, then by rising id. I am not among them. */
  readonly people: readonly CutPerson[];
  readonly bridges: readonly Bridge[];
  /** Into how many parts the people I can reach would fall without me; 0 when I reach nobody. */
  readonly partsWithoutMe: number;
}

/** State of the depth-first search; arrays by order of discovery, `me` being 0, except `order`. */
interface DepthFirst {
  /** By index: order of discovery plus one; 0 for not yet. */
  readonly order: Int32Array;
  readonly person: Uint32Array;
  readonly parent: Uint32Array;
  /** Earliest person that the subtree is tied to. */
  readonly low: Uint32Array;
  /** People in the subtree. */
  readonly size: Uint32Array;
  /** People that would be cut off with this one. */
  readonly cutsOff: Uint32Array;
  count: number;
}

/** How many steps of the search lie between two checkpoints. */
const STEPS_A_CHECK = 65_536;

/**
 * Articulation points and bridges among the people I can reach (Hopcroft and Tarjan 1973), by one depth-first
 * search from me with a stack of its own: the depth can be the number of people.
 */
export function findCutPoints(
  graph: CompactGraph,
  me: number,
  filter: TieFilter & { readonly checkpoint?: Checkpoint } = {},
): CutPoints {
  const root = graph.index.get(me);
  if (root < 0) return { people: [], bridges: [], partsWithoutMe: 0 };
  const sieve = makeSieve(graph, filter, [root]);
  const order = graph.scratch.places(graph.slots);
  const search: DepthFirst = {
    order,
    person: new Uint32Array(graph.slots),
    parent: new Uint32Array(graph.slots),
    low: new Uint32Array(graph.slots),
    size: new Uint32Array(graph.slots),
    cutsOff: new Uint32Array(graph.slots),
    count: 0,
  };
  try {
    discover(search, root, 0);
    return walk(graph, sieve, search, filter.checkpoint);
  } finally {
    for (let i = 0; i < search.count; i++) order[search.person[i]] = 0;
  }
}

function discover(search: DepthFirst, person: number, parent: number): number {
  const at = search.count++;
  search.order[person] = at + 1;
  search.person[at] = person;
  search.parent[at] = parent;
  search.low[at] = at;
  search.size[at] = 1;
  return at;
}

function walk(
  graph: CompactGraph,
  sieve: Sieve,
  search: DepthFirst,
  checkpoint: Checkpoint | undefined,
): CutPoints {
  const { neighbours } = graph.arcs;
  const { order, person, parent, low } = search;
  const cursor = new Uint32Array(graph.slots);
  cursor[0] = graph.start[person[0]];
  const bridges: Bridge[] = [];
  let partsWithoutMe = 0;
  let at = 0;
  for (let step = 0; ; step++) {
    if (step % STEPS_A_CHECK === 0) checkpoint?.(search.count / graph.slots);
    if (cursor[at] < sieve.rowEnd[person[at]]) {
      const arc = cursor[at]++;
      if (!sieve.isOpen && !isSeen(graph, sieve, arc)) continue;
      const next = order[neighbours[arc]] - 1;
      if (next < 0) {
        at = discover(search, neighbours[arc], at);
        cursor[at] = graph.start[neighbours[arc]];
      } else if (next !== parent[at] && next < low[at]) {
        low[at] = next;
      }
      continue;
    }
    if (at === 0) break;
    const above = parent[at];
    if (above === 0) partsWithoutMe++;
    finishSubtree(graph, search, at, above, bridges);
    at = above;
  }
  return { ...describe(graph, search, bridges), partsWithoutMe };
}

/** Hands what a finished subtree knows to the person above it. */
function finishSubtree(
  graph: CompactGraph,
  search: DepthFirst,
  at: number,
  above: number,
  bridges: Bridge[],
): void {
  const { person, low, size, cutsOff } = search;
  if (low[at] < low[above]) low[above] = low[at];
  size[above] += size[at];
  if (low[at] >= above) cutsOff[above] += size[at];
  if (low[at] > above) {
    const near = graph.ids[person[above]];
    bridges.push({ near, far: graph.ids[person[at]], cutsOff: size[at] });
  }
}

function describe(
  graph: CompactGraph,
  search: DepthFirst,
  bridges: Bridge[],
): { people: CutPerson[]; bridges: Bridge[] } {
  const people: CutPerson[] = [];
  for (let at = 1; at < search.count; at++) {
    const cutsOff = search.cutsOff[at];
    if (cutsOff > 0) people.push({ person: graph.ids[search.person[at]], cutsOff });
  }
  people.sort((a, b) => b.cutsOff - a.cutsOff || a.person - b.person);
  bridges.sort((a, b) => b.cutsOff - a.cutsOff || a.near - b.near || a.far - b.far);
  return { people, bridges };
}
