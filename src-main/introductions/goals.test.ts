import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestBook } from '../book/testing/make-book.ts';
import type { PersonId } from '../contract/common.ts';
import type { Goal } from '../contract/goals.ts';
import type { OutputOf, StoreContract } from '../contract/index.ts';
import type { Introduction } from '../contract/introductions.ts';
import { makeBookOf } from '../tables/testing/book-of-people.ts';

let test: TestBook;
let tom: PersonId;
let ann: PersonId;
let eve: PersonId;
let zoe: PersonId;

beforeEach(async () => {
  ({
    test,
    people: [tom, ann, eve, zoe],
  } = await makeBookOf('Tom', 'Ann', 'Eve', 'Zoe'));
});
afterEach(() => test.close());

const list = (input = {}) => test.call<Goal[]>('goals.list', input);
const askFor = (what: string, introducers: readonly PersonId[], more = {}) =>
  test.call<Goal>('goals.ask', {
    what,
    asks: introducers.map((introducerId) => ({ introducerId, secondId: zoe })),
    ...more,
  });
const move = (id: number, state: string, more = {}) =>
  test.call<Introduction>('introductions.move', { id, state, ...more });
const introductions = () => test.call<Introduction[]>('introductions.list');
const sent = async (introductionId: number | undefined) => {
  const letters = await test.call<OutputOf<StoreContract['letters']['sent']>>('letters.sent', {
    introductionId,
  });
  return letters.map(({ kind, sentOn, subject, body }) => ({ kind, sentOn, subject, body }));
};
const goalNames = async () => (await list()).map(({ what }) => what);

