/** E-mail addresses and phone numbers: as written, and as they are compared. */
import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js';
import type { ParsedContactValue } from '../parsed-file.ts';
import { cleanName } from './clean-text.ts';

/** The comparable form of an address: lower case, without `mailto:` or a name around it. */
export function normaliseEmail(text: string): string | null {
  const inner = /<([^<>\s]+)>\s*$/.exec(text.slice(0, 500))?.[1] ?? text;
  const address = inner
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase();
  if (address.length > 320) return null;
  return /^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+$/.test(address) ? address.normalize('NFC') : null;
}

/**
 * E.164, with `;ext=` when the number has an extension (two people behind one switchboard are
 * not one person). Null when it cannot be dialled as written, such as "Mum" or a local number
 * without its area code.
 */
export function normalisePhone(text: string, country: string): string | null {
  const value = text.trim();
  if (value.length > 60 || !/\d{3}/.test(value.replace(/\D/g, ''))) return null;
  const code = country.toUpperCase();
  const home: CountryCode | undefined = isSupportedCountry(code) ? code : undefined;
  const phone = parsePhoneNumberFromString(value, home);
  if (phone === undefined) return null;
  // A number without + or trunk 0 may be a local one: taken only if it is surely of the country.
  const isComplete = /^[\s(]*(\+|0)/.test(value);
  if (!(isComplete ? phone.isPossible() : phone.isValid())) return null;
  return phone.ext === undefined ? phone.number : `${phone.number};ext=${phone.ext}`;
}

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
