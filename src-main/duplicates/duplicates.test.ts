import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { OutputOf, StoreContract } from '../contract/index.ts';
import { areAlike } from './alike-names.ts';

type Found = OutputOf<StoreContract['duplicates']['find']>;
type Person = OutputOf<StoreContract['people']['get']>;
let test: TestBook;
let me: number;

const create = async (name: string, more: object = {}): Promise<number> =>
  (await test.call<{ person: { id: number } }>('people.create', { name, ...more })).person.id;
const find = () => test.call<Found>('duplicates.find', { limit: 100 });
const get = (id: number) => test.call<Person>('people.get', { id });

beforeEach(async () => {
  test = makeTestBook();
  me = (await test.call<{ me: { id: number } }>('book.setMe', { name: 'Mara Me' })).me.id;
});
afterEach(() => test.close());

describe('names', () => {
  it('are alike when they share a word and the rest is misspelt, begun, or left out', () => {
    const alike = (a: string, b: string) => areAlike(a.split(' '), b.split(' '));
    expect(alike('john smith', 'jon smith')).toBe(true);
    expect(alike('j smith', 'john smith')).toBe(true);
    expect(alike('anna maria schmidt', 'anna schmidt')).toBe(true);
    expect(alike('okafor tom', 'tom okafro')).toBe(true);
    expect(alike('anna schmidt', 'bob schmidt')).toBe(false);
    expect(alike('anna', 'anne')).toBe(false);
    expect(alike('anna schmidt', 'anna schmidt')).toBe(false);
  });
});

describe('the list of likely duplicates', () => {
  it('says why, likeliest first, and by what more than a name speaks', async () => {
    await create('Jane Doe', { email: 'jane@acme.example', organisation: 'Acme' });
    await create('Jayne Doe', { email: 'JANE@acme.example' });
    await create('Tom Okafor', { organisation: 'Zebra' });
    await create('Tom Okafor', { organisation: 'Acme' });
    const { rows, total, sure } = await find();
    expect(total).toBe(2);
    expect(sure).toBe(1);
    expect(rows[0]?.reasons.map(({ kind }) => kind)).toEqual(['sameEmail', 'alikeNames']);
    expect(rows[0]?.reasons[0]?.detail.toLowerCase()).toBe('jane@acme.example');
    expect(rows[1]?.reasons).toEqual([{ kind: 'sameName', detail: '' }]);
    expect(rows.map(({ isSure }) => isSure)).toEqual([true, false]);
  });

  it('is no longer sure when the birthdays differ, or the names do not fit', async () => {
    const a = await create('Jane Doe', { email: 'home@doe.example' });
    const b = await create('Jane Doe', { email: 'home@doe.example' });
    await create('Peter Doe', { phone: '0161 496 0101' });
    await create('Ruth Ellis', { phone: '0161 496 0101' });
    expect((await find()).sure).toBe(1);
    await test.call('people.update', { id: a, birthday: '1980-01-02' });
    await test.call('people.update', { id: b, birthday: '1999-01-02' });
    expect((await find()).sure).toBe(0);
  });

  it('never asks again about two people told apart, until that is undone', async () => {
    const a = await create('Jane Doe');
    const b = await create('Jane Doe');
    await test.call('duplicates.tellApart', { a: b, b: a });
    expect((await find()).total).toBe(0);
    await test.call('people.update', { id: a, note: 'x' });
    expect((await find()).total).toBe(0);
    await test.call('book.undo');
    await test.call('book.undo');
    expect((await find()).total).toBe(1);
  });
});

describe('merging with choices', () => {
  it('takes from either what was chosen, carries the rest over, and is undone as one step', async () => {
    const keep = await create('J Doe', {
      email: 'j@acme.example',
      note: 'Old note',
      howMet: 'Fair',
    });
    const gone = await create('Jane Doe', {
      email: 'jane@x.example',
      note: 'New note',
      howMet: 'School',
    });
    const third = await create('Third');
    await test.call('people.update', { id: keep, birthday: '1980-01-02' });
    await test.call('people.update', { id: gone, birthday: '1981-03-04' });
    await test.call('ties.tell', { a: gone, b: third });
    const before = await get(keep);
    const dropped = before.contactPoints[0]?.id;
    const { person } = await test.call<{ person: { name: string } }>('duplicates.merge', {
      keep,
      gone,
      name: 'gone',
      birthday: 'gone',
      note: 'both',
      howMet: 'gone',
      leaveOut: { contactPointIds: [dropped] },
    });
    expect(person.name).toBe('Jane Doe');
    const after = await get(keep);
    expect(after).toMatchObject({
      birthday: '1981-03-04',
      note: 'Old note\n\nNew note',
      howMet: 'School',
      otherNames: ['J Doe'],
    });
    expect(after.contactPoints.map(({ value }) => value)).toEqual(['jane@x.example']);
    expect(await test.dispatch('people.get', { id: gone })).toMatchObject({ ok: false });
    await test.call('book.undo');
    expect(await get(keep)).toEqual(before);
    expect((await get(gone)).note).toBe('New note');
  });

  it('says beforehand how many ties and rows will be carried over', async () => {
    const keep = await create('Jane Doe');
    const gone = await create('Jane Doe');
    await test.call('people.logInteraction', { id: gone, kind: 'call' });
    const preview = await test.call('duplicates.preview', { keep, gone });
    // both are tied to me alone
    expect(preview).toMatchObject({ tiesBefore: 1, tiesAfter: 1, interactions: 1, accounts: 0 });
    await test.call('duplicates.merge', { keep, gone });
    expect((await get(keep)).tieCount).toBe(1);
  });

  it('never joins me into somebody else', async () => {
    const other = await create('Mara Me');
    expect(await test.dispatch('duplicates.merge', { keep: other, gone: me })).toMatchObject({
      error: { code: 'CONFLICT' },
    });
    await test.call('duplicates.answerMany', { pairs: [{ a: other, b: me }], answer: 'same' });
    expect((await get(me)).isMe).toBe(true);
  });
});

describe('many answers at once', () => {
  it('join also three entries of one person, in one step', async () => {
    const ids = [await create('Jane Doe'), await create('Jane Doe'), await create('Jane Doe')];
    const [a, b, c] = ids;
    const answer = {
      pairs: [
        { a, b },
        { a: b, b: c },
        { a, b: c },
      ],
      answer: 'same',
    };
    expect(await test.call('duplicates.answerMany', answer)).toEqual({ changed: 2 });
    expect((await test.call<{ total: number }>('people.list')).total).toBe(2);
    await test.call('book.undo');
    expect((await test.call<{ total: number }>('people.list')).total).toBe(4);
  });

  it('tell many apart', async () => {
    const [a, b] = [await create('Jane Doe'), await create('Jane Doe')];
    await test.call('duplicates.answerMany', { pairs: [{ a, b }], answer: 'different' });
    expect((await find()).total).toBe(0);
  });
});
