import type { PersonId, TopicId } from '../contract/common.ts';
import { countOverlap, type CompactGraph } from '../graph/index.ts';

/** A contact whose tie with me is strong enough that I would vouch for them. */
export interface CloseContact {
  readonly id: PersonId;
  /** Of the tie with me, in (0, 1]. */
  readonly strength: number;
}

/** What a person offers, needs, or where they are: the same `key` means the same thing. */
export interface Trait {
  readonly personId: PersonId;
  readonly kind: 'offers' | 'needs' | 'organisation';
  readonly key: string;
  readonly label: string;
  readonly topicId: TopicId | null;
}

export type Reason =
  /** `from` needs what `to` offers. */
  | {
      readonly kind: 'match';
      readonly from: PersonId;
      readonly to: PersonId;
      readonly trait: Trait;
    }
  /** Both offer it, both need it, or both are or were there. */
  | { readonly kind: 'shared'; readonly trait: Trait };

export interface FoundPair {
  /** The smaller id first. */
  readonly a: PersonId;
  readonly b: PersonId;
  readonly score: number;
  /** The weightiest first. */
  readonly reasons: readonly Reason[];
}

/** What a reason counts. A need that is met is why people thank you; something in common is a good beginning. */
const reasonWeights = { match: 1, topic: 0.3, organisation: 0.2 } as const;

/** What more of my close contacts than this have in common says nothing of any two of them. */
const commonTrait = 60;

interface Candidate {
  readonly a: CloseContact;
  readonly b: CloseContact;
  readonly reasons: Reason[];
}

/**
 * Pairs of close contacts with a reason to meet whom nobody joins but me: no tie between them, not even a
 * possible one, and no shared contact but me. Scored by the reasons' weights, times the geometric mean of the
 * two strengths; the best first, of equal ones the smaller ids first.
 *
 * @param isSettled true for a pair that is not to be proposed (introduced already, or refused)
 */
export function findPairs(
  graph: CompactGraph,
  contacts: readonly CloseContact[],
  traits: readonly Trait[],
  isSettled: (a: PersonId, b: PersonId) => boolean,
  limit: number,
): FoundPair[] {
  const ranked = [...gatherCandidates(contacts, traits).values()]
    .map(({ a, b, reasons }) => ({
      a: a.id,
      b: b.id,
      score: scoreOf(reasons) * Math.sqrt(a.strength * b.strength),
      reasons: reasons.toSorted((one, other) => weightOf(other) - weightOf(one)),
    }))
    .toSorted((one, other) => other.score - one.score || one.a - other.a || one.b - other.b);
  // The graph is asked in the order of the scores, and no longer than needed: most candidates never are.
  const found: FoundPair[] = [];
  for (const pair of ranked) {
    if (found.length === limit) break;
    if (!isSettled(pair.a, pair.b) && isJoinedOnlyByMe(graph, pair.a, pair.b)) found.push(pair);
  }
  return found;
}

function isJoinedOnlyByMe(graph: CompactGraph, a: PersonId, b: PersonId): boolean {
  // each of the two is left out of both networks, so that the one they share is me
  return graph.tie(a, b) === null && countOverlap(graph, a, b).shared === 1;
}

function weightOf({ kind, trait }: Reason): number {
  if (kind === 'match') return reasonWeights.match;
  return trait.kind === 'organisation' ? reasonWeights.organisation : reasonWeights.topic;
}

function scoreOf(reasons: readonly Reason[]): number {
  return reasons.reduce((sum, reason) => sum + weightOf(reason), 0);
}

/** All pairs with a reason, by their ids. */
function gatherCandidates(
  contacts: readonly CloseContact[],
  traits: readonly Trait[],
): Map<string, Candidate> {
  const close = new Map(contacts.map((contact) => [contact.id, contact]));
  const candidates = new Map<string, Candidate>();
  const add = (one: PersonId, other: PersonId, reason: Reason): void => {
    const [a, b] =
      one < other ? [close.get(one), close.get(other)] : [close.get(other), close.get(one)];
    if (a === undefined || b === undefined || a === b) return;
    const key = `${a.id} ${b.id}`;
    const candidate = candidates.get(key) ?? { a, b, reasons: [] };
    candidate.reasons.push(reason);
    candidates.set(key, candidate);
  };
  const own = traits.filter(({ personId }) => close.has(personId));
  for (const group of Map.groupBy(own, ({ key }) => key).values()) addReasons(group, add);
  return candidates;
}

/** The reasons that one topic or organisation gives. */
function addReasons(
  group: readonly Trait[],
  add: (one: PersonId, other: PersonId, reason: Reason) => void,
): void {
  const needs = group.filter(({ kind }) => kind === 'needs');
  const offers = group.filter(({ kind }) => kind === 'offers');
  const places = group.filter(({ kind }) => kind === 'organisation');
  for (const need of needs) {
    for (const offer of offers)
      add(need.personId, offer.personId, {
        kind: 'match',
        from: need.personId,
        to: offer.personId,
        trait: need,
      });
  }
  for (const alike of [needs, offers, places]) {
    // what very many have in common is no reason to meet, and would make pairs by the square
    if (alike.length > commonTrait) continue;
    for (const [index, trait] of alike.entries()) {
      for (const other of alike.slice(index + 1))
        add(trait.personId, other.personId, { kind: 'shared', trait });
    }
  }
}
