import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readDataTables } from '../book/schema.ts';
import { makeTestBook } from '../book/testing/make-book.ts';
import { takePicture } from '../book/testing/random-writes.ts';
import { pictureButTieIds } from './testing/picture-but-tie-ids.ts';
import { account, weakAccount } from './readers/platforms.ts';
import { foldName } from '../tables/fold-name.ts';
import { applyStage } from './apply-stage.ts';
import {
  emptyPerson,
  type ParsedAccount,
  type ParsedFile,
  type ParsedPerson,
  type ParsedTie,
} from './parsed-file.ts';
import { asOfLongFiles, wholeOf } from './testing/packed-request.ts';
import { type ImportRequest, planImport } from './plan-import.ts';
import { applyTakeOut } from './apply-take-out.ts';
import { planTakeOut } from './take-out.ts';
import type { ImportId } from '../contract/common.ts';

/*
 * Whatever files come in whatever order: applying does what the plan said, the book then says the same, the
 * same files again change nothing, and the counts agree with a count that knows nothing of the planner.
 */

// Few names, keys and days, so that they meet often.
const name = fc.constantFrom(
  'Jane Doe',
  'jane doe',
  'Tom Brown',
  'Ann Lee',
  'Ada Me',
  'José Lamas',
);
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.option(value, { nil: null });
const day = maybe(fc.constantFrom('2020-01-02', '2021-03-04'));
const slugOf = (owner: string): string => foldName(owner).replaceAll(' ', '-');
/** Addresses are people's own; a number may be a household's. */
const email = (owner: string): fc.Arbitrary<string> =>
  fc.constantFrom(`${slugOf(owner)}@x.example`, `${slugOf(owner)}@y.example`);
const phone = (owner: string): fc.Arbitrary<string> =>
  fc.constantFrom('+447700900001', `+4477009010${String(slugOf(owner).length).padStart(2, '0')}`);

/** Each name has two accounts of its own: who shares one is one person. */
const strongAccount = (platform: string, owner: string): fc.Arbitrary<ParsedAccount> =>
  fc
    .constantFrom(slugOf(owner), `${slugOf(owner)}-2`)
    .map((slug) => account(platform, `https://${platform}.example/${slug}`, slug));

const written = (value: string) => ({ value, normalised: value, label: null, preferred: false });

/** As the platforms' files are: names and days alone on Facebook, accounts elsewhere, addresses seldom. */
function person(platform: string | null): fc.Arbitrary<ParsedPerson> {
  const isBare = platform === 'facebook';
  const emails = platform === null ? 2 : platform === 'linkedin' ? 1 : 0;
  return name
    .chain((given) =>
      fc.record({
        line: fc.integer({ min: 1, max: 99 }),
        name: fc.constant(given),
        uid:
          platform === null ? maybe(fc.constant(`uid of ${foldName(given)}`)) : fc.constant(null),
        accounts:
          platform === null
            ? fc.array(strongAccount('linkedin', given), { maxLength: 1 })
            : platform === 'facebook'
              ? fc.constant([weakAccount('facebook', given)])
              : strongAccount(platform, given).map((one) => [one]),
        emails: fc.uniqueArray(email(given), { maxLength: emails }).map((all) => all.map(written)),
        phones: fc
          .uniqueArray(phone(given), { maxLength: platform === null ? 1 : 0 })
          .map((all) => all.map(written)),
        roles: fc.array(role, { maxLength: isBare ? 0 : 1 }),
        since: day,
        note: isBare ? fc.constant(null) : maybe(fc.constantFrom('one', 'two')),
        tags: isBare ? fc.constant([]) : fc.subarray(['brand', 'print']),
      }),
    )
    .map((parts) => ({ ...emptyPerson(parts.line), ...parts }));
}

/** No platform lists an account twice, and no address book has two records of one id. */
function people(platform: string | null): fc.Arbitrary<ParsedPerson[]> {
  const isRepeated = (a: ParsedPerson, b: ParsedPerson): boolean =>
    (a.uid !== null && a.uid === b.uid) ||
    a.accounts.some(({ handle }) => handle !== null && handle === b.accounts[0]?.handle);
  return fc.uniqueArray(person(platform), { maxLength: 6, comparator: isRepeated });
}

