import type { CompactGraph } from './compact-graph.ts';
import type { LabelSet } from './label-set.ts';
import { EQUAL_WITHIN, frontierSize } from './relax-label.ts';
import type { Sieve } from './tie-filter.ts';
import { isSeen } from './tie-filter.ts';

/** A tie must be that strong before stopping early at weaker ones saves more than looking strengths up costs. */
const WHOLE_ROW_BELOW = 0.1;

/** How many times more arcs may be walked from the contacts, where one costs a mark, while nothing stops early. */
const CHEAPER_FROM_CONTACTS = 2;

/** One question while it runs. */
export interface AskQuestion {
  readonly graph: CompactGraph;
  readonly sieve: Sieve;
  readonly barred: Uint8Array;
  /** People with any of these flags are no introducers. */
  readonly barFlags: number;
  /** My contacts, strongest tie first, with the strength of the tie. */
  readonly contacts: Uint32Array;
  readonly strengths: Float64Array;
  /** Ways from people to the nearest target, the targets being the roots. */
  readonly toTarget: LabelSet;
  /** How many contacts are wanted. */
  readonly limit: number;
}

/** Best ways found by the last tie, by contact: its product up to the contact, and the label it goes on with. */
export interface LastTies {
  readonly product: Float64Array;
  /** -1 where the contact's own label is better, or nothing was found. */
  readonly via: Int32Array;
}

/** Joins contacts to the newest layer by one more tie, walking whichever side has fewer arcs. */
export function joinContacts(question: AskQuestion, worth: number): LastTies {
  const { graph, sieve, contacts, toTarget } = question;
  const last: LastTies = {
    product: new Float64Array(contacts.length),
    via: new Int32Array(contacts.length).fill(-1),
  };
  if (toTarget.count === toTarget.layerStart) return last;
  let contactArcs = 0;
  for (let i = 0; i < contacts.length; i++) {
    contactArcs += sieve.rowEnd[contacts[i]] - graph.start[contacts[i]];
  }
  if (contactArcs <= CHEAPER_FROM_CONTACTS * frontierSize(graph, toTarget))
    joinFromContacts(question, worth, last);
  else joinFromFrontier(question, worth, last);
  return last;
}

/** Looks for the newest layer in the rows of the contacts, by marks, which stay in the cache where labels do not. */
function joinFromContacts(question: AskQuestion, worth: number, last: LastTies): void {
  const { graph, sieve, barred, barFlags, contacts, strengths, toTarget } = question;
  const isNewest = graph.scratch.marks(graph.slots);
  const { layerStart, count, person } = toTarget;
  for (let label = layerStart; label < count; label++) isNewest[person[label]] = 1;
  const farStrongest = toTarget.strongestOfLayer();
  for (let i = 0; i < contacts.length; i++) {
    const contact = contacts[i];
    const enough = (worth * (1 - EQUAL_WITHIN)) / strengths[i] / farStrongest;
    if (enough > 1) break;
    if (barred[contact] !== 0 || (graph.flags[contact] & barFlags) !== 0) continue;
    if (sieve.isOpen && enough < WHOLE_ROW_BELOW) joinWholeRow(question, last, i, isNewest);
    else joinStrongTies(question, last, i, isNewest, enough);
  }
  for (let label = layerStart; label < count; label++) isNewest[person[label]] = 0;
}

function joinWholeRow(
  question: AskQuestion,
  last: LastTies,
  place: number,
  isNewest: Uint8Array,
): void {
  const { graph, sieve, contacts, toTarget } = question;
  const { neighbours, codes, values } = graph.arcs;
  const rowEnd = sieve.rowEnd[contacts[place]];
  for (let arc = graph.start[contacts[place]]; arc < rowEnd; arc++) {
    if (isNewest[neighbours[arc]] === 0) continue;
    const label = toTarget.labelOf[neighbours[arc]] - 1;
    considerLastTie(question, last, place, label, values[codes[arc]] * toTarget.product[label]);
  }
  graph.arcsWalked += rowEnd - graph.start[contacts[place]];
}

function joinStrongTies(
  question: AskQuestion,
  last: LastTies,
  place: number,
  isNewest: Uint8Array,
  enough: number,
): void {
  const { graph, sieve, contacts, toTarget } = question;
  const { neighbours, order, codes, values } = graph.arcs;
  const contact = contacts[place];
  const rowStart = graph.start[contact];
  const rowEnd = sieve.rowEnd[contact];
  let at = rowStart;
  for (; at < rowEnd; at++) {
    const arc = rowStart + order[at];
    const strength = values[codes[arc]];
    if (strength < enough) {
      if (at >= graph.confirmedEnd[contact]) break;
      at = graph.confirmedEnd[contact] - 1;
      continue;
    }
    if (isNewest[neighbours[arc]] === 0) continue;
    if (!sieve.isOpen && !isSeen(graph, sieve, arc)) continue;
    const label = toTarget.labelOf[neighbours[arc]] - 1;
    considerLastTie(question, last, place, label, strength * toTarget.product[label]);
  }
  graph.arcsWalked += at - rowStart;
}

function joinFromFrontier(question: AskQuestion, worth: number, last: LastTies): void {
  const { graph, sieve, barred, barFlags, contacts, strengths, toTarget } = question;
  const { neighbours, order, codes, values } = graph.arcs;
  // Place of a contact plus one.
  const placeOf = graph.scratch.places(graph.slots);
  for (let i = 0; i < contacts.length; i++) placeOf[contacts[i]] = i + 1;
  const enough = (worth * (1 - EQUAL_WITHIN)) / strengths[0];
  for (let label = toTarget.layerStart; label < toTarget.count; label++) {
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
      const contact = neighbours[arc];
      if (placeOf[contact] === 0) continue;
      if (!sieve.isOpen && !isSeen(graph, sieve, arc)) continue;
      if (barred[contact] !== 0 || (graph.flags[contact] & barFlags) !== 0) continue;
      considerLastTie(question, last, placeOf[contact] - 1, label, reached);
    }
    graph.arcsWalked += at - rowStart;
  }
  for (let i = 0; i < contacts.length; i++) placeOf[contacts[i]] = 0;
}

/** Takes a way of one tie more than any label if it is stronger; of two such, equally strong, the smaller id. */
function considerLastTie(
  question: AskQuestion,
  last: LastTies,
  contact: number,
  label: number,
  product: number,
): void {
  const { graph, contacts, toTarget } = question;
  const own = toTarget.labelOf[contacts[contact]] - 1;
  if (own >= 0 && product <= toTarget.product[own] * (1 + EQUAL_WITHIN)) return;
  const old = last.product[contact];
  if (product < old * (1 - EQUAL_WITHIN)) return;
  if (product <= old * (1 + EQUAL_WITHIN)) {
    const oldNext = toTarget.person[last.via[contact]];
    if (graph.ids[toTarget.person[label]] >= graph.ids[oldNext]) return;
  }
  last.product[contact] = product;
  last.via[contact] = label;
}
