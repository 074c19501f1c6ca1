import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestBook } from '../book/testing/make-book.ts';
import type { PersonId, TopicId } from '../contract/common.ts';
import type { OutputOf, StoreContract } from '../contract/index.ts';
import { mergePersons } from '../tables/merge-persons.ts';
import { insertPerson } from '../tables/persons.ts';
import { makeBookOf } from '../tables/testing/book-of-people.ts';

type Pairs = OutputOf<StoreContract['suggestions']['pairs']>;
type Board = OutputOf<StoreContract['suggestions']['needsAndOffers']>;

type Speakers = OutputOf<StoreContract['suggestions']['speakers']>;
type Counterparts = OutputOf<StoreContract['suggestions']['counterparts']>;

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
  for (const one of [tom, ann, jane]) await test.call('ties.rate', { a: me, b: one, rating: 3 });
});
afterEach(() => test.close());

const says = (personId: PersonId, kind: 'needs' | 'offers', topic: string) =>
  test.call<{ topic: { id: TopicId } }>('topics.addStatement', { personId, kind, topic });
const pairs = async () =>
  (await test.call<Pairs>('suggestions.pairs')).map(({ a, b, reasons }) => [
    a.name,
    b.name,
    ...reasons,
  ]);
const names = ({ people }: Speakers): string => people.map(({ person }) => person.name).join();
const tell = (a: PersonId, b: PersonId) => test.call('ties.tell', { a, b, note: '' });

describe('a pair is suggested', () => {
  it('when one needs what the other offers, also by another word for it', async () => {
    const { topic } = await says(ann, 'offers', 'accountant');
    await test.call('topics.addSynonym', { id: topic.id, name: 'bookkeeper' });
    await says(tom, 'needs', 'Bookkeeper');
    expect(await pairs()).toEqual([
      ['Tom Okafor', 'Ann Lee', 'Tom Okafor needs accountant, which Ann Lee offers'],
    ]);
  });

  it('with all its reasons, the weightiest first, and before pairs with lesser ones', async () => {
    for (const one of [tom, ann]) {
      await test.call('people.addRole', { id: one, organisation: 'Acme' });
      await says(one, 'offers', 'lettering');
    }
    await says(tom, 'needs', 'printing');
    await says(ann, 'offers', 'printing');
    await says(jane, 'offers', 'lettering');
    const found = await pairs();
    expect(found[0]).toEqual([
      'Tom Okafor',
      'Ann Lee',
      'Tom Okafor needs printing, which Ann Lee offers',
      'Both offer lettering',
      'Both are or were at Acme',
    ]);
    expect(found.slice(1).map((one) => one.slice(0, 2))).toEqual([
      ['Tom Okafor', 'Jane Doe'],
      ['Ann Lee', 'Jane Doe'],
    ]);
  });
});

describe('a pair is not suggested', () => {
  beforeEach(async () => {
    await says(tom, 'needs', 'accountant');
    await says(ann, 'offers', 'accountant');
    expect(await pairs()).toHaveLength(1);
  });

  it('when they know each other, or may', async () => {
    await tell(tom, ann);
    expect(await pairs()).toEqual([]);
  });

  it('when somebody else joins them too', async () => {
    await tell(tom, jane);
    await tell(ann, jane);
    expect(await pairs()).toEqual([]);
  });

  it('when I hardly know one of them', async () => {
    await test.call('ties.rate', { a: me, b: tom, rating: 1 });
    expect(await pairs()).toEqual([]);
  });

  it('when the need has ended', async () => {
    const statementId = test.book.value(`SELECT id FROM topic_statement WHERE kind = 'needs'`);
    await test.call('topics.endStatement', { statementId });
    expect(await pairs()).toEqual([]);
  });

  it('when one may not be asked, or is put away', async () => {
    await test.call('people.update', { id: tom, doNotAsk: true });
    expect(await pairs()).toEqual([]);
    await test.call('people.update', { id: tom, doNotAsk: false, isArchived: true });
    expect(await pairs()).toEqual([]);
  });

  it('when one was asked or introduced in the last 30 days', async () => {
    const ask = { kind: 'ask', introducerId: tom, secondId: jane, state: 'asked' };
    await test.call('introductions.create', { ...ask, onDate: '2026-10-26' });
    expect(await pairs()).toEqual([]);
    test.setToday('2026-11-26');
    expect(await pairs()).toHaveLength(1);
  });

  it('when an introduction of the two is on the board, in either order', async () => {
    await test.call('introductions.create', { kind: 'make', firstId: ann, secondId: tom });
    expect(await pairs()).toEqual([]);
  });

  it('when I said so, until I take that back', async () => {
    await test.call('suggestions.refuse', { a: ann, b: tom });
    expect(await pairs()).toEqual([]);
    expect(await test.call('suggestions.refused')).toMatchObject([
      { a: { id: tom }, b: { id: ann }, refusedOn: '2026-11-24' },
    ]);
    await test.call('suggestions.allow', { a: tom, b: ann });
    expect(await pairs()).toHaveLength(1);
    await test.call('book.undo');
    expect(await pairs()).toEqual([]);
  });

  it('when I said so of somebody who has since become one with another', async () => {
    const other = insertPerson(test.book, { displayName: 'T. Okafor' }, '2026-11-24T12:00:00.000Z');
    await test.call('suggestions.refuse', { a: other, b: ann });
    mergePersons(test.book, tom, other);
    expect(await pairs()).toEqual([]);
  });
});

