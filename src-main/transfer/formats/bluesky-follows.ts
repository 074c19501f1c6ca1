/**
 * Bluesky follows: `app.bsky.graph.follow` records `{subject: did, createdAt}` as JSON (an array,
 * or the answer of listRecords) or one record a line; and the answer of getFollows, with handles.
 */
import { AppError } from '../../contract/result.ts';
import { type Format, makeFile } from '../format.ts';
import { emptyPerson, type LeftOut, type ParsedFile, type ParsedPerson } from '../parsed-file.ts';
import { cleanName } from '../readers/clean-text.ts';
import { parseDate } from '../readers/dates.ts';
import { arrayOf, linesAtDepth, propertyOf, readJson, stringOf } from '../readers/json.ts';
import type { Source } from '../source.ts';

const KEY = 'bluesky-follows';
const TITLE = 'Bluesky follows';
const DID = /^did:[a-z]{1,20}:[\w.:%-]{1,300}$/;

export const blueskyFollows: Format = {
  key: KEY,
  title: TITLE,
  detect: ({ head }) => {
    if (!/^\s*[[{]/.test(head)) return 0;
    if (/"app\.bsky\.graph\.follow"/.test(head)) return 1;
    return /"(subject|did)"\s*:\s*"did:/.test(head) ? 0.9 : 0;
  },
  parse,
};

function parse(source: Source): ParsedFile {
  const people: ParsedPerson[] = [];
  const leftOut: LeftOut[] = [];
  for (const { line, record } of readRecords(source)) {
    const person = parseRecord(record, line);
    if (typeof person === 'string') leftOut.push({ line, reason: person });
    else people.push(person);
  }
  return makeFile(blueskyFollows, source, {
    kind: 'circle',
    platform: 'bluesky',
    direction: 'followed_by_owner',
    complete: true,
    people,
    leftOut,
  });
}

interface Entry {
  readonly line: number;
  readonly record: unknown;
}

function readRecords(source: Source): Entry[] {
  if (isLineDelimited(source.head)) {
    return source.text.split('\n').flatMap((text, index) => {
      if (text.trim() === '') return [];
      return [{ line: index + 1, record: readLine(text, index + 1) }];
    });
  }
  const document = readJson(source.text, TITLE);
  const isBare = Array.isArray(document);
  const list = isBare
    ? document
    : (propertyOf(document, 'records') ?? propertyOf(document, 'follows') ?? [document]);
  const lines = linesAtDepth(source.text, isBare ? 1 : 2);
  return arrayOf(list).map((record, index) => ({ line: lines[index] ?? 1, record }));
}

/** One whole object on the first line, and another on the second. */
function isLineDelimited(head: string): boolean {
  return /^\s*\{[^\n]*\}[ \t]*\n\s*\{/.test(head);
}

function readLine(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError(
      'UNREADABLE_FILE',
      `The file of ${TITLE} is damaged on line ${line}: it is not valid JSON there. ` +
        'Export it again.',
    );
  }
}

function parseRecord(entry: unknown, line: number): ParsedPerson | string {
  const record = propertyOf(entry, 'value') ?? entry;
  const type = stringOf(propertyOf(record, '$type'));
  if (type !== null && type !== 'app.bsky.graph.follow' && !type.startsWith('app.bsky.actor')) {
    return `A record of another kind (${cleanName(type)?.slice(0, 60)}).`;
  }
  const did = stringOf(propertyOf(record, 'subject')) ?? stringOf(propertyOf(record, 'did'));
  if (did === null || !DID.test(did)) return 'An entry without the id (DID) of an account.';
  const handle = cleanName(stringOf(propertyOf(record, 'handle')))?.toLowerCase() ?? null;
  const name = cleanName(stringOf(propertyOf(record, 'displayName')));
  return {
    ...emptyPerson(line),
    name,
    accounts: [
      {
        platform: 'bluesky',
        url: `https://bsky.app/profile/${handle ?? did}`,
        handle,
        externalId: did,
        displayName: name,
        weak: false,
      },
    ],
    since: parseDate(stringOf(propertyOf(record, 'createdAt'))),
    direction: 'followed_by_owner',
  };
}
