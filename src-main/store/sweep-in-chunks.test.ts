import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeTestBook } from '../book/testing/make-book.ts';
import { inChunks, readIdSpan, rowsAChunk } from './sweep-in-chunks.ts';

/** Runs of ids: so many one behind the other, after a gap. */
const someRuns = fc.array(
  fc.record({
    gap: fc.constantFrom(1, 2, 900, 60_000, 5_000_000),
    length: fc.integer({ min: 1, max: 3000 }),
  }),
  { maxLength: 6 },
);

it('goes through every row once, few at a time, wherever the ids lie', () => {
  const book = makeTestBook();
  try {
    fc.assert(
      fc.property(someRuns, (runs) => {
        book.book.run('DELETE FROM person');
        let last = 0;
        let rows = 0;
        for (const { gap, length } of runs) {
          book.book.run(
            `WITH RECURSIVE ids (id) AS (VALUES (@from) UNION ALL SELECT id + 1 FROM ids WHERE id < @to)
             INSERT INTO person (id, display_name, folded_name, created_at) SELECT id, 'P', 'p', '2026-01-01' FROM ids`,
            { from: last + gap, to: last + gap + length - 1 },
          );
          last += gap + length - 1;
          rows += length;
        }
        const span = readIdSpan(book.book, 'person');
        expect(span.most).toBeGreaterThanOrEqual(rows);
        const met: number[] = [];
        for (const { from, to } of inChunks(book.book, 'person', span)) {
          const ids = book.book.column<number>(
            'SELECT id FROM person WHERE id BETWEEN @from AND @to ORDER BY id',
            { from, to },
          );
          expect(ids.length).toBeLessThanOrEqual(rowsAChunk);
          met.push(...ids);
        }
        expect(met).toEqual(book.book.column('SELECT id FROM person ORDER BY id'));
        // room is made for that many
        expect(span.most).toBeLessThanOrEqual(Math.max(20_000, rows * 100));
      }),
      { numRuns: 40 },
    );
  } finally {
    book.close();
  }
});
