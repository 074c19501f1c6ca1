/**
 * X `data/follower.js` and `data/following.js`: `window.YTD.follower.part0 = [...]`. Ids only, so
 * these are accounts without a name: people not yet named.
 */
import { type Format, makeFile } from '../format.ts';
import {
  emptyPerson,
  type FollowDirection,
  type LeftOut,
  type ParsedFile,
  type ParsedPerson,
} from '../parsed-file.ts';
import { cleanName } from '../readers/clean-text.ts';
import {
  arrayOf,
  jsonBody,
  linesAtDepth,
  propertyOf,
  readJson,
  stringOf,
} from '../readers/json.ts';
import { webLink } from '../readers/platforms.ts';
import type { Source } from '../source.ts';

const KEY = 'x-follows';
const TITLE = 'X followers or following';
const HEAD = /^\s*window\.YTD\.(follower|following)\.part(\d{1,4})\s*=\s*\[/;

export const xFollows: Format = {
  key: KEY,
  title: TITLE,
  detect: (source) => (HEAD.test(source.head) ? 1 : 0),
  parse,
};

function parse(source: Source): ParsedFile {
  const body = jsonBody(source);
  const document = readJson(body, TITLE);
  const lines = linesAtDepth(body, 1);
  const head = HEAD.exec(source.head);
  const isFollowing = head?.[1] === 'following' || (head === null && hasFollowing(document));
  const direction: FollowDirection = isFollowing ? 'followed_by_owner' : 'follows_owner';
  const people: ParsedPerson[] = [];
  const leftOut: LeftOut[] = [];
  arrayOf(document).forEach((entry, index) => {
    const line = lines[index] ?? lines.at(-1) ?? 1;
    const record = propertyOf(entry, isFollowing ? 'following' : 'follower');
    const id = cleanName(stringOf(propertyOf(record, 'accountId')));
    if (id === null || !/^\d{1,25}$/.test(id)) {
      leftOut.push({ line, reason: 'An entry without an account id.' });
      return;
    }
    people.push({
      ...emptyPerson(line),
      accounts: [
        {
          platform: 'x',
          url: webLink(stringOf(propertyOf(record, 'userLink'))),
          handle: null,
          externalId: id,
          displayName: null,
          weak: false,
        },
      ],
      direction,
    });
  });
  return makeFile(xFollows, source, {
    kind: 'circle',
    title: isFollowing ? 'X: accounts followed' : 'X: followers',
    platform: 'x',
    direction,
    // A large circle is cut into part0, part1, ...; none of them is the whole.
    complete: head === null || head[2] === '0',
    people,
    leftOut,
  });
}

/** For `--as x-follows` on a file whose first line was removed. */
function hasFollowing(document: unknown): boolean {
  return propertyOf(arrayOf(document)[0], 'following') !== undefined;
}
