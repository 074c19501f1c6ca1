import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { PersonId } from '../contract/common.ts';
import type { OutputOf, StoreContract } from '../contract/index.ts';

type Pairs = OutputOf<StoreContract['suggestions']['pairs']>;

let test: TestBook;
beforeEach(() => {
  test = makeTestBook({ today: '2026-11-24' });
});
afterEach(() => test.close());

/** Contacts of mine: 0 to 39. Behind them stand strangers, 40 to 79. Ids are one higher than places, me is 1. */
const contacts = 40;
const people = 80;
const idOf = (place: number): PersonId => (place + 2) as PersonId;

interface World {
  /** Ratings of my ties with the contacts. */
  readonly ratings: readonly number[];
  /** Ties among contacts and strangers. */
  readonly ties: readonly (readonly [number, number])[];
  /** Who says what: topics 0 to 7. */
  readonly statements: readonly (readonly [number, 'needs' | 'offers', number])[];
  readonly refused: readonly (readonly [number, number])[];
  /** Pairs planted for certain: contacts 2i and 2i + 1, with a topic of their own. */
  readonly planted: number;
}

const place = fc.nat(people - 1);
const contact = fc.nat(contacts - 1);
const world: fc.Arbitrary<World> = fc.record({
  ratings: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: contacts, maxLength: contacts }),
  ties: fc.array(fc.tuple(place, place), { maxLength: 120 }),
  statements: fc.array(
    fc.tuple(contact, fc.constantFrom('needs' as const, 'offers' as const), fc.nat(7)),
    { maxLength: 30 },
  ),
  refused: fc.array(fc.tuple(contact, contact), { maxLength: 15 }),
  planted: fc.integer({ min: 1, max: 4 }),
});

/** The pairs a planted world has for certain: its members know nobody but me, and are rated 5. */
function plantedPairs(count: number): (readonly [number, number])[] {
  return Array.from({ length: count }, (_, i) => [2 * i, 2 * i + 1] as const);
}

/** Everything as sets, for an answer by definition: every pair looked at, nothing indexed. */
function suggestNaively(given: World): Set<string> {
  const planted = plantedPairs(given.planted).flat();
  const knows = (a: number, b: number): boolean =>
    given.ties.some(
      ([x, y]) =>
        ((x === a && y === b) || (x === b && y === a)) &&
        !planted.includes(x) &&
        !planted.includes(y) &&
        x !== y,
    );
  const says = given.statements
    .filter(([who]) => !planted.includes(who))
    .map(([who, kind, topic]) => ({ who, kind, topic }));
  for (const [i, [a, b]] of plantedPairs(given.planted).entries())
    says.push(
      { who: a, kind: 'needs', topic: 100 + i },
      { who: b, kind: 'offers', topic: 100 + i },
    );
  const found = new Set<string>();
  for (let a = 0; a < contacts; a++) {
    for (let b = a + 1; b < contacts; b++) {
      const isClose = [a, b].every(
        (one) => planted.includes(one) || (given.ratings[one] ?? 0) >= 2,
      );
      const isRefused = given.refused.some(
        ([x, y]) => (x === a && y === b) || (x === b && y === a),
      );
      const isShared = Array.from({ length: people }, (_, other) => other).some(
        (other) => knows(a, other) && knows(b, other),
      );
      const hasReason = says.some(
        (one) =>
          one.who === a && says.some((other) => other.who === b && other.topic === one.topic),
      );
      if (isClose && !isRefused && !isShared && !knows(a, b) && hasReason)
        found.add(`${idOf(a)} ${idOf(b)}`);
    }
  }
  return found;
}

async function fill(given: World): Promise<void> {
  for (const table of ['topic_statement', 'refused_pair', 'evidence', 'tie', 'topic', 'person'])
    test.book.run(`DELETE FROM ${table}`);
  const planted = new Set(plantedPairs(given.planted).flat());
  test.book.run(
    `INSERT INTO person (id, is_me, display_name, folded_name, created_at)
     SELECT value, value = 1, 'P' || value, 'p' || value, '2026-01-01' FROM json_each(@ids)`,
    { ids: JSON.stringify(Array.from({ length: people + 1 }, (_, at) => at + 1)) },
  );
  const tie = (a: number, b: number, rating: number | null): void => {
    test.book.run(
      `INSERT INTO tie (low_person_id, high_person_id, rating) VALUES (min(@a, @b), max(@a, @b), @rating)
       ON CONFLICT DO NOTHING`,
      { a, b, rating },
    );
  };
  for (let at = 0; at < contacts; at++)
    tie(1, idOf(at), planted.has(at) ? 5 : (given.ratings[at] ?? 1));
  for (const [a, b] of given.ties)
    if (a !== b && !planted.has(a) && !planted.has(b)) tie(idOf(a), idOf(b), 3);
  const says = given.statements.filter(([who]) => !planted.has(who));
  for (const [who, kind, topic] of says) await say(who, kind, `T${topic}`);
  for (const [i, [a, b]] of plantedPairs(given.planted).entries()) {
    await say(a, 'needs', `Planted ${i}`);
    await say(b, 'offers', `Planted ${i}`);
  }
  for (const [a, b] of given.refused)
    if (a !== b) await test.call('suggestions.refuse', { a: idOf(a), b: idOf(b) });
}

function say(who: number, kind: 'needs' | 'offers', topic: string): Promise<unknown> {
  return test.call('topics.addStatement', { personId: idOf(who), kind, topic });
}

it('suggests just the pairs that a look at every pair finds, each once, the planted ones among the first 20', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(world, async (given) => {
      // another day is another graph, read from the rows as they are then
      run += 1;
      test.setToday(`20${20 + (run % 70)}-11-24`);
      await fill(given);
      const all = await test.call<Pairs>('suggestions.pairs', { limit: 100 });
      const keys = all.map(({ a, b }) => `${a.id} ${b.id}`);
      const expected = suggestNaively(given);
      expect(new Set(keys).size).toBe(keys.length);
      for (const key of keys) expect(expected).toContain(key);
      expect(keys).toHaveLength(Math.min(100, expected.size));
      const planted = plantedPairs(given.planted).map(([a, b]) => `${idOf(a)} ${idOf(b)}`);
      expect(keys.slice(0, 20)).toEqual(
        expect.arrayContaining(planted.filter((key) => expected.has(key))),
      );
      const scores = all.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((x, y) => y - x));
    }),
    { numRuns: 25 },
  );
});
