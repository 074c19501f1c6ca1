import { describe, expect, it } from 'vitest';
import type { OutcomeId } from '../../../src-main/contract/common.ts';
import type { SourceRow } from '../../../src-main/contract/outcomes.ts';
import { barsOf, mostBars, mostUsedCurrency, orderRows } from './source-bars.ts';

const row = (label: string | null, gbp: number, count = 1): SourceRow => ({
  label,
  target: null,
  sums: gbp === 0 ? [] : [{ amount: gbp, currency: 'GBP' }],
  outcomeIds: Array.from({ length: count }, (_, at) => (at + 1) as OutcomeId),
});
const gbp = { kind: 'money', currency: 'GBP' } as const;
const nameOf = ({ label }: SourceRow) => label ?? 'unknown';

describe('bars', () => {
  it('go by the value in their unit, what is not known last', () => {
    const rows = [row(null, 900, 9), row('a', 100, 3), row('b', 500, 1)];
    expect(barsOf(rows, gbp, false, nameOf)).toEqual([
      { label: 'b', value: 500 },
      { label: 'a', value: 100 },
      { label: 'unknown', value: 900 },
    ]);
    expect(orderRows(rows, { kind: 'count' }, false).map(nameOf)).toEqual(['a', 'b', 'unknown']);
  });

  it('leave out what has nothing in the unit; the rows keep it', () => {
    const rows = [row('a', 0), row('b', 5)];
    expect(barsOf(rows, gbp, false, nameOf)).toEqual([{ label: 'b', value: 5 }]);
    expect(orderRows(rows, gbp, false)).toHaveLength(2);
  });

  it('are the latest years, in their order', () => {
    const years = Array.from({ length: mostBars + 2 }, (_, at) => row(String(2010 + at), at + 1));
    const bars = barsOf(years, gbp, true, nameOf);
    expect(bars).toHaveLength(mostBars);
    expect(bars[0]?.label).toBe('2012');
  });
});

it('the currency shown first is the one with most outcomes, however large the others are', () => {
  const value = (currency: string, amount: number) => ({ value: { currency, amount } });
  const outcomes = [value('EUR', 900), value('GBP', 1), value('GBP', 2), { value: null }];
  expect(mostUsedCurrency(outcomes)).toBe('GBP');
  expect(mostUsedCurrency([{ value: null }])).toBeNull();
});
