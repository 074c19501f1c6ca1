/** One small file of each format, and the ways in which tests spoil them. */
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { readFixture } from './fixture.ts';

function slice(path: string, length: number): Uint8Array {
  return readFixture(path).slice(0, length);
}

function text(...lines: readonly string[]): Uint8Array {
  return strToU8(`${lines.join('\n')}\n`);
}

const CALENDAR = text(
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'UID:1',
  'DTSTART;TZID=Europe/London:20260202T233000',
  'RRULE:FREQ=WEEKLY;COUNT=4',
  'EXDATE;TZID=Europe/London:20260209T233000',
  'ORGANIZER;CN=Ada Me:mailto:ada@me.example',
  'ATTENDEE;CN="Brown, Tom";PARTSTAT=ACCEPTED:mailto:tom@x.example',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:1',
  'RECURRENCE-ID;TZID=Europe/London:20260216T233000',
  'DTSTART:20260217T100000Z',
  'STATUS:CANCELLED',
  'END:VEVENT',
  'END:VCALENDAR',
);

/** What is cut, mixed and mutated. */
export const SEEDS: readonly (readonly [string, Uint8Array])[] = [
  ['linkedin', slice('world/me/linkedin/Connections.csv', 1500)],
  [
    'facebook',
    strToU8(
      '{"friends_v2":[{"name":"Jos\\u00c3\\u00a9","timestamp":1562654614},{"name":"Ann Lee"}]}',
    ),
  ],
  [
    'x',
    strToU8(
      'window.YTD.follower.part0 = [ {"follower": {"accountId": "12","userLink":"https://x.com/"}}]',
    ),
  ],
  [
    'instagram',
    strToU8(
      '{"relationships_following":[{"title":"","string_list_data":[{"href":"https://www.instagram.com/jane","value":"jane","timestamp":1474496513}]}]}',
    ),
  ],
  [
    'instagram of 2026',
    strToU8('[{"title":"jane","label_values":[{"label":"Username","value":"jane"}]}]'),
  ],
  [
    'bluesky',
    strToU8(
      '{"$type":"app.bsky.graph.follow","subject":"did:plc:abc","createdAt":"2024-11-12T08:00:00Z"}\n{"$type":"app.bsky.graph.follow","subject":"did:plc:abd"}',
    ),
  ],
  ['mastodon', slice('world/me/mastodon/following_accounts.csv', 400)],
  ['google', slice('world/me/google/contacts.csv', 1500)],
  ['outlook', slice('world/me/outlook/contacts.csv', 1200)],
  ['vcard', slice('world/me/phone/contacts.vcf', 1500)],
  ['vcard 2.1', slice('vcards/ez-outlook-2007.vcf', 2500)],
  ['vcard in UTF-16', slice('vcards/fk-v3Utf16Bom.vcf', 1000)],
  ['vcard in Greek', readFixture('vcards/fk-Greek.vcf')],
  ['eventbrite', slice('world/events/eventbrite-attendees.csv', 800)],
  ['meetup', slice('world/events/meetup-attendees.xls.csv', 800)],
  ['luma', slice('world/events/luma-guests.csv', 800)],
  [
    'whatsapp',
    strToU8(
      '[04/03/25, 14:05:09] Brews: \u200eEncrypted.\n[04/03/25, 14:06:00] Jane Doe: hi\n04/03/2025, 14:06 - Tom: a',
    ),
  ],
  [
    'ties',
    text('From,To,Platform,Strength,Since,Note', 'Jane Doe,#12,Facebook,0.15,2020-01-01,"a', 'b"'),
  ],
  [
    'linkedin messages',
    text(
      'CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE',
      'a,Jane,https://www.linkedin.com/in/jane,Me,https://www.linkedin.com/in/me,2026-02-01 14:22:10 UTC',
    ),
  ],
  [
    'linkedin invitations',
    text(
      'From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl',
      'Jane,Me,"1/29/26, 2:37 PM",Hi,INCOMING,https://www.linkedin.com/in/jane,https://www.linkedin.com/in/me',
    ),
  ],
  [
    'linkedin recommendations',
    text(
      'First Name,Last Name,Company,Job Title,Text,Creation Date,Status',
      'Jane,Doe,Acme,Editor,"Good, very",01/29/26 02:37 PM,VISIBLE',
    ),
  ],
  [
    'linkedin notes',
    text(
      'Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On',
      'Jane,Doe,https://www.linkedin.com/in/jane,Met at the fair,2026-02-01,2026-02-01',
    ),
  ],
  ['mbox', slice('letters/mailbox.mbox', 1500)],
  [
    'eml',
    text(
      'From: "Brown, Tom" <tom@x.example>',
      'To: Ada <ada@me.example>, team: =?utf-8?Q?Jos=C3=A9?= <jose@x.example>;',
      'Date: Mon, 2 Feb 2026 10:00:00 +0100',
      '',
      'Hi',
    ),
  ],
  ['calendar', CALENDAR],
  ['table', text('name;title;e-mail;birthday', 'Jane Doe;Editor;jane@x.example;1/2/1980')],
  ['names', text('Jane Doe', 'Tom Brown <tom@x.example>', '12 mutual friends')],
  [
    'zip',
    zipSync({
      'a/Connections.csv': slice('world/me/linkedin/Connections.csv', 600),
      'b.vcf': slice('world/me/phone/contacts.vcf', 400),
    }),
  ],
];

