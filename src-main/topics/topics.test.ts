import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { OutputOf, StoreContract } from '../contract/index.ts';

type TopicList = OutputOf<StoreContract['topics']['list']>;
type TagList = OutputOf<StoreContract['tags']['list']>;

let test: TestBook;
let bo: number;
beforeEach(async () => {
  test = makeTestBook({ today: '2026-06-15' });
  const created = await test.call<{ person: { id: number } }>('people.create', { name: 'Bo' });
  bo = created.person.id;
});
afterEach(() => test.close());

async function say(kind: 'offers' | 'needs', topic: string, more: object = {}): Promise<number> {
  const input = { personId: bo, kind, topic, ...more };
  return (await test.call<{ topic: { id: number } }>('topics.addStatement', input)).topic.id;
}

async function topics(): Promise<TopicList> {
  return test.call<TopicList>('topics.list');
}

async function refusal(method: string, input: object): Promise<unknown> {
  const result = await test.dispatch(method, input);
  return result.ok ? 'done' : result.error.code;
}

describe('topics', () => {
  it('counts who offers and needs each today', async () => {
    await say('offers', 'Logos');
    await say('needs', 'logos');
    await say('needs', 'Tables', { saidOn: '2026-01-01' });
    expect(await topics()).toMatchObject([
      { name: 'Logos', offers: 1, needs: 1, synonyms: [] },
      { name: 'Tables', offers: 0, needs: 1 },
    ]);
  });

  it('does not repeat a statement that holds; one that ended can be made again', async () => {
    await say('needs', 'logos', { saidOn: '2026-01-01', note: 'two colours' });
    await say('needs', 'LOGOS', { saidOn: '2026-06-01', note: 'soon' });
    const rows = () =>
      test.book.all('SELECT id, said_on AS saidOn, ended_on AS endedOn, note FROM topic_statement');
    expect(rows()).toEqual([
      { id: 1, saidOn: '2026-06-01', endedOn: null, note: 'two colours\n\nsoon' },
    ]);
    expect(await refusal('topics.endStatement', { statementId: 1, endedOn: '2026-05-01' })).toBe(
      'INVALID_INPUT',
    );
    await test.call('topics.endStatement', { statementId: 1 });
    expect((await topics())[0]?.needs).toBe(0);
    await say('needs', 'logos');
    expect([rows().length, (await topics())[0]?.needs]).toEqual([2, 1]);
    await test.call('topics.removeStatement', { statementId: 1 });
    expect(rows().length).toBe(1);
  });

  it('understands a synonym wherever a topic is named', async () => {
    const accountant = await say('offers', 'accountant');
    await test.call('topics.addSynonym', { id: accountant, name: 'Bookkeeper' });
    expect(await say('needs', 'bookkeeper')).toBe(accountant);
    expect(await topics()).toMatchObject([
      { name: 'accountant', offers: 1, needs: 1, synonyms: ['Bookkeeper'] },
    ]);
  });

  it('joins a topic that becomes a synonym, with its statements, words and introductions', async () => {
    const accountant = await say('offers', 'accountant');
    const bookkeeper = await say('offers', 'bookkeeper');
    await test.call('topics.addSynonym', { id: bookkeeper, name: 'ledger' });
    await test.call('topics.addSynonym', { id: accountant, name: 'Bookkeeper' });
    expect(await topics()).toMatchObject([
      { id: accountant, name: 'accountant', offers: 1, synonyms: ['bookkeeper', 'ledger'] },
    ]);
    expect(test.book.all('PRAGMA foreign_key_check')).toEqual([]);
    await test.call('book.undo');
    expect((await topics()).map(({ name }) => name)).toEqual(['accountant', 'bookkeeper']);
  });

  it('refuses a word that means another topic already', async () => {
    const accountant = await say('offers', 'accountant');
    const tables = await say('offers', 'tables');
    await test.call('topics.addSynonym', { id: accountant, name: 'bookkeeper' });
    expect(await refusal('topics.addSynonym', { id: tables, name: 'BOOKKEEPER' })).toBe('CONFLICT');
    expect(await refusal('topics.addSynonym', { id: accountant, name: 'Accountant' })).toBe('done');
    expect((await topics())[0]?.synonyms).toEqual(['bookkeeper']);
  });
});

