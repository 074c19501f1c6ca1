/**
 * A WhatsApp chat as exported from a phone: who took part, how often and when; no text is taken.
 * iOS `[04/03/25, 14:05:09] Name: ...`, Android `04/03/2025, 14:05 - Name: ...`, with the date in
 * the phone's own form and invisible marks (U+200E, U+202F) about.
 */
import { AppError } from '../../contract/result.ts';
import { type Format, makeFile } from '../format.ts';
import { emptyPerson, type ParsedFile, type ParsedPerson } from '../parsed-file.ts';
import { cleanName } from '../readers/clean-text.ts';
import { makePhone, present } from '../readers/contact-values.ts';
import { type DateOrder, guessDateOrder, newestDate, parseDate } from '../readers/dates.ts';
import { weakAccount } from '../readers/platforms.ts';
import type { Source } from '../source.ts';

const KEY = 'whatsapp-chat';
const TITLE = 'WhatsApp chat';

const DAY = String.raw`(\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4})`;
const TIME = String.raw`\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.? ?m\.?)?`;
const LINE = new RegExp(`^\\[${DAY},? ${TIME}\\] (.+)$|^${DAY},? ${TIME} [-–] (.+)$`, 'i');

/** Marks that WhatsApp puts into lines; its odd spaces become plain ones. */
const MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

export const whatsappChat: Format = {
  key: KEY,
  title: TITLE,
  detect: (source) => {
    const lines = source.head.split('\n', 40).filter((line) => line.trim() !== '');
    const heads = lines.filter((line) => readLine(line) !== null).length;
    if (heads === 0 || readLine(lines[0] ?? '') === null) return 0;
    return heads >= 2 || lines.length === 1 ? 0.95 : 0.4;
  },
  parse,
};

interface ChatLine {
  readonly day: string;
  /** Null for a system message. */
  readonly sender: string | null;
  readonly text: string;
}

interface Sender {
  readonly line: number;
  readonly days: string[];
  /** False while all that came from here was the app's own ("Messages are encrypted"). */
  hasSpoken: boolean;
}

function parse(source: Source): ParsedFile {
  const senders = new Map<string, Sender>();
  let subject: string | null = null;
  source.text.split('\n').forEach((raw, index) => {
    const line = raw.length > 20_000 ? null : readLine(raw);
    if (line === null) return;
    subject ??= groupName(line.text);
    if (line.sender === null) return;
    const sender = senders.get(line.sender) ?? { line: index + 1, days: [], hasSpoken: false };
    sender.days.push(line.day);
    sender.hasSpoken ||= !isSystemText(line.text);
    senders.set(line.sender, sender);
  });
  if (senders.size === 0) {
    throw new AppError(
      'UNREADABLE_FILE',
      'The file holds no WhatsApp message. Export the chat again, without media.',
    );
  }
  const people: ParsedPerson[] = [];
  const order = guessDateOrder(allDays(senders), source.country);
  for (const [name, sender] of senders) {
    if (sender.hasSpoken) people.push(makePerson(name, sender, order, source.country));
    // On iOS the group itself "says" that it was made.
    else subject ??= name;
  }
  return makeFile(whatsappChat, source, {
    kind: 'interactions',
    platform: 'whatsapp',
    asOf: newestDate(people.map(({ interactions }) => interactions[0]?.last ?? null)),
    subject: subject ?? subjectOfFileName(source.fileName),
    people,
  });
}

/** Null for the further lines of a message. */
function readLine(raw: string): ChatLine | null {
  const isMarked = raw.includes(': \u200e');
  const line = raw.replace(MARKS, '').replace(/[\u00a0\u202f]/g, ' ');
  const match = LINE.exec(line);
  if (match === null) return null;
  const day = match[1] ?? match[3] ?? '';
  const rest = match[2] ?? match[4] ?? '';
  const colon = rest.indexOf(': ');
  // A subject with a colon is in quotation marks; a name is short.
  const isMessage = colon > 0 && colon <= 100 && !/["“„«]/.test(rest.slice(0, colon));
  const sender = isMessage ? cleanName(rest.slice(0, colon).replace(/^~ ?/, '')) : null;
  const text = isMessage ? rest.slice(colon + 2) : rest;
  return { day, sender, text: isMarked ? `\u200e${text}` : text };
}

/** The app marks its own sentences; so it does attachments, but those are somebody's. */
function isSystemText(text: string): boolean {
  return (
    text.startsWith('\u200e') &&
    !/(omitted|attached|weggelassen|ausgeschlossen|angehängt|omis|absente|omitid|adjunto|\.\w{3,4}>)/i.test(
      text,
    )
  );
}

function groupName(text: string): string | null {
  const match = /(?:group|Gruppe|groupe|grupo)\s["“„«]\s?([^"”“»]{1,200}?)\s?["”“»]/i.exec(
    text.slice(0, 500),
  );
  return cleanName(match?.[1]);
}

function subjectOfFileName(fileName: string | null): string | null {
  const match = /^WhatsApp[ -]Chat (?:with|mit|-) (.+?)(?:\.txt|\.zip)?$/i.exec(fileName ?? '');
  return cleanName(match?.[1]);
}

function* allDays(senders: ReadonlyMap<string, Sender>): Generator<string> {
  for (const { days } of senders.values()) yield* days;
}

/** Somebody not in the phone's book is known by number only. */
function makePerson(
  sender: string,
  { line, days }: Sender,
  order: DateOrder,
  country: string,
): ParsedPerson {
  const isNumber = /^\+?[\d\s().-]{6,}$/.test(sender);
  const dates = days.flatMap((day) => parseDate(day, order) ?? []).sort();
  return {
    ...emptyPerson(line),
    name: isNumber ? null : sender,
    accounts: isNumber ? [] : [weakAccount('whatsapp', sender)],
    phones: isNumber ? present([makePhone(sender, country, 'mobile')]) : [],
    interactions: [
      {
        kind: 'chat',
        direction: null,
        count: days.length,
        first: dates[0] ?? null,
        last: dates.at(-1) ?? null,
      },
    ],
  };
}
