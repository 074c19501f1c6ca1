import type { CompactGraph } from './compact-graph.ts';
import type { Sieve, TieFilter } from './tie-filter.ts';
import { isSeen, makeSieve } from './tie-filter.ts';

export interface ConstraintOptions extends TieFilter {
  /** Weigh ties by their strength. Default false: every tie weighs the same. */
  readonly weighted?: boolean;
}

/**
 * Burt's constraint of a person (Burt, Structural Holes, 1992): the sum over contacts j of
 * (p_ij + sum over common contacts q of p_iq * p_qj)^2, where p_ij is the share of i's ties, by weight, that goes
 * to j. Low for one who joins people that do not know one another; can exceed 1 in small dense circles. Null for
 * a person without contacts.
 */
export function findConstraint(
  graph: CompactGraph,
  person: number,
  options: ConstraintOptions = {},
): number | null {
  const index = graph.index.get(person);
  const sieve = makeSieve(graph, options, [index]);
  const weighted = options.weighted === true;
  const total = index < 0 ? 0 : sumOfWeights(graph, sieve, index, weighted);
  if (total === 0) return null;
  const { neighbours } = graph.arcs;
  const placeOf = graph.scratch.places(graph.slots);
  // the same as marks, which stay in the cache where places do not: few of the arcs looked at lead to a contact
  const isContact = graph.scratch.marks(graph.slots);
  const shares: number[] = [];
  const contacts: number[] = [];
  for (let arc = graph.start[index]; arc < sieve.rowEnd[index]; arc++) {
    if (!sieve.isOpen && !isSeen(graph, sieve, arc)) continue;
    shares.push((weighted ? graph.strengthAt(arc) : 1) / total);
    placeOf[neighbours[arc]] = contacts.push(neighbours[arc]);
    isContact[neighbours[arc]] = 1;
  }
  // Direct investment first, to which what flows through common contacts is added.
  const invested = Float64Array.from(shares);
  contacts.forEach((contact, i) => {
    const scale = shares[i] / sumOfWeights(graph, sieve, contact, weighted);
    for (let arc = graph.start[contact]; arc < sieve.rowEnd[contact]; arc++) {
      if (isContact[neighbours[arc]] === 0) continue;
      if (!sieve.isOpen && !isSeen(graph, sieve, arc)) continue;
      invested[placeOf[neighbours[arc]] - 1] += scale * (weighted ? graph.strengthAt(arc) : 1);
    }
  });
  for (const contact of contacts) {
    placeOf[contact] = 0;
    isContact[contact] = 0;
  }
  return invested.reduce((sum, value) => sum + value * value, 0);
}

function sumOfWeights(
  graph: CompactGraph,
  sieve: Sieve,
  person: number,
  weighted: boolean,
): number {
  const rowEnd = sieve.rowEnd[person];
  if (!weighted && sieve.isOpen) return rowEnd - graph.start[person];
  let sum = 0;
  for (let arc = graph.start[person]; arc < rowEnd; arc++) {
    if (sieve.isOpen || isSeen(graph, sieve, arc)) sum += weighted ? graph.strengthAt(arc) : 1;
  }
  return sum;
}
