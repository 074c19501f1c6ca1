import type { Chain, ChainOptions } from './chains.ts';
import { barIntroducers, compareChains, DEFAULT_MAX_TIES, describeChain } from './chains.ts';
import type { CompactGraph } from './compact-graph.ts';
import { DO_NOT_ASK } from './compact-graph.ts';
import type { AskQuestion, LastTies } from './join-contacts.ts';
import { joinContacts } from './join-contacts.ts';
import { EQUAL_WITHIN, relax } from './relax-label.ts';
import type { Sieve } from './tie-filter.ts';
import { isSeen } from './tie-filter.ts';

/** A contact of mine, and the best chain that begins with them. */
export interface Ask {
  /** Person id of the contact to ask: the second of the chain's people. */
  readonly contact: number;
  readonly chain: Chain;
}

export interface AskOptions extends ChainOptions {
  readonly evenDoNotAsk?: boolean;
}

/**
 * The last place wanted is mostly worth at least so much: chains are looked for from there on first, since nothing else
 * stops the search while places are free.
 */
const LIKELY_WORTH = 0.03;

/** Beyond so many places the last is hardly worth stopping for. */
const MOST_PLACES = 256;

/**
 * Whom of my contacts to ask for any of the targets: for each contact the strongest chain that begins with them
 * and does not come back through me, the best first (equal strength: fewer ties, then smaller ids).
 *
 * A target who is my contact answers for themselves with a chain of one tie, which is at least as strong as any
 * way on through them. People marked do-not-ask or excluded are never introducers, but may be targets. Targets
 * that the graph does not know, and I myself, are passed over.
 *
 * @param limit how many contacts at most; a small one lets the search stop early
 * @param options with `evenDoNotAsk`, as if nobody were marked do-not-ask: to say what the marks cost
 */
export function findWhoToAsk(
  graph: CompactGraph,
  me: number,
  targets: Iterable<number>,
  limit = Number.POSITIVE_INFINITY,
  options: AskOptions = {},
): Ask[] {
  const asker = graph.index.get(me);
  if (asker < 0 || limit < 1) return [];
  const { sieve, barred, release } = barIntroducers(graph, options);
  const wasBarred = barred[asker];
  barred[asker] = 1;
  const toTarget = graph.scratch.backward(graph.slots);
  try {
    const { contacts, strengths } = contactsByStrength(graph, sieve, asker);
    const barFlags = options.evenDoNotAsk === true ? 0 : DO_NOT_ASK;
    const question = { graph, sieve, barred, barFlags, contacts, strengths, toTarget, limit };
    const maxTies = options.maxTies ?? DEFAULT_MAX_TIES;
    const wanted = [...targets];
    if (limit < contacts.length && limit <= MOST_PLACES) {
      labelTargets(question, wanted, asker);
      const asks = answer(question, asker, maxTies, LIKELY_WORTH);
      if (asks.length === limit) return asks;
      toTarget.clear();
    }
    labelTargets(question, wanted, asker);
    return answer(question, asker, maxTies, 0);
  } finally {
    toTarget.clear();
    barred[asker] = wasBarred;
    release();
  }
}

function labelTargets(
  { graph, toTarget }: AskQuestion,
  targets: readonly number[],
  asker: number,
): void {
  for (const id of targets) {
    const target = graph.index.get(id);
    if (target >= 0 && target !== asker && toTarget.labelOf[target] === 0) {
      toTarget.add(target, 1, -1);
    }
  }
}

function contactsByStrength(
  graph: CompactGraph,
  sieve: Sieve,
  asker: number,
): { contacts: Uint32Array; strengths: Float64Array } {
  const first = graph.start[asker];
  const degree = sieve.rowEnd[asker] - first;
  const contacts = new Uint32Array(degree);
  const strengths = new Float64Array(degree);
  let count = 0;
  for (let i = 0; i < degree; i++) {
    const arc = first + graph.arcs.order[first + i];
    if (!sieve.isOpen && !isSeen(graph, sieve, arc)) continue;
    contacts[count] = graph.arcs.neighbours[arc];
    strengths[count++] = graph.strengthAt(arc);
  }
  return { contacts: contacts.subarray(0, count), strengths: strengths.subarray(0, count) };
}