describe('the words of a topic', () => {
  /** Every way in which a word can lead to Bo: the search box, the list's filter, Ask, a typed line. */
  async function waysTo(word: string): Promise<string[]> {
    const found = await test.call<OutputOf<StoreContract['search']['find']>>('search.find', {
      text: word,
    });
    const list = await test.call<OutputOf<StoreContract['people']['list']>>('people.list', {
      filter: { text: word },
    });
    const asked = await test.call<OutputOf<StoreContract['chains']['understand']>>(
      'chains.understand',
      { text: word },
    );
    const line = await test.call<OutputOf<StoreContract['events']['parseLine']>>(
      'events.parseLine',
      { id: eventId, text: `Ann needs ${word}` },
    );
    return [
      ...(found.people.some(({ name }) => name === 'Bo') ? ['search'] : []),
      ...(found.topics.length > 0 ? ['topics'] : []),
      ...(list.rows.some(({ name }) => name === 'Bo') ? ['people'] : []),
      ...(asked.readings.some(({ label, people }) => label.startsWith('Offers') && people === 1)
        ? ['ask']
        : []),
      ...(line.chips.some(({ kind, isNew }) => kind === 'needs' && !isNew) ? ['line'] : []),
    ];
  }
  let eventId: number;
  beforeEach(async () => {
    const made = await test.call<{ event: { id: number } }>('events.create', { title: 'Call' });
    eventId = made.event.id;
  });
  const everywhere = ['search', 'topics', 'people', 'ask', 'line'];

  it('find who offers it everywhere, from the moment they are added until they are taken away', async () => {
    const accountant = await say('offers', 'accountant');
    expect(await waysTo('accountant')).toEqual(everywhere);
    expect(await waysTo('bookkeeper')).toEqual([]);
    await test.call('topics.addSynonym', { id: accountant, name: 'Bookkeeper' });
    expect(await waysTo('bookkeeper')).toEqual(everywhere);
    await test.call('topics.removeSynonym', { id: accountant, name: 'bookkeeper' });
    expect(await waysTo('bookkeeper')).toEqual([]);
    await test.call('book.undo');
    expect(await waysTo('bookkeeper')).toEqual(everywhere);
    const missing = { id: accountant, name: 'tax' };
    expect(await refusal('topics.removeSynonym', missing)).toBe('NOT_FOUND');
  });

  it('change places with the name when the topic is renamed to one of them', async () => {
    const accountant = await say('offers', 'accountant');
    await test.call('topics.addSynonym', { id: accountant, name: 'bookkeeper' });
    await test.call('topics.rename', { id: accountant, name: 'Bookkeeper' });
    expect(await topics()).toMatchObject([{ name: 'Bookkeeper', synonyms: ['accountant'] }]);
    await test.call('topics.rename', { id: accountant, name: 'Tax adviser' });
    expect(await topics()).toMatchObject([{ name: 'Tax adviser', synonyms: ['accountant'] }]);
    expect(await waysTo('tax adviser')).toEqual(everywhere);
  });

  it('are not taken from another topic by a new name', async () => {
    const accountant = await say('offers', 'accountant');
    await test.call('topics.addSynonym', { id: accountant, name: 'bookkeeper' });
    const logos = await say('offers', 'logos');
    for (const name of ['Accountant', 'BOOKKEEPER'])
      expect(await refusal('topics.rename', { id: logos, name })).toBe('CONFLICT');
  });

  it('go with a topic that is deleted, and come back with undo', async () => {
    const accountant = await say('offers', 'accountant');
    await test.call('topics.addSynonym', { id: accountant, name: 'bookkeeper' });
    await test.call('topics.remove', { id: accountant });
    expect([await topics(), await waysTo('bookkeeper')]).toEqual([[], []]);
    expect(test.book.all('PRAGMA foreign_key_check')).toEqual([]);
    await test.call('book.undo');
    await test.call('book.undo');
    expect(await topics()).toMatchObject([{ name: 'accountant', offers: 1 }]);
  });

  it('are compared when it is asked which topics are alike', async () => {
    const accountant = await say('offers', 'accountant');
    await say('needs', 'book-keeper');
    await say('needs', 'logos');
    await test.call('topics.addSynonym', { id: accountant, name: 'bookkeeper' });
    expect(await test.call('topics.alike')).toMatchObject([
      { a: { name: 'accountant' }, b: { name: 'book-keeper' }, reason: 'spacing' },
    ]);
  });
});