const role = fc.record({
  organisation: fc.constantFrom('Acme', 'Bolt'),
  department: fc.constant(null),
  title: maybe(fc.constantFrom('Designer', 'Clerk')),
  from: fc.constant(null),
  to: fc.constant(null),
});

const parsedFile = (parts: Partial<ParsedFile>): ParsedFile => ({
  format: 'table',
  title: 'Table',
  kind: 'contacts',
  platform: null,
  direction: null,
  complete: true,
  hiddenSince: [],
  asOf: null,
  owner: null,
  subject: null,
  charset: 'utf-8',
  people: [],
  letters: null,
  ties: [],
  leftOut: [],
  warnings: [],
  ...parts,
});

const circle = fc
  .constantFrom('linkedin', 'facebook', 'instagram')
  .chain((platform) =>
    fc.record({
      format: fc.constant(
        platform === 'linkedin' ? ('linkedin-connections' as const) : ('facebook-friends' as const),
      ),
      kind: fc.constant('circle' as const),
      platform: fc.constant(platform),
      direction:
        platform === 'instagram'
          ? fc.constantFrom('follows_owner' as const, 'followed_by_owner' as const)
          : fc.constant(null),
      asOf: day,
      people: people(platform),
    }),
  )
  .map(parsedFile);

const addressBook = fc
  .record({
    format: fc.constantFrom('vcard' as const, 'google-contacts' as const),
    people: people(null),
  })
  .map(parsedFile);

const end = fc.oneof(
  name.map((text) => ({ by: 'name' as const, name: text })),
  fc.constant({ by: 'id' as const, id: 1 }),
);
const tie: fc.Arbitrary<ParsedTie> = fc.record({
  line: fc.integer({ min: 1, max: 99 }),
  from: end,
  to: end,
  kind: fc.constant('knows' as const),
  relation: fc.constant(null),
  // A link that a newer list no longer has and a file of ties states anew comes and goes: no platform of the lists.
  platform: maybe(fc.constantFrom('xing', 'chess club')),
  strength: maybe(fc.double({ min: 1e-9, max: 1, noNaN: true })),
  since: day,
  note: maybe(fc.constantFrom('cousins', 'neighbours')),
  extra: fc.constant([]),
});
const tieFile = fc
  .array(tie, { maxLength: 6 })
  .map((ties) => parsedFile({ format: 'ties', kind: 'ties', ties }));

const request: fc.Arbitrary<ImportRequest> = fc
  .record({
    parsed: fc.array(fc.oneof(circle, addressBook, tieFile), { minLength: 1, maxLength: 3 }),
    // A name that no file has: several people of the owner's name would rightly be refused.
    owner: fc.constantFrom('me', 'Kim Oh'),
  })
  .map(({ parsed, owner }) => ({
    files: parsed.map((file, index) => ({
      path: `file-${index}`,
      sha256: createHash('sha256').update(JSON.stringify(file)).digest('hex'),
      parsed: file,
    })),
    owner: owner === 'me' ? { kind: 'me' } : { kind: 'named', name: owner },
    platform: null,
    event: null,
    departures: 'careful',
    mine: [],
    answers: new Map(),
  }));

