import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, it } from 'vitest';
import { expectTakenOrRefused } from './testing/expect-taken-or-refused.ts';
import { readFixture } from './testing/fixture.ts';

/** One small file of each format: what is cut, mixed and mutated below. */
const SEEDS: readonly (readonly [string, Uint8Array])[] = [
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
  ['vcard, UTF-16', slice('vcards/fk-v3Utf16Bom.vcf', 1000)],
  ['vcard, Greek', readFixture('vcards/fk-Greek.vcf')],
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
    strToU8('From,To,Platform,Strength,Since,Note\nJane Doe,#12,Facebook,0.15,2020-01-01,"a\nb"\n'),
  ],
  [
    'messages',
    strToU8(
      'CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE\na,Jane,https://www.linkedin.com/in/jane,Me,https://www.linkedin.com/in/me,2026-02-01 14:22:10 UTC\n',
    ),
  ],
  ['table', strToU8('name;title;e-mail;birthday\nJane Doe;Editor;jane@x.example;1/2/1980\n')],
  ['names', strToU8('Jane Doe\nTom Brown <tom@x.example>\n12 mutual friends\n')],
];

function slice(path: string, length: number): Uint8Array {
  return readFixture(path).slice(0, length);
}

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
  ['__proto__', 'constructor'],
);

describe('cut, mixed and mutated files', () => {
  it.each(SEEDS)('takes or refuses %s wherever it is cut', (_, bytes) => {
    for (let length = 0; length < bytes.length; length += 7) {
      expectTakenOrRefused(bytes.slice(0, length));
    }
  });

  const mutation = fc.oneof(
    fc.record({ at: fc.nat(4000), cut: fc.nat(40), put: fc.uint8Array({ maxLength: 8 }) }),
    fc.record({
      at: fc.nat(4000),
      cut: fc.nat(4),
      put: fc.constantFrom(...SNIPPETS).map((text) => strToU8(text)),
    }),
  );

  it('raises nothing but typed errors on 2,000 mutated files', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SEEDS),
        fc.array(mutation, { minLength: 1, maxLength: 6 }),
        fc.option(
          fc.constantFrom('vcard', 'table', 'ties', 'names', 'google', 'facebook', 'x', 'whatsapp'),
          { nil: undefined, freq: 4 },
        ),
        ([, seed], mutations, format) => {
          expectTakenOrRefused(mutate(seed, mutations), format);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('raises nothing but typed errors on 2,000 runs of plain noise', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(...SEEDS),
        (noise, [, seed]) => {
          for (const bytes of [noise, Buffer.concat([seed.subarray(0, 60), noise])]) {
            expectTakenOrRefused(bytes);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

function mutate(
  seed: Uint8Array,
  mutations: readonly { at: number; cut: number; put: Uint8Array }[],
): Uint8Array {
  let bytes = seed;
  for (const { at, cut, put } of mutations) {
    const from = at % (bytes.length + 1);
    bytes = Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + cut)]);
  }
  return bytes;
}
