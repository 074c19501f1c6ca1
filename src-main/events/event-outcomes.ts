import type { ReadableBook } from '../book/access.ts';
import type { EventId } from '../contract/common.ts';
import type { Money } from '../contract/outcomes.ts';
import { type CreditedOutcome, readCreditedOutcomes } from '../tables/credited-outcomes.ts';

export interface EventOutcomes {
  readonly outcomes: number;
  /** By currency, in the order of the code. */
  readonly sums: Money[];
}

/** What is credited to each event that has anything, the latest first. */
export function readOutcomesOfEvents(book: ReadableBook): Map<EventId, CreditedOutcome[]> {
  const found = new Map<EventId, CreditedOutcome[]>();
  for (const outcome of readCreditedOutcomes(book)) {
    const { eventId } = outcome.credit;
    if (eventId !== null) found.set(eventId, [...(found.get(eventId) ?? []), outcome]);
  }
  return found;
}

/** What an outcome is worth; null when it is not counted in money. */
export function valueOf({ amount, currency }: CreditedOutcome): Money | null {
  return amount === null || currency === null ? null : { amount, currency };
}

/** How many they are and what they are worth together. */
export function sumUp(outcomes: readonly CreditedOutcome[]): EventOutcomes {
  const sums = new Map<string, number>();
  for (const outcome of outcomes) {
    const value = valueOf(outcome);
    if (value !== null) sums.set(value.currency, (sums.get(value.currency) ?? 0) + value.amount);
  }
  return {
    outcomes: outcomes.length,
    sums: [...sums]
      .map(([currency, amount]) => ({ amount, currency }))
      .toSorted((a, b) => (a.currency < b.currency ? -1 : 1)),
  };
}