describe('tags', () => {
  it('become one, and everybody who bore either bears that one once', async () => {
    const ann = (await test.call<{ person: { id: number } }>('people.create', { name: 'Ann' }))
      .person.id;
    const tag = async (ids: number[], name: string) =>
      (await test.call<{ tag: { id: number } }>('people.tag', { ids, tag: name })).tag.id;
    const keep = await tag([bo], 'Brand');
    const gone = await tag([bo, ann], 'brands');
    expect(await test.call('tags.alike')).toMatchObject([{ reason: 'plural' }]);
    await test.call('tags.merge', { keep, gone });
    expect(await test.call<TagList>('tags.list')).toMatchObject([{ name: 'Brand', people: 2 }]);
    expect(await refusal('tags.merge', { keep, gone })).toBe('NOT_FOUND');
    expect(await refusal('tags.merge', { keep, gone: keep })).toBe('INVALID_INPUT');
    await test.call('book.undo');
    expect((await test.call<TagList>('tags.list')).map(({ people }) => people)).toEqual([1, 2]);
  });

  it('are told of some people alone, so that only those can be taken away that somebody has', async () => {
    const ann = (await test.call<{ person: { id: number } }>('people.create', { name: 'Ann' }))
      .person.id;
    await test.call('people.tag', { ids: [bo], tag: 'brand' });
    await test.call('people.tag', { ids: [bo, ann], tag: 'client' });
    await test.call('people.tag', { ids: [ann], tag: 'press' });
    const among = async (ids: number[]) =>
      (await test.call<TagList>('tags.list', { among: ids })).map(({ name, people }) => [
        name,
        people,
      ]);
    expect(await among([bo, bo])).toEqual([
      ['brand', 1],
      ['client', 1],
    ]);
    expect(await among([bo, ann])).toEqual([
      ['brand', 1],
      ['client', 2],
      ['press', 1],
    ]);
    expect(await among([])).toEqual([]);
  });

  it('renames, colours, counts and deletes', async () => {
    const { tag } = await test.call<{ tag: { id: number } }>('people.tag', {
      ids: [bo],
      tag: 'brand',
    });
    await test.call('tags.update', { id: tag.id, name: 'Brands', colour: 'teal' });
    expect(await test.call<TagList>('tags.list')).toEqual([
      { id: tag.id, name: 'Brands', colour: 'teal', people: 1 },
    ]);
    await test.call('tags.remove', { id: tag.id });
    expect([
      await test.call('tags.list'),
      test.book.value('SELECT count(*) FROM person_tag'),
    ]).toEqual([[], 0]);
    await test.call('book.undo');
    expect(await test.call<TagList>('tags.list')).toMatchObject([{ name: 'Brands', people: 1 }]);
  });

  it('refuses a name that another tag bears, and a tag that is gone', async () => {
    await test.call('people.tag', { ids: [bo], tag: 'one' });
    const { tag } = await test.call<{ tag: { id: number } }>('people.tag', {
      ids: [bo],
      tag: 'two',
    });
    expect(await refusal('tags.update', { id: tag.id, name: 'ÓNE' })).toBe('CONFLICT');
    expect(await refusal('tags.update', { id: 99, colour: 'teal' })).toBe('NOT_FOUND');
    expect(await refusal('tags.remove', { id: 99 })).toBe('NOT_FOUND');
  });
});
