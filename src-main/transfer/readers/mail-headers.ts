/** The headers of e-mails: who, to whom, when. Encoded words and raw bytes in any charset become text. */
import { addressParser } from 'postal-mime';
import { normaliseEmail } from '../../tables/contact-points.ts';
import { decodeText } from '../decode-text.ts';
import type { Mailbox } from '../letters.ts';
import { cleanName } from './clean-text.ts';
import { parseDate } from './dates.ts';

/** More recipients than this are a crowd, however many they are. */
const mostAddresses = 200;

/** The unfolded headers of one letter, by lower-case name; of several of one name, all, joined by commas. */
export function readHeaders(lines: readonly string[]): Map<string, string> {
  const headers = new Map<string, string>();
  let last = '';
  for (const line of lines) {
    if (/^[ \t]/.test(line)) {
      if (last !== '') headers.set(last, `${headers.get(last) ?? ''} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    last = colon > 0 ? line.slice(0, colon).trim().toLowerCase() : '';
    if (last === '') continue;
    const value = line.slice(colon + 1).trim();
    const before = headers.get(last);
    headers.set(last, before === undefined ? value : `${before}, ${value}`);
  }
  return headers;
}

/** The lines of a header block. Mail is ASCII by rule; what breaks the rule is decoded as any other text. */
export function decodeHeaderBlock(bytes: Uint8Array): string[] {
  return decodeText(bytes).text.replaceAll('\r', '').split('\n');
}

/** The mailboxes of a header, groups opened, each once; what is no address is passed over. */
export function readMailboxes(value: string | undefined): Mailbox[] {
  if (value === undefined || value.trim() === '') return [];
  const found = new Map<string, Mailbox>();
  for (const { address = '', name } of addressParser(value.slice(0, 100_000), { flatten: true })) {
    const normalised = normaliseEmail(address);
    if (normalised === null || found.has(normalised)) continue;
    found.set(normalised, { address: normalised, name: nameOfMailbox(name, normalised) });
    if (found.size === mostAddresses) break;
  }
  return [...found.values()];
}

/** The day as it is written, whatever its zone; null if there is none. */
export function dayOfLetter(value: string | undefined): string | null {
  return parseDate((value ?? '').replace(/^[a-z]{3,9}\.?,?\s+/i, '').slice(0, 60));
}

/** "Doe, Jane" is Jane Doe; "Jane Doe via Docs" and "jane@x.example" are no names. */
export function nameOfMailbox(written: string, address: string): string | null {
  const name = cleanName(written.replaceAll(/^["']+|["']+$/g, ''));
  if (name === null || name.toLowerCase() === address || /@|\bvia\b/i.test(name)) return null;
  const turned = /^([\p{L}'’ -]+), ([\p{L}'’. -]+)$/u.exec(name);
  const isSuffix = /^(jr|sr|inc|ltd|llc|gmbh|ag|mba|phd|md|dr|esq)\b/i.test(turned?.[2] ?? '');
  return turned === null || isSuffix ? name : `${turned[2]} ${turned[1]}`;
}
