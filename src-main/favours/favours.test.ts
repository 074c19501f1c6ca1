import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestBook } from '../book/testing/make-book.ts';
import type { PersonId } from '../contract/common.ts';
import type { OutputOf, StoreContract } from '../contract/index.ts';
import { insertPerson } from '../tables/persons.ts';
import { makeBookOf } from '../tables/testing/book-of-people.ts';

type Owed = OutputOf<StoreContract['favours']['owed']>;
type Balances = OutputOf<StoreContract['favours']['balances']>;

let test: TestBook;
let me: PersonId;
let tom: PersonId;
let ann: PersonId;
let jane: PersonId;

beforeEach(async () => {
  ({
    test,
    me,
    people: [tom, ann, jane],
  } = await makeBookOf('Tom Okafor', 'Ann Lee', 'Jane Doe'));
});
afterEach(() => test.close());

const tell = (a: PersonId, b: PersonId) => test.call('ties.tell', { a, b, note: '' });
const owed = async () =>
  (await test.call<Owed>('favours.owed')).map(({ person, deeds }) => [
    person.name,
    ...deeds.map(({ kind, onDate }) => `${kind} ${onDate}`),
  ]);

describe('thanks', () => {
  it('are owed for introductions that came about, shares and work, until they are said', async () => {
    const draft = { kind: 'ask', introducerId: tom, secondId: jane, onDate: '2026-10-01' };
    const { id } = await test.call<{ id: number }>('introductions.create', {
      ...draft,
      state: 'asked',
    });
    expect(await owed()).toEqual([]);
    await test.call('introductions.move', { id, state: 'made', onDate: '2026-10-05' });
    await test.call('favours.logShare', {
      direction: 'received',
      personId: ann,
      onDate: '2026-10-03',
    });
    await test.call('outcomes.create', {
      title: 'Logo',
      onDate: '2026-11-01',
      origin: { kind: 'introduction', id },
    });
    expect(await owed()).toEqual([
      ['Ann Lee', 'share 2026-10-03'],
      ['Tom Okafor', 'outcome 2026-11-01', 'introduction 2026-10-05'],
    ]);
    await test.call('favours.thank', { personId: tom, onDate: '2026-10-20' });
    expect(await owed()).toEqual([
      ['Ann Lee', 'share 2026-10-03'],
      ['Tom Okafor', 'outcome 2026-11-01'],
    ]);
    await test.call('favours.thank', { personId: tom, note: 'Flowers' });
    expect(await owed()).toEqual([['Ann Lee', 'share 2026-10-03']]);
    expect(await test.call('favours.thanksGiven', { personId: tom })).toMatchObject([
      { note: 'Flowers', onDate: '2026-11-24' },
      { onDate: '2026-10-20' },
    ]);
  });

  it('are owed again when they are taken back', async () => {
    await test.call('favours.logShare', { direction: 'received', personId: ann });
    const { id } = await test.call<{ id: number }>('favours.thank', { personId: ann });
    expect(await owed()).toEqual([]);
    await test.call('favours.removeThanks', { id });
    expect(await owed()).toHaveLength(1);
  });

  it('are never owed to myself', async () => {
    const { id } = await test.call<{ id: number }>('introductions.create', {
      kind: 'make',
      firstId: tom,
      secondId: ann,
      state: 'met',
    });
    await test.call('outcomes.create', { title: 'A fee', origin: { kind: 'introduction', id } });
    expect(await owed()).toEqual([]);
  });
});