describe('asking several for one goal', () => {
  it('records them in one step, which one undo takes back', async () => {
    const goal = await askFor('Find an accountant', [tom, ann], { onDate: '2026-11-20' });
    expect(goal).toMatchObject({
      what: 'Find an accountant',
      openedOn: '2026-11-20',
      closedOn: null,
      worked: [],
    });
    expect(
      goal.asks.map(({ introducer, state, goalId, remindOn }) => [
        introducer.name,
        state,
        goalId,
        remindOn,
      ]),
    ).toEqual([
      ['Tom', 'asked', goal.id, '2026-11-27'],
      ['Ann', 'asked', goal.id, '2026-11-27'],
    ]);
    expect(await test.call('book.undo')).toMatchObject({
      label: expect.stringContaining('Ask Tom and Ann for “Find an accountant”'),
    });
    expect(await list()).toEqual([]);
    expect(await introductions()).toEqual([]);
  });

  it('records none of them when one cannot be', async () => {
    const answer = await test.dispatch('goals.ask', {
      what: 'Find an accountant',
      asks: [
        { introducerId: tom, secondId: zoe },
        { introducerId: zoe, secondId: zoe },
      ],
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    expect(await list()).toEqual([]);
  });

  it('goes on with a goal of the same words, however they are written', async () => {
    const first = await askFor('Find an accountant', [tom]);
    const second = await askFor(' find an ACCOUNTANT ', [ann]);
    expect(second.id).toBe(first.id);
    expect(second.asks.map(({ goal }) => goal)).toEqual([
      'Find an accountant',
      'Find an accountant',
    ]);
  });
});

describe('the words of a single ask', () => {
  it('put it to the goal, and new words to another one', async () => {
    const goal = await askFor('Find an accountant', [tom]);
    const alone = await test.call<Introduction>('introductions.create', {
      kind: 'ask',
      introducerId: eve,
      secondId: zoe,
      goal: 'Find an accountant',
    });
    expect(alone.goalId).toBe(goal.id);
    await test.call('introductions.update', { id: alone.id, goal: 'A new printer' });
    expect(await goalNames()).toEqual(['A new printer', 'Find an accountant']);
    await test.call('introductions.update', { id: alone.id, goal: '' });
    expect(await goalNames()).toEqual(['Find an accountant']);
  });

  it('make no goal of what I give or am given', async () => {
    for (const kind of ['make', 'received'] as const) {
      await test.call('introductions.create', {
        kind,
        ...(kind === 'make' ? { firstId: tom } : { introducerId: tom }),
        secondId: zoe,
        state: 'made',
        goal: 'Paper for toys',
      });
    }
    expect(await list({ onlyOpen: false })).toEqual([]);
  });
});

describe('a goal', () => {
  it('knows what worked, what is open, and nothing of what fell through', async () => {
    const { asks, id } = await askFor('Find an accountant', [tom, ann, eve]);
    const [byTom, byAnn, byEve] = asks.map((ask) => ask.id);
    await move(byTom ?? 0, 'made');
    await move(byAnn ?? 0, 'declined');
    const [goal] = await list();
    expect(goal).toMatchObject({ id, worked: [byTom], open: [byEve] });
    await move(byTom ?? 0, 'outcome', { outcome: 'no_answer' });
    expect((await list())[0]?.worked).toEqual([]);
  });

  it('is renamed with what its asks are for, but not to one that is pursued already', async () => {
    const { id } = await askFor('Find an accountant', [tom]);
    await askFor('Find a printer', [ann]);
    await test.call('goals.update', { id, what: 'Find a bookkeeper' });
    expect((await introductions()).map(({ goal }) => goal)).toContain('Find a bookkeeper');
    const answer = await test.dispatch('goals.update', { id, what: 'find a printer' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
  });

  it('is closed and opened again', async () => {
    const { id } = await askFor('Find an accountant', [tom]);
    expect(await test.call('goals.update', { id, isOpen: false })).toMatchObject({
      closedOn: '2026-11-24',
    });
    expect(await list()).toEqual([]);
    await test.call('goals.update', { id, isOpen: true });
    expect(await goalNames()).toEqual(['Find an accountant']);
  });

  it('goes with the last ask for it', async () => {
    const { asks } = await askFor('Find an accountant', [tom]);
    await test.call('introductions.remove', { id: asks[0]?.id });
    expect(await list({ onlyOpen: false })).toEqual([]);
    await askFor('Find an accountant', [tom]);
    await test.call('people.remove', { ids: [tom] });
    expect(await list({ onlyOpen: false })).toEqual([]);
  });
});

describe('letting the others go', () => {
  it('ends what was asked without blame, drops ideas, closes the goal and notes the thanks', async () => {
    const { id, asks } = await askFor('Find an accountant', [tom, ann]);
    const [byTom, byAnn] = asks.map((ask) => ask.id);
    const idea = await test.call<Introduction>('introductions.create', {
      kind: 'ask',
      introducerId: eve,
      secondId: zoe,
      goal: 'Find an accountant',
    });
    await move(byTom ?? 0, 'made');
    await test.call('goals.letGo', {
      id,
      asks: [
        { introductionId: byAnn, subject: 'Found one', body: 'Thank you, Ann.' },
        { introductionId: idea.id, body: 'Nobody was asked.' },
      ],
      thanked: true,
    });
    const all = await introductions();
    expect(all.map((one) => one.id)).toEqual([byAnn, byTom]);
    expect(all[0]).toMatchObject({
      state: 'outcome',
      outcome: 'nothing',
      letGoOn: '2026-11-24',
      remindOn: null,
    });
    const [goal] = await list({ onlyOpen: false });
    expect(goal).toMatchObject({ closedOn: '2026-11-24', worked: [byTom], open: [] });
    expect(
      test.book.all('SELECT person_id AS person, kind, on_date AS onDate FROM interaction'),
    ).toEqual([{ person: ann, kind: 'message', onDate: '2026-11-24' }]);
    expect(await sent(byAnn)).toEqual([
      { kind: 'let_go', sentOn: '2026-11-24', subject: 'Found one', body: 'Thank you, Ann.' },
    ]);
    await test.call('book.undo');
    expect((await introductions()).map(({ state }) => state)).toEqual(['idea', 'asked', 'made']);
  });

  it('is forgotten once the ask is moved again', async () => {
    const { id, asks } = await askFor('Find an accountant', [tom, ann]);
    const [, byAnn] = asks.map((ask) => ask.id);
    await test.call('goals.letGo', {
      id,
      asks: [{ introductionId: byAnn, body: 'Never sent.' }],
      thanked: false,
    });
    expect(await sent(byAnn)).toEqual([]);
    const moved = await move(byAnn ?? 0, 'asked');
    expect(moved.letGoOn).toBeNull();
  });

  it('is refused for an ask of another goal, or one that is decided', async () => {
    const { id, asks } = await askFor('Find an accountant', [tom, ann]);
    const other = await askFor('Find a printer', [eve]);
    const [byTom] = asks.map((ask) => ask.id);
    await move(byTom ?? 0, 'made');
    for (const introductionId of [byTom, other.asks[0]?.id]) {
      const answer = await test.dispatch('goals.letGo', {
        id,
        asks: [{ introductionId }],
        thanked: false,
      });
      expect(answer).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
    }
  });
});
