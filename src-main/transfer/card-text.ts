/** What a QR code may say of a person, in the forms that phones, badges and business cards use. */
import { AppError } from '../contract/result.ts';
import { emptyPerson, type ParsedPerson } from './parsed-file.ts';
import { cleanName, cleanNote } from './readers/clean-text.ts';
import { makeEmail, makePhone, present } from './readers/contact-values.ts';
import { accountOfUrl } from './readers/platforms.ts';
import { readCards } from './readers/vcard-lines.ts';
import { personOfCard } from './readers/vcard-person.ts';
import { splitEscaped, unescapeValue } from './readers/vcard-values.ts';

/**
 * The person of a code's text.
 * @param country for phone numbers without a country code
 * @throws AppError UNREADABLE_FILE when it tells of no contact
 */
export function readCardText(text: string, country: string): ParsedPerson {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  const person = /^BEGIN:\s*VCARD/i.test(trimmed)
    ? readVcard(trimmed, country)
    : /^MECARD:/i.test(trimmed)
      ? readMecard(trimmed, country)
      : readAddress(trimmed, country);
  if (person !== null) return person;
  const shown = trimmed.length > 120 ? `${trimmed.slice(0, 120)}…` : trimmed;
  throw new AppError('UNREADABLE_FILE', `This code holds no contact. It says: “${shown}”`);
}

function readVcard(text: string, country: string): ParsedPerson | null {
  // the text has been decoded already, so it is given as the bytes of UTF-8 that the reader decodes
  const raw = Buffer.from(text.replace(/\r\n?/g, '\n'), 'utf8').toString('latin1');
  const [card] = readCards([raw], { isBytes: true, fallbackCharset: 'windows-1252' }, []);
  const person = card === undefined ? null : personOfCard(card, country, []);
  return person === null || typeof person === 'string' ? null : person;
}

/** NTT Docomo's MECARD: `MECARD:N:Doe,Jane;ORG:Acme;TEL:…;EMAIL:…;URL:…;NOTE:…;;` with backslash escapes. */
function readMecard(text: string, country: string): ParsedPerson | null {
  const values = new Map<string, string[]>();
  for (const field of splitEscaped(text.slice('MECARD:'.length), ';')) {
    const at = field.indexOf(':');
    if (at < 1) continue;
    const key = field.slice(0, at).trim().toUpperCase();
    const value = cleanName(unescapeValue(field.slice(at + 1)));
    if (value !== null) values.set(key, [...(values.get(key) ?? []), value]);
  }
  const all = (key: string): string[] => values.get(key) ?? [];
  const [written = null] = all('N');
  const [organisation = null] = all('ORG');
  const [title = null] = all('TITLE');
  const isEmpty = values.size === 0;
  return isEmpty
    ? null
    : {
        ...emptyPerson(1),
        name: written === null ? null : turnName(written),
        roles:
          organisation === null && title === null
            ? []
            : [{ organisation, title, department: null, from: null, to: null }],
        emails: present(all('EMAIL').map((value) => makeEmail(value))),
        phones: present(all('TEL').map((value) => makePhone(value, country))),
        urls: all('URL').map((url) => ({ url, label: null })),
        note: cleanNote(all('NOTE').join('\n')),
      };
}

/** "Doe,Jane" is Jane Doe. */
function turnName(written: string): string {
  const [family = '', ...given] = written.split(',').map((part) => part.trim());
  return [...given, family].filter((part) => part !== '').join(' ');
}

/** A profile's address, an e-mail address or a number: what badges hold that are no cards. */
function readAddress(text: string, country: string): ParsedPerson | null {
  const nobody = emptyPerson(1);
  const email = /^(?:mailto:|MATMSG:TO:)?([^\s?;:@]+@[^\s?;:@]+\.[^\s?;:@]+)/i.exec(text)?.[1];
  if (email !== undefined) return { ...nobody, emails: present([makeEmail(email)]) };
  const number = /^tel:([\d\s()+./-]+)$/i.exec(text)?.[1];
  if (number !== undefined) return { ...nobody, phones: present([makePhone(number, country)]) };
  if (!/^https?:\/\/\S+$/i.test(text)) return null;
  const account = accountOfUrl(text);
  return {
    ...nobody,
    name: account?.platform === 'linkedin' ? nameOfSlug(account.handle) : null,
    urls: [{ url: text, label: null }],
  };
}

/** LinkedIn's slugs are made of the name: jane-doe-4a1b2c was Jane Doe. A guess, shown to be corrected. */
function nameOfSlug(slug: string | null): string | null {
  const words = (slug ?? '').split('-').filter((word) => !/\d/.test(word) && word !== '');
  if (words.length < 2) return null;
  return words.map((word) => word.replace(/^\p{L}/u, (letter) => letter.toUpperCase())).join(' ');
}
