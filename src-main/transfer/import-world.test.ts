import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import {
  fixture,
  importFile,
  importFiles,
  ofPerson,
  type PlanInput,
  type Report,
} from './testing/import-files.ts';

/* The exports of one person's world, and of those who handed her theirs, with answers worked out apart. */

interface Expected {
  readonly facebook: Readonly<
    Record<string, { total: number; shared_with_me: number; new_to_me: number }>
  >;
  readonly x: { followers: number; following: number; mutual: number };
  readonly instagram: { followers: number; following: number };
  readonly linkedin: {
    me: { people: number; hidden: number };
    colleague: { people: number; hidden: number; shared_with_me: number };
    colleague_only_at: Readonly<Record<string, readonly string[]>>;
    me_at: Readonly<Record<string, readonly string[]>>;
  };
  readonly google: { people: number; certain_matches_by_email: number };
  readonly outlook: { people: number; certain_matches_with_google: number; referred_by: number };
  readonly phone: { cards: number; certain_matches_with_google: number };
  readonly eventbrite: { attendees: number };
  readonly meetup: { rows: number; yes: number };
  readonly luma: { guests: number; approved: number };
  readonly mastodon: { following: number };
}

const expected = JSON.parse(
  readFileSync(new URL('./fixtures/world/expected.json', import.meta.url), 'utf8'),
) as Expected;

const friends = 'facebook/connections/friends/your_friends.json';
const follows = 'connections/followers_and_following';
type Step = readonly [path: string, options?: Omit<PlanInput, 'files'>];
const evening = (title: string): Omit<PlanInput, 'files'> => ({
  event: { title, heldOn: '2026-10-08' },
});
const steps: readonly Step[] = [
  [`world/me/${friends}`],
  [`world/partner/${friends}`, ofPerson('partner')],
  [`world/birmingham/${friends}`, ofPerson('birmingham')],
  [`world/university/${friends}`, ofPerson('university')],
  ['world/me/linkedin/Connections.csv'],
  ['world/colleague/linkedin/Connections.csv', ofPerson('colleague')],
  ['world/me/google/contacts.csv'],
  ['world/me/outlook/contacts.csv'],
  ['world/me/phone/contacts.vcf'],
  ['world/me/x/data/follower.js'],
  ['world/me/x/data/following.js'],
  [`world/me/instagram/${follows}/followers_1.json`],
  [`world/me/instagram/${follows}/following.json`],
  ['world/me/mastodon/following_accounts.csv'],
  ['world/events/eventbrite-attendees.csv', evening('Brews & Books')],
  ['world/events/luma-guests.csv', evening('Supper')],
  ['world/events/meetup-attendees.xls.csv', evening('Walk')],
];

let test: TestBook;
beforeEach(async () => {
  test = makeTestBook();
  await test.call('book.setMe', { name: 'Ada Me' });
});
afterEach(() => test.close());

async function run([path, options]: Step): Promise<Report> {
  return importFile(test, fixture(path), options);
}

async function runAll(order: readonly Step[]): Promise<Map<string, Report>> {
  const reports = new Map<string, Report>();
  for (const step of order) reports.set(step[0], await run(step));
  return reports;
}

/** The same order for a seed everywhere (a linear congruential generator; Knuth's constants). */
function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const rest = [...items];
  let state = BigInt(seed);
  return items.map(() => {
    state = (state * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n;
    const [item] = rest.splice(Number(state >> 33n) % rest.length, 1);
    if (item === undefined) throw new Error('Nothing is left to draw.');
    return item;
  });
}

/** Names of people tied to a person with evidence on a platform, straight from the tables. */
function network(name: string, platform: string): Set<number> {
  return new Set(
    test.book.column<number>(
      `SELECT DISTINCT CASE owner.id WHEN low_person_id THEN high_person_id ELSE low_person_id END
       FROM person AS owner
       JOIN tie ON owner.id IN (low_person_id, high_person_id)
       JOIN evidence ON evidence.tie_id = tie.id
       JOIN platform ON platform.id = evidence.platform_id
       WHERE owner.display_name = @name AND platform.key = @platform`,
      { name, platform },
    ),
  );
}

function countShared(a: Set<number>, b: Set<number>): number {
  return [...a].filter((person) => b.has(person)).length;
}

function namesAt(organisation: string, people: Set<number>): string[] {
  const rows = test.book.all<{ id: number; name: string }>(
    `SELECT person.id, display_name AS name FROM person JOIN role ON role.person_id = person.id
     JOIN organisation ON organisation.id = role.organisation_id
     WHERE organisation.name = @organisation AND role.is_current = 1`,
    { organisation },
  );
  const found = new Set(rows.filter(({ id }) => people.has(id)).map(({ name }) => name));
  return [...found].sort();
}

