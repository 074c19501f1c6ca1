/** vCard 2.1, 3.0 and 4.0, any number of cards in a file: phones, Google, Apple, Outlook. */
import { AppError } from '../../contract/result.ts';
import { findCharset, isWide, labelCharset } from '../decode-text.ts';
import { type Format, makeFile } from '../format.ts';
import type { LeftOut, ParsedFile, ParsedTie } from '../parsed-file.ts';
import type { PersonList } from '../person-list.ts';
import { PackedPersons } from '../packed-persons.ts';
import { newestDate, parseDate } from '../readers/dates.ts';
import { type VcardCard, readCards } from '../readers/vcard-lines.ts';
import { personOfCard } from '../readers/vcard-person.ts';
import { mayStateTies, tiesOfCard } from '../readers/vcard-ties.ts';
import type { ValueContext } from '../readers/vcard-values.ts';
import type { Source } from '../source.ts';

const KEY = 'vcard';
const TITLE = 'vCard contacts';

export const vcard: Format = {
  key: KEY,
  title: TITLE,
  detect: (source) => (/^[ \t]*BEGIN:[ \t]*VCARD[ \t]*$/im.test(source.head) ? 1 : 0),
  parse,
};

function parse(source: Source): ParsedFile {
  const { text, context, charset } = rawText(source);
  const warnings: string[] = [];
  const people = new PackedPersons();
  const leftOut: LeftOut[] = [];
  /** Those that state relations, by the number of their person. */
  const relating = new Map<number, VcardCard>();
  let asOf: string | null = null;
  for (const card of readCards(text, context, warnings)) {
    if (!card.isWhole) {
      warnings.push(`The card on line ${card.line} is cut short; what is there was taken.`);
    }
    const person = personOfCard(card, source.country, warnings);
    if (typeof person === 'string') {
      leftOut.push({ line: card.line, reason: person });
      continue;
    }
    if (mayStateTies(card)) relating.set(people.length, card);
    people.push(person);
    asOf = newestDate([asOf, parseDate(revisionOf(card))]);
  }
  if (people.length + leftOut.length === 0) {
    throw new AppError(
      'UNREADABLE_FILE',
      'The file holds no card: no line says BEGIN:VCARD. Export the contacts as vCard again.',
    );
  }
  return makeFile(vcard, source, {
    kind: 'contacts',
    charset,
    asOf,
    people,
    ties: readTies(relating, people),
    leftOut,
    warnings,
  });
}

function revisionOf(card: VcardCard): string | null {
  return card.properties.find((property) => property.name === 'REV')?.value ?? null;
}

function readTies(cards: ReadonlyMap<number, VcardCard>, people: PersonList): ParsedTie[] {
  if (cards.size === 0) return [];
  const byUid = new Map<string, number>();
  let index = 0;
  for (const { uid } of people) {
    if (uid !== null) byUid.set(uid, index);
    index++;
  }
  return [...cards].flatMap(([at, card]) => tiesOfCard(card, at, byUid));
}

/**
 * The text that the lexer wants, in pieces: bytes one to a character, or letters where a character has
 * more bytes than one (UTF-16).
 */
function rawText(source: Source): {
  text: Iterable<string>;
  context: ValueContext;
  charset: string;
} {
  if (isWide(source.bytes)) {
    const { charset, text } = source.decoded;
    return { text: [text], context: { isBytes: false, fallbackCharset: charset }, charset };
  }
  const label = statedCharset(source);
  const { charset } = label === null ? source.encoding : findCharset(source.bytes, label);
  return {
    text: source.byteLines(),
    context: { isBytes: true, fallbackCharset: charset === 'utf-8' ? 'windows-1252' : charset },
    charset,
  };
}

/** The first charset that a property of the file names, if a part of a file can be in it. */
function statedCharset(source: Source): string | null {
  for (const piece of source.byteLines()) {
    const found = /;CHARSET="?(?!utf|us-ascii)([\w-]{2,30})"?[;:]/i.exec(piece);
    if (found !== null) return labelCharset(found[1]);
  }
  return null;
}
