import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SqlValue } from '../book/access.ts';
import { changeOf, idsOf, type RowChange } from '../book/row-changes.ts';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import { refreshSearch } from './indexing.ts';

type Rows = readonly (readonly SqlValue[])[];

const day = '2026-01-01';
const few = { minLength: 1, maxLength: 12 };
const pick = fc.nat({ max: 11 });
const note = fc.constantFrom('', 'about the harbour');
const added = fc.record({
  people: fc.array(fc.constant(null), { maxLength: 6 }),
  // of two at least: of one the entry is made at once
  names: fc.uniqueArray(pick, { minLength: 2 }),
  roles: fc.array(fc.tuple(pick, pick), few),
  interactions: fc.array(fc.tuple(pick, note), few),
});

/** Twelve people and twelve organisations that are in the book already. */
function fill({ book }: TestBook): void {
  book.insertAll(
    'person',
    ['created_at'],
    Array.from({ length: 12 }, () => [day]),
  );
  const names = Array.from({ length: 12 }, (_, at) => [`o${at}`, `o${at}`]);
  book.insertAll('organisation', ['name', 'folded_name'], names);
}

it('notes the same people of runs of rows as of the same rows one by one', () => {
  const test = makeTestBook();
  const { book } = test;
  fill(test);
  let round = 0;
  fc.assert(
    fc.property(added, ({ interactions, names, people, roles }) => {
      book.run('DELETE FROM search_pending');
      round++;
      const changes: RowChange[] = [];
      const add = (table: string, columns: readonly string[], rows: Rows): void => {
        const firstId = book.insertAll(table, columns, rows);
        if (rows.length === 0) return;
        changes.push({ table, firstId, lastId: firstId + rows.length - 1, before: null });
      };
      const newest = (book.value<number>('SELECT max(id) FROM person') ?? 0) + people.length;
      const person = (at: number): number => newest - at;
      add(
        'person',
        ['created_at'],
        people.map(() => [day]),
      );
      add(
        'person_name',
        ['person_id', 'name', 'folded_name', 'kind'],
        names.map((at) => [person(at), `n${round}`, `n${round}`, 'alias']),
      );
      add(
        'role',
        ['person_id', 'organisation_id'],
        roles.map(([at, organisation]) => [person(at), organisation + 1]),
      );
      add(
        'interaction',
        ['person_id', 'kind', 'on_date', 'note'],
        interactions.map(([at, text]) => [person(at), 'call', day, text]),
      );
      changes.push({ table: 'organisation', firstId: 3, lastId: 5, before: null });
      const noted = (of: readonly RowChange[]): unknown => {
        book.run('DELETE FROM search_pending');
        refreshSearch(book, of, { atOnce: 1 });
        return book.all('SELECT id, part FROM search_pending ORDER BY id');
      };
      const together = noted(changes);
      const apart = changes.flatMap((one) => idsOf([one]).map((id) => changeOf(one.table, id)));
      expect(together).toEqual(noted(apart));
    }),
    { numRuns: 100 },
  );
  test.close();
});
