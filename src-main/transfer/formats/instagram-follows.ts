/**
 * Instagram `followers_1.json` (an array) and `following.json`
 * (`{"relationships_following":[...]}`). The user name was in `string_list_data[0].value`, then in
 * `title`, and since 2026 among `label_values`.
 */
import { AppError } from '../../contract/result.ts';
import { undoLatin1Escape } from '../decode-text.ts';
import { type Format, makeFile } from '../format.ts';
import {
  emptyPerson,
  type FollowDirection,
  type FormatKey,
  type LeftOut,
  type ParsedAccount,
  type ParsedFile,
  type ParsedPerson,
} from '../parsed-file.ts';
import { cleanName, foldKey } from '../readers/clean-text.ts';
import { dateOfUnixTime } from '../readers/dates.ts';
import { arrayOf, linesAtDepth, propertyOf, readJson, stringOf } from '../readers/json.ts';
import { account, accountOfUrl } from '../readers/platforms.ts';
import type { Source } from '../source.ts';

const FOLLOWING = /^\s*\{\s*"relationships_following"\s*:/;
const FOLLOWERS = /^\s*\{\s*"relationships_followers"\s*:/;
/** An entry of a bare array; other arrays of Meta's (likes, saved) have other first keys. */
const ARRAY =
  /^\s*\[\s*\{\s*"(title|media_list_data|string_list_data|timestamp|media|label_values|fbid)"/;

export const instagramFollowers = makeFormat(
  'instagram-followers',
  'Instagram followers',
  'follows_owner',
  ({ head, fileName }) => {
    if (FOLLOWERS.test(head)) return 1;
    if (!isBareList(head)) return 0;
    // Blocked accounts and requests look the same; in an archive the name must say followers.
    return fileName === null || /^followers/i.test(fileName) ? 0.8 : 0.3;
  },
);

export const instagramFollowing = makeFormat(
  'instagram-following',
  'Instagram: accounts followed',
  'followed_by_owner',
  ({ head, fileName }) => {
    if (FOLLOWING.test(head)) return 1;
    return isBareList(head) && /^following/i.test(fileName ?? '') ? 0.8 : 0;
  },
);

/** A bare array of accounts: the one form that does not say which list it is. */
function isBareList(head: string): boolean {
  const hasEntries = /"(string_list_data|label_values)"/.test(head) && ARRAY.test(head);
  return hasEntries && /instagram\.com\/(?!p\/|reels?\/|stories\/|tv\/)/.test(head);
}

function makeFormat(
  key: FormatKey,
  title: string,
  direction: FollowDirection,
  detect: Format['detect'],
): Format {
  return {
    key,
    title,
    detect,
    parse: (source) => parse(source, key, title, direction),
  };
}

function parse(
  source: Source,
  key: FormatKey,
  title: string,
  direction: FollowDirection,
): ParsedFile {
  const document = readJson(source.text, title);
  const isBare = Array.isArray(document);
  const list = isBare
    ? document
    : (propertyOf(document, 'relationships_following') ??
      propertyOf(document, 'relationships_followers'));
  if (!Array.isArray(list)) {
    throw new AppError(
      'UNREADABLE_FILE',
      `The file holds no list of ${title}. Choose followers_1.json or following.json from the ` +
        'download, made in JSON format.',
    );
  }
  const lines = linesAtDepth(source.text, isBare ? 1 : 2);
  const people: ParsedPerson[] = [];
  const leftOut: LeftOut[] = [];
  list.forEach((entry, index) => {
    const line = lines[index] ?? lines.at(-1) ?? 1;
    const person = parseEntry(entry, line, direction);
    if (person === null) leftOut.push({ line, reason: 'An entry without a user name.' });
    else people.push(person);
  });
  return makeFile({ key, title }, source, {
    kind: 'circle',
    platform: 'instagram',
    direction,
    complete: true,
    people,
    leftOut,
  });
}

function parseEntry(entry: unknown, line: number, direction: FollowDirection): ParsedPerson | null {
  const first = arrayOf(propertyOf(entry, 'string_list_data'))[0];
  const labels = labelledValues(propertyOf(entry, 'label_values'), 0);
  const url = textOf(propertyOf(first, 'href')) ?? urlAmong(labels);
  const handle =
    textOf(propertyOf(first, 'value')) ??
    labels.find(({ label }) => USER_NAME.has(foldKey(label)))?.value ??
    // A deleted account has an empty title and nothing else.
    textOf(propertyOf(entry, 'title'));
  const profile = instagramAccount(url, handle);
  if (profile === null) return null;
  const name = labels.find(({ label }) => DISPLAY_NAME.has(foldKey(label)))?.value ?? null;
  const time = propertyOf(first, 'timestamp') ?? propertyOf(entry, 'timestamp');
  return {
    ...emptyPerson(line),
    name,
    accounts: [{ ...profile, displayName: name }],
    since: dateOfUnixTime(time),
    direction,
  };
}

const USER_NAME = new Set(
  ['Username', 'User name', 'Benutzername', "Nom d'utilisateur", 'Nom d’utilisateur']
    .concat(['Nombre de usuario', 'Nome utente', 'Nome de usuário', 'Gebruikersnaam'])
    .map(foldKey),
);
const DISPLAY_NAME = new Set(['Name', 'Nom', 'Nombre', 'Nome', 'Naam'].map(foldKey));

function instagramAccount(url: string | null, handle: string | null): ParsedAccount | null {
  const known = accountOfUrl(url);
  // A post or a story is nobody's profile.
  if (url !== null && known?.platform !== 'instagram') return null;
  if (handle !== null && /^[\w.-]{1,60}$/.test(handle)) return account('instagram', url, handle);
  return known;
}

interface Labelled {
  readonly label: string;
  readonly value: string;
}

/** Label and value pairs, also those nested in `dict` or `vec`. */
function labelledValues(list: unknown, depth: number): Labelled[] {
  if (depth > 5) return [];
  return arrayOf(list).flatMap((item): Labelled[] => {
    const label = textOf(propertyOf(item, 'label'));
    const value = textOf(propertyOf(item, 'value')) ?? textOf(propertyOf(item, 'href'));
    const nested = propertyOf(item, 'dict') ?? propertyOf(item, 'vec');
    const own = label !== null && value !== null ? [{ label, value }] : [];
    return [...own, ...labelledValues(nested, depth + 1)];
  });
}

function urlAmong(labels: readonly Labelled[]): string | null {
  return labels.find(({ value }) => accountOfUrl(value)?.platform === 'instagram')?.value ?? null;
}

function textOf(value: unknown): string | null {
  return cleanName(undoLatin1Escape(stringOf(value) ?? ''));
}
