import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { OutputOf, StoreContract } from '../contract/index.ts';

type Board = OutputOf<StoreContract['suggestions']['needsAndOffers']>;
type Speakers = OutputOf<StoreContract['suggestions']['speakers']>;
const kinds = ['needs', 'offers'] as const;

let test: TestBook;
beforeEach(() => {
  test = makeTestBook();
});
afterEach(() => test.close());

/** Me is person 1; ids go to 20, topics to 4. */
const people = 20;
const topics = 4;
const anybody = fc.integer({ min: 1, max: people });

interface Said {
  readonly personId: number;
  readonly topicId: number;
  readonly kind: (typeof kinds)[number];
  readonly endedOn: string | null;
}
interface World {
  /** My rating of people; the better, the nearer. */
  readonly ratings: ReadonlyMap<number, number>;
  readonly said: readonly Said[];
  readonly archived: readonly number[];
}

const worlds: fc.Arbitrary<World> = fc.record({
  ratings: fc
    .array(fc.tuple(fc.integer({ min: 2, max: people }), fc.integer({ min: 1, max: 5 })))
    .map((pairs) => new Map(pairs)),
  said: fc.array(
    fc.record({
      personId: anybody,
      topicId: fc.integer({ min: 1, max: topics }),
      kind: fc.constantFrom(...kinds),
      // yesterday, today and tomorrow of every run, see below; mostly it goes on
      endedOn: fc.constantFrom(null, null, null, '2030-01-01', '2030-01-02', '2030-01-03'),
    }),
    { maxLength: 120 },
  ),
  archived: fc.array(fc.integer({ min: 2, max: people }), { maxLength: 4 }),
});

/** By definition, from the rows as they were drawn: who says it, in the order of the board. */
function speakersNaively(world: World, topicId: number, kind: string): number[] {
  const near = (id: number): number => (id === 1 ? 9 : (world.ratings.get(id) ?? 0));
  const all = world.said.filter(
    (one) =>
      one.topicId === topicId &&
      one.kind === kind &&
      (one.endedOn === null || one.endedOn > '2030-01-02') &&
      !world.archived.includes(one.personId),
  );
  const ids = [...new Set(all.map(({ personId }) => personId))];
  return ids.sort((a, b) => near(b) - near(a) || a - b);
}

function fill(world: World): void {
  for (const table of ['topic_statement', 'evidence', 'tie', 'topic', 'person'])
    test.book.run(`DELETE FROM ${table}`);
  const numbers = (count: number) =>
    JSON.stringify(Array.from({ length: count }, (_, at) => at + 1));
  test.book.run(
    `INSERT INTO person (id, is_me, display_name, folded_name, created_at, is_archived)
     SELECT value, value = 1, 'P' || value, 'p' || value, '2020-01-01',
       value IN (SELECT value FROM json_each(@archived)) FROM json_each(@ids)`,
    { ids: numbers(people), archived: JSON.stringify(world.archived) },
  );
  test.book.run(
    `INSERT INTO topic (id, name, folded_name) SELECT value, 't' || value, 't' || value FROM json_each(@ids)`,
    { ids: numbers(topics) },
  );
  for (const [high, rating] of world.ratings)
    test.book.run(
      'INSERT INTO tie (low_person_id, high_person_id, rating) VALUES (1, @high, @rating)',
      { high, rating },
    );
  for (const one of world.said)
    test.book.run(
      `INSERT INTO topic_statement (person_id, topic_id, kind, ended_on)
       VALUES (@personId, @topicId, @kind, @endedOn)`,
      { ...one },
    );
}

it('puts every topic into its group, by how many say it, and names the first six and the rest on demand', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      // a day in between has another graph, so that the one of this day is read anew
      test.setToday('2030-01-01');
      await test.graph();
      fill(world);
      test.setToday('2030-01-02');
      const board = await test.call<Board>('suggestions.needsAndOffers');
      const expected = Array.from({ length: topics }, (_, at) => {
        const [needs, offers] = kinds.map((kind) => speakersNaively(world, at + 1, kind));
        return { id: at + 1, needs: needs ?? [], offers: offers ?? [] };
      }).filter(({ needs, offers }) => needs.length + offers.length > 0);
      const ranked = expected.toSorted(
        (a, b) =>
          b.needs.length - a.needs.length || b.offers.length - a.offers.length || a.id - b.id,
      );
      const inGroup = {
        met: ranked.filter(({ needs, offers }) => needs.length > 0 && offers.length > 0),
        unmet: ranked.filter(({ offers }) => offers.length === 0),
        offered: ranked.filter(({ needs }) => needs.length === 0),
      };
      const side = (ids: number[]) => ({ total: ids.length, ids: ids.slice(0, 6) });
      expect(
        board.map(({ group, total, topics: each }) => ({
          group,
          total,
          topics: each.map(({ topic, needs, offers, matches }) => ({
            id: topic.id,
            needs: told(needs),
            offers: told(offers),
            matches,
          })),
        })),
      ).toEqual(
        (['met', 'unmet', 'offered'] as const).map((group) => ({
          group,
          total: inGroup[group].length,
          topics: inGroup[group].map(({ id, needs, offers }) => ({
            id,
            needs: side(needs),
            offers: side(offers),
            matches: needs.flatMap((one) => offers.filter((other) => other !== one)).length,
          })),
        })),
      );
      for (const { id, offers } of expected) {
        const asked = { topicId: id, kind: 'offers', limit: 9 };
        const more = await test.call<Speakers>('suggestions.speakers', asked);
        expect(told(more)).toEqual({ total: offers.length, ids: offers.slice(0, 9) });
      }
    }),
    { numRuns: 60 },
  );
});

function told({ people: each, total }: Speakers) {
  return { total, ids: each.map(({ person }) => person.id) };
}
