import dayjs from 'dayjs';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { PersonId } from '../contract/common.ts';
import type { OutputOf, StoreContract } from '../contract/index.ts';

type Pairs = OutputOf<StoreContract['suggestions']['pairs']>;

let test: TestBook;
let today: string;
beforeEach(() => {
  today = '2026-11-24';
  test = makeTestBook({ today });
});
afterEach(() => test.close());

/*
 * People by place. Planted pairs stand in 0 to 39, contacts of mine about whom chance decides in 40 to 79, decoys in
 * 80 to 99. Behind them stand strangers, 100 to 129. Ids are one higher than places, me is 1.
 */
const noise = { from: 40, to: 79 } as const;
const decoysFrom = 80;
const contacts = 100;
const people = 130;
const idOf = (place: number): PersonId => (place + 2) as PersonId;

type Pair = readonly [number, number];

/** Why a pair that looks like a planted one is none; 'asked before': it is one after all, but I know them less well. */
const decoyKinds = [
  'tied',
  'joined by another',
  'refused',
  'asked lately',
  'asked before',
  'introduced',
  'not to be asked',
  'hardly known',
] as const;

interface World {
  readonly planted: readonly Pair[];
  /** My rating of each contact; none: no contact. */
  readonly ratings: ReadonlyMap<number, number>;
  /** Ties among contacts and strangers. */
  readonly ties: readonly Pair[];
  readonly statements: readonly (readonly [number, 'needs' | 'offers', string])[];
  readonly refused: readonly Pair[];
  /** Contacts that I asked for an introduction, and so many days ago. */
  readonly asked: readonly (readonly [number, number])[];
  /** Pairs for whom there is an introduction on the board. */
  readonly introduced: readonly Pair[];
  readonly notToBeAsked: readonly number[];
}

interface Plan {
  readonly planted: number;
  readonly decoys: readonly (typeof decoyKinds)[number][];
  readonly ratings: readonly number[];
  readonly ties: readonly Pair[];
  readonly says: readonly (readonly [number, 'needs' | 'offers', number])[];
  readonly refused: readonly Pair[];
}

function pairsFrom(first: number, count: number): Pair[] {
  return Array.from({ length: count }, (_, at) => [first + 2 * at, first + 2 * at + 1] as const);
}

/** Lays a plan out: every planted pair and every decoy has a need that is met, and nobody in common but me. */
function layOut(plan: Plan): World {
  const planted = pairsFrom(0, plan.planted);
  const decoys = pairsFrom(decoysFrom, plan.decoys.length).map(
    (pair, at) => [pair, plan.decoys[at]] as const,
  );
  const of = (kind: (typeof decoyKinds)[number]): Pair[] =>
    decoys.filter(([, each]) => each === kind).map(([pair]) => pair);
  const met = [...planted, ...decoys.map(([pair]) => pair)];
  const weaker = new Map([
    ...of('hardly known').map(([, b]) => [b, 1] as const),
    ...of('asked before').map(([, b]) => [b, 4] as const),
  ]);
  return {
    planted,
    ratings: new Map([
      ...plan.ratings.map((rating, at) => [noise.from + at, rating] as const),
      ...met.flat().map((place) => [place, weaker.get(place) ?? 5] as const),
    ]),
    ties: [
      ...plan.ties,
      ...of('tied'),
      ...of('joined by another').flatMap(([a, b]) => [
        [a, contacts] as const,
        [b, contacts] as const,
      ]),
    ],
    statements: [
      ...plan.says.map(([who, kind, topic]) => [who, kind, `Topic ${topic}`] as const),
      ...met.flatMap(([a, b]) => [
        [a, 'needs', `Need of ${a}`] as const,
        [b, 'offers', `Need of ${a}`] as const,
      ]),
    ],
    refused: [...plan.refused, ...of('refused').map(([a, b]) => [b, a] as const)],
    asked: [
      ...of('asked lately').map(([a]) => [a, 30] as const),
      ...of('asked before').map(([a]) => [a, 31] as const),
    ],
    introduced: of('introduced').map(([a, b]) => [b, a] as const),
    notToBeAsked: of('not to be asked').map(([, b]) => b),
  };
}

const someContact = fc.integer({ min: noise.from, max: noise.to });
const somebody = fc.oneof(someContact, fc.integer({ min: contacts, max: people - 1 }));
const kind = fc.constantFrom('needs' as const, 'offers' as const);

/** @param says what the contacts of chance say */
function worlds(planted: fc.Arbitrary<number>, highest: number, says: fc.Arbitrary<Plan['says']>) {
  const size = noise.to - noise.from + 1;
  return fc
    .record({
      planted,
      decoys: fc.array(fc.constantFrom(...decoyKinds), { maxLength: 10 }),
      ratings: fc.array(fc.integer({ min: 1, max: highest }), { minLength: size, maxLength: size }),
      ties: fc.array(fc.tuple(somebody, somebody), { maxLength: 120 }),
      says,
      refused: fc.array(fc.tuple(someContact, someContact), { maxLength: 15 }),
    })
    .map(layOut);
}

const anySayings = fc.array(fc.tuple(someContact, kind, fc.nat(7)), { maxLength: 30 });
/** Each says one thing at most, so that two have at most one reason to meet. */
const oneSayingEach = fc.uniqueArray(fc.tuple(someContact, kind, fc.nat(7)), {
  maxLength: 30,
  selector: ([who]) => who,
});

