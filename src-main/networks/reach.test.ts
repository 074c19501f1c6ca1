import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { Contract, OutputOf } from '../contract/index.ts';
import { TiedPeople } from './testing/tied-people.ts';

type Reached = OutputOf<Contract['reach']['through']>;

let book: TestBook;
let people: TiedPeople;

beforeEach(async () => {
  book = makeTestBook({ today: '2026-06-15' });
  people = await TiedPeople.around(book, 'Mara');
  // Mara - Tom - Ann - Zoe; Mara - Eve - Zoe
  await people.tie('Mara', 'Tom', 5);
  await people.tie('Tom', 'Ann', 4);
  await people.tie('Ann', 'Zoe', 4);
  await people.tie('Mara', 'Eve', 2);
  await people.tie('Eve', 'Zoe', 3);
});
afterEach(() => book.close());

describe('the worked example of section 4 of the design', () => {
  it('gives an interval for three reported sizes, and one exact number for the first alone', async () => {
    const mine = 353;
    const contacts = ['Tom', 'Eve', 'Ann'];
    for (let at = 3; at < mine; at++) contacts.push(`Contact ${at}`);
    for (const name of contacts) await people.tie('Mara', name, 3);
    const sizes = [
      { name: 'Tom', size: 115, sharedWithMe: 62 },
      { name: 'Eve', size: 161, sharedWithMe: 80 },
      { name: 'Zoe', size: 239, sharedWithMe: 8 },
    ];
    for (const name of ['Tom', 'Eve']) {
      await book.call('ties.remove', {
        a: people.ids.get(name),
        b: people.ids.get(name === 'Tom' ? 'Ann' : 'Zoe'),
      });
    }
    await book.call('ties.remove', { a: people.ids.get('Ann'), b: people.ids.get('Zoe') });
    for (const { name, ...size } of sizes) {
      await book.call('ties.reportSize', {
        id: people.ids.get(name),
        platform: 'facebook',
        ...size,
      });
    }
    const reach = (...names: string[]) =>
      book.call<Reached>('reach.through', { people: names.map((name) => people.ids.get(name)) });
    const all = await reach('Tom', 'Eve', 'Zoe');
    expect(all).toMatchObject({ people: 0, newToMe: 0, mine });
    expect(all.interval).toEqual({ low: 231, high: 365 });
    expect(all.inAll).toEqual({ low: 584, high: 718 });
    expect((await reach('Tom')).interval).toEqual({ low: 53, high: 53 });
    expect(all.each.map(({ reported }) => reported.map(({ size }) => size))).toEqual([
      [115],
      [161],
      [239],
    ]);
  });
});

describe('who is reached, by name', () => {
  const names = async (input: object): Promise<string[]> => {
    const through = [people.ids.get('Tom'), people.ids.get('Eve')];
    const page = await book.call<OutputOf<Contract['reach']['members']>>('reach.members', {
      people: through,
      ...input,
    });
    return page.rows.map(({ name }) => name);
  };

  it('lists all, the new ones, what one adds, and what only one reaches', async () => {
    await people.tie('Tom', 'Zoe', 3);
    await people.tie('Tom', 'Kim', 3);
    await people.tie('Mara', 'Kim', 3);
    const part = (kind: 'adds' | 'exclusive', of: string) => ({
      part: { kind, of: people.ids.get(of) },
    });
    expect(await names({ onlyNew: false })).toEqual(['Ann', 'Kim', 'Zoe']);
    expect(await names({})).toEqual(['Ann', 'Zoe']);
    expect(await names(part('adds', 'Tom'))).toEqual(['Ann', 'Zoe']);
    expect(await names(part('adds', 'Eve'))).toEqual([]);
    expect(await names(part('exclusive', 'Tom'))).toEqual(['Ann']);
    expect(await names({ ...part('exclusive', 'Tom'), onlyNew: false })).toEqual(['Ann', 'Kim']);
    expect(await names({ onlyNew: false, offset: 1, limit: 1 })).toEqual(['Kim']);
  });

  it('lists as many as the counts say, also over several hops', async () => {
    await people.tie('Tom', 'Eve', 3);
    await people.tie('Zoe', 'Lea', 3);
    const through = [people.ids.get('Tom'), people.ids.get('Eve'), people.ids.get('Ann')];
    const reached = await book.call<Reached>('reach.through', { people: through, hops: 2 });
    for (const row of reached.each) {
      for (const [kind, total] of [
        ['adds', row.addsNew],
        ['exclusive', row.exclusiveNew],
      ] as const) {
        const page = await book.call('reach.members', {
          people: through,
          hops: 2,
          part: { kind, of: row.id },
        });
        expect(page).toMatchObject({ total });
      }
    }
    expect(reached.newToMe).toBe(2);
  });

  it('refuses the share of somebody who does not pass it on', async () => {
    const answer = await book.dispatch('reach.members', {
      people: [people.ids.get('Tom')],
      part: { kind: 'adds', of: people.ids.get('Zoe') },
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  });
});
