import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { Contract, OutputOf } from '../contract/index.ts';
import { TiedPeople } from './testing/tied-people.ts';

type Map = OutputOf<Contract['map']['graph']>;

let book: TestBook;
let people: TiedPeople;

beforeEach(async () => {
  book = makeTestBook({ today: '2026-06-15' });
  people = await TiedPeople.around(book, 'Mara');
  // two circles that only Mara joins, one person alone, and one whom only Ann knows
  for (const circle of [
    ['Ann', 'Ben', 'Cy', 'Dot'],
    ['Kim', 'Lea', 'Max'],
  ]) {
    for (const a of circle) {
      await people.tie('Mara', a, 3);
      for (const b of circle) if (a < b) await people.tie(a, b, 4);
    }
  }
  await people.tie('Mara', 'Sol', 5);
  await people.tie('Ann', 'Far', 2);
});
afterEach(() => book.close());

const ask = (input = {}) => book.call<Map>('map.graph', input);
const communityOf = (map: Map, name: string) =>
  map.people.find((person) => person.name === name)?.community;

describe('the map', () => {
  it('puts me first, then contacts by strength, then whom they know', async () => {
    const map = await ask();
    expect(map.people.map(({ name }) => name).slice(0, 2)).toEqual(['Mara', 'Sol']);
    expect(map.people.at(-1)).toMatchObject({ name: 'Far', hops: 2, strength: null, ties: 1 });
    expect(map.total).toBe(9);
    expect((await ask({ hops: 1 })).total).toBe(8);
  });

  it('finds the circles that would stay if I were away, the largest first', async () => {
    const map = await ask({ hops: 1 });
    expect(map.communities.map(({ number, size }) => [number, size])).toEqual([
      [1, 4],
      [2, 3],
    ]);
    expect(['Ann', 'Dot', 'Kim', 'Sol', 'Mara'].map((name) => communityOf(map, name))).toEqual([
      1, 1, 2, 0, 0,
    ]);
  });

  it('names a circle after what its people share and others do not', async () => {
    const idsOf = (names: string[]) => names.map((name) => people.ids.get(name));
    await book.call('people.tag', { ids: idsOf(['Kim', 'Lea', 'Ann']), tag: 'choir' });
    await book.call('people.tag', { ids: idsOf(['Ann', 'Ben', 'Kim']), tag: 'print' });
    const map = await ask({ hops: 1 });
    expect(map.communities.map(({ name }) => name)).toEqual(['#print', '#choir']);
    expect(map.tags.map(({ name }) => name).toSorted()).toEqual(['choir', 'print']);
  });

  it('gives every tie between those shown once, and says what a limit left out', async () => {
    const whole = await ask();
    expect(whole.from.length).toBe(8 + 6 + 3 + 1);
    const part = await ask({ limit: 3 });
    expect(part.people.length).toBe(4);
    expect(part.total).toBe(9);
    expect([...part.to].every((place) => place < part.people.length)).toBe(true);
  });

  it('tells who joins circles: my own constraint is lower than that of a member', async () => {
    const map = await ask();
    const [me] = map.people;
    const ben = map.people.find(({ name }) => name === 'Ben');
    expect(me?.constraint ?? 1).toBeLessThan(ben?.constraint ?? 0);
  });

  it('follows the filter', async () => {
    const map = await ask({ filter: { minimumStrength: 0.9 } });
    expect(map.people.map(({ name }) => name)).toEqual(['Mara', 'Sol']);
  });
});
