/**
 * Facebook friends: `your_friends.json`, older `friends.json`. Both are
 * `{"friends_v2":[{"name","timestamp"}]}` (before 2021 `friends`); no id and no URL, so the
 * accounts are weak. UTF-8 bytes are escaped as Latin-1.
 */
import { AppError } from '../../contract/result.ts';
import { undoLatin1Escape } from '../decode-text.ts';
import { type Format, makeFile } from '../format.ts';
import { emptyPerson, type LeftOut, type ParsedFile, type ParsedPerson } from '../parsed-file.ts';
import { cleanName } from '../readers/clean-text.ts';
import { dateOfUnixTime } from '../readers/dates.ts';
import { arrayOf, linesAtDepth, propertyOf, readJson, stringOf } from '../readers/json.ts';
import { weakAccount } from '../readers/platforms.ts';
import type { Source } from '../source.ts';

const KEY = 'facebook-friends';
const TITLE = 'Facebook friends';

export const facebookFriends: Format = {
  key: KEY,
  title: TITLE,
  detect: (source) => {
    if (/^\s*\{\s*"friends_v2"\s*:\s*\[/.test(source.head)) return 1;
    return /^\s*\{\s*"friends"\s*:\s*\[\s*\{\s*"(name|timestamp)"/.test(source.head) ? 0.9 : 0;
  },
  parse,
};

function parse(source: Source): ParsedFile {
  const document = readJson(source.text, TITLE);
  const list = propertyOf(document, 'friends_v2') ?? propertyOf(document, 'friends');
  if (!Array.isArray(list)) {
    throw new AppError(
      'UNREADABLE_FILE',
      'The file holds no list of Facebook friends ("friends_v2"). Choose your_friends.json ' +
        'from the download, made in JSON format.',
    );
  }
  const lines = linesAtDepth(source.text, 2);
  const people: ParsedPerson[] = [];
  const leftOut: LeftOut[] = [];
  let entry = 0;
  for (const friend of arrayOf(list)) {
    // A bare value is no record and opens no bracket: it has no line of its own.
    const isRecord = typeof friend === 'object' && friend !== null;
    const line = lines[Math.min(entry, lines.length - 1)] ?? 1;
    if (isRecord) entry++;
    const name = cleanName(undoLatin1Escape(stringOf(propertyOf(friend, 'name')) ?? ''));
    if (name === null) leftOut.push({ line, reason: 'A friend without a name.' });
    else {
      people.push({
        ...emptyPerson(line),
        name,
        accounts: [weakAccount('facebook', name)],
        since: dateOfUnixTime(propertyOf(friend, 'timestamp')),
      });
    }
  }
  return makeFile(facebookFriends, source, {
    kind: 'circle',
    platform: 'facebook',
    complete: true,
    people,
    leftOut,
  });
}
