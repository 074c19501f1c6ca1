import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { CompactGraph } from '../graph/index.ts';
import { HelperFailed } from './graph-helper.ts';
import { loadGraph } from './load-graph.ts';
import { LoadingHelper } from './loading-helper.ts';
import { sweepGraph } from './sweep-graph.ts';
import { listPeople, listTies } from './testing/network-steps.ts';

const today = '2026-06-15';
let book: TestBook;

beforeEach(() => {
  book = makeTestBook({ today });
});
afterEach(() => book.close());

interface Row {
  readonly low: number;
  readonly high: number;
  readonly rating: number | null;
  readonly stated: number | null;
}
interface Evidence {
  readonly tie: number;
  readonly kind: string;
  readonly platform: number | null;
  readonly date: string | null;
}
/** Ids are multiples of the gap, so that they lie close together or far apart. */
interface DrawnBook {
  readonly people: number;
  readonly gap: number;
  readonly ties: readonly Row[];
  readonly evidence: readonly Evidence[];
}

const kinds = [
  'platform_link',
  'follow',
  'met_at_event',
  'told',
  'co_attendance',
  'message',
  'stated',
];
const drawnBook: fc.Arbitrary<DrawnBook> = fc.integer({ min: 2, max: 12 }).chain((people) =>
  fc.record({
    people: fc.constant(people),
    gap: fc.constantFrom(1, 1, 7000),
    ties: fc
      .uniqueArray(
        fc.record({
          low: fc.integer({ min: 1, max: people }),
          high: fc.integer({ min: 1, max: people }),
          rating: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 4 }),
          stated: fc.option(fc.constantFrom(0.25, 0.6, 1), { freq: 6 }),
        }),
        { maxLength: 40, selector: ({ high, low }) => `${low} ${high}` },
      )
      .map((ties) => ties.filter(({ high, low }) => low < high)),
    evidence: fc.array(
      fc.record({
        tie: fc.nat(1000),
        kind: fc.constantFrom(...kinds),
        platform: fc.option(fc.integer({ min: 1, max: 3 })),
        date: fc.option(fc.constantFrom('2026-06-15', '2024-02-29', '2019-12-31', '2026-01-02')),
      }),
      { maxLength: 60 },
    ),
  }),
);

function write({ evidence, gap, people, ties }: DrawnBook): void {
  const run = book.book.run.bind(book.book);
  run('DELETE FROM evidence');
  run('DELETE FROM tie');
  run('DELETE FROM person');
  for (let id = 1; id <= people; id += 1) {
    run(
      `INSERT INTO person (id, is_me, display_name, folded_name, do_not_ask, created_at)
       VALUES (@id, @isMe, 'P', 'p', @doNotAsk, '2026-01-01')`,
      { id: id * gap, isMe: id === 2 ? 1 : 0, doNotAsk: id === 5 ? 1 : 0 },
    );
  }
  ties.forEach(({ high, low, rating, stated }, at) => {
    run(
      `INSERT INTO tie (id, low_person_id, high_person_id, rating, stated_strength)
       VALUES (@id, @low, @high, @rating, @stated)`,
      { id: (at + 1) * gap, low: low * gap, high: high * gap, rating, stated },
    );
  });
  evidence.forEach(({ date, kind, platform, tie }, at) => {
    if (ties.length === 0) return;
    run(
      `INSERT INTO evidence (id, tie_id, kind, platform_id, direction, on_date)
       VALUES (@id, @tie, @kind, @platform, @direction, @date)`,
      {
        id: (at + 1) * gap,
        tie: ((tie % ties.length) + 1) * gap,
        kind,
        platform,
        direction: kind === 'follow' ? (tie % 2 === 0 ? 'low_to_high' : 'high_to_low') : null,
        date,
      },
    );
  });
}

function expectRight(graph: CompactGraph | null): void {
  const alone = loadGraph(book.book, today);
  expect(graph === null ? null : listTies(graph)).toEqual(listTies(alone));
  expect(graph === null ? null : listPeople(graph)).toEqual(listPeople(alone));
  expect(graph?.people()).toEqual(alone.people());
  expect([graph?.tieCount, graph?.possibleCount]).toEqual([alone.tieCount, alone.possibleCount]);
}

