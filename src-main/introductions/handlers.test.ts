import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestBook } from '../book/testing/make-book.ts';
import type { PersonId } from '../contract/common.ts';
import type { OutputOf, StoreContract } from '../contract/index.ts';
import { addEvidence } from '../tables/tie-evidence.ts';
import { makeBookOf } from '../tables/testing/book-of-people.ts';

type Introduction = OutputOf<StoreContract['introductions']['get']>;

let test: TestBook;
let me: PersonId;
let tom: PersonId;
let jane: PersonId;
let ann: PersonId;

beforeEach(async () => {
  ({
    test,
    me,
    people: [tom, jane, ann],
  } = await makeBookOf('Tom Brown', 'Jane Doe', 'Ann Lee'));
});
afterEach(() => test.close());

async function create(draft: object): Promise<Introduction> {
  return test.call<Introduction>('introductions.create', draft);
}
async function move(id: unknown, state: string, more: object = {}): Promise<Introduction> {
  return test.call<Introduction>('introductions.move', { id, state, ...more });
}
/** Evidence as "kind low-high day". */
function evidence(): string[] {
  return test.book.column<string>(
    `SELECT kind || ' ' || low_person_id || '-' || high_person_id || ' ' || on_date
     FROM evidence JOIN tie ON tie.id = tie_id ORDER BY 1`,
  );
}

describe('create', () => {
  it('gives each kind its parts', async () => {
    expect(await create({ kind: 'ask', introducerId: tom, secondId: jane })).toMatchObject({
      introducer: { id: tom },
      first: { id: me },
      second: { id: jane },
      state: 'idea',
      remindOn: null,
      next: ['asked'],
      createdOn: '2026-11-24',
    });
    expect(await create({ kind: 'make', firstId: tom, secondId: jane })).toMatchObject({
      introducer: { id: me },
      first: { id: tom },
    });
    expect(
      await create({ kind: 'received', introducerId: tom, secondId: jane, state: 'met' }),
    ).toMatchObject({ first: { id: me }, state: 'met' });
  });

  it('reminds of an ask after a week, or when it is told to', async () => {
    const ask = { kind: 'ask', introducerId: tom, secondId: jane, state: 'asked' };
    expect((await create(ask)).remindOn).toBe('2026-12-01');
    expect((await create({ ...ask, remindOn: '2027-01-01' })).remindOn).toBe('2027-01-01');
    expect((await create({ ...ask, remindOn: null })).remindOn).toBeNull();
    expect(await create({ ...ask, onDate: '2026-11-01' })).toMatchObject({
      since: '2026-11-01',
      remindOn: '2026-11-08',
    });
  });

  it.each([
    ['no introducer', () => ({ kind: 'ask', secondId: jane }), 'INVALID_INPUT'],
    [
      'one person twice',
      () => ({ kind: 'ask', introducerId: tom, secondId: tom }),
      'INVALID_INPUT',
    ],
    [
      'me as the one I meet',
      () => ({ kind: 'ask', introducerId: tom, secondId: me }),
      'INVALID_INPUT',
    ],
    [
      'somebody else for me',
      () => ({ kind: 'ask', introducerId: tom, firstId: ann, secondId: jane }),
      'INVALID_INPUT',
    ],
    ['only one of two', () => ({ kind: 'make', secondId: jane }), 'INVALID_INPUT'],
    [
      'another introducer of mine',
      () => ({ kind: 'make', introducerId: tom, firstId: ann, secondId: jane }),
      'INVALID_INPUT',
    ],
    [
      'a received one that was asked',
      () => ({ kind: 'received', introducerId: tom, secondId: jane, state: 'asked' }),
      'INVALID_INPUT',
    ],
    ['nobody', () => ({ kind: 'ask', introducerId: tom, secondId: 99 }), 'NOT_FOUND'],
    [
      'no such descent',
      () => ({ kind: 'ask', introducerId: tom, secondId: jane, cameFromId: 99 }),
      'NOT_FOUND',
    ],
    [
      'a day to come',
      () => ({ kind: 'ask', introducerId: tom, secondId: jane, onDate: '2027-01-01' }),
      'INVALID_INPUT',
    ],
  ])('refuses %s', async (_, draft, code) => {
    expect(await test.dispatch('introductions.create', draft())).toMatchObject({
      ok: false,
      error: { code },
    });
  });
});

