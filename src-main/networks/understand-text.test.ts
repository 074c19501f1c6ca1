import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { Contract, OutputOf } from '../contract/index.ts';
import { TiedPeople } from './testing/tied-people.ts';

type Ask = OutputOf<Contract['chains']['ask']>;
type Understood = OutputOf<Contract['chains']['understand']>;

let book: TestBook;
let ids: ReadonlyMap<string, number>;

beforeEach(async () => {
  book = makeTestBook({ today: '2026-06-15' });
  const people = await TiedPeople.around(book, 'Mara');
  await people.tie('Mara', 'Tom', 5);
  await people.tie('Tom', 'Ann', 4);
  await people.tie('Ann', 'Zoe', 4);
  ({ ids } = people);
});
afterEach(() => book.close());

describe('understanding the one box', () => {
  const understand = async (text: string) =>
    (await book.call<Understood>('chains.understand', { text })).readings;
  const labels = async (text: string): Promise<string[]> =>
    (await understand(text)).map(({ label }) => label);

  it('tells people, companies, tags and topics apart, and hears a leading word', async () => {
    await book.call('people.addRole', {
      id: ids.get('Zoe'),
      organisation: 'Acme Print',
      title: 'Owner',
    });
    await book.call('people.tag', { ids: [ids.get('Zoe')], tag: 'print' });
    await book.call('topics.addStatement', {
      personId: ids.get('Zoe'),
      kind: 'offers',
      topic: 'printing',
    });
    expect(await labels('at acme')).toEqual(['Acme Print']);
    expect(await labels('#print')).toEqual(['#print']);
    expect(await labels('who offers print')).toEqual(['Offers printing']);
    expect(await labels('zoe')).toEqual(['Zoe']);
    expect((await labels('print'))[0]).toBe('#print');
    expect(await labels('print')).toContain('Acme Print');
  });

  it('reads a text as it stands last, unless a leading word says what is meant', async () => {
    await book.call('people.addRole', {
      id: ids.get('Zoe'),
      organisation: 'Acme Print',
      title: 'Owner',
    });
    await book.call('people.update', { id: ids.get('Ann'), note: 'Her brother prints posters.' });
    expect(await labels('print')).toEqual(['Acme Print', '“print”']);
    expect(await labels('a print')).toEqual(['“print”']);
    expect(await labels('at acme')).toEqual(['Acme Print']);
    expect(await labels('#print')).toEqual([]);
    expect(await labels('quilt')).toEqual([]);
    const found = await understand('print');
    const free = found.at(-1);
    expect(free).toMatchObject({ people: 2, target: { kind: 'text', text: 'print' } });
    const answer = await book.call<Ask>('chains.ask', { target: free?.target });
    expect(answer.targets.map(({ name }) => name).toSorted()).toEqual(['Ann', 'Zoe']);
  });

  it('reads a longer text by its telling words: a topic, and whoever is mentioned with most of them', async () => {
    await book.call('people.update', { id: ids.get('Ann'), note: 'Knows all about boilers.' });
    await book.call('people.update', { id: ids.get('Zoe'), note: 'Fixed the boiler, lives here.' });
    await book.call('people.addContactPoint', {
      id: ids.get('Zoe'),
      kind: 'address',
      value: '4 Call Lane, Leeds',
    });
    const typed = 'someone who can fix my boiler in Leeds';
    const whole = await understand(typed);
    expect(whole).toMatchObject([
      { target: { kind: 'text', text: 'fix boiler leeds' }, people: 1, without: [] },
    ]);
    const answer = await book.call<Ask>('chains.ask', { target: whole[0]?.target });
    expect(answer.targets.map(({ name }) => name)).toEqual(['Zoe']);
    expect(await understand('anyone who could fix a boiler in York?')).toMatchObject([
      { target: { kind: 'text', text: 'fix boiler' }, people: 1, without: ['york'] },
    ]);
    await book.call('topics.addStatement', {
      personId: ids.get('Tom'),
      kind: 'offers',
      topic: 'boiler repair',
    });
    expect((await understand(typed))[0]).toMatchObject({ label: 'Offers boiler repair' });
    expect((await labels('I need boiler repairs'))[0]).toBe('Offers boiler repair');
    expect((await understand('boilr repair in York'))[0]).toMatchObject({
      label: 'Offers boiler repair',
    });
    expect(await labels('somebody who needs boiler repair')).toEqual(['Needs boiler repair']);
  });

  it('finds a short word in a longer text only where it stands by itself', async () => {
    const offer = { personId: ids.get('Zoe'), kind: 'offers', topic: 'accountant' };
    const { topic } = await book.call<{ topic: { id: number } }>('topics.addStatement', offer);
    await book.call('topics.addSynonym', { id: topic.id, name: 'tax adviser' });
    await book.call('topics.addStatement', { ...offer, topic: 'taxidermy' });
    const found = await labels('someone who can help with my tax return');
    expect(found).toContain('Offers accountant');
    expect(found).not.toContain('Offers taxidermy');
  });

  it('guesses a misspelt word of a longer text', async () => {
    const offer = { personId: ids.get('Zoe'), kind: 'offers', topic: 'accountant' };
    await book.call('topics.addStatement', offer);
    const [guessed] = await understand('someone in Leeds who knows an Acountant');
    expect(guessed).toMatchObject({ label: 'Offers accountant', misspelt: 'Acountant' });
  });

  it('tells which words of a question stand nowhere in the book', async () => {
    const unknown = async (text: string) =>
      (await book.call<Understood>('chains.understand', { text })).unknown;
    const zoe = ids.get('Zoe');
    await book.call('people.update', { id: zoe, note: 'Fixes boilers.' });
    await book.call('topics.addStatement', { personId: zoe, kind: 'offers', topic: 'printing' });
    expect(await unknown('someone who can Quilt a print zebra')).toEqual(['Quilt', 'zebra']);
    expect(await unknown('who offers zebras')).toEqual(['zebras']);
    expect(await unknown('a boiler zebra')).toEqual(['zebra']);
    expect(await unknown('boiler')).toEqual([]);
    expect(await unknown('at boiler')).toEqual([]);
    expect(await unknown('Zoe and her zebra')).toEqual(['zebra']);
  });

  it('offers the person whom one word of a question names, or nearly', async () => {
    const people = await TiedPeople.around(book, 'Mara');
    await people.tie('Mara', 'Gwendolyn Price', 5);
    for (const [text, misspelt] of [
      ['ask Gwendolyn for zebras', null],
      ['ask Gwendolin for zebras', 'Gwendolin'],
    ])
      expect((await understand(text ?? ''))[0]).toMatchObject({
        label: 'Gwendolyn Price',
        misspelt,
      });
  });

  it('does not count me among those who are looked for', async () => {
    const me = ids.get('Mara');
    await book.call('people.addRole', { id: me, organisation: 'Lindqvist Design' });
    await book.call('topics.addStatement', { personId: me, kind: 'offers', topic: 'logos' });
    for (const text of ['lindqvist design', 'logos'])
      expect((await understand(text))[0]?.people).toBe(0);
  });

  it('finds by a text whom a tag mentions', async () => {
    await book.call('people.tag', { ids: [ids.get('Zoe')], tag: 'bee keeping' });
    const free = (await understand('keeping')).at(-1);
    expect(free).toMatchObject({ people: 1, target: { kind: 'text' } });
  });

  it('takes what the book does not have for a misspelling, by letters and leading words, and says so', async () => {
    const zoe = ids.get('Zoe');
    const offer = { personId: zoe, kind: 'offers', topic: 'accountant' };
    const { topic } = await book.call<{ topic: { id: number } }>('topics.addStatement', offer);
    await book.call('topics.addSynonym', { id: topic.id, name: 'bookkeeper' });
    await book.call('people.addRole', { id: zoe, organisation: 'Northgate', title: 'Owner' });
    await book.call('people.tag', { ids: [zoe], tag: 'mentor' });
    const [first] = await understand('acountant');
    expect(first).toEqual({
      target: { kind: 'offers', id: topic.id },
      label: 'Offers accountant',
      hint: '',
      people: 1,
      misspelt: 'acountant',
      without: [],
    });
    expect(await labels('a bokkeeper')).toEqual(['Offers accountant', 'Needs accountant']);
    expect(await labels('who needs acountant')).toEqual(['Needs accountant']);
    expect(await labels('at Nortgate')).toEqual(['Northgate']);
    expect(await labels('#mentro')).toEqual(['#mentor']);
    // nothing is guessed at once something has the text as it stands
    await book.call('topics.addStatement', { ...offer, topic: 'acountant software' });
    const exact = await understand('acountant');
    expect(exact.filter(({ misspelt }) => misspelt !== null)).toEqual([]);
    expect(exact[0]?.label).toBe('Offers acountant software');
    expect(await labels('zzyzx')).toEqual([]);
  });

  it('finds a topic by another word for it', async () => {
    const { topic } = await book.call<{ topic: { id: number } }>('topics.addStatement', {
      personId: ids.get('Zoe'),
      kind: 'offers',
      topic: 'accountant',
    });
    await book.call('topics.addSynonym', { id: topic.id, name: 'bookkeeper' });
    expect(await labels('a bookkeeper')).toContain('Offers accountant');
    const answer = await book.call<Ask>('chains.ask', {
      target: { kind: 'offers', id: topic.id },
    });
    expect(answer.understood).toEqual({ name: 'accountant', also: ['bookkeeper'] });
  });
});