const goesOn = (): boolean => true;
const helped = { goesOn, helpedAbove: -1, sliceTime: 0 };

/** So many chunks of evidence, one id in four being used, that they cannot all wait at once for the other thread. */
function writeMuch(): void {
  const people = 3000;
  book.book.run(
    `INSERT INTO person (id, is_me, display_name, folded_name, created_at)
     SELECT value, value = 1, 'P', 'p', '2026-01-01' FROM json_each(@ids)`,
    { ids: JSON.stringify(Array.from({ length: people }, (_, at) => at + 1)) },
  );
  book.book.run(
    `INSERT INTO tie (low_person_id, high_person_id)
     SELECT low.id, low.id + step.value FROM person AS low, json_each('[1, 2, 5, 40, 700]') AS step
     WHERE low.id + step.value <= ${people}`,
  );
  book.book.run(
    `INSERT INTO evidence (id, tie_id, kind, on_date)
     SELECT 4 * (tie.id * 10 + step.value), tie.id, 'message', date('2020-01-01', (tie.id * 7 + step.value) % 2000 || ' days')
     FROM tie, json_each('[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]') AS step`,
  );
}

describe('a graph loaded with the help of a thread', () => {
  it('is the one that is loaded without', async () => {
    await fc.assert(
      fc.asyncProperty(drawnBook, async (drawn) => {
        write(drawn);
        expectRight(await sweepGraph(book.book, today, helped));
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  it('is the one that is loaded without, when evidence has to wait', async () => {
    writeMuch();
    expectRight(await sweepGraph(book.book, today, { ...helped, sliceTime: 5 }));
  });

  it('is right when the thread dies at any moment', async () => {
    writeMuch();
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 1, noNaN: true }), async (moment) => {
        let helper: LoadingHelper | undefined;
        const options = {
          ...helped,
          startHelper: () => (helper = new LoadingHelper()),
          goesOn: (done: number) => {
            if (done >= moment) void helper?.close();
            return true;
          },
        };
        expectRight(await sweepGraph(book.book, today, options));
      }),
      { numRuns: 7, examples: [[0], [0.5], [0.76], [0.81], [0.9]] },
    );
  }, 120_000);

  it.each([
    ['fails at once', 'throw new Error("broken")'],
    ['ends without a word', ''],
    ['cannot be started', 'import "./there-is-no-such-module.ts"'],
  ])('is right when the thread %s', async (_, script) => {
    writeMuch();
    let starts = 0;
    const startHelper = (): LoadingHelper => {
      starts += 1;
      return new LoadingHelper(new URL(`data:text/javascript,${encodeURIComponent(script)}`));
    };
    expectRight(await sweepGraph(book.book, today, { ...helped, startHelper }));
    expect(starts).toBe(1);
  });

  it('leaves no thread behind when it is done, or ended at any moment', async () => {
    writeMuch();
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 1, noNaN: true }), async (moment) => {
        const helpers: LoadingHelper[] = [];
        const startHelper = (): LoadingHelper => {
          const helper = new LoadingHelper();
          helpers.push(helper);
          return helper;
        };
        let wasEnded = false;
        const options = {
          ...helped,
          startHelper,
          goesOn: (done: number) => {
            wasEnded ||= done >= moment;
            return !wasEnded;
          },
        };
        const graph = await sweepGraph(book.book, today, options);
        expect(graph === null).toBe(wasEnded);
        expect(helpers).toHaveLength(1);
        for (const helper of helpers) {
          expect(() => helper.arranged().next()).toThrow(HelperFailed);
        }
      }),
      { numRuns: 8, examples: [[0], [0.5], [1]] },
    );
  }, 120_000);

  it('starts no thread for a small book', async () => {
    writeMuch();
    const startHelper = (): LoadingHelper => {
      throw new Error('A thread was started.');
    };
    const options = { ...helped, helpedAbove: 100_000, startHelper };
    expectRight(await sweepGraph(book.book, today, options));
  });
});
