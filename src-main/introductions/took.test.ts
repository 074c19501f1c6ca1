import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestBook } from '../book/testing/make-book.ts';
import type { PersonId } from '../contract/common.ts';
import type { OutputOf, StoreContract } from '../contract/index.ts';
import { addAccount } from '../tables/accounts.ts';
import { addEvidence, type NewEvidence } from '../tables/tie-evidence.ts';
import { makeBookOf } from '../tables/testing/book-of-people.ts';

type Took = OutputOf<StoreContract['introductions']['took']>;

let test: TestBook;
let tom: PersonId;
let ann: PersonId;
let id: number;

beforeEach(async () => {
  ({
    test,
    people: [tom, ann],
  } = await makeBookOf('Tom Okafor', 'Ann Lee'));
  const made = await test.call<{ id: number }>('introductions.create', {
    kind: 'make',
    firstId: tom,
    secondId: ann,
    state: 'made',
    onDate: '2026-09-01',
  });
  id = made.id;
});
afterEach(() => test.close());

const took = async () => (await test.call<Took>('introductions.took')).map(({ sign }) => sign);
const learn = (evidence: NewEvidence) => addEvidence(test.book, tom, ann, evidence);
const linkedIn = 1;

/** A list of Tom's with Ann in it, as the platform hands it out. */
async function importTomsList(connectedOn: string): Promise<void> {
  const csv = `First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ann,Lee,https://www.linkedin.com/in/annlee,,,,${connectedOn}`;
  const { planId } = await test.call<{ planId: string }>('transfer.plan', {
    files: [{ name: 'Connections.csv', bytes: new TextEncoder().encode(csv) }],
    owner: { kind: 'person', id: tom },
  });
  await test.call('transfer.apply', { planId });
}

describe('an introduction took', () => {
  it('not by its own evidence, nor by the two moving on', async () => {
    await test.call('introductions.move', { id, state: 'met', onDate: '2026-09-20' });
    expect(await took()).toEqual([]);
  });

  it('when one appears in the other’s list, linked after they were brought together', async () => {
    learn({ kind: 'platform_link', platformId: linkedIn, onDate: '2026-09-10' });
    expect(await took()).toEqual([{ kind: 'list', name: 'LinkedIn', onDate: '2026-09-10' }]);
  });

  it('when I am told so later, and says the earliest of several signs', async () => {
    test.setToday('2026-11-20');
    await test.call('ties.tell', { a: tom, b: ann, note: '' });
    learn({ kind: 'message', onDate: '2026-10-01' });
    expect(await took()).toEqual([{ kind: 'message', name: null, onDate: '2026-10-01' }]);
  });

  it('when both begin to work in one place', async () => {
    for (const [person, startedOn] of [
      [tom, '2020-01-01'],
      [ann, '2026-11-01'],
    ] as const)
      await test.call('people.addRole', { id: person, organisation: 'Acme', startedOn });
    expect(await took()).toEqual([{ kind: 'role', name: 'Acme', onDate: '2026-11-01' }]);
  });

  it('not when they were linked before, or when nobody knows since when', async () => {
    learn({ kind: 'message', onDate: '2026-10-01' });
    learn({ kind: 'platform_link', platformId: linkedIn, onDate: '2026-08-31' });
    expect(await took()).toEqual([]);
  });

  it('not when a link without a date may be older', async () => {
    learn({ kind: 'platform_link', platformId: linkedIn });
    learn({ kind: 'message', onDate: '2026-10-01' });
    expect(await took()).toEqual([]);
  });

  it('once for two whom I introduced twice: the last time counts', async () => {
    const again = await test.call<{ id: number }>('introductions.create', {
      kind: 'make',
      firstId: ann,
      secondId: tom,
      state: 'made',
      onDate: '2026-10-01',
    });
    learn({ kind: 'platform_link', platformId: linkedIn, onDate: '2026-10-10' });
    const found = await test.call<Took>('introductions.took');
    expect(found.map(({ introduction }) => introduction.id)).toEqual([again.id]);
  });

  it('not by an event that both will go to, before it was held', async () => {
    const { event } = await test.call<{ event: { id: number } }>('events.create', {
      title: 'Supper',
      heldOn: '2026-12-12',
    });
    for (const personId of [tom, ann])
      await test.call('events.setAttendance', { id: event.id, personId, haveMet: false });
    expect(await took()).toEqual([]);
    test.setToday('2026-12-13');
    expect(await took()).toMatchObject([{ kind: 'event', name: 'Supper' }]);
  });

  it('although they were at the same small event before', async () => {
    const event = await test.call<{ event: { id: number } }>('events.create', {
      title: 'Meetup',
      heldOn: '2026-08-01',
    });
    for (const text of ['Tom Okafor', 'Ann Lee'])
      await test.call('events.logLine', { id: event.event.id, text });
    expect(await took()).toEqual([]);
    learn({ kind: 'message', onDate: '2026-10-01' });
    expect(await took()).toHaveLength(1);
  });

  it('counted from when it was made for good, not from a card moved too far by mistake', async () => {
    await test.call('introductions.move', { id, state: 'accepted', onDate: '2026-09-02' });
    await test.call('introductions.move', { id, state: 'made', onDate: '2026-10-10' });
    learn({ kind: 'message', onDate: '2026-10-01' });
    expect(await took()).toEqual([]);
  });

  it('only of introductions that I made', async () => {
    await test.call('introductions.remove', { id });
    await test.call('introductions.create', {
      kind: 'received',
      introducerId: tom,
      secondId: ann,
      state: 'met',
      onDate: '2026-09-01',
    });
    const me = test.book.value<PersonId>('SELECT id FROM person WHERE is_me = 1');
    addEvidence(test.book, me as PersonId, ann, { kind: 'message', onDate: '2026-10-01' });
    expect(await took()).toEqual([]);
  });

  it('is said once: acknowledged, it stays in the count', async () => {
    learn({ kind: 'message', onDate: '2026-10-01' });
    const [before] = await test.call<Took>('introductions.took');
    expect(before?.isAcknowledged).toBe(false);
    await test.call('introductions.acknowledgeTook', { id });
    const after = await test.call<Took>('introductions.took');
    expect(after.map((one) => one.isAcknowledged)).toEqual([true]);
  });
});

describe('an imported list', () => {
  beforeEach(() => {
    const url = 'https://www.linkedin.com/in/annlee';
    addAccount(test.book, { personId: ann, platformId: linkedIn, url });
  });

  it('is a sign when its link is of a later day', async () => {
    await importTomsList('10 Oct 2026');
    expect(await took()).toEqual([{ kind: 'list', name: 'LinkedIn', onDate: '2026-10-10' }]);
  });

  it('is none when its link is older than the introduction', async () => {
    await importTomsList('10 Oct 2020');
    expect(await took()).toEqual([]);
  });
});