/** @param floor chains weaker than this are left out; in [0, 1] */
function answer(question: AskQuestion, asker: number, maxTies: number, floor: number): Ask[] {
  const { graph, contacts, toTarget } = question;
  if (contacts.length === 0) return [];
  let worth = Math.max(floor, worthOfLast(question, null));
  // The tie to the contact is the first, so what is left are maxTies - 1; their last is only joined.
  for (let ties = 1; ties < maxTies - 1 && toTarget.count > toTarget.layerStart; ties++) {
    expandTowardsContacts(question, worth);
    worth = Math.max(floor, worthOfLast(question, null));
  }
  const last = maxTies > 1 ? joinContacts(question, worth) : null;
  worth = Math.max(floor, worthOfLast(question, last));
  const asks: Ask[] = [];
  for (let i = 0; i < contacts.length; i++) {
    const product = chainProduct(question, last, i);
    if (product === 0 || product < worth * (1 - EQUAL_WITHIN)) continue;
    const label =
      last !== null && last.via[i] >= 0 ? last.via[i] : toTarget.labelOf[contacts[i]] - 1;
    const isJoined = last !== null && last.via[i] >= 0;
    const rest = toTarget.trace(label);
    const path = isJoined ? [asker, contacts[i], ...rest] : [asker, ...rest];
    asks.push({ contact: graph.ids[contacts[i]], chain: describeChain(graph, path) });
  }
  asks.sort((a, b) => compareChains(a.chain, b.chain));
  return asks.slice(0, question.limit);
}

/** Strength of the best chain so far that begins with a contact; 0 for none. */
function chainProduct(question: AskQuestion, last: LastTies | null, contact: number): number {
  const { contacts, strengths, toTarget } = question;
  if (last !== null && last.via[contact] >= 0) return strengths[contact] * last.product[contact];
  const label = toTarget.labelOf[contacts[contact]] - 1;
  return label < 0 ? 0 : strengths[contact] * toTarget.product[label];
}

/** Strength of the chain that now holds the last wanted place; 0 while places are free. */
function worthOfLast(question: AskQuestion, last: LastTies | null): number {
  const { contacts, limit } = question;
  if (limit > contacts.length || limit > MOST_PLACES) return 0;
  // The strongest so far, ascending: a few places are filled faster than everything is sorted.
  const best = new Float64Array(limit);
  for (let i = 0; i < contacts.length; i++) {
    const product = chainProduct(question, last, i);
    if (product <= best[0]) continue;
    let at = 1;
    for (; at < limit && best[at] < product; at++) best[at - 1] = best[at];
    best[at - 1] = product;
  }
  return best[0];
}

/** Labels everybody one tie further from the targets, as far as a chain through them can still get a place. */
function expandTowardsContacts(question: AskQuestion, worth: number): void {
  const { graph, sieve, barred, barFlags, toTarget } = question;
  const { neighbours, order, codes, values } = graph.arcs;
  const enough = (worth * (1 - EQUAL_WITHIN)) / question.strengths[0];
  const first = toTarget.layerStart;
  const end = toTarget.count;
  toTarget.beginLayer();
  for (let label = first; label < end; label++) {
    const person = toTarget.person[label];
    const product = toTarget.product[label];
    const rowStart = graph.start[person];
    const rowEnd = sieve.rowEnd[person];
    let at = rowStart;
    for (; at < rowEnd; at++) {
      const arc = rowStart + order[at];
      const reached = product * values[codes[arc]];
      if (reached < enough) {
        if (at >= graph.confirmedEnd[person]) break;
        at = graph.confirmedEnd[person] - 1;
        continue;
      }
      if (!sieve.isOpen && !isSeen(graph, sieve, arc)) continue;
      const next = neighbours[arc];
      if (barred[next] !== 0 || (graph.flags[next] & barFlags) !== 0) continue;
      relax(graph, toTarget, false, end, label, next, reached);
    }
    graph.arcsWalked += at - rowStart;
  }
}
