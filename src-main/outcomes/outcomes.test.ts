import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestBook } from '../book/testing/make-book.ts';
import type { EventId, IntroductionId, PersonId } from '../contract/common.ts';
import type { OutputOf, StoreContract } from '../contract/index.ts';
import { makeBookOf } from '../tables/testing/book-of-people.ts';

type Outcome = OutputOf<StoreContract['outcomes']['create']>;
type Sources = OutputOf<StoreContract['outcomes']['sources']>;

let test: TestBook;
let tom: PersonId;
let rafael: PersonId;
let sofia: PersonId;
let fair: EventId;
let first: IntroductionId;
let second: IntroductionId;

beforeEach(async () => {
  ({
    test,
    people: [tom, rafael, sofia],
  } = await makeBookOf('Tom Okafor', 'Rafael Moreno', 'Sofia Rossi'));
  const made = await test.call<{ event: { id: EventId } }>('events.create', {
    title: 'Print fair',
    heldOn: '2026-06-01',
  });
  fair = made.event.id;
  first = await introduce({ kind: 'ask', introducerId: tom, secondId: rafael, eventId: fair });
  second = await introduce({
    kind: 'received',
    introducerId: rafael,
    secondId: sofia,
    cameFromId: first,
    state: 'met',
  });
});
afterEach(() => test.close());

async function introduce(draft: object): Promise<IntroductionId> {
  return (await test.call<{ id: IntroductionId }>('introductions.create', draft)).id;
}
const gbp = (amount: number) => ({ amount, currency: 'GBP' });
const log = (draft: object): Promise<Outcome> =>
  test.call('outcomes.create', { title: 'Menus', ...draft });

