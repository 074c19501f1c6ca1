import { expect, it } from 'vitest';
import { countRows, idsOf } from './row-changes.ts';
import { runCommand, swapStep } from './run-command.ts';
import { makeTestBook } from './testing/make-book.ts';

const nothing = (): void => {};

it('tells rows that come again with ids in a row as one change, whichever came last', () => {
  const test = makeTestBook();
  const names = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [name, name]);
  test.book.insertAll('tag', ['name', 'folded_name'], names);
  runCommand(test.opened, { label: 'x', now: '2026-01-01', refresh: nothing }, (book) =>
    book.run("DELETE FROM tag WHERE name NOT IN ('a', 'd')"),
  );
  const { changes } = swapStep(test.opened, 'undo', nothing);
  const told = changes.map(({ before, firstId, lastId, table }) => [
    table,
    firstId,
    lastId,
    before,
  ]);
  expect(told).toEqual([
    ['tag', 5, 6, null],
    ['tag', 2, 3, null],
  ]);
  expect(countRows(changes)).toBe(4);
  expect(idsOf(changes)).toEqual([5, 6, 2, 3]);
  expect(test.book.column('SELECT name FROM tag ORDER BY id')).toEqual(names.map(([name]) => name));
  test.close();
});
