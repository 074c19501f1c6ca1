import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import { personSortKeys } from '../contract/people.ts';
import type { OutputOf, StoreContract } from '../contract/index.ts';
import type { PersonId } from '../contract/common.ts';
import { addAccount } from '../tables/accounts.ts';
import { addContactPoint } from '../tables/contact-points.ts';
import { foldName } from '../tables/fold-name.ts';
import { addInteraction } from '../tables/interactions.ts';
import { insertPerson } from '../tables/persons.ts';
import { addRole } from '../tables/roles.ts';
import { findOrCreateTag, tagPersons } from '../tables/tags.ts';
import { addEvidence } from '../tables/tie-evidence.ts';
import { addStatement, findOrCreateTopic } from '../tables/topics.ts';
import { rebuildSearch } from '../search/indexing.ts';

type List = OutputOf<StoreContract['people']['list']>;
type Row = List['rows'][number];

/** What was put in, for the naive answer. */
interface Planted {
  readonly id: PersonId;
  readonly name: string | null;
  readonly organisation: string | null;
  readonly strength: number | null;
  readonly lastContact: string | null;
  readonly hasEmail: boolean;
  readonly isOnX: boolean;
  readonly tags: readonly string[];
  readonly isArchived: boolean;
  readonly needsLogos: boolean;
}

const now = '2026-06-15T12:00:00.000Z';
const names = ['Zoë Ray', 'zoe ray', 'Ann Lee', 'Äon', 'Bo', 'O’Brien', 'Émile', null, null];
const ratings = [null, 1, 3, 5] as const;
const strengths = new Map<number, number>([
  [1, 0.1],
  [3, 0.5],
  [5, 0.9],
]);
let test: TestBook;
let planted: Planted[];
let tagIds: Map<string, number>;
let topicId: number;

/** Fifty people with every mixture of what can be sorted and filtered by. */
beforeAll(async () => {
  test = makeTestBook();
  const { book } = test;
  const { me } = await test.call<{ me: { id: PersonId } }>('book.setMe', { name: 'Mara Me' });
  topicId = findOrCreateTopic(book, 'logos').id;
  tagIds = new Map(['red', 'blue'].map((tag) => [tag, findOrCreateTag(book, tag).id]));
  planted = Array.from({ length: 50 }, (_, index) => plant(index, me.id));
  planted.push({ ...nobody, id: me.id, name: 'Mara Me' });
  rebuildSearch(book);
});
afterAll(() => test.close());

const nobody = {
  name: null,
  organisation: null,
  strength: null,
  lastContact: null,
  hasEmail: false,
  isOnX: false,
  tags: [],
  isArchived: false,
  needsLogos: false,
};

function plant(index: number, me: PersonId): Planted {
  const { book } = test;
  const name = names[index % names.length] ?? null;
  const id = insertPerson(book, { displayName: name }, now);
  const organisation = [null, 'Acme', 'Zebra', 'ärzte'][index % 4] ?? null;
  if (organisation !== null) {
    addRole(book, { personId: id, organisation, startedOn: '2024-01-01' });
    addRole(book, { personId: id, organisation: 'Middle', startedOn: '2020-01-01' });
    addRole(book, { personId: id, organisation: 'Aardvark', endedOn: '2025-01-01' });
  }
  const rating = ratings[index % ratings.length] ?? null;
  if (rating !== null) {
    const { tieId } = addEvidence(book, me, id, { kind: 'told' });
    book.run('UPDATE tie SET rating = @rating WHERE id = @tieId', { tieId, rating });
  }
  const lastContact = index % 3 === 0 ? null : `2026-0${1 + (index % 5)}-01`;
  if (lastContact !== null)
    addInteraction(book, { personId: id, kind: 'call', onDate: lastContact });
  if (index % 5 === 0)
    addContactPoint(book, { personId: id, kind: 'email', value: `p${index}@acme.example` });
  if (index % 6 === 0) addAccount(book, { personId: id, platformId: 3, externalId: `${index}` });
  const tags = [...(index % 2 ? ['red'] : []), ...(index % 7 < 3 ? ['blue'] : [])];
  for (const tag of tags) tagPersons(book, [id], findOrCreateTag(book, tag).id);
  if (index % 8 === 0) {
    addStatement(
      book,
      { personId: id, topicId: findOrCreateTopic(book, 'logos').id, kind: 'needs' },
      '2026-06-15',
    );
  }
  if (index % 11 === 0) book.run('UPDATE person SET is_archived = 1 WHERE id = @id', { id });
  return {
    id,
    name,
    organisation,
    tags,
    lastContact,
    strength: rating === null ? null : (strengths.get(rating) ?? null),
    hasEmail: index % 5 === 0,
    isOnX: index % 6 === 0,
    needsLogos: index % 8 === 0,
    isArchived: index % 11 === 0,
  };
}

