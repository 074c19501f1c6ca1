import type { CompactGraph } from './compact-graph.ts';
import { DO_NOT_ASK } from './compact-graph.ts';
import type { LabelSet } from './label-set.ts';
import { compareForward, EQUAL_WITHIN, frontierSize, relax } from './relax-label.ts';
import type { Sieve } from './tie-filter.ts';
import { isSeen } from './tie-filter.ts';

/** One search for the best chain between two people, by index. */
export interface ChainSearch {
  readonly graph: CompactGraph;
  readonly sieve: Sieve;
  readonly from: number;
  readonly to: number;
  /** At least 1; Infinity for chains of any length. */
  readonly maxTies: number;
  /** Chains weaker than this are of no interest; in [0, 1]. */
  readonly floor: number;
  /** By index: 1 for people who may not be on the chain (beside do-not-ask). Restored after the search. */
  readonly barred: Uint8Array;
  /** People who may not come directly after `from`. */
  readonly barredNext: ReadonlySet<number> | null;
}

/**
 * The best chain is looked for among those at least so strong first: until one is known nothing else stops the search,
 * and most people are that near.
 */
const LIKELY_FLOORS = [0.3, 0.15, 0.05];

/** Where the best chain so far joins: a label from the start and one from the target, with a tie between. */
interface Join {
  product: number;
  ties: number;
  forward: number;
  backward: number;
}

/**
 * The strongest chain of at most `maxTies` ties; of equally strong ones the one with fewest ties, then with the
 * smaller person ids from the start on. Indices from `from` to `to`, or null.
 *
 * Both ends are expanded in turns, a layer at a time and the cheaper side first, so after e expansions every
 * chain of up to e ties has been looked at: a new one joins the two newest layers. A tie is followed only
 * while it can still lead to a chain as strong as the best known, rows being walked from the strongest tie.
 * Strengths are at most 1, so the best chain never passes a person twice.
 */
export function findBestChain(search: ChainSearch): number[] | null {
  for (const floor of LIKELY_FLOORS) {
    if (floor <= search.floor) break;
    const path = findChainAbove({ ...search, floor });
    if (path !== null) return path;
  }
  return findChainAbove(search);
}

function findChainAbove(search: ChainSearch): number[] | null {
  const { graph, barred, from, to } = search;
  if (from === to) return null;
  const forward = graph.scratch.forward(graph.slots);
  const backward = graph.scratch.backward(graph.slots);
  const wasBarredFrom = barred[from];
  const wasBarredTo = barred[to];
  barred[from] = 1;
  barred[to] = 1;
  forward.add(from, 1, -1);
  backward.add(to, 1, -1);
  const best: Join = { product: search.floor, ties: Infinity, forward: -1, backward: -1 };
  for (let ties = 1; ties <= search.maxTies; ties++) {
    if (forward.count === forward.layerStart || backward.count === backward.layerStart) break;
    const isLast = ties === search.maxTies;
    const goForward = frontierSize(graph, forward) <= frontierSize(graph, backward);
    expandLayer(search, forward, backward, goForward, ties, isLast, best);
  }
  const path =
    best.forward < 0
      ? null
      : [...forward.trace(best.forward).toReversed(), ...backward.trace(best.backward)];
  forward.clear();
  backward.clear();
  barred[from] = wasBarredFrom;
  barred[to] = wasBarredTo;
  return path;
}

/** Expands the newest layer of one side by one tie, joining it with the newest layer of the other. */
function expandLayer(
  search: ChainSearch,
  forward: LabelSet,
  backward: LabelSet,
  goForward: boolean,
  ties: number,
  isLast: boolean,
  best: Join,
): void {
  const { graph, sieve, barred, barredNext } = search;
  const { neighbours, order, codes, values } = graph.arcs;
  const side = goForward ? forward : backward;
  const other = goForward ? backward : forward;
  const farStrongest = other.strongestOfLayer();
  const first = side.layerStart;
  const last = side.count;
  side.beginLayer();
  for (let label = first; label < last; label++) {
    const person = side.person[label];
    const product = side.product[label];
    const rowStart = graph.start[person];
    const rowEnd = sieve.rowEnd[person];
    const isStart = goForward && side.parent[label] < 0;
    let at = rowStart;
    for (; at < rowEnd; at++) {
      const arc = rowStart + order[at];
      const reached = product * values[codes[arc]];
      if (reached * farStrongest < best.product * (1 - EQUAL_WITHIN)) {
        // The possible ties, if they are seen, begin again with their strongest.
        if (at >= graph.confirmedEnd[person]) break;
        at = graph.confirmedEnd[person] - 1;
        continue;
      }
      if (!sieve.isOpen && !isSeen(graph, sieve, arc)) continue;
      const next = neighbours[arc];
      if (isStart && barredNext !== null && barredNext.has(next)) continue;
      const far = other.labelOf[next] - 1;
      if (far >= other.layerStart) {
        const joined = reached * other.product[far];
        if (joined >= best.product * (1 - EQUAL_WITHIN)) {
          if (goForward) considerJoin(search, forward, backward, best, joined, ties, label, far);
          else considerJoin(search, forward, backward, best, joined, ties, far, label);
        }
      }
      if (isLast || barred[next] !== 0 || (graph.flags[next] & DO_NOT_ASK) !== 0) continue;
      relax(graph, side, goForward, last, label, next, reached);
    }
    graph.arcsWalked += at - rowStart;
  }
}

/** Takes a join at least about as strong as the best, unless the best is to be preferred. */
function considerJoin(
  search: ChainSearch,
  forward: LabelSet,
  backward: LabelSet,
  best: Join,
  product: number,
  ties: number,
  forwardLabel: number,
  backwardLabel: number,
): void {
  // Going backward, the tie into the start may be one that must not be taken.
  const isFirstTie = forward.parent[forwardLabel] < 0;
  if (isFirstTie && search.barredNext?.has(backward.person[backwardLabel]) === true) return;
  if (best.forward >= 0 && product <= best.product * (1 + EQUAL_WITHIN)) {
    if (ties > best.ties) return;
    if (!isEarlierJoin(search.graph, forward, backward, best, forwardLabel, backwardLabel)) return;
  }
  best.product = product;
  best.ties = ties;
  best.forward = forwardLabel;
  best.backward = backwardLabel;
}

/** Whether a join comes before the best one by its ids; both are of one expansion, so equally long on each side. */
function isEarlierJoin(
  graph: CompactGraph,
  forward: LabelSet,
  backward: LabelSet,
  best: Join,
  forwardLabel: number,
  backwardLabel: number,
): boolean {
  const before = compareForward(graph, forward, forwardLabel, best.forward);
  if (before !== 0) return before < 0;
  let mine = backwardLabel;
  let theirs = best.backward;
  while (mine !== theirs) {
    const difference = graph.ids[backward.person[mine]] - graph.ids[backward.person[theirs]];
    if (difference !== 0) return difference < 0;
    mine = backward.parent[mine];
    theirs = backward.parent[theirs];
  }
  return false;
}