describe('the board of needs and offers', () => {
  it('shows needs that are met first, then unmet ones, then what nobody asked for', async () => {
    await says(tom, 'needs', 'accountant');
    await says(ann, 'offers', 'printing');
    await says(me, 'needs', 'printing');
    await says(jane, 'needs', 'printing');
    await says(jane, 'offers', 'yoga');
    const board = await test.call<Board>('suggestions.needsAndOffers');
    expect(
      board.map(({ group, total, topics }) => [
        group,
        total,
        ...topics.map(({ topic, needs, offers, matches }) =>
          [topic.name, names(needs), names(offers), matches].join('; '),
        ),
      ]),
    ).toEqual([
      ['met', 1, 'printing; Mara,Jane Doe; Ann Lee; 2'],
      ['unmet', 1, 'accountant; Tom Okafor; ; 0'],
      ['offered', 1, 'yoga; ; Jane Doe; 0'],
    ]);
    expect(board[0]?.topics[0]?.needs.people.map(({ isMe }) => isMe)).toEqual([true, false]);
  });

  it('names those first whom I know best, after me, and whoever is asked for beyond', async () => {
    await test.call('ties.rate', { a: me, b: jane, rating: 5 });
    const strangers = ['Sam', 'Ida', 'Lou', 'Kit'].map((displayName) =>
      insertPerson(test.book, { displayName }, '2026-11-24T12:00:00.000Z'),
    );
    for (const one of [...strangers, tom, jane, me]) await says(one, 'offers', 'printing');
    const board = await test.call<Board>('suggestions.needsAndOffers');
    const [topic] = board.flatMap(({ topics }) => topics);
    expect(topic?.offers.total).toBe(7);
    expect(topic?.offers.people.map(({ person }) => person.name)).toEqual([
      'Mara',
      'Jane Doe',
      'Tom Okafor',
      'Sam',
      'Ida',
      'Lou',
    ]);
    const all = { topicId: topic?.topic.id, kind: 'offers', limit: 50 };
    expect(names(await test.call<Speakers>('suggestions.speakers', all))).toBe(
      'Mara,Jane Doe,Tom Okafor,Sam,Ida,Lou,Kit',
    );
  });

  it('tells as many topics of a group as it is asked for, and how many there are', async () => {
    for (const topic of ['printing', 'lettering', 'yoga']) await says(tom, 'offers', topic);
    await says(ann, 'offers', 'yoga');
    const board = await test.call<Board>('suggestions.needsAndOffers', { offered: 2 });
    expect(board[2]).toMatchObject({
      total: 3,
      topics: [{ topic: { name: 'yoga' } }, { topic: { name: 'lettering' } }],
    });
  });

  it('tells who meets what somebody needs and offers, and what I offer', async () => {
    await says(tom, 'needs', 'printing');
    await says(tom, 'offers', 'printing');
    await says(tom, 'offers', 'yoga');
    await says(ann, 'offers', 'printing');
    await says(me, 'offers', 'printing');
    await test.call('people.update', { id: jane, isArchived: true });
    await says(jane, 'needs', 'yoga');
    const found = await test.call<Counterparts>('suggestions.counterparts', { personId: tom });
    expect(found.mine.map(({ name }) => name)).toEqual(['printing']);
    expect(
      found.answers.map(({ kind, isMine, people, total }) => [
        kind,
        isMine,
        people.map(({ name }) => name).join(),
        total,
      ]),
    ).toEqual([
      ['needs', true, 'Ann Lee', 1],
      ['offers', false, '', 0],
      ['offers', false, '', 0],
    ]);
  });

  it('finds who might know, in titles, organisations and notes, by any word for the topic', async () => {
    const { topic } = await says(tom, 'needs', 'accountant');
    await test.call('topics.addSynonym', { id: topic.id, name: 'tax adviser' });
    await test.call('people.addRole', { id: ann, organisation: 'Northgate', title: 'Tax adviser' });
    await test.call('people.update', { id: jane, note: 'Her brother is an accountant.' });
    const found = await test.call<{ person: { name: string } }[]>('suggestions.mightKnow', {
      topicId: topic.id,
    });
    expect(found.map(({ person }) => person.name).toSorted()).toEqual(['Ann Lee', 'Jane Doe']);
  });
});
