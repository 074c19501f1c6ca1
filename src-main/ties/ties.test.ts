import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { OutputOf, StoreContract } from '../contract/index.ts';
import type { PersonId } from '../contract/common.ts';
import { insertPerson } from '../tables/persons.ts';
import { addEvidence } from '../tables/tie-evidence.ts';

type Ties = StoreContract['ties'];

let test: TestBook;
let ann: PersonId;
let bo: PersonId;
beforeEach(() => {
  test = makeTestBook({ today: '2026-06-15' });
  [ann, bo] = [add('Ann'), add('Bo')];
});
afterEach(() => test.close());

function add(displayName: string): PersonId {
  return insertPerson(test.book, { displayName }, '2026-06-15T12:00:00.000Z');
}

async function explain(a: PersonId, b: PersonId): Promise<OutputOf<Ties['explain']>> {
  return test.call('ties.explain', { a, b });
}

async function ofPerson(id: PersonId): Promise<OutputOf<Ties['ofPerson']>> {
  return test.call('ties.ofPerson', { id });
}

describe('telling and rating', () => {
  it('says once that two people know each other, in either order', async () => {
    await test.call('ties.tell', { a: bo, b: ann, note: 'since school' });
    await test.call('ties.tell', { a: ann, b: bo });
    const tie = await explain(ann, bo);
    expect(tie).toMatchObject({ strength: 0.35, isConfirmed: true, rating: null });
    expect(tie?.evidence).toMatchObject([
      { kind: 'told', note: 'since school', onDate: '2026-06-15', weight: 0.35 },
    ]);
  });

  it('lets a rating replace the sum, and gives the sum back with it', async () => {
    await test.call('ties.tell', { a: ann, b: bo });
    await test.call('ties.rate', { a: ann, b: bo, rating: 4 });
    expect(await explain(ann, bo)).toMatchObject({ strength: 0.7, rating: 4 });
    await test.call('ties.rate', { a: bo, b: ann, rating: null });
    expect(await explain(ann, bo)).toMatchObject({ strength: 0.35, rating: null });
  });

  it('ends a tie that was nothing but its rating', async () => {
    await test.call('ties.rate', { a: ann, b: bo, rating: 1 });
    expect(await explain(ann, bo)).toMatchObject({ strength: 0.1, evidence: [] });
    await test.call('ties.rate', { a: ann, b: bo, rating: null });
    expect([await explain(ann, bo), test.book.value('SELECT count(*) FROM tie')]).toEqual([
      null,
      0,
    ]);
  });

  it('removes a tie with its evidence, and undo brings both back', async () => {
    await test.call('ties.tell', { a: ann, b: bo });
    await test.call('ties.remove', { a: bo, b: ann });
    expect([await explain(ann, bo), (await ofPerson(ann)).total]).toEqual([null, 0]);
    await test.call('book.undo');
    expect([(await explain(ann, bo))?.strength, (await ofPerson(ann)).total]).toEqual([0.35, 1]);
  });

  it.each([
    ['ties.tell', { a: 1, b: 1 }, 'INVALID_INPUT'],
    ['ties.tell', { a: 1, b: 999 }, 'NOT_FOUND'],
    ['ties.remove', { a: 1, b: 2 }, 'NOT_FOUND'],
    ['ties.rate', { a: 1, b: 2, rating: null }, 'NOT_FOUND'],
    ['ties.reportSize', { id: 1, platform: 'x', size: 5, sharedWithMe: 6 }, 'INVALID_INPUT'],
  ])('refuses %s of %j', async (method, input, code) => {
    expect(await test.dispatch(method, input)).toMatchObject({ ok: false, error: { code } });
    expect(test.book.value('SELECT count(*) FROM tie')).toBe(0);
  });
});

