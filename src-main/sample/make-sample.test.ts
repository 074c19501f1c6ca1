import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestBook } from '../book/testing/make-book.ts';
import type { TestBook } from '../book/testing/make-book.ts';
import type { PersonId } from '../contract/common.ts';
import type { OutputOf, StoreContract } from '../contract/index.ts';
import { introductionStates } from '../contract/introductions.ts';
import { makeSample } from './make-sample.ts';

type Overlap = OutputOf<StoreContract['overlap']['compare']>;
type AskAnswer = OutputOf<StoreContract['chains']['ask']>;
type Resolved = OutputOf<StoreContract['people']['resolve']>;

async function openSample(today: string): Promise<TestBook> {
  const test = makeTestBook({ today });
  await makeSample((path, input) => test.dispatch(path, input));
  return test;
}

/** Every row of every table of ours, as text. */
function dump({ book }: TestBook): string {
  const tables = book.column<string>(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
       AND name NOT LIKE 'person_words%' AND name NOT LIKE 'person_trigrams%' ORDER BY name`,
  );
  return JSON.stringify(tables.map((table) => [table, book.all(`SELECT * FROM "${table}"`)]));
}

let sample: TestBook;
beforeAll(async () => {
  sample = await openSample('2026-11-24');
});
afterAll(() => sample.close());

async function idOf(name: string): Promise<PersonId> {
  return (await sample.call<Resolved>('people.resolve', { name })).id as PersonId;
}

describe('the sample book', () => {
  it('is in order, of believable size, and leaves one question to decide', async () => {
    const check = await sample.call<OutputOf<StoreContract['book']['check']>>('book.check');
    expect(check.problems).toEqual([]);
    expect(check.counts.people).toBeGreaterThan(100);
    expect(check.counts.people).toBeLessThan(150);
    expect(check.counts).toMatchObject({ events: 6, questions: 1 });
    expect(check.counts.organisations).toBeGreaterThanOrEqual(12);
  });

  it('has something of each kind on Today', async () => {
    const summary = await sample.call<Record<string, number>>('today.summary');
    const empty = Object.entries(summary).filter(([, total]) => total === 0);
    expect(empty).toEqual([]);
    expect(await sample.call('today.fading')).toMatchObject({ total: 2 });
    const coming = await sample.call<unknown[]>('today.coming');
    expect(coming.length).toBeGreaterThan(2);
  });

  it('reaches the accountant by two introducers at least: Tom first, then Priya', async () => {
    const topicId = sample.book.value<number>("SELECT id FROM topic WHERE name = 'accountant'");
    const target = { kind: 'offers', id: topicId };
    const answer = await sample.call<AskAnswer>('chains.ask', { target });
    expect(answer.targets.map(({ name }) => name)).toEqual(['Harriet Osei']);
    expect(answer.known).toEqual([]);
    expect(answer.ask.slice(0, 2).map(({ people }) => people.map(({ name }) => name))).toEqual([
      ['Mara Lindqvist', 'Tom Okafor', 'Farah Haddad', 'Harriet Osei'],
      ['Mara Lindqvist', 'Priya Nair', 'Declan Byrne', 'Harriet Osei'],
    ]);
    expect(Math.min(...answer.ask.map(({ people }) => people.length))).toBe(4);
  });

  it('shares with Jonas thirteen friends by name, with Priya twelve contacts by address', async () => {
    const a = await idOf('Mara Lindqvist');
    const compare = async (name: string, platform: string): Promise<Overlap> =>
      sample.call<Overlap>('overlap.compare', { a, b: await idOf(name), filter: { platform } });
    expect(await compare('Jonas Weber', 'facebook')).toMatchObject({
      shared: 13,
      sharedWeak: 13,
      onlyB: 16,
    });
    expect(await compare('Priya Nair', 'linkedin')).toMatchObject({
      shared: 12,
      sharedWeak: 0,
      onlyB: 17,
    });
  });

  it('has introductions in every state and of every kind and outcome', () => {
    const states = sample.book.column<string>('SELECT DISTINCT state FROM introduction ORDER BY 1');
    expect(states).toEqual([...introductionStates].sort());
    expect(sample.book.column('SELECT DISTINCT kind FROM introduction')).toHaveLength(3);
    expect(
      sample.book.column('SELECT DISTINCT outcome FROM introduction WHERE outcome IS NOT NULL'),
    ).toHaveLength(3);
    expect(
      sample.book.column('SELECT id FROM introduction WHERE came_from_id IS NOT NULL'),
    ).toHaveLength(1);
  });

  it('has follow-ups that are late, due today and due soon, and introductions that wait', () => {
    const due = (condition: string) =>
      sample.book.value<number>(
        `SELECT count(*) FROM follow_up WHERE due_on ${condition} '2026-11-24'`,
      );
    expect([due('<'), due('='), due('>')]).toEqual([2, 2, 5]);
    expect(
      sample.book.value("SELECT count(*) FROM introduction WHERE remind_on <= '2026-11-25'"),
    ).toBe(2);
  });

  it('uses only addresses and numbers that are kept free for fiction', () => {
    const points = sample.book.all<{ kind: string; value: string }>(
      'SELECT kind, value FROM contact_point',
    );
    expect(points.length).toBeGreaterThan(15);
    const free = { email: /@example\.org$/, phone: /^\+44 (121 496 0|7700 900)\d{3}$/ };
    const strays = points.filter(
      ({ kind, value }) => !free[kind === 'email' ? 'email' : 'phone'].test(value),
    );
    expect(strays).toEqual([]);
  });

  it('is the same each time, and made by typed commands with names for undo', async () => {
    const again = await openSample('2026-11-24');
    expect(dump(again)).toBe(dump(sample));
    again.close();
    const labels = sample.book.column<string>('SELECT label FROM change_step');
    expect(labels).toContain('Log Tom Okafor at Print fair');
    expect(labels.filter((label) => /^(events|introductions)\./.test(label))).toEqual([]);
  });

  it.each(['2028-02-29', '2027-01-01', '2027-02-26'])('can be opened on %s', async (today) => {
    const other = await openSample(today);
    expect(other.book.value('SELECT count(*) FROM person')).toBe(
      sample.book.value('SELECT count(*) FROM person'),
    );
    expect(other.book.value('SELECT count(*) FROM person WHERE birthday IS NOT NULL')).toBe(4);
    expect(other.book.value('SELECT max(due_on) > @today FROM follow_up', { today })).toBe(1);
    other.close();
  });
});
