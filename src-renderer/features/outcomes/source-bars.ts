import type { Outcome, SourceRow } from '../../../src-main/contract/outcomes.ts';

/** What bars measure: the value in one currency, or how many outcomes there are. */
export type Unit =
  | { readonly kind: 'count' }
  | { readonly kind: 'money'; readonly currency: string };

/** More bars than this cannot be read; the table beside has all rows. */
export const mostBars = 10;

export interface Bar {
  readonly label: string;
  /** In the smallest unit of the currency, or a number of outcomes. */
  readonly value: number;
}

/** What a row comes to in a unit; 0 when it has nothing in it. */
function valueIn(row: SourceRow, unit: Unit): number {
  if (unit.kind === 'count') return row.outcomeIds.length;
  return row.sums.find(({ currency }) => currency === unit.currency)?.amount ?? 0;
}

/**
 * The rows as they are shown in a unit: years in their order, others the largest first; what is not known stays
 * last. Rows without a value in the unit stay, with nothing.
 */
export function orderRows(rows: readonly SourceRow[], unit: Unit, isByYear: boolean): SourceRow[] {
  if (isByYear) return [...rows];
  return rows.toSorted((a, b) => {
    if (a.label === null || b.label === null)
      return Number(a.label === null) - Number(b.label === null);
    return valueIn(b, unit) - valueIn(a, unit);
  });
}

/** The bars to draw: rows with a value in the unit, the largest (or, by year, the latest) `mostBars` of them. */
export function barsOf(
  rows: readonly SourceRow[],
  unit: Unit,
  isByYear: boolean,
  nameOf: (row: SourceRow) => string,
): Bar[] {
  const bars = orderRows(rows, unit, isByYear)
    .map((row) => ({ label: nameOf(row), value: valueIn(row, unit) }))
    .filter(({ value }) => value > 0);
  return isByYear ? bars.slice(-mostBars) : bars.slice(0, mostBars);
}

/** The currency in which most outcomes are counted, of equal ones the first by its code; null when none is. */
export function mostUsedCurrency(outcomes: readonly Pick<Outcome, 'value'>[]): string | null {
  const counts = new Map<string, number>();
  for (const { value } of outcomes)
    if (value !== null) counts.set(value.currency, (counts.get(value.currency) ?? 0) + 1);
  const [most] = [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return most?.[0] ?? null;
}