type SortKey = (typeof personSortKeys)[number];

function sortValue(person: Planted, by: SortKey): string | number | null {
  if (by === 'name') return person.name === null ? null : foldName(person.name);
  if (by === 'organisation')
    return person.organisation === null ? null : foldName(person.organisation);
  if (by === 'added') return person.id;
  return by === 'strength' ? person.strength : person.lastContact;
}

/** The order as the design says it, by comparing any two people. */
function compare(by: SortKey, direction: 'ascending' | 'descending') {
  return (a: Planted, b: Planted): number => {
    const [left, right] = [sortValue(a, by), sortValue(b, by)];
    if (left !== right) {
      if (left === null) return 1;
      if (right === null) return -1;
      return left < right === (direction === 'ascending') ? -1 : 1;
    }
    if (by === 'name')
      return direction === 'descending' && left !== null ? b.id - a.id : a.id - b.id;
    return compare('name', 'ascending')(a, b);
  };
}

const filters = fc.record(
  {
    hasEmail: fc.boolean(),
    tiedToMe: fc.boolean(),
    platform: fc.constantFrom('x', 'mastodon'),
    tags: fc.subarray(['red', 'blue'], { minLength: 1 }),
    needsLogos: fc.constant(true as const),
    text: fc.constantFrom('zoe', 'ACME', 'ra', 'o'),
    isArchived: fc.boolean(),
  },
  { requiredKeys: [] },
);
type Filter = typeof filters extends fc.Arbitrary<infer Value> ? Value : never;

function passes(person: Planted, filter: Filter): boolean {
  const tied = person.strength !== null;
  const isMe = person.name === 'Mara Me';
  return (
    person.isArchived === (filter.isArchived ?? false) &&
    (filter.hasEmail === undefined || person.hasEmail === filter.hasEmail) &&
    (filter.tiedToMe === undefined || (!isMe && tied === filter.tiedToMe)) &&
    (filter.platform === undefined || (filter.platform === 'x' && person.isOnX)) &&
    (filter.tags ?? []).every((tag) => person.tags.includes(tag)) &&
    (filter.needsLogos === undefined || person.needsLogos) &&
    (filter.text === undefined ||
      textOf(person).some((word) => word.startsWith(foldName(filter.text ?? ''))))
  );
}

/** Words that the index holds of a planted person, as far as the probes can tell. */
function textOf(person: Planted): string[] {
  const organisations =
    person.organisation === null ? [] : [person.organisation, 'Middle', 'Aardvark'];
  const email = person.hasEmail ? ['acme'] : [];
  const logos = person.needsLogos ? ['logos'] : [];
  const words = [person.name ?? '', ...organisations].flatMap((text) =>
    foldName(text).split(/[^a-z]+/),
  );
  return [...words, ...email, ...logos];
}

describe('the list of people', () => {
  it('answers any filter, order and window as looking at everybody would', async () => {
    await fc.assert(
      fc.asyncProperty(
        filters,
        fc.constantFrom(...personSortKeys),
        fc.constantFrom('ascending' as const, 'descending' as const),
        fc.nat(60),
        fc.integer({ min: 1, max: 60 }),
        async (filter, by, direction, offset, limit) => {
          const { tags, needsLogos, ...rest } = filter;
          const list = await test.call<List>('people.list', {
            filter: {
              ...rest,
              ...(tags === undefined ? {} : { tagIds: tags.map((tag) => tagIds.get(tag)) }),
              ...(needsLogos === undefined ? {} : { topicId }),
            },
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

  it('gives the ids of everybody whom a filter lets through', async () => {
    await fc.assert(
      fc.asyncProperty(filters, async ({ tags: _tags, needsLogos: _needsLogos, ...filter }) => {
        const { ids } = await test.call<{ ids: PersonId[] }>('people.ids', { filter });
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
      expect(byId.get(person.id)).toMatchObject({
        isNamed: person.name !== null,
        organisation: person.organisation,
        strength: person.strength,
        lastContactOn: person.lastContact,
        platforms: person.isOnX ? ['x'] : [],
      });
      expect(byId.get(person.id)?.tags.map(({ name }) => name)).toEqual([...person.tags].sort());
      expect(byId.get(person.id)?.email !== null).toBe(person.hasEmail);
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