function isAmong(pairs: readonly Pair[], a: number, b: number): boolean {
  return pairs.some(([x, y]) => (x === a && y === b) || (x === b && y === a));
}

/** Everything by definition: every pair of contacts looked at, nothing indexed. */
function suggestNaively(given: World): Set<string> {
  const found = new Set<string>();
  const mayMeet = (one: number): boolean =>
    (given.ratings.get(one) ?? 0) >= 2 &&
    !given.notToBeAsked.includes(one) &&
    !given.asked.some(([who, daysAgo]) => who === one && daysAgo <= 30);
  const says = (who: number): string[] =>
    given.statements.filter(([one]) => one === who).map(([, , topic]) => topic);
  for (let a = 0; a < contacts; a++) {
    for (let b = a + 1; mayMeet(a) && b < contacts; b++) {
      const isSettled = isAmong(given.refused, a, b) || isAmong(given.introduced, a, b);
      if (!mayMeet(b) || isSettled || isAmong(given.ties, a, b)) continue;
      const others = Array.from({ length: people }, (_, other) => other);
      const isJoined = (): boolean =>
        others.some((other) => isAmong(given.ties, a, other) && isAmong(given.ties, b, other));
      const topics = says(b);
      if (says(a).some((topic) => topics.includes(topic)) && !isJoined())
        found.add(`${idOf(a)} ${idOf(b)}`);
    }
  }
  return found;
}

async function fill(given: World): Promise<void> {
  for (const table of [
    'introduction_change',
    'introduction',
    'topic_statement',
    'refused_pair',
    'evidence',
    'tie',
    'topic',
    'person',
  ])
    test.book.run(`DELETE FROM ${table}`);
  test.book.run(
    `INSERT INTO person (id, is_me, display_name, folded_name, created_at, do_not_ask)
     SELECT value, value = 1, 'P' || value, 'p' || value, '2020-01-01',
       value IN (SELECT value FROM json_each(@marked)) FROM json_each(@ids)`,
    {
      ids: JSON.stringify(Array.from({ length: people + 1 }, (_, at) => at + 1)),
      marked: JSON.stringify(given.notToBeAsked.map(idOf)),
    },
  );
  const tie = (a: number, b: number, rating: number): void => {
    test.book.run(
      `INSERT INTO tie (low_person_id, high_person_id, rating) VALUES (min(@a, @b), max(@a, @b), @rating)
       ON CONFLICT DO NOTHING`,
      { a, b, rating },
    );
  };
  for (const [place, rating] of given.ratings) tie(1, idOf(place), rating);
  for (const [a, b] of given.ties) if (a !== b) tie(idOf(a), idOf(b), 3);
  for (const [who, says, topic] of given.statements)
    await test.call('topics.addStatement', { personId: idOf(who), kind: says, topic });
  for (const [a, b] of given.refused)
    if (a !== b) await test.call('suggestions.refuse', { a: idOf(a), b: idOf(b) });
  for (const [who, daysAgo] of given.asked)
    await test.call('introductions.create', {
      kind: 'ask',
      introducerId: idOf(who),
      secondId: idOf(people - 1),
      state: 'asked',
      onDate: dayjs(today).subtract(daysAgo, 'day').format('YYYY-MM-DD'),
    });
  for (const [a, b] of given.introduced)
    await test.call('introductions.create', { kind: 'make', firstId: idOf(a), secondId: idOf(b) });
}

let run = 0;
async function suggest(given: World): Promise<{ keys: string[]; scores: number[] }> {
  // another day is another graph, read from the rows as they are then
  run += 1;
  today = `20${30 + (run % 60)}-11-24`;
  test.setToday(today);
  await fill(given);
  const all = await test.call<Pairs>('suggestions.pairs', { limit: 100 });
  return {
    keys: all.map(({ a, b }) => `${a.id} ${b.id}`),
    scores: all.map(({ score }) => score),
  };
}

it('suggests just the pairs that a look at every pair finds, each once, the best first', async () => {
  const any = worlds(fc.integer({ min: 0, max: 4 }), 5, anySayings);
  await fc.assert(
    fc.asyncProperty(any, async (given) => {
      const { keys, scores } = await suggest(given);
      const expected = suggestNaively(given);
      expect(new Set(keys).size).toBe(keys.length);
      for (const key of keys) expect(expected).toContain(key);
      expect(keys).toHaveLength(Math.min(100, expected.size));
      expect(scores).toEqual(scores.toSorted((x, y) => y - x));
    }),
    { numRuns: 20 },
  );
});

it('finds every planted pair, up to 20, among its first 20, whatever decoys stand beside them', async () => {
  const crowded = worlds(fc.integer({ min: 1, max: 20 }), 4, oneSayingEach);
  await fc.assert(
    fc.asyncProperty(crowded, async (given) => {
      const { keys } = await suggest(given);
      const planted = given.planted.map(([a, b]) => `${idOf(a)} ${idOf(b)}`);
      expect(keys.slice(0, planted.length).toSorted()).toEqual(planted.toSorted());
      expect(new Set(keys)).toEqual(suggestNaively(given));
      expect(keys).toHaveLength(new Set(keys).size);
    }),
    { numRuns: 20 },
  );
});