describe('move', () => {
  it('goes the whole way by double opt-in, each step dated', async () => {
    const { id } = await create({
      kind: 'ask',
      introducerId: tom,
      secondId: jane,
      onDate: '2026-11-01',
    });
    const way: [string, string, object][] = [
      ['asked', '2026-11-02', {}],
      ['permission_asked', '2026-11-03', { note: 'Tom wrote to Jane' }],
      ['accepted', '2026-11-05', {}],
      ['made', '2026-11-06', {}],
      ['met', '2026-11-20', {}],
      ['outcome', '2026-11-24', { outcome: 'value' }],
    ];
    for (const [state, onDate, more] of way) await move(id, state, { onDate, ...more });
    const done = await test.call<Introduction>('introductions.get', { id });
    expect(done).toMatchObject({
      state: 'outcome',
      outcome: 'value',
      since: '2026-11-24',
      remindOn: null,
    });
    expect(done.history.map(({ state, changedOn }) => [state, changedOn])).toEqual([
      ['idea', '2026-11-01'],
      ...way.map(([state, onDate]) => [state, onDate]),
    ]);
    expect(done.history[2]?.note).toBe('Tom wrote to Jane');
    expect(evidence()).toEqual([
      `introduced ${me}-${jane} 2026-11-20`,
      `told ${me}-${tom} 2026-11-20`,
      `told ${tom}-${jane} 2026-11-20`,
    ]);
  });

  it('refuses an illegal move and names the ones that are allowed', async () => {
    const { id } = await create({ kind: 'ask', introducerId: tom, secondId: jane });
    const refused = await test.dispatch('introductions.move', { id, state: 'met' });
    expect(refused).toMatchObject({
      ok: false,
      error: {
        code: 'CONFLICT',
        details: { allowed: ['asked'] },
        message: expect.stringContaining('asked') as string,
      },
    });
  });

  it('asks for an outcome that goes with the way so far', async () => {
    const { id } = await create({ kind: 'ask', introducerId: tom, secondId: jane, state: 'asked' });
    for (const outcome of [null, 'value']) {
      const refused = await test.dispatch('introductions.move', { id, state: 'outcome', outcome });
      expect(refused).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    }
    expect((await move(id, 'outcome', { outcome: 'no_answer' })).outcome).toBe('no_answer');
    // a late yes
    expect((await move(id, 'accepted')).outcome).toBeNull();
  });

  it('keeps the days in order', async () => {
    const { id } = await create({
      kind: 'ask',
      introducerId: tom,
      secondId: jane,
      onDate: '2026-11-10',
    });
    for (const onDate of ['2026-11-09', '2026-11-25']) {
      const refused = await test.dispatch('introductions.move', { id, state: 'asked', onDate });
      expect(refused).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    }
  });
});

describe('evidence of an introduction', () => {
  const make = () =>
    create({ kind: 'make', firstId: tom, secondId: jane, state: 'permission_asked' });

  it('comes when it is made, goes when that is taken back, and stays through an outcome', async () => {
    addEvidence(test.book, me, tom, { kind: 'told' });
    addEvidence(test.book, me, jane, { kind: 'told' });
    const { id } = await make();
    const before = evidence().length;
    await move(id, 'made', { onDate: '2026-11-24' });
    expect(evidence()).toContain(`introduced ${tom}-${jane} 2026-11-24`);
    await move(id, 'accepted');
    expect(evidence()).toHaveLength(before);
    await move(id, 'made');
    await move(id, 'outcome', { outcome: 'nothing' });
    expect(evidence()).toContain(`introduced ${tom}-${jane} 2026-11-24`);
    await move(id, 'outcome', { outcome: 'no_answer' });
    expect(evidence()).toHaveLength(before);
  });

  it('goes with a removed introduction, and the tie that rested on it alone', async () => {
    const { id } = await make();
    await move(id, 'made');
    expect(test.context().network.graph().tie(tom, jane)?.strength).toBeCloseTo(0.4, 12);
    await test.call('introductions.remove', { id });
    expect(test.book.column('SELECT id FROM tie')).toEqual([]);
    expect(test.context().network.graph().tie(tom, jane)).toBeNull();
    await test.call('book.undo');
    expect(test.context().network.graph().tie(tom, jane)?.strength).toBeCloseTo(0.4, 12);
  });
});

describe('lines of descent', () => {
  it('are not cut by the removal of a link', async () => {
    const first = await create({ kind: 'ask', introducerId: tom, secondId: ann });
    const second = await create({
      kind: 'ask',
      introducerId: ann,
      secondId: jane,
      cameFromId: first.id,
    });
    const third = await create({
      kind: 'ask',
      introducerId: jane,
      secondId: tom,
      cameFromId: second.id,
    });
    await test.call('introductions.remove', { id: second.id });
    expect((await test.call<Introduction>('introductions.get', { id: third.id })).cameFromId).toBe(
      first.id,
    );
  });
});

describe('list and update', () => {
  it('lists all, or those of one person, the latest first', async () => {
    await create({ kind: 'ask', introducerId: tom, secondId: jane });
    await create({ kind: 'make', firstId: ann, secondId: tom });
    const all = await test.call<Introduction[]>('introductions.list', {});
    expect(all.map(({ kind }) => kind)).toEqual(['make', 'ask']);
    const ofJane = await test.call<Introduction[]>('introductions.list', { personId: jane });
    expect(ofJane.map(({ kind }) => kind)).toEqual(['ask']);
  });

  it('edits texts and the reminder without touching the rest', async () => {
    const { id } = await create({
      kind: 'ask',
      introducerId: tom,
      secondId: jane,
      state: 'asked',
      note: 'n',
    });
    const after = await test.call<Introduction>('introductions.update', {
      id,
      goal: 'find an accountant',
    });
    expect(after).toMatchObject({ goal: 'find an accountant', note: 'n', remindOn: '2026-12-01' });
    expect(await test.call('introductions.update', { id, remindOn: null })).toMatchObject({
      remindOn: null,
    });
    expect(await test.call('book.status')).toMatchObject({
      undo: 'Edit the introduction of me to Jane Doe by Tom Brown',
    });
  });
});
