import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import { personSortKeys } from '../contract/people.ts';
import type { OutputOf, StoreContract } from '../contract/index.ts';
import type { PersonId } from '../contract/common.ts';
import { rebuildSearch } from '../search/indexing.ts';
import { compare, filters, type NaiveFilter, passes } from './testing/naive-list.ts';
import { plant, plantMe, type Planted } from './testing/plant-people.ts';

type List = OutputOf<StoreContract['people']['list']>;
type Row = List['rows'][number];

let test: TestBook;
let planted: Planted[];
let tagIds: Map<string, number>;
let eventIds: Map<string, number>;

function idsByName(table: 'tag' | 'event' | 'organisation' | 'topic', column: string) {
  const rows = test.book.all<{ id: number; name: string }>(
    `SELECT id, ${column} AS name FROM ${table}`,
  );
  return new Map(rows.map(({ id, name }) => [name, id]));
}

beforeAll(async () => {
  test = makeTestBook();
  const { me } = await test.call<{ me: { id: PersonId } }>('book.setMe', { name: 'Mara Me' });
  for (const title of ['fair', 'lunch']) await test.call('events.create', { title });
  eventIds = idsByName('event', 'title');
  planted = Array.from({ length: 60 }, (_, index) => plant(test, index, me.id, eventIds));
  planted.push(plantMe(me.id));
  tagIds = idsByName('tag', 'name');
  rebuildSearch(test.book);
});
afterAll(() => test.close());

/** The filter as the contract takes it. */
function realFilter({ tags, events, organisations, aboutLogos, ...rest }: NaiveFilter): unknown {
  const ids = (names: readonly string[], of: ReadonlyMap<string, number>) =>
    names.map((name) => of.get(name));
  return {
    ...rest,
    ...(tags === undefined ? {} : { tagIds: ids(tags, tagIds) }),
    ...(events === undefined ? {} : { eventIds: ids(events, eventIds) }),
    ...(organisations === undefined
      ? {}
      : { organisationIds: ids(organisations, idsByName('organisation', 'name')) }),
    ...(aboutLogos === undefined ? {} : { topicIds: ids(['logos'], idsByName('topic', 'name')) }),
  };
}

describe('the list of people', () => {
  it('answers any filter, order and window as looking at everybody would', async () => {
    await fc.assert(
      fc.asyncProperty(
        filters,
        fc.constantFrom(...personSortKeys),
        fc.constantFrom('ascending' as const, 'descending' as const),
        fc.nat(70),
        fc.integer({ min: 1, max: 70 }),
        async (filter, by, direction, offset, limit) => {
          const list = await test.call<List>('people.list', {
            filter: realFilter(filter),
            sort: { by, direction },
            offset,
            limit,
          });
          const expected = planted
            .filter((person) => passes(person, filter))
            .toSorted(compare(by, direction));
          expect(list.total).toBe(expected.length);
          expect(list.rows.map(({ id }) => id)).toEqual(
            expected.slice(offset, offset + limit).map(({ id }) => id),
          );
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('answers each single part of a filter for somebody, and not for everybody', () => {
    const parts: NaiveFilter[] = fc
      .sample(filters, { numRuns: 3000, seed: 1 })
      .flatMap((filter) => Object.entries(filter).map(([key, value]) => ({ [key]: value })));
    const answers = new Map<string, Set<boolean>>();
    for (const part of parts) {
      const [key = ''] = Object.keys(part);
      if (key.endsWith('Mode')) continue;
      const known = answers.get(key) ?? new Set();
      for (const person of planted) known.add(passes(person, part));
      answers.set(key, known);
    }
    const idle = [...answers].filter(([, known]) => known.size < 2).map(([key]) => key);
    expect(idle).toEqual([]);
  });

  it('counts a time before today from the day of asking', async () => {
    const total = async (filter: object): Promise<number> =>
      (await test.call<List>('people.list', { filter })).total;
    expect(await total({ contactTo: '-1y' })).toBe(await total({ contactTo: '2025-06-15' }));
    expect(await total({ contactFrom: '-3m' })).toBe(await total({ contactFrom: '2026-03-15' }));
    expect(await total({ contactFrom: '-45d' })).toBe(await total({ contactFrom: '2026-05-01' }));
  });

  it('gives the ids of everybody whom a filter lets through', async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const { ids } = await test.call<{ ids: PersonId[] }>('people.ids', {
          filter: realFilter(filter),
        });
        const expected = planted.filter((person) => passes(person, filter)).map(({ id }) => id);
        expect(ids.toSorted((a, b) => a - b)).toEqual(expected.toSorted((a, b) => a - b));
      }),
      { numRuns: 200 },
    );
  });

  it('shows of each what was put in', async () => {
    const { rows } = await test.call<List>('people.list', { limit: 500 });
    const byId = new Map<number, Row>(rows.map((row) => [row.id, row]));
    for (const person of planted.filter(({ isArchived }) => !isArchived)) {
      const row = byId.get(person.id);
      expect(row).toMatchObject({
        isNamed: person.name !== null,
        organisation: person.organisation,
        title: person.title,
        strength: person.strength,
        lastContactOn: person.lastContact,
        platforms: [...person.platforms].sort(),
        birthday: person.birthday,
        howMet: person.howMet,
        metOn: person.metOn,
        doNotAsk: person.doNotAsk,
        offers: person.side === 'offers' ? ['logos'] : [],
        needs: person.side === 'needs' ? ['logos'] : [],
      });
      expect(row?.tags.map(({ name }) => name)).toEqual([...person.tags].sort());
      expect(row?.events.toSorted()).toEqual([...person.events].sort());
      expect(row?.email !== null).toBe(person.hasEmail);
      expect(row?.phone !== null).toBe(person.hasPhone);
    }
  });

  it('sees at once what a command changed', async () => {
    const list = async (): Promise<number> =>
      (await test.call<List>('people.list', { filter: { tagIds: [tagIds.get('red')] } })).total;
    const before = await list();
    const bo = planted.find(
      ({ name, tags, isArchived }) => name === 'Bo' && !isArchived && !tags.includes('red'),
    );
    await test.call('people.tag', { ids: [bo?.id], tag: 'red' });
    expect(await list()).toBe(before + 1);
    await test.call('book.undo');
    expect(await list()).toBe(before);
  });
});
