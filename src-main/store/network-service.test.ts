import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { PersonId } from '../contract/common.ts';
import type { CompactGraph } from '../graph/index.ts';
import { loadGraph, readTieValue } from './load-graph.ts';

let book: TestBook;
const today = '2026-06-15';
beforeEach(async () => {
  book = makeTestBook({ today });
  await book.call('book.setMe', { name: 'Me Myself' });
});
afterEach(() => book.close());

/** All that a graph says, in a form that can be compared. */
function listTies(graph: CompactGraph): string[] {
  return graph
    .people()
    .flatMap((a) =>
      graph
        .neighbourIds(a)
        .filter((b) => a < b)
        .map((b) => `${a}-${b} ${JSON.stringify(graph.tie(a, b))}`),
    )
    .toSorted();
}

function listPeople(graph: CompactGraph): string[] {
  return graph
    .people()
    .map((id) => `${id} ${graph.isDoNotAsk(id)}`)
    .toSorted();
}

/** One thing a user does; people are numbers that are taken modulo those who exist. */
type Step =
  | { readonly do: 'create' | 'undo' | 'redo' }
  | { readonly do: 'remove' | 'toggleAsk' | 'report'; readonly who: number }
  | {
      readonly do: 'tell' | 'untie' | 'rate';
      readonly who: number;
      readonly whom: number;
      readonly rating: number;
    };

const somebody = fc.nat(30);
const someStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom('create' as const, 'undo' as const, 'redo' as const) }),
  fc.record({
    do: fc.constantFrom('remove' as const, 'toggleAsk' as const, 'report' as const),
    who: somebody,
  }),
  fc.record({
    do: fc.constantFrom('tell' as const, 'tell' as const, 'untie' as const, 'rate' as const),
    who: somebody,
    whom: somebody,
    rating: fc.integer({ min: 1, max: 5 }),
  }),
);

async function take(step: Step): Promise<void> {
  const ids = book.book.column<number>('SELECT id FROM person ORDER BY id');
  const pick = (at: number): number => ids[at % ids.length] ?? 1;
  switch (step.do) {
    case 'create':
      await book.dispatch('people.create', { name: `Person ${ids.length}` });
      break;
    case 'undo':
    case 'redo':
      await book.dispatch(`book.${step.do}`);
      break;
    case 'remove':
      await book.dispatch('people.remove', { ids: [pick(step.who)] });
      break;
    case 'toggleAsk':
      await book.dispatch('people.update', { id: pick(step.who), doNotAsk: step.who % 2 === 0 });
      break;
    case 'report':
      await book.dispatch('ties.reportSize', { id: pick(step.who), platform: 'x', size: 100 });
      break;
    case 'tell':
      await book.dispatch('ties.tell', { a: pick(step.who), b: pick(step.whom) });
      break;
    case 'untie':
      await book.dispatch('ties.remove', { a: pick(step.who), b: pick(step.whom) });
      break;
    case 'rate':
      await book.dispatch('ties.rate', {
        a: pick(step.who),
        b: pick(step.whom),
        rating: step.rating,
      });
  }
}

describe('the network that follows the book', () => {
  it('is, after any commands, undos and redos, what a fresh load from the book would be', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someStep, { minLength: 5, maxLength: 25 }), async (steps) => {
        book.context().network.graph();
        for (const step of steps) {
          await take(step);
          const kept = book.context().network.graph();
          const fresh = loadGraph(book.book, today);
          expect(listTies(kept)).toEqual(listTies(fresh));
          expect(listPeople(kept)).toEqual(listPeople(fresh));
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('loads each tie as it would be read by itself, whatever the order and kind of its evidence', () => {
    const { opened } = book;
    const kind = fc.constantFrom(
      'platform_link',
      'met_at_event',
      'message',
      'told',
      'co_attendance',
      'stated',
    );
    const evidence = fc.record({
      kind,
      platform: fc.constantFrom(null, 1, 2, 40),
      on: fc.constantFrom(null, '2020-02-29', '2024-01-01', '2026-06-15'),
    });
    const tie = fc.record({
      id: fc.integer({ min: 1, max: 9 }),
      far: fc.boolean(),
      rating: fc.constantFrom(null, null, null, 4),
      stated: fc.constantFrom(null, null, null, 0.123),
      evidence: fc.array(evidence, { maxLength: 4 }),
    });
    opened.sqlite.exec(`INSERT INTO platform (id, key, name) VALUES (40, 'forty', 'Forty')`);
    for (let id = 2; id <= 12; id += 1) {
      book.book.run(
        `INSERT INTO person (id, display_name, folded_name, created_at) VALUES (@id, 'P', 'p', '2026-01-01')`,
        { id },
      );
    }
    fc.assert(
      fc.property(fc.array(tie, { maxLength: 12 }), (ties) => {
        opened.sqlite.exec('DELETE FROM evidence; DELETE FROM tie');
        const rows: [number, string, number | null, string | null][] = [];
        ties.forEach(({ far, id, rating, stated, ...made }, at) => {
          const tieId = far ? 1_000_000 * (at + 1) : at + 1;
          opened.sqlite
            .prepare('INSERT OR IGNORE INTO tie VALUES (?, ?, ?, ?, ?)')
            .run(tieId, id, id + 1 + (at % 3), rating, stated);
          for (const piece of made.evidence)
            rows.push([tieId, piece.kind, piece.platform, piece.on]);
        });
        // not tie by tie, as in a book that has grown
        for (const row of rows.toSorted((a, b) => (a[3] ?? '').localeCompare(b[3] ?? ''))) {
          opened.sqlite
            .prepare(
              `INSERT INTO evidence (tie_id, kind, platform_id, on_date)
               SELECT id, ?2, ?3, ?4 FROM tie WHERE id = ?1`,
            )
            .run({ 1: row[0], 2: row[1], 3: row[2], 4: row[3] });
        }
        const graph = loadGraph(book.book, today);
        for (let a = 1; a <= 9; a += 1) {
          for (let b = a + 1; b <= 12; b += 1) {
            expect(graph.tie(a, b)).toEqual(
              readTieValue(book.book, a as PersonId, b as PersonId, today),
            );
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('weighs a tie by the day: the same evidence is worth less a year later', async () => {
    const event = await book.call<{ event: { id: number } }>('events.create', {
      title: 'Brews',
      heldOn: today,
    });
    await book.call('events.logLine', { id: event.event.id, text: 'Jane Doe' });
    const me = book.book.value<number>('SELECT id FROM person WHERE is_me = 1') ?? 0;
    const jane =
      book.book.value<number>(`SELECT id FROM person WHERE display_name = 'Jane Doe'`) ?? 0;
    const now = book.context().network.graph().tie(me, jane)?.strength ?? 0;
    book.setToday('2027-06-15');
    const later = book.context().network.graph().tie(me, jane)?.strength ?? 0;
    expect(now).toBeGreaterThan(0);
    expect(later).toBeLessThan(now);
  });
});
