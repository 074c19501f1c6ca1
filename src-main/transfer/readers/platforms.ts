/** The platforms we know by name, and whose account a profile URL is. */
import { keyOfAlias } from '../../tables/platforms.ts';
import type { ParsedAccount } from '../parsed-file.ts';
import { cleanName, foldKey } from './clean-text.ts';

const KEYS = new Set(
  (
    'linkedin facebook x instagram mastodon bluesky phone email google outlook meetup ' +
    'eventbrite luma whatsapp github telegram xing threads'
  ).split(' '),
);

/**
 * The platform that a word means: a key for those we know ('Twitter' is 'x', 'LinkedIn' is
 * 'linkedin'); a user's own platform ("Chess club") stays as written, at most 100 characters.
 */
export function platformKey(text: string | null): string | null {
  const name = cleanName(text)?.slice(0, 100) ?? null;
  if (name === null) return null;
  const folded = foldKey(name);
  const key = keyOfAlias(folded);
  return KEYS.has(key) ? key : name;
}

/** Host (without www and country) to platform, and where in the path the account's name is. */
const HOSTS: readonly (readonly [RegExp, string, RegExp])[] = [
  [/^([a-z]{2}\.)?linkedin\.com$/, 'linkedin', /^\/(?:in|pub)\/([^/]+)/],
  [
    /^(m\.|[a-z]{2}-[a-z]{2}\.)?(facebook|fb)\.com$/,
    'facebook',
    /^\/(?!profile\.php|people\/|pages\/|groups\/|events\/)([^/]+)/,
  ],
  [/^(mobile\.)?(twitter|x)\.com$/, 'x', /^\/(?!intent\/|i\/|search|hashtag\/)@?(\w+)/],
  [/^instagram\.com$/, 'instagram', /^\/(?!p\/|reels?\/|tv\/|stories\/|explore\/)(?:_u\/)?([^/]+)/],
  [/^bsky\.app$/, 'bluesky', /^\/profile\/([^/]+)/],
  [/^github\.com$/, 'github', /^\/([^/]+)\/?$/],
  [/^meetup\.com$/, 'meetup', /^\/(?:[a-z]{2}-[a-z]{2}\/)?members\/(\d+)/],
  [/^t\.me$/, 'telegram', /^\/([^/+]+)\/?$/],
  [/^(xing)\.com$/, 'xing', /^\/profile\/([^/]+)/],
  [/^threads\.(net|com)$/, 'threads', /^\/@([^/]+)/],
];

/** The account behind a profile URL, or null if it is no platform's profile that we know. */
export function accountOfUrl(text: string | null): ParsedAccount | null {
  const written = cleanName(text);
  if (written === null || written.length > 2000) return null;
  // The form of nearly every row of a LinkedIn export, without the cost of parsing a URL.
  const plain = /^https:\/\/www\.linkedin\.com\/in\/([\w-]+)\/?$/.exec(written)?.[1];
  if (plain !== undefined) return account('linkedin', written, plain);
  const url = parseUrl(written);
  if (url === null) return null;
  const host = url.hostname.replace(/^www\./, '');
  for (const [hostPattern, platform, pathPattern] of HOSTS) {
    if (!hostPattern.test(host)) continue;
    const id = platform === 'x' ? url.searchParams.get('user_id') : url.searchParams.get('id');
    const found = pathPattern.exec(url.pathname)?.[1];
    if (found !== undefined) return account(platform, written, decodeSlug(found));
    return id !== null && /^\d{1,20}$/.test(id) && /^(x|facebook)$/.test(platform)
      ? { ...account(platform, written, null), externalId: id }
      : null;
  }
  const fediverse = /^\/@([\w.-]+)\/?$/.exec(url.pathname)?.[1];
  return fediverse === undefined
    ? null
    : account('mastodon', written, `${fediverse}@${host}`.toLowerCase());
}

/** An account known by its URL, handle or both. Handles are compared in lower case, without @. */
export function account(
  platform: string,
  url: string | null,
  handle: string | null,
): ParsedAccount {
  const clean = cleanName(handle)?.replace(/^@/, '').toLowerCase() ?? null;
  const key = platform === 'meetup' && clean !== null && /^\d+$/.test(clean) ? clean : null;
  return {
    platform,
    url,
    handle: key === null ? clean : null,
    externalId: key,
    displayName: null,
    weak: false,
  };
}

/** An account of which only the display name is known: no certain key. */
export function weakAccount(platform: string, displayName: string): ParsedAccount {
  return { platform, url: null, handle: null, externalId: null, displayName, weak: true };
}

/** A link that may stand as an account's address: clean, and of the web or without a scheme. */
export function webLink(text: string | null): string | null {
  const link = cleanName(text)?.slice(0, 2000) ?? null;
  return link !== null && /^(https?:\/\/|[\w-]+\.)/i.test(link) ? link : null;
}

/** Only web links: `javascript:` and its like are never a profile. */
function parseUrl(text: string): URL | null {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
  return url !== null && /^https?:$/.test(url.protocol) ? url : null;
}

function decodeSlug(slug: string): string {
  try {
    return decodeURIComponent(slug).normalize('NFC');
  } catch {
    return slug;
  }
}
