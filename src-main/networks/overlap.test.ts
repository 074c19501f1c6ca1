import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { Contract, OutputOf } from '../contract/index.ts';
import { TiedPeople } from './testing/tied-people.ts';

type Three = OutputOf<Contract['overlap']['three']>;
type Matrix = OutputOf<Contract['overlap']['matrix']>;
type Counts = OutputOf<Contract['overlap']['compare']>;

let book: TestBook;
let people: TiedPeople;
const idsOf = (...names: string[]) => names.map((name) => people.ids.get(name));

beforeEach(async () => {
  book = makeTestBook({ today: '2026-06-15' });
  people = await TiedPeople.around(book, 'Mara');
  const networks = {
    Mara: ['Tom', 'Eve', 'All', 'MaraTom', 'MaraEve', 'OnlyMara'],
    Tom: ['Eve', 'All', 'MaraTom', 'TomEve', 'OnlyTom', 'OnlyTom2'],
    Eve: ['All', 'MaraEve', 'TomEve'],
  };
  for (const [owner, members] of Object.entries(networks)) {
    for (const member of members) await people.tie(owner, member, 4);
  }
});
afterEach(() => book.close());

describe('the overlap of three', () => {
  it('counts each part, with none of the three in any', async () => {
    const three = await book.call<Three>('overlap.three', { people: idsOf('Mara', 'Tom', 'Eve') });
    expect(three.parts.map(({ people: total }) => total)).toEqual([1, 2, 1, 0, 1, 1, 1]);
    expect(three.people.map(({ name, size }) => [name, size])).toEqual([
      ['Mara', 4],
      ['Tom', 5],
      ['Eve', 3],
    ]);
  });

  it('names who is in a part', async () => {
    const ask = { people: idsOf('Mara', 'Tom', 'Eve') };
    const names = async (part: number) => {
      const { rows } = await book.call<OutputOf<Contract['overlap']['threeMembers']>>(
        'overlap.threeMembers',
        { ...ask, part },
      );
      return rows.map(({ name }) => name);
    };
    expect(await names(7)).toEqual(['All']);
    expect(await names(2)).toEqual(['OnlyTom', 'OnlyTom2']);
    expect(await names(4)).toEqual([]);
  });

  it('refuses one person twice', async () => {
    const answer = await book.dispatch('overlap.three', { people: idsOf('Mara', 'Tom', 'Tom') });
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  });
});

describe('the overlap matrix', () => {
  it('agrees with the overlap of each two, and shows reported sizes beside', async () => {
    await book.call('ties.reportSize', { id: people.ids.get('Eve'), platform: 'x', size: 900 });
    const matrix = await book.call<Matrix>('overlap.matrix', {
      people: idsOf('Tom', 'Mara', 'Eve', 'All'),
    });
    expect(matrix.people.map(({ name }) => name)).toEqual(['Tom', 'Mara', 'Eve', 'All']);
    for (const [row, a] of matrix.people.entries()) {
      expect(matrix.shared[row]?.[row]).toBe(a.size);
      for (const [column, b] of matrix.people.entries()) {
        if (a.id === b.id) continue;
        const { shared } = await book.call<Counts>('overlap.compare', { a: a.id, b: b.id });
        expect(matrix.shared[row]?.[column]).toBe(shared);
      }
    }
    expect(matrix.people[2]?.reported).toMatchObject([{ platform: 'x', size: 900 }]);
  });
});
