import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { Contract, OutputOf } from '../contract/index.ts';

type Ask = OutputOf<Contract['chains']['ask']>;
type Found = OutputOf<Contract['chains']['find']>;
type Understood = OutputOf<Contract['chains']['understand']>;
type Compared = OutputOf<Contract['overlap']['compare']>;
type Reached = OutputOf<Contract['reach']['through']>;

let book: TestBook;
const ids = new Map<string, number>();

/** The id of a person, made on first mention. */
async function personIdOf(name: string, isMyContact = false): Promise<number> {
  const known = ids.get(name);
  if (known !== undefined) return known;
  const made = await book.call<{ person: { id: number } }>('people.create', { name, isMyContact });
  ids.set(name, made.person.id);
  return made.person.id;
}

async function tie(a: string, b: string, rating: number): Promise<void> {
  await book.call('ties.rate', { a: await personIdOf(a), b: await personIdOf(b), rating });
}

beforeEach(async () => {
  ids.clear();
  book = makeTestBook({ today: '2026-06-15' });
  const { me } = await book.call<{ me: { id: number } }>('book.setMe', { name: 'Mara' });
  ids.set('Mara', me.id);
  // Mara - Tom 0.9 - Ann 0.7 - Zoe; Mara - Eve 0.3 - Zoe
  await tie('Mara', 'Tom', 5);
  await tie('Tom', 'Ann', 4);
  await tie('Ann', 'Zoe', 4);
  await tie('Mara', 'Eve', 2);
  await tie('Eve', 'Zoe', 3);
});
afterEach(() => book.close());

