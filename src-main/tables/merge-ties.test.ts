import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { PersonId } from '../contract/common.ts';
import { mergePersons } from './merge-persons.ts';
import { insertPerson } from './persons.ts';
import { addEvidence, directionSeenFrom, findTie, type StoredDirection } from './tie-evidence.ts';

const now = '2026-06-15T12:00:00.000Z';
let test: TestBook;
beforeAll(() => {
  test = makeTestBook();
});
afterAll(() => test.close());

/** Runs on a book whose changes are taken back afterwards, so that thousands of runs need one book. */
function inScratch(action: () => void): void {
  test.opened.sqlite.exec('BEGIN');
  try {
    action();
    expect(test.book.all('PRAGMA foreign_key_check')).toEqual([]);
  } finally {
    test.opened.sqlite.exec('ROLLBACK');
  }
}

function add(displayName: string | null): PersonId {
  return insertPerson(test.book, { displayName }, now);
}

interface ModelTie {
  readonly kind: 'told' | 'follow' | 'platform_link';
  readonly from: number;
  readonly to: number;
}

const people = 6;
const tie = fc.record({
  kind: fc.constantFrom('told' as const, 'follow' as const, 'platform_link' as const),
  from: fc.nat(people - 1),
  to: fc.nat(people - 1),
});

/** Every piece of evidence as a text that does not depend on which id is smaller; `nameOf` merges in the model. */
function modelEvidence(ties: readonly ModelTie[], nameOf: (person: number) => number): string[] {
  const seen = new Set<string>();
  for (const { kind, from, to } of ties) {
    const [a, b] = [nameOf(from), nameOf(to)];
    if (a === b) continue;
    seen.add(
      kind === 'follow' ? `${a} follows ${b}` : `${Math.min(a, b)} ${kind} ${Math.max(a, b)}`,
    );
  }
  return [...seen].sort();
}

function storedEvidence(ids: readonly PersonId[]): string[] {
  const rows = test.book.all<{
    kind: string;
    direction: StoredDirection | null;
    low: PersonId;
    high: PersonId;
  }>(
    `SELECT kind, direction, low_person_id AS low, high_person_id AS high
     FROM tie JOIN evidence ON evidence.tie_id = tie.id`,
  );
  return rows
    .map(({ kind, direction, low, high }) => {
      const [a, b] = [ids.indexOf(low), ids.indexOf(high)];
      if (direction === null) return `${Math.min(a, b)} ${kind} ${Math.max(a, b)}`;
      const isOutgoing = directionSeenFrom(low, high, direction) === 'outgoing';
      return isOutgoing ? `${a} follows ${b}` : `${b} follows ${a}`;
    })
    .sort();
}

describe('the ties of two people who become one', () => {
  it('keeps the union of their ties with all evidence, like a set of who knows whom', () => {
    fc.assert(
      fc.property(
        fc.array(tie, { maxLength: 25 }),
        fc.nat(people - 1),
        fc.nat(people - 1),
        (ties, keep, gone) => {
          fc.pre(keep !== gone);
          inScratch(() => {
            const ids = Array.from({ length: people }, (_, index) => add(`Person ${index}`));
            const idOf = (index: number): PersonId => ids[index] ?? (0 as PersonId);
            for (const { kind, from, to } of ties) {
              if (from !== to) addEvidence(test.book, idOf(from), idOf(to), { kind });
            }
            mergePersons(test.book, idOf(keep), idOf(gone));
            const expected = modelEvidence(ties, (person) => (person === gone ? keep : person));
            expect(storedEvidence(ids)).toEqual(expected);
            expect(
              test.book.value('SELECT count(*) FROM person WHERE id = @id', { id: idOf(gone) }),
            ).toBe(0);
          });
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('keeps a rating, and takes over one that only the other had', () =>
    inScratch(() => {
      const [keep, gone, both, only] = [add('Keep'), add('Gone'), add('Both'), add('Only')];
      const rate = (a: PersonId, b: PersonId, rating: number, stated: number | null): void => {
        const { tieId } = addEvidence(test.book, a, b, { kind: 'told' });
        test.book.run(
          'UPDATE tie SET rating = @rating, stated_strength = @stated WHERE id = @tieId',
          {
            tieId,
            rating,
            stated,
          },
        );
      };
      rate(keep, both, 2, null);
      rate(gone, both, 5, 0.125);
      rate(gone, only, 4, 0.25);
      mergePersons(test.book, keep, gone);
      const read = (other: PersonId) =>
        test.book.get('SELECT rating, stated_strength AS stated FROM tie WHERE id = @id', {
          id: findTie(test.book, keep, other),
        });
      expect(read(both)).toEqual({ rating: 2, stated: 0.125 });
      expect(read(only)).toEqual({ rating: 4, stated: 0.25 });
    }));
});