/** What must hold in whatever order the files came. */
function checkFigures(): void {
  const mine = network('Ada Me', 'facebook');
  expect(mine.size).toBe(353);
  for (const [name, figures] of Object.entries(expected.facebook)) {
    const theirs = network(name, 'facebook');
    expect(theirs.size).toBe(figures.total);
    expect(countShared(mine, theirs)).toBe(figures.shared_with_me);
  }
  const { me, colleague, colleague_only_at: onlyAt, me_at: meAt } = expected.linkedin;
  const linked = network('Ada Me', 'linkedin');
  const theirs = network('colleague', 'linkedin');
  expect([linked.size, theirs.size]).toEqual([me.people, colleague.people]);
  expect(countShared(linked, theirs)).toBe(colleague.shared_with_me);
  const onlyTheirs = new Set([...theirs].filter((person) => !linked.has(person)));
  for (const [organisation, names] of Object.entries(onlyAt)) {
    expect(namesAt(organisation, onlyTheirs)).toEqual([...names].sort());
  }
  for (const [organisation, names] of Object.entries(meAt)) {
    expect(namesAt(organisation, linked)).toEqual([...names].sort());
  }
  const { followers, following, mutual } = expected.x;
  expect(network('Ada Me', 'x').size).toBe(followers + following - mutual);
  expect(network('Ada Me', 'mastodon').size).toBe(expected.mastodon.following);
  expect(network('Ada Me', 'google').size).toBe(expected.google.people);
  expect(network('Ada Me', 'outlook').size).toBe(expected.outlook.people);
  expect(network('Ada Me', 'phone').size).toBe(expected.phone.cards);
  const referred = test.book.value("SELECT count(*) FROM evidence WHERE kind = 'referred'");
  expect(referred).toBe(expected.outlook.referred_by);
  const attended = test.book.column<number>(
    `SELECT count(*) FROM attendance JOIN event ON event.id = event_id GROUP BY title ORDER BY title`,
  );
  const { eventbrite, luma, meetup } = expected;
  expect(attended).toEqual([eventbrite.attendees, luma.approved, meetup.yes]);
}

function countTables(): Record<string, unknown> {
  const tables = test.book.column<string>(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 1`,
  );
  return Object.fromEntries(
    tables
      .filter((table) => table !== 'change_row' && table !== 'change_step')
      .map((table) => [table, test.book.value(`SELECT count(*) FROM "${table}"`)]),
  );
}

describe('the files of the world', () => {
  it('are matched as the answers say', async () => {
    const reports = await runAll(steps);
    const people = (path: string): Report['people'] | undefined => reports.get(path)?.people;
    expect(people(`world/me/${friends}`)).toMatchObject({ created: 353, unsure: 0 });
    expect(people(`world/partner/${friends}`)).toMatchObject({ created: 53, matched: 62 });
    const { me, colleague } = expected.linkedin;
    const linkedin = reports.get('world/me/linkedin/Connections.csv');
    expect(linkedin?.leftOut).toHaveLength(me.hidden);
    expect(linkedin?.ties.created).toBe(me.people);
    expect(people('world/colleague/linkedin/Connections.csv')).toEqual({
      created: colleague.people - colleague.shared_with_me,
      matched: colleague.shared_with_me,
      unsure: 0,
      unchanged: 0,
    });
    expect(people('world/me/google/contacts.csv')?.matched).toBe(
      expected.google.certain_matches_by_email,
    );
    expect(people('world/me/outlook/contacts.csv')?.matched).toBe(
      expected.outlook.certain_matches_with_google,
    );
    expect(people('world/me/phone/contacts.vcf')?.matched).toBe(
      expected.phone.certain_matches_with_google,
    );
    expect(people('world/me/x/data/following.js')?.matched).toBe(expected.x.mutual);
    checkFigures();
  });

  it.each([1, 2, 3, 4])(
    'give the same figures in any order (%i), and nothing more the second time',
    async (seed) => {
      await runAll(shuffled(steps, seed));
      checkFigures();
      const before = countTables();
      const undoable = test.book.value('SELECT count(*) FROM change_step');
      const again = await runAll(shuffled(steps, seed + 100));
      for (const report of again.values()) {
        expect(report.people).toMatchObject({ created: 0, matched: 0, unsure: 0 });
        expect(report.ties.created).toBe(0);
        expect(report.importId).toBeNull();
      }
      expect(countTables()).toEqual(before);
      expect(test.book.value('SELECT count(*) FROM change_step')).toBe(undoable);
    },
  );

  it('are taken all at once, as a folder or as a ZIP, with one step of undo', async () => {
    const mine = steps.filter(([path]) => path.startsWith('world/me/')).map(([path]) => path);
    const zip = zipSync(Object.fromEntries(mine.map((path) => [path, fixture(path).bytes])));
    const planned = await importFiles(test, [{ name: 'mine.zip', bytes: zip }]);
    expect(planned).toHaveLength(mine.length);
    const before = countTables();
    const asFolder = await importFiles(test, mine.map(fixture));
    expect(asFolder.every(({ importId }) => importId === null)).toBe(true);
    expect(countTables()).toEqual(before);
    await test.call('book.undo');
    expect(test.book.value('SELECT count(*) FROM person')).toBe(1);
  });

  it('leave a sound book', async () => {
    await runAll(steps);
    expect(await test.call('book.check')).toMatchObject({ ok: true, problems: [] });
  });
});
