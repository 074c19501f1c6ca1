import type { ReadableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';
import type { Balance } from '../contract/favours.ts';
import type { Money } from '../contract/outcomes.ts';
import { readDeeds } from '../tables/deeds.ts';
import { listIntroducedByMe, listShares, listThanks } from './queries.ts';

type Sides = Omit<Balance, 'person'>;

/** A balance while it is added up. */
interface Tally {
  readonly given: { introductions: number; shares: number };
  readonly received: { introductions: number; shares: number; outcomes: number };
  readonly sums: Map<string, number>;
  thanks: number;
}

/**
 * What went each way between me and everybody with whom something did. An introduction or a share counts as
 * one favour, an outcome as none: it came of a favour that counts already.
 */
export function readBalances(book: ReadableBook): Map<PersonId, Sides> {
  const tallies = new Map<PersonId, Tally>();
  const of = (id: PersonId): Tally => {
    const tally = tallies.get(id) ?? newTally();
    tallies.set(id, tally);
    return tally;
  };
  for (const id of listIntroducedByMe(book)) of(id).given.introductions++;
  for (const { direction, personId } of listShares(book))
    if (direction === 'given') of(personId).given.shares++;
  for (const deed of readDeeds(book)) {
    const tally = of(deed.personId);
    if (deed.kind === 'introduction') tally.received.introductions++;
    else if (deed.kind === 'share') tally.received.shares++;
    else {
      tally.received.outcomes++;
      const { amount, currency } = deed.outcome;
      if (amount !== null && currency !== null)
        tally.sums.set(currency, (tally.sums.get(currency) ?? 0) + amount);
    }
  }
  for (const { personId } of listThanks(book)) of(personId).thanks++;
  return new Map([...tallies].map(([id, tally]) => [id, closeTally(tally)]));
}

function newTally(): Tally {
  return {
    given: { introductions: 0, shares: 0 },
    received: { introductions: 0, shares: 0, outcomes: 0 },
    sums: new Map(),
    thanks: 0,
  };
}

function closeTally({ given, received, sums, thanks }: Tally): Sides {
  const money: Money[] = [...sums]
    .map(([currency, amount]) => ({ currency, amount }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
  const balance = given.introductions + given.shares - received.introductions - received.shares;
  return { given, received: { ...received, sums: money }, thanks, balance };
}
