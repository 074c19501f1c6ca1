/** Which format a file is in, by its content. */
import { AppError } from '../contract/result.ts';
import type { Format } from './format.ts';
import { calendar } from './formats/calendar.ts';
import { blueskyFollows } from './formats/bluesky-follows.ts';
import { eventbriteAttendees } from './formats/eventbrite-attendees.ts';
import { facebookFriends } from './formats/facebook-friends.ts';
import { googleContacts } from './formats/google-contacts.ts';
import { instagramFollowers, instagramFollowing } from './formats/instagram-follows.ts';
import { linkedinConnections } from './formats/linkedin-connections.ts';
import { linkedinInvitations } from './formats/linkedin-invitations.ts';
import { linkedinMessages } from './formats/linkedin-messages.ts';
import { linkedinNotes } from './formats/linkedin-notes.ts';
import { linkedinRecommendations } from './formats/linkedin-recommendations.ts';
import { lumaGuests } from './formats/luma-guests.ts';
import { mastodonFollows } from './formats/mastodon-follows.ts';
import { mbox } from './formats/mbox.ts';
import { meetupAttendees } from './formats/meetup-attendees.ts';
import { nameList } from './formats/name-list.ts';
import { outlookContacts } from './formats/outlook-contacts.ts';
import { table } from './formats/table.ts';
import { ties } from './formats/ties.ts';
import { vcard } from './formats/vcard.ts';
import { whatsappChat } from './formats/whatsapp-chat.ts';
import { xFollows } from './formats/x-follows.ts';
import type { FormatKey } from './parsed-file.ts';
import type { Source } from './source.ts';

/**
 * Every format that can be read. Of two that are equally sure the earlier one is taken; those that
 * one look at the beginning tells stand before those that need its rows.
 */
const formats: readonly Format[] = [
  vcard,
  mbox,
  calendar,
  facebookFriends,
  xFollows,
  instagramFollowers,
  instagramFollowing,
  blueskyFollows,
  whatsappChat,
  linkedinConnections,
  linkedinMessages,
  linkedinInvitations,
  linkedinRecommendations,
  linkedinNotes,
  mastodonFollows,
  googleContacts,
  outlookContacts,
  eventbriteAttendees,
  meetupAttendees,
  lumaGuests,
  ties,
  table,
  nameList,
];

/** The format that is surest of the content; null if none is. Never throws. */
export function detectFormat(source: Source): Format | null {
  return surest(formats, source);
}

/** Short words for formats, as people type them after `--as`. */
const ALIASES = new Map<string, FormatKey>([
  ['csv', 'table'],
  ['tsv', 'table'],
  ['vcf', 'vcard'],
  ['ics', 'calendar'],
  ['mail', 'mbox'],
  ['eml', 'mbox'],
  ['names', 'name-list'],
  ['list', 'name-list'],
  ['twitter', 'x-follows'],
]);

/**
 * The format of a key (`linkedin-messages`), a short word (`vcf`), or a platform (`linkedin`): of
 * the platform's formats the one that fits the content best.
 * @throws AppError UNKNOWN_FORMAT naming the formats that exist
 */
export function formatByKey(key: string, source: Source): Format {
  const word = key.trim().toLowerCase();
  const exact = formats.find((format) => format.key === (ALIASES.get(word) ?? word));
  if (exact !== undefined) return exact;
  const family = formats.filter((format) => format.key.startsWith(`${word}-`));
  const best = surest(family, source) ?? family[0];
  if (word !== '' && best !== undefined) return best;
  const known: FormatKey[] = formats.map((format) => format.key);
  throw new AppError(
    'UNKNOWN_FORMAT',
    `"${key.slice(0, 60)}" is not a format. Known are: ${known.join(', ')}.`,
    { known },
  );
}

function surest(candidates: readonly Format[], source: Source): Format | null {
  let best: Format | null = null;
  let bestScore = 0;
  for (const format of candidates) {
    const score = format.detect(source);
    if (score === 1) return format;
    if (score > bestScore) {
      best = format;
      bestScore = score;
    }
  }
  return best;
}