describe('an import of any files', () => {
  const test = makeTestBook();
  const { sqlite, writer, reader } = test.opened;
  const clock = { now: '2026-06-15T12:00:00.000Z', today: '2026-06-15' };
  const tables = readDataTables(reader);
  writer.run(
    "INSERT INTO person (is_me, display_name, folded_name, created_at) VALUES (1, 'Ada Me', 'ada me', '')",
  );
  afterAll(() => test.close());
  const count = (sql: string): number => reader.value<number>(sql) ?? 0;

  function applyOne(one: ImportRequest): void {
    const before = takePicture(reader, tables);
    const beforeButIds = pictureButTieIds(reader, tables);
    const lastImport = count('SELECT coalesce(max(id), 0) FROM import');
    const peopleBefore = count('SELECT count(*) FROM person');
    const tiesBefore = count('SELECT count(*) FROM tie');
    const hasOwner =
      one.owner.kind === 'named' &&
      count("SELECT count(*) FROM person WHERE display_name = 'Kim Oh'") > 0;
    const plan = planImport(reader, clock, one);
    expect(wholeOf(planImport(reader, clock, asOfLongFiles(one)))).toEqual(wholeOf(plan));
    expect(takePicture(reader, tables)).toBe(before);
    applyStage(writer, plan.stage);
    const sum = (pick: (file: (typeof plan.files)[number]) => number): number =>
      plan.files.reduce((total, file) => total + pick(file), 0);
    const owners =
      one.owner.kind === 'named' &&
      !hasOwner &&
      count("SELECT count(*) FROM person WHERE display_name = 'Kim Oh'") > 0
        ? 1
        : 0;
    expect(count('SELECT count(*) FROM person') - peopleBefore - owners).toBe(
      sum((file) => file.people.created + file.people.unsure),
    );
    expect(count('SELECT count(*) FROM tie') - tiesBefore).toBe(
      sum((file) => file.ties.created - file.edition.tiesEnded),
    );
    for (const { parsed } of one.files) {
      const file = plan.files[one.files.findIndex((candidate) => candidate.parsed === parsed)];
      if (file === undefined || parsed.kind === 'ties') continue;
      const { created, matched, unsure, unchanged } = file.people;
      expect(created + matched + unsure + unchanged + file.leftOut.length).toBe(
        parsed.people.length,
      );
    }
    expect(reader.all('PRAGMA foreign_key_check')).toEqual([]);
    takeOutAgain(beforeButIds, lastImport);
  }

  /** Taken out newest first, the imports of one request leave the book as it was. */
  function takeOutAgain(before: string, lastImport: number): void {
    sqlite.exec('SAVEPOINT applied');
    const newest = 'SELECT id FROM import WHERE id > @lastImport ORDER BY id DESC';
    for (const id of reader.column<number>(newest, { lastImport })) {
      const takeOut = planTakeOut(reader, id as ImportId);
      expect(takeOut.kept).toEqual([]);
      applyTakeOut(writer, takeOut);
    }
    expect(pictureButTieIds(reader, tables)).toBe(before);
    sqlite.exec('ROLLBACK TO applied; RELEASE applied');
  }

  it('does what the plan said, and nothing the second time, in whatever order', () => {
    const again = (one: ImportRequest): number => {
      const plan = planImport(reader, clock, one);
      for (const file of plan.files) {
        expect(file.people).toMatchObject({ created: 0, unsure: 0 });
        expect(file.ties.created).toBe(0);
      }
      applyStage(writer, plan.stage);
      return plan.stage.changes;
    };
    // Two cards of one name in one file that share an address: which of the two people a card means may come out
    // otherwise once both have filled up, so such a file may add a value to a person it knows when read again
    // (still no person and no tie, as `again` holds).
    const sharesAddress = ({ files }: ImportRequest): boolean =>
      files.some(({ parsed }) => {
        const marksOf = ({ emails, name: named, phones }: ParsedPerson): Set<string> =>
          new Set(
            [...emails, ...phones].flatMap(({ normalised }) =>
              normalised === null ? [] : `${foldName(named ?? '')} ${normalised}`,
            ),
          );
        const all = [...parsed.people].flatMap((one) => [...marksOf(one)]);
        return new Set(all).size < all.length;
      });
    const isList = ({ files }: ImportRequest): boolean =>
      files.every(({ parsed }) => parsed.kind !== 'ties');
    fc.assert(
      fc.property(fc.array(request, { minLength: 1, maxLength: 4 }), fc.nat(), (all, seed) => {
        sqlite.exec('BEGIN IMMEDIATE');
        try {
          for (const one of all) {
            applyOne(one);
            const changes = again(one);
            expect(one.files.length > 1 || sharesAddress(one) || changes === 0).toBe(true);
          }
          // Names in a file of ties mean whoever bears them by then; a list means its own people for good.
          const start = seed % all.length;
          for (const one of [...all.slice(start), ...all.slice(0, start)])
            if (isList(one)) again(one);
        } finally {
          sqlite.exec('ROLLBACK');
        }
      }),
      { numRuns: 2000 },
    );
  }, 240_000);
});