describe('chains', () => {
  it('gives the best chain first, with names and the evidence of each tie', async () => {
    const found = await book.call<Found>('chains.find', { to: ids.get('Zoe'), paths: 5 });
    expect(found.paths.map(({ people }) => people.map(({ name }) => name))).toEqual([
      ['Mara', 'Tom', 'Ann', 'Zoe'],
      ['Mara', 'Eve', 'Zoe'],
    ]);
    expect(found.paths[0]?.strength).toBeCloseTo(0.9 * 0.7 * 0.7, 12);
    expect(found.paths[0]?.ties.map(({ rating }) => rating)).toEqual([5, 4, 4]);
  });

  it('never passes through somebody who is marked do-not-ask', async () => {
    await book.call('people.update', { id: ids.get('Tom'), doNotAsk: true });
    const found = await book.call<Found>('chains.find', { to: ids.get('Zoe'), paths: 5 });
    expect(found.paths.map(({ people }) => people.length)).toEqual([3]);
  });

  it('refuses an unknown platform with the known ones', async () => {
    const answer = await book.dispatch('chains.find', {
      to: ids.get('Zoe'),
      filter: { platform: 'friendster' },
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});

describe('whom to ask', () => {
  it('names for each contact the best chain to whoever offers the topic, and who is known already', async () => {
    for (const name of ['Zoe', 'Eve']) {
      await book.call('topics.addStatement', {
        personId: ids.get(name),
        kind: 'offers',
        topic: 'accountant',
      });
    }
    const { readings } = await book.call<Understood>('chains.understand', { text: 'accountant' });
    const [topic] = readings;
    expect(topic).toMatchObject({ label: 'Offers accountant', people: 2 });
    const answer = await book.call<Ask>('chains.ask', { target: topic?.target });
    expect(answer.known.map(({ name }) => name)).toEqual(['Eve']);
    expect(answer.ask.map(({ person, target }) => [person.name, target.name])).toEqual([
      ['Tom', 'Zoe'],
      ['Eve', 'Eve'],
    ]);
  });

  it('leaves out ways to people I know already, if only new ones are wanted', async () => {
    const target = { kind: 'people', ids: [ids.get('Zoe'), ids.get('Eve')] };
    const all = await book.call<Ask>('chains.ask', { target });
    const fresh = await book.call<Ask>('chains.ask', { target, onlyNew: true });
    const ways = (answer: Ask) => answer.ask.map((card) => [card.person.name, card.target.name]);
    expect(ways(all)).toContainEqual(['Eve', 'Eve']);
    expect(ways(fresh)).toEqual([
      ['Tom', 'Zoe'],
      ['Eve', 'Zoe'],
    ]);
    expect(fresh.known.map(({ name }) => name)).toEqual(['Eve']);
    expect(fresh.knownTotal).toBe(1);
  });

  it('counts all who have a way, also when it names the first of them only', async () => {
    const target = { kind: 'people', ids: [ids.get('Zoe')] };
    const all = await book.call<Ask>('chains.ask', { target });
    const first = await book.call<Ask>('chains.ask', { target, limit: 1 });
    expect(all.ask.map(({ person }) => person.name)).toEqual(['Tom', 'Eve']);
    expect(first.ask).toEqual(all.ask.slice(0, 1));
    expect([all.askTotal, first.askTotal]).toEqual([2, 2]);
  });

  it('names those I know already, the strongest tie first', async () => {
    const namesIfRated = async (tom: number, eve: number): Promise<string[]> => {
      await tie('Mara', 'Tom', tom);
      await tie('Mara', 'Eve', eve);
      const target = { kind: 'people', ids: [ids.get('Tom'), ids.get('Eve')] };
      return (await book.call<Ask>('chains.ask', { target })).known.map(({ name }) => name);
    };
    expect(await namesIfRated(5, 1)).toEqual(['Tom', 'Eve']);
    expect(await namesIfRated(1, 5)).toEqual(['Eve', 'Tom']);
  });

  it('does not count a statement that has ended', async () => {
    await book.call('topics.addStatement', {
      personId: ids.get('Zoe'),
      kind: 'needs',
      topic: 'logos',
    });
    const { readings } = await book.call<Understood>('chains.understand', { text: 'needs logos' });
    const [topic] = readings;
    const statement = book.book.value<number>('SELECT id FROM topic_statement');
    await book.call('topics.endStatement', { statementId: statement, endedOn: '2026-06-15' });
    const answer = await book.call<Ask>('chains.ask', { target: topic?.target });
    expect(answer.targetTotal).toBe(0);
    expect(answer.ask).toEqual([]);
  });
});

describe('overlap and reach', () => {
  it('counts each of the two out of both networks', async () => {
    const compared = await book.call<Compared>('overlap.compare', {
      a: ids.get('Mara'),
      b: ids.get('Zoe'),
    });
    expect(compared).toMatchObject({
      shared: 1,
      onlyA: 1,
      onlyB: 1,
      jaccard: 1 / 3,
      sharedWeak: 0,
    });
    const tied = await book.call<Compared>('overlap.compare', {
      a: ids.get('Mara'),
      b: ids.get('Tom'),
    });
    expect([tied.a.size, tied.b.size]).toEqual([1, 1]);
  });

  it('refuses an overlap of somebody with themselves', async () => {
    const answer = await book.dispatch('overlap.compare', { a: ids.get('Tom'), b: ids.get('Tom') });
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  });

  it('bounds what is known by size only, and says what is certain', async () => {
    // the worked example of section 4 of the design, with 2 contacts of mine in place of 353
    await book.call('ties.reportSize', {
      id: ids.get('Tom'),
      platform: 'facebook',
      size: 115,
      sharedWithMe: 1,
    });
    await book.call('ties.reportSize', {
      id: ids.get('Eve'),
      platform: 'facebook',
      size: 40,
      sharedWithMe: 0,
    });
    const reached = await book.call<Reached>('reach.through', {
      people: [ids.get('Tom'), ids.get('Eve')],
    });
    expect(reached).toMatchObject({
      people: 2,
      newToMe: 2,
      interval: { low: 114, high: 2 + 114 + 40 },
    });
  });

  it('counts the reported network of somebody named twice once', async () => {
    const tom = ids.get('Tom');
    await book.call('ties.reportSize', { id: tom, platform: 'facebook', size: 115 });
    const once = await book.call<Reached>('reach.through', { people: [tom] });
    const twice = await book.call<Reached>('reach.through', { people: [tom, tom] });
    expect(once.interval.high).toBeGreaterThan(100);
    expect(twice.interval).toEqual(once.interval);
  });
});