describe('an outcome', () => {
  it('credits both introducers of its line, and the event where the line began, with the whole value', async () => {
    const job = await log({
      client: { kind: 'person', id: sofia },
      value: gbp(120_000),
      origin: { kind: 'introduction', id: second },
    });
    expect(job.credited.map(({ name }) => name)).toEqual(['Tom Okafor', 'Rafael Moreno']);
    expect(job.event).toMatchObject({ title: 'Print fair' });
    expect(job.line.map(({ second: whom }) => whom.name)).toEqual(['Rafael Moreno', 'Sofia Rossi']);
    const { by, total } = await test.call<Sources>('outcomes.sources');
    expect(total).toEqual({ outcomes: 1, sums: [gbp(120_000)] });
    expect(by.person.map(({ label, sums }) => [label, sums])).toEqual([
      ['Rafael Moreno', [gbp(120_000)]],
      ['Tom Okafor', [gbp(120_000)]],
    ]);
    expect(by.event).toMatchObject([{ label: 'Print fair', sums: [gbp(120_000)] }]);
    expect(by.client).toMatchObject([{ label: 'Sofia Rossi' }]);
    expect(by.year).toMatchObject([{ label: '2026' }]);
  });

  it('keeps currencies apart, and says what is not known in a row of its own', async () => {
    await log({ value: gbp(5000), origin: { kind: 'person', id: tom } });
    await log({ value: { amount: 7000, currency: 'EUR' }, origin: { kind: 'person', id: tom } });
    await log({ kind: 'gain', title: 'A free stall' });
    const { by, total } = await test.call<Sources>('outcomes.sources');
    const sums = [{ amount: 7000, currency: 'EUR' }, gbp(5000)];
    expect(total).toEqual({ outcomes: 3, sums });
    expect(by.person.map(({ label, sums: own }) => [label, own])).toEqual([
      ['Tom Okafor', sums],
      [null, []],
    ]);
  });

  it('comes over the platform of the share it came from, and is credited to whoever passed it on', async () => {
    const share = await test.call<{ id: number }>('favours.logShare', {
      direction: 'received',
      personId: tom,
      platform: 'linkedin',
    });
    const job = await log({ value: gbp(100), origin: { kind: 'share', id: share.id } });
    expect(job.platform).toEqual({ key: 'linkedin', name: 'LinkedIn' });
    expect(job.credited).toMatchObject([{ id: tom }]);
  });

  it('makes a client organisation that is new, and finds one that is not', async () => {
    const one = await log({ client: { kind: 'organisation', name: 'Copper Kettle' } });
    const other = await log({ client: { kind: 'organisation', name: 'copper kettle' } });
    expect(one.client).toMatchObject({ organisation: { name: 'Copper Kettle' } });
    expect(other.client).toEqual(one.client);
  });

  it('is edited, removed and brought back by undo', async () => {
    const { id } = await log({ value: gbp(100), onDate: '2026-01-02' });
    await test.call('outcomes.update', { id, title: 'Menus, second run', value: gbp(250) });
    expect(await test.call('outcomes.list')).toMatchObject([
      { title: 'Menus, second run', value: gbp(250), onDate: '2026-01-02' },
    ]);
    await test.call('outcomes.remove', { id });
    expect(await test.call('outcomes.list')).toEqual([]);
    await test.call('book.undo');
    expect(await test.call('outcomes.list')).toMatchObject([{ title: 'Menus, second run' }]);
  });

  it('of a removed introduction comes from its parent from then on', async () => {
    await log({ value: gbp(100), origin: { kind: 'introduction', id: second } });
    await test.call('introductions.remove', { id: second });
    expect(await test.call('outcomes.list')).toMatchObject([
      { origin: { kind: 'introduction', id: first }, credited: [{ id: tom }] },
    ]);
  });

  it('still began at its event when the introduction that began there is removed', async () => {
    await log({ title: 'Posters', origin: { kind: 'introduction', id: second } });
    await log({ title: 'Menus', origin: { kind: 'introduction', id: first } });
    await test.call('introductions.remove', { id: first });
    expect(await test.call('outcomes.list')).toMatchObject([
      { title: 'Menus', origin: { kind: 'event', id: fair }, event: { id: fair } },
      { title: 'Posters', origin: { kind: 'introduction', id: second }, event: { id: fair } },
    ]);
    await test.call('book.undo');
    expect(await test.call('outcomes.list')).toMatchObject([
      { origin: { kind: 'introduction', id: first } },
      { origin: { kind: 'introduction', id: second } },
    ]);
  });

  it('stays credited to whoever is archived, and loses whoever is erased, with nobody to thank in their place', async () => {
    await log({ value: gbp(100), origin: { kind: 'introduction', id: second } });
    await test.call('people.archive', { ids: [tom], isArchived: true });
    const credited = async (): Promise<string[]> => {
      const [outcome] = await test.call<Outcome[]>('outcomes.list');
      return outcome?.credited.map(({ name }) => name) ?? [];
    };
    expect(await credited()).toEqual(['Tom Okafor', 'Rafael Moreno']);
    await test.call('erasure.erase', { ids: [tom] });
    expect(await credited()).toEqual(['Rafael Moreno']);
    const { by } = await test.call<Sources>('outcomes.sources');
    expect(by.event).toMatchObject([{ label: 'Print fair', sums: [gbp(100)] }]);
  });

  it.each([
    ['a day to come', { onDate: '2026-11-25' }, /still to come/],
    ['no currency of that code', { value: { amount: 1, currency: 'ABC' } }, /code of a currency/],
    ['nobody', { client: { kind: 'person', id: 999 } }, /no person 999/],
    ['no such event', { origin: { kind: 'event', id: 999 } }, /no event 999/],
  ])('is refused when it names %s', async (_, draft, sentence) => {
    await expect(log(draft)).rejects.toThrow(sentence);
    expect(await test.call('outcomes.list')).toEqual([]);
  });
});

describe('where something from a person may have come from', () => {
  it('names introductions to them and events where we talked', async () => {
    const again = await test.call<{ event: { id: EventId } }>('events.create', {
      title: 'Print fair',
      heldOn: '2026-07-01',
    });
    for (const id of [fair, again.event.id])
      await test.call('events.logLine', { id, text: 'Sofia Rossi' });
    expect(await test.call('outcomes.suggestOrigins', { personId: sofia })).toEqual([
      {
        origin: { kind: 'introduction', id: second },
        label: 'Rafael Moreno introduced you',
        onDate: '2026-11-24',
      },
      {
        origin: { kind: 'event', id: again.event.id },
        label: 'Met at Print fair',
        onDate: '2026-07-01',
      },
      { origin: { kind: 'event', id: fair }, label: 'Met at Print fair', onDate: '2026-06-01' },
    ]);
  });
});
