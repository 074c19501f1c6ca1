import type { Money } from '../../src-main/contract/outcomes.ts';

/** How many digits a currency has behind the point: 2 for GBP, 0 for JPY, 3 for KWD (ISO 4217). */
function fractionDigits(currency: string): number {
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** A sum as it is read: "£1,200", "£1,200.50", "¥3,000". Whole sums without the zeros. */
export function money({ amount, currency }: Money): string {
  const digits = fractionDigits(currency);
  const value = amount / 10 ** digits;
  const shown = Number.isInteger(value) ? 0 : digits;
  return new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency,
    minimumFractionDigits: shown,
    maximumFractionDigits: shown,
  }).format(value);
}

/** Several sums side by side: "£1,200 + €300". Never added up: they are different currencies. */
export function sums(all: readonly Money[]): string {
  return all.map(money).join(' + ');
}

/**
 * A typed sum in the smallest unit of its currency: "1,200.50" GBP is 120050. The last point or comma is the
 * decimal one if at most as many digits follow as the currency has; others separate thousands. Null if it is
 * no sum above zero, has more digits than the currency, or points and commas at other places than thousands.
 */
export function parseAmount(typed: string, currency: string): number | null {
  const digits = fractionDigits(currency);
  const text = typed.replaceAll(/[\s'’\u00a0]/g, '');
  if (!/^\d[\d.,]*$/.test(text)) return null;
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const after = text.length - last - 1;
  const isDecimal = last >= 0 && after !== 3 && after <= digits;
  if (last >= 0 && !isDecimal && after !== 3) return null;
  // three digits behind a point are thousands, unless the currency has as many: then one of its own kind is decimal
  const isThree =
    last >= 0 && after === 3 && digits >= 3 && !text.slice(0, last).includes(text[last] ?? '');
  const cut = isDecimal || isThree ? last : text.length;
  const typedWhole = text.slice(0, cut);
  if (!/^(?:\d+|[1-9]\d{0,2}(?:(?:,\d{3})+|(?:\.\d{3})+))$/.test(typedWhole)) return null;
  const whole = typedWhole.replaceAll(/[.,]/g, '');
  const fraction = text.slice(cut + 1).padEnd(digits, '0');
  const amount = Number(whole + fraction);
  return Number.isSafeInteger(amount) && amount > 0 ? amount : null;
}

/** A sum as it is typed: 120050 GBP is "1200.50". */
export function typedAmount({ amount, currency }: Money): string {
  const digits = fractionDigits(currency);
  const value = amount / 10 ** digits;
  return Number.isInteger(value) ? String(value) : value.toFixed(digits);
}