describe('a balance', () => {
  it('sets introductions and shares given against those received', async () => {
    await test.call('introductions.create', {
      kind: 'make',
      firstId: tom,
      secondId: ann,
      state: 'met',
    });
    await test.call('favours.logShare', { direction: 'given', personId: tom });
    await test.call('favours.logShare', { direction: 'received', personId: ann });
    await test.call('favours.logShare', { direction: 'received', personId: ann });
    await test.call('outcomes.create', {
      title: 'Logo',
      value: { amount: 100, currency: 'GBP' },
      origin: { kind: 'person', id: ann },
    });
    const balances = await test.call<Balances>('favours.balances');
    expect(balances).toMatchObject([
      { person: { id: tom }, given: { introductions: 1, shares: 1 }, balance: 2 },
      {
        person: { id: ann },
        given: { introductions: 1, shares: 0 },
        received: { shares: 2, outcomes: 1, sums: [{ amount: 100, currency: 'GBP' }] },
        balance: -1,
      },
    ]);
  });

  it('does not count an introduction that was never made', async () => {
    const { id } = await test.call<{ id: number }>('introductions.create', {
      kind: 'make',
      firstId: tom,
      secondId: ann,
      state: 'made',
    });
    await test.call('introductions.move', { id, state: 'outcome', outcome: 'no_answer' });
    expect(await test.call('favours.balances')).toEqual([]);
  });
});

describe('a share', () => {
  it('is logged with what it reached on its day, and keeps that as the network grows', async () => {
    const [x, y] = ['X', 'Y'].map((displayName) =>
      insertPerson(test.book, { displayName }, '2026-11-24T12:00:00.000Z'),
    ) as [PersonId, PersonId];
    for (const [a, b] of [
      [me, tom],
      [me, x],
      [tom, x],
      [tom, y],
    ] as const)
      await tell(a, b);
    const received = { direction: 'received', personId: tom };
    const reach = { reached: 2, newLow: 1, newHigh: 1 };
    expect(await test.call('favours.estimateShare', received)).toEqual(reach);
    expect(await test.call('favours.logShare', received)).toMatchObject(reach);
    // mine reaches x, whom Tom knows, and nobody else but himself
    expect(await test.call('favours.estimateShare', { direction: 'given', personId: tom })).toEqual(
      { reached: 1, newLow: 0, newHigh: 0 },
    );
    await tell(tom, ann);
    expect(await test.call('favours.shares')).toMatchObject([reach]);
  });

  it('reaches between two numbers where the network is known by size only', async () => {
    await tell(me, tom);
    await test.call('ties.reportSize', {
      id: tom,
      platform: 'instagram',
      size: 115,
      sharedWithMe: 62,
    });
    expect(
      await test.call('favours.estimateShare', {
        direction: 'received',
        personId: tom,
        platform: 'instagram',
      }),
    ).toEqual({ reached: 0, newLow: 53, newHigh: 53 });
  });

  it('removed leaves its work credited to the same person', async () => {
    const { id } = await test.call<{ id: number }>('favours.logShare', {
      direction: 'received',
      personId: ann,
    });
    await test.call('outcomes.create', { title: 'Logo', origin: { kind: 'share', id } });
    await test.call('favours.removeShare', { id });
    expect(await test.call('outcomes.list')).toMatchObject([{ credited: [{ id: ann }] }]);
  });

  it('is not passed on for oneself', async () => {
    await expect(
      test.call('favours.logShare', { direction: 'given', personId: me }),
    ).rejects.toThrow(/somebody else/);
  });
});

it('those who owe me are ranked by how many people new to me they reach', async () => {
  for (const [a, b] of [
    [me, tom],
    [me, ann],
    [me, jane],
  ] as const)
    await tell(a, b);
  const newcomers = ['N1', 'N2', 'N3', 'N4', 'N5'].map((displayName) =>
    insertPerson(test.book, { displayName }, '2026-11-24T12:00:00.000Z'),
  );
  for (const one of newcomers) await tell(jane, one);
  for (const one of newcomers.slice(0, 3)) await tell(ann, one);
  for (const one of newcomers.slice(0, 2)) await tell(tom, one);
  for (const personId of [tom, ann])
    await test.call('favours.logShare', { direction: 'given', personId });
  expect(await test.call('favours.returners')).toMatchObject([
    { person: { id: ann }, balance: 1, newToMe: 3 },
    { person: { id: tom }, balance: 1, newToMe: 2 },
  ]);
});
