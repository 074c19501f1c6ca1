import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { PersonId } from '../contract/common.ts';
import { loadGraph, readTieValue } from './load-graph.ts';
import { listPeople, listTies, someStep, takeStep } from './testing/network-steps.ts';

let book: TestBook;
const today = '2026-06-15';
beforeEach(async () => {
  book = makeTestBook({ today });
  await book.call('book.setMe', { name: 'Me Myself' });
});
afterEach(() => book.close());

describe('the network that follows the book', () => {
  it('is, after any commands, undos and redos, what a fresh load from the book would be', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someStep, { minLength: 5, maxLength: 25 }), async (steps) => {
        book.context().network.graph();
        for (const step of steps) {
          await takeStep(book, step);
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

  it('is never made of what a command saw before it was rolled back', () => {
    const { opened } = book;
    const attempt = opened.sqlite.transaction(() => {
      opened.writer.run(`INSERT INTO person (id, display_name, folded_name, created_at)
        VALUES (77, 'P', 'p', '2026-01-01')`);
      expect(book.context().network.graph().people()).toContain(77);
      throw new Error('rolled back');
    });
    expect(attempt).toThrow('rolled back');
    expect(book.context().network.graph().people()).not.toContain(77);
  });
});
