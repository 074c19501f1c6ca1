/** E-mail addresses and phone numbers: as written, and as they are compared. */
import { normaliseEmail, normalisePhone } from '../../tables/contact-points.ts';
import type { ParsedContactValue } from '../parsed-file.ts';
import { cleanName } from './clean-text.ts';

/** An address with its label; null if the text is blank. */
export function makeEmail(
  text: string | null,
  label: string | null = null,
  preferred = false,
): ParsedContactValue | null {
  const value = cleanName(text);
  if (value === null) return null;
  return { value, normalised: normaliseEmail(value), label, preferred };
}

/** A number with its label; null if the text is blank. */
export function makePhone(
  text: string | null,
  country: string,
  label: string | null = null,
  preferred = false,
): ParsedContactValue | null {
  const value = cleanName(text?.replace(/^\s*tel:/i, ''));
  if (value === null) return null;
  return { value, normalised: normalisePhone(value, country), label, preferred };
}

/** The values that are there. */
export function present<T>(values: readonly (T | null)[]): T[] {
  return values.filter((value): value is T => value !== null);
}
