import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money, parseAmount, sums, typedAmount } from './money.ts';

describe('a typed sum', () => {
  it.each([
    ['1200', 'GBP', 120_000],
    ['1,200', 'GBP', 120_000],
    ['1.200', 'EUR', 120_000],
    ['1 200,50', 'EUR', 120_050],
    ['1,200.5', 'GBP', 120_050],
    ['1.234.567,89', 'EUR', 123_456_789],
    ['3,000', 'JPY', 3000],
    ['1.250', 'KWD', 1250],
    ['0.05', 'GBP', 5],
    ['0.500', 'BHD', 500],
    ['1,234.500', 'BHD', 1_234_500],
    ['1.234.500', 'BHD', 1_234_500_000],
  ])('%s %s is %d of the smallest unit', (typed, currency, amount) => {
    expect(parseAmount(typed, currency)).toBe(amount);
  });

  it.each([
    ['', 'GBP'],
    ['0', 'GBP'],
    ['-5', 'GBP'],
    ['a lot', 'GBP'],
    ['10.5', 'JPY'],
    ['12.3456', 'GBP'],
    ['0.500', 'GBP'],
    ['1,2,345', 'GBP'],
    ['12.34.567', 'EUR'],
    ['1,200.50', 'JPY'],
    ['1,234.500', 'GBP'],
    ['99999999999999999', 'GBP'],
  ])('“%s” %s is none', (typed, currency) => {
    expect(parseAmount(typed, currency)).toBeNull();
  });

  it('comes back as it was, whatever the currency', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.constantFrom('GBP', 'EUR', 'JPY', 'BHD', 'CLF'),
        (amount, currency) => {
          expect(parseAmount(typedAmount({ amount, currency }), currency)).toBe(amount);
        },
      ),
    );
  });
});

describe('a sum shown', () => {
  it('has the digits of its currency, and none when it is whole', () => {
    expect(money({ amount: 120_000, currency: 'GBP' })).toBe('£1,200');
    expect(money({ amount: 120_050, currency: 'GBP' })).toBe('£1,200.50');
    expect(money({ amount: 3000, currency: 'JPY' })).toMatch(/3,000$/);
  });

  it('of several currencies is never added up', () => {
    const all = [
      { amount: 5000, currency: 'EUR' },
      { amount: 5000, currency: 'GBP' },
    ];
    expect(sums(all)).toBe('€50 + £50');
  });
});
