/**
 * LinkedIn `messages.csv`. No text is taken, only who wrote to whom when. Whose mailbox it is, the
 * file does not say: it is who takes part in every conversation.
 */
import { AppError } from '../../contract/result.ts';
import { type Format, makeFile } from '../format.ts';
import type { LeftOut, ParsedAccount, ParsedFile } from '../parsed-file.ts';
import { cleanName } from '../readers/clean-text.ts';
import type { Header } from '../readers/csv.ts';
import { newestDate, parseDate } from '../readers/dates.ts';
import { InteractionCollector } from '../readers/interactions.ts';
import { findHeader, readTable, RowReader } from '../readers/table.ts';
import type { Source } from '../source.ts';
import { linkedinAccount } from './linkedin-connections.ts';

const KEY = 'linkedin-messages';
const TITLE = 'LinkedIn messages';

export const linkedinMessages: Format = {
  key: KEY,
  title: TITLE,
  detect: (source) => (findHeader(source, isHeader) === null ? 0 : 1),
  parse,
};

function isHeader(header: Header): boolean {
  return header.has('CONVERSATION ID', 'FROM', 'TO', 'DATE');
}

interface Participant {
  readonly key: string;
  readonly name: string | null;
  readonly account: ParsedAccount | null;
}

interface Message {
  readonly line: number;
  readonly conversation: string;
  readonly from: Participant;
  readonly to: readonly Participant[];
  readonly date: string | null;
}

function parse(source: Source): ParsedFile {
  const table = readTable(source, TITLE, isHeader);
  const reader = new RowReader(table.header);
  const messages: Message[] = [];
  const leftOut: LeftOut[] = table.leftOut;
  for (const row of table.rows) {
    const message = parseRow(reader.on(row));
    if (message !== null) messages.push(message);
    else leftOut.push({ line: row.line, reason: 'A message without a sender or recipient.' });
  }
  const owner = findOwner(messages);
  const collector = new InteractionCollector('message');
  for (const message of messages) collect(message, owner.key, collector);
  return makeFile(linkedinMessages, source, {
    kind: 'interactions',
    platform: 'linkedin',
    asOf: newestDate(messages.map(({ date }) => date)),
    owner: { name: owner.name, accounts: owner.account === null ? [] : [owner.account] },
    people: collector.people(),
    leftOut,
  });
}

function parseRow(row: RowReader): Message | null {
  const conversation = row.raw('CONVERSATION ID') ?? `line ${row.line}`;
  const [from] = participants(row.raw('FROM'), row.raw('SENDER PROFILE URL'));
  const to = participants(row.raw('TO'), row.raw('RECIPIENT PROFILE URLS'));
  if (from === undefined || to.length === 0) return null;
  return { line: row.line, conversation, from, to, date: parseDate(row.raw('DATE')) };
}

/**
 * Names and URLs, comma-separated side by side. A name may hold a comma itself ("Jane Doe, MBA"):
 * when the counts differ, one URL takes the whole text and several go without names.
 */
function participants(names: string | null, urls: string | null): Participant[] {
  const links = split(urls);
  const parts = split(names);
  if (links.length === 0) return parts.map((name) => participant(name, null));
  if (links.length === 1) return [participant(cleanName(names), links[0] ?? null)];
  return links.map((url, index) =>
    participant(parts.length === links.length ? (parts[index] ?? null) : null, url),
  );
}

function participant(name: string | null, url: string | null): Participant {
  // A member who left or hides has this in place of a name.
  const shown = name !== null && /^linkedin member$/i.test(name) ? null : name;
  const account = linkedinAccount(url, shown);
  const key = account?.handle ?? account?.url ?? `name ${shown ?? ''}`;
  return { key, name: shown, account };
}

function split(text: string | null): string[] {
  return (text ?? '').split(/[,;]/).flatMap((part) => cleanName(part) ?? []);
}

/** Who takes part in every conversation; of several, who sent most. */
function findOwner(messages: readonly Message[]): Participant {
  const conversations = new Map<string, Set<string>>();
  const sent = new Map<string, number>();
  const known = new Map<string, Participant>();
  for (const { conversation, from, to } of messages) {
    sent.set(from.key, (sent.get(from.key) ?? 0) + 1);
    for (const person of [from, ...to]) {
      known.set(person.key, person);
      const seen = conversations.get(person.key) ?? new Set();
      conversations.set(person.key, seen.add(conversation));
    }
  }
  let owner: Participant | null = null;
  let best = -1;
  for (const [key, person] of known) {
    const score =
      (conversations.get(key)?.size ?? 0) + (sent.get(key) ?? 0) / (messages.length + 1);
    if (score > best) {
      best = score;
      owner = person;
    }
  }
  if (owner === null) throw new AppError('UNREADABLE_FILE', `The file of ${TITLE} has no message.`);
  return owner;
}

function collect(message: Message, owner: string, collector: InteractionCollector): void {
  const { line, from, to, date } = message;
  if (from.key !== owner) collector.add(from.key, line, from, 'in', date);
  else {
    for (const person of to) {
      if (person.key !== owner) collector.add(person.key, line, person, 'out', date);
    }
  }
}
