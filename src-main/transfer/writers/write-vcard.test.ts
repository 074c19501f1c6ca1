import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { emptyPerson, type ParsedPerson, type ParsedTie } from '../parsed-file.ts';
import { cleanName, cleanNote } from '../readers/clean-text.ts';
import { makeDate } from '../readers/dates.ts';
import { makeEmail, makePhone, present } from '../readers/contact-values.ts';
import { account, weakAccount } from '../readers/platforms.ts';
import { toExportPerson } from '../testing/export-person.ts';
import { parseBytes, parseFixture } from '../testing/fixture.ts';
import type { ExportPerson } from './export-person.ts';
import { type VcardVersion, writeCard, writeVcards } from './write-vcard.ts';

const VERSIONS: readonly VcardVersion[] = ['4.0', '3.0'];

/** What a card says of a person or tie; the line is where it stands, not what it says. */
function said(found: ParsedPerson | ParsedTie): object {
  return { ...found, line: 0 };
}

describe('vCard out and in', () => {
  const names = readdirSync(new URL('../fixtures/vcards/', import.meta.url));

  it.each(names.filter((name) => name.endsWith('.vcf') && name !== 'fk-Empty.vcf'))(
    'keeps every property of %s in both versions',
    (name) => {
      const before = parseFixture(`vcards/${name}`);
      const people = before.people.map((person) => toExportPerson(person));
      for (const version of VERSIONS) {
        const after = parseBytes(writeVcards(people, version));
        expect(after.people.map(said)).toEqual(before.people.map(said));
        expect(after.ties.map(said)).toEqual(before.ties.map(said));
      }
    },
  );

  it('gives back any person that can be in the book', () => {
    fc.assert(
      fc.property(anyPerson, fc.constantFrom(...VERSIONS), (person, version) => {
        const { people } = parseBytes(writeVcards([person], version));
        const { offers: _, needs: __, fields, ...expected } = person;
        expect(people.map(said)).toEqual([
          {
            ...expected,
            line: 0,
            since: null,
            direction: null,
            attendance: null,
            interactions: [],
            extra: fields.map(({ name, value }) => ({ name, value })),
          },
        ]);
      }),
      { numRuns: 2000 },
    );
  });

  it('is read by ical.js, with the same name and note', () => {
    fc.assert(
      fc.property(anyPerson, fc.constantFrom(...VERSIONS), (person, version) => {
        const [, properties] = ICAL.parse(writeCard(person, version)) as [
          string,
          [string, object, string, ...unknown[]][],
        ];
        const valueOf = (key: string): unknown => properties.find(([name]) => name === key)?.[3];
        const plain = (text: unknown): string => String(text).replace(/\\([;"])/g, '$1');
        expect(plain(valueOf('fn'))).toBe(plain(person.name));
        expect(plain(valueOf('note') ?? '')).toBe(plain(person.note ?? ''));
      }),
      { numRuns: 2000 },
    );
  });

  it('ends every line by CRLF and folds at 75 bytes without cutting a letter', () => {
    const person = { ...nobody, name: `${'ä'.repeat(80)}${'😀'.repeat(40)}` };
    const card = writeCard(person, '4.0');
    for (const line of card.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line.isWellFormed()).toBe(true);
      expect(line).not.toMatch(/[\r\n]/);
    }
  });

  it('does not let a kept property or a name write lines of its own', () => {
    const person: ExportPerson = {
      ...nobody,
      name: 'Jane\r\nTEL:666',
      fields: [
        { source: 'vcard', name: 'X-A', value: 'b\r\nTEL:666' },
        { source: 'vcard', name: 'X-B:c\nTEL', value: '666' },
        { source: 'vcard', name: 'END', value: 'VCARD' },
        { source: 'table', name: 'Shoe "size"; ^', value: 'a\nEND:VCARD' },
      ],
    };
    for (const version of VERSIONS) {
      const [read, second] = parseBytes(Buffer.from(writeCard(person, version))).people;
      expect(second).toBeUndefined();
      expect(read?.phones).toEqual([]);
      expect(read?.extra.map(({ name }) => name)).toEqual([
        'X-A',
        'X-B:c\nTEL',
        'END',
        'Shoe "size"; ^',
      ]);
    }
  });
});

const nobody: ExportPerson = toExportPerson(emptyPerson(0));

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((value) => cleanName(value))
  .filter((value) => value !== null);
const maybeText = fc.option(text, { nil: null });
const note = fc
  .array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 4 })
  .map((lines) => cleanNote(lines.join('\n')));
