/** A mailbox (mbox, or one letter): who wrote to whom and when. Newsletters, lists and machines are left out. */
import { createHash } from 'node:crypto';
import { isMailbox, slimMailbox } from '../../contract/slim-mailbox.ts';
import { AppError } from '../../contract/result.ts';
import { type Format, makeFile } from '../format.ts';
import { type Letter, LeftOutCounter, machineReason } from '../letters.ts';
import type { ParsedFile } from '../parsed-file.ts';
import { newestDate } from '../readers/dates.ts';
import {
  dayOfLetter,
  decodeHeaderBlock,
  readHeaders,
  readMailboxes,
} from '../readers/mail-headers.ts';
import type { Source } from '../source.ts';

const KEY = 'mbox';
const TITLE = 'Mailbox';

const encoder = new TextEncoder();

export const mbox: Format = {
  key: KEY,
  title: TITLE,
  detect: (source) => (isMailbox(source.bytes) ? 1 : isLetter(source) ? 0.9 : 0),
  parse,
};

/** One letter as mail programs save it (.eml): headers from the first line on. */
function isLetter(source: Source): boolean {
  const headers = readHeaders((source.head.split('\n\n', 1)[0] ?? '').split('\n').slice(0, 500));
  const isSent = headers.has('to') || headers.has('cc');
  // A letter to thousands has its date beyond what is looked at.
  const isCrowd = (headers.get('to') ?? '').length > 2000;
  return headers.has('from') && isSent && (headers.has('date') || isCrowd);
}

function parse(source: Source): ParsedFile {
  const letters: Letter[] = [];
  const leftOut = new LeftOutCounter();
  let line = 0;
  for (const block of blocksOf(source)) {
    line++;
    const letter = readLetter(decodeHeaderBlock(block), line);
    if (typeof letter === 'string') leftOut.add(line, letter);
    else letters.push(letter);
  }
  if (line === 0) {
    throw new AppError('UNREADABLE_FILE', 'The file holds no letter. Export the mailbox again.');
  }
  return makeFile(mbox, source, {
    kind: 'interactions',
    platform: 'email',
    charset: 'ascii',
    asOf: newestDate(letters.map(({ day }) => day)),
    letters,
    leftOut: leftOut.rows('message'),
  });
}

/** The header block of each letter. */
function* blocksOf(source: Source): Iterable<Uint8Array> {
  const isAlone = !isMailbox(source.bytes);
  const start = isAlone ? encoder.encode('From - Mon Jan 01 00:00:00 2001\n') : new Uint8Array(0);
  const slim = Buffer.from(slimMailbox(Buffer.concat([start, source.bytes])));
  let from = 0;
  while (from < slim.length) {
    const next = slim.indexOf('\nFrom ', from, 'latin1');
    const end = next === -1 ? slim.length : next + 1;
    yield slim.subarray(from, end);
    from = end;
  }
}

/** A letter, or a sentence why it is none between people. */
function readLetter(lines: readonly string[], line: number): Letter | string {
  const headers = readHeaders(lines.slice(1));
  const bulk = bulkReason(headers);
  if (bulk !== null) return bulk;
  const [from] = readMailboxes(headers.get('from'));
  const to = readMailboxes(
    ['to', 'cc', 'bcc'].flatMap((name) => headers.get(name) ?? []).join(', '),
  );
  const day = dayOfLetter(headers.get('date'));
  if (from === undefined) return 'It has no sender.';
  if (day === null) return 'It has no date.';
  if (to.length === 0) return 'It has no recipient.';
  const reason = machineReason(from.address);
  if (reason !== null) return reason;
  const people = to.filter(({ address }) => machineReason(address) === null);
  if (people.length === 0) return 'It went to a machine.';
  const id =
    headers.get('message-id') ??
    JSON.stringify([headers.get('date'), from.address, to.map(({ address }) => address)]);
  return { line, kind: 'message', mark: markOf(id), day, from, to: people };
}

function bulkReason(headers: ReadonlyMap<string, string>): string | null {
  const labels = (headers.get('x-gmail-labels') ?? '').toLowerCase();
  if (/\b(spam|trash|drafts?)\b/.test(labels)) return 'Spam, thrown away, or a draft.';
  const list = headers.get('list-id');
  if (list !== undefined) {
    return `The mailing list ${/<([^<>]{1,80})>/.exec(list)?.[1] ?? list.slice(0, 80)}.`;
  }
  if (headers.has('list-unsubscribe')) return 'A newsletter.';
  if (/\b(bulk|list|junk)\b/i.test(headers.get('precedence') ?? '')) return 'A bulk mailing.';
  const automatic = headers.get('auto-submitted');
  if (automatic !== undefined && !/^no\b/i.test(automatic)) return 'Sent by a machine.';
  return null;
}

/** Twelve hexadecimal digits: two of ten million letters share them with a chance of one in five. */
export function markOf(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 12);
}