describe('the evidence of a tie', () => {
  it('shows a follow from the side that asks, and what each piece weighs today', async () => {
    const event = test.book.run(
      "INSERT INTO event (title, held_on) VALUES ('Meetup', '2024-06-15')",
    ).id;
    addEvidence(test.book, bo, ann, { kind: 'follow', platformId: 3, direction: 'outgoing' });
    addEvidence(test.book, ann, bo, { kind: 'met_at_event', eventId: event, onDate: '2024-06-15' });
    const seenByAnn = await explain(ann, bo);
    expect(seenByAnn?.evidence.map(({ kind, direction }) => [kind, direction])).toEqual([
      ['follow', 'incoming'],
      ['met_at_event', null],
    ]);
    expect((await explain(bo, ann))?.evidence[0]?.direction).toBe('outgoing');
    // two years on: 0.75 / 2 + 0.25 * 2^(-1/3) of 0.3
    const kept = 0.75 / 2 + 0.25 * 2 ** (-1 / 3);
    expect(seenByAnn?.evidence[1]?.weight).toBeCloseTo(0.3 * kept, 3);
    expect(seenByAnn?.strength).toBeCloseTo(1 - 0.95 * (1 - 0.3 * kept), 3);
  });

  it('lists the ties of a person, strongest first, inferred ones marked', async () => {
    const cy = add('Cy');
    addEvidence(test.book, ann, bo, { kind: 'platform_link', platformId: 1 });
    addEvidence(test.book, ann, bo, { kind: 'platform_link', platformId: 2 });
    addEvidence(test.book, ann, cy, { kind: 'co_attendance' });
    const { total, rows } = await ofPerson(ann);
    expect(total).toBe(2);
    expect(rows).toEqual([
      {
        person: { id: bo, name: 'Bo', isNamed: true },
        strength: expect.closeTo(1 - 0.85 ** 2, 12),
        isConfirmed: true,
        platforms: ['linkedin', 'facebook'],
        rating: null,
      },
      {
        person: { id: cy, name: 'Cy', isNamed: true },
        strength: expect.closeTo(0.1, 12),
        isConfirmed: false,
        platforms: [],
        rating: null,
      },
    ]);
    const second = await test.call<typeof rows>('ties.ofPerson', { id: ann, offset: 1, limit: 1 });
    expect(second).toMatchObject({ total: 2, rows: [{ person: { name: 'Cy' } }] });
  });

  it('keeps the latest report of a network known by its size', async () => {
    await test.call('ties.reportSize', {
      id: ann,
      platform: 'Instagram',
      size: 833,
      sharedWithMe: 62,
    });
    await test.call('ties.reportSize', { id: ann, platform: 'instagram', size: 840 });
    await test.call('ties.reportSize', {
      id: ann,
      platform: 'instagram',
      size: 1,
      seenOn: '2020-01-01',
    });
    const detail = await test.call<OutputOf<StoreContract['people']['get']>>('people.get', {
      id: ann,
    });
    expect(detail.circles).toEqual([
      {
        platform: 'instagram',
        platformName: 'Instagram',
        asOf: null,
        listed: 0,
        reported: { size: 840, sharedWithMe: null, seenOn: '2026-06-15' },
      },
    ]);
    expect(test.book.value('SELECT count(*) FROM reported_size')).toBe(2);
  });

  it('shows the weights of the design', async () => {
    const weights = await test.call<OutputOf<Ties['weights']>>('ties.weights');
    const byKind = Object.fromEntries(weights.map(({ kind, weight }) => [kind, weight]));
    expect(byKind).toMatchObject({
      platform_link: 0.15,
      follow: 0.05,
      follow_both_ways: 0.1,
      met_at_event: 0.3,
      worked_together: 0.5,
      introduced: 0.4,
      told: 0.35,
      handed_list: 0.35,
      referred: 0.6,
      message: 0.25,
      rating_1: 0.1,
      rating_2: 0.3,
      rating_3: 0.5,
      rating_4: 0.7,
      rating_5: 0.9,
    });
    const fading = weights.filter(({ canFade }) => canFade).map(({ kind }) => kind);
    expect(fading).toEqual(expect.arrayContaining(['met_at_event', 'message']));
    expect(fading).not.toContain('worked_together');
  });
});