const label = fc.oneof(
  fc.constantFrom(null, 'home', 'work', 'mobile', 'work fax', 'mobile work', 'Mum’s; "old"'),
  text,
);
const date = fc
  .tuple(
    fc.integer({ min: 1850, max: 2100 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, day]) => makeDate(year, month, day));
const values = fc.array(fc.tuple(text, label, fc.boolean()), { maxLength: 3 });
const accounts = fc.array(
  fc.oneof(
    text.map((name) => weakAccount('facebook', name)),
    fc.stringMatching(/^[a-z0-9_.]{1,12}$/).map((handle) => account('mastodon', null, handle)),
    fc
      .stringMatching(/^[a-z0-9-]{1,12}$/)
      .map((slug) => account('linkedin', `https://www.linkedin.com/in/${slug}`, slug)),
    fc
      .stringMatching(/^[1-9]\d{0,9}$/)
      .map((id) => ({ ...account('x', null, null), externalId: id })),
  ),
  { maxLength: 3 },
);
const address = fc
  .tuple(label, ...Array.from({ length: 7 }, () => maybeText))
  .map(([own, poBox, extended, street, locality, region, postcode, country]) => ({
    label: own ?? null,
    poBox: poBox ?? null,
    extended: extended ?? null,
    street: street ?? null,
    locality: locality ?? null,
    region: region ?? null,
    postcode: postcode ?? null,
    country: country ?? null,
  }))
  .filter((parts) => Object.entries(parts).some(([key, part]) => key !== 'label' && part !== null));
const role = fc
  .tuple(maybeText, maybeText, fc.option(date, { nil: null }), fc.option(date, { nil: null }))
  .filter(([organisation, title]) => organisation !== null || title !== null)
  .map(([organisation, title, from, to]) => ({ organisation, department: null, title, from, to }));
const jpeg = fc.uint8Array({ maxLength: 200 }).map((bytes) => ({
  bytes: new Uint8Array([0xff, 0xd8, 0xff, ...bytes]),
  mediaType: 'image/jpeg' as const,
}));

const anyPerson: fc.Arbitrary<ExportPerson> = fc
  .record({
    uid: maybeText,
    name: text,
    given: maybeText,
    middle: maybeText,
    family: maybeText,
    prefix: maybeText,
    suffix: maybeText,
    nickname: maybeText,
    accounts,
    emails: values.map((list) => present(list.map((value) => makeEmail(...value)))),
    phones: values.map((list) =>
      present(list.map(([value, own, first]) => makePhone(value, 'GB', own, first))),
    ),
    addresses: fc.array(address, { maxLength: 2 }),
    urls: fc.array(fc.record({ url: fc.webUrl().filter((url) => !url.includes('@')), label }), {
      maxLength: 2,
    }),
    roles: fc.array(role, { maxLength: 3 }),
    birthday: fc.oneof(
      date,
      date.map((day) => (day === null ? null : `-${day.slice(4)}`)),
    ),
    note,
    tags: fc.array(text, { maxLength: 3 }),
    photo: fc.option(jpeg, { nil: null }),
    fields: fc.array(
      fc.oneof(
        fc.record({ source: fc.constant('table'), name: text, value: text }),
        fc.record({
          source: fc.constant('vcard'),
          name: fc.constantFrom('X-FOO', 'item3.X-BAR;TYPE=a,b', 'GEO', 'X-Q;P="a:b"'),
          value: text,
        }),
      ),
      { maxLength: 3 },
    ),
  })
  .map((person) => ({ ...person, offers: [], needs: [] }));