/** All that may be said after `--as`. */
export const FORMATS = [
  'vcard',
  'mbox',
  'calendar',
  'facebook',
  'x',
  'instagram',
  'bluesky',
  'whatsapp',
  'linkedin-connections',
  'linkedin-messages',
  'linkedin-invitations',
  'linkedin-recommendations',
  'linkedin-notes',
  'mastodon',
  'google',
  'outlook',
  'eventbrite',
  'meetup',
  'luma',
  'ties',
  'table',
  'names',
] as const;

/** Pieces that mean something to one format or another. */
const SNIPPETS = [
  '"',
  '"\n',
  '\n',
  '\r',
  ',',
  ';',
  '\0',
  '=',
  '=\n',
  '\\',
  '{',
  ']',
  ':',
  ' ',
  '\t',
].concat(
  ['\\ud800', 'BEGIN:VCARD\n', 'END:VCARD\n', 'AGENT:\n', '=3D=', ' ::: ', '\u202e', '\ufeff'],
  ['__proto__', 'constructor', '\nFrom a 1:00 2026\n', '\nTo: ', '=?utf-8?Q?=', '\n\n', '<', '>'],
  [
    'BEGIN:VEVENT\n',
    'END:VEVENT\n',
    'RRULE:FREQ=SECONDLY\n',
    'COUNT=-1',
    '99999999',
    '-0',
    '1e999',
  ],
  ['null', '{}', '[]', 'PK\u0003\u0004', '00000000T', 'TZID=', '(', '()'],
);

export interface Mutation {
  readonly at: number;
  readonly cut: number;
  readonly put: Uint8Array;
}

export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ at: fc.nat(4000), cut: fc.nat(40), put: fc.uint8Array({ maxLength: 8 }) }),
  fc.record({
    at: fc.nat(4000),
    cut: fc.nat(4),
    put: fc.constantFrom(...SNIPPETS.map((snippet) => strToU8(snippet))),
  }),
  // A piece of another format.
  fc.record({
    at: fc.nat(4000),
    cut: fc.nat(200),
    put: fc
      .tuple(fc.constantFrom(...SEEDS), fc.nat(1000), fc.nat(200))
      .map(([[, seed], from, length]) => seed.subarray(from, from + length)),
  }),
);

export function mutate(seed: Uint8Array, mutations: readonly Mutation[]): Uint8Array {
  let bytes = seed;
  for (const { at, cut, put } of mutations) {
    const from = at % (bytes.length + 1);
    bytes = Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + cut)]);
  }
  return bytes;
}
