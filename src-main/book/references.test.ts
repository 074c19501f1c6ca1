import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WritableBook } from './access.ts';
import { runCommand, swapStep } from './run-command.ts';
import { readDataTables } from './schema.ts';
import { makeTestBook, type TestBook } from './testing/make-book.ts';
import {
  applyWrite,
  fillTables,
  randomWrite,
  type RandomWrite,
  takePicture,
} from './testing/random-writes.ts';

const now = '2026-01-01T00:00:00.000Z';
const day = '2026-01-01';
const nothing = (): void => {};
const nobody = 999_999;

let test: TestBook;
beforeEach(() => {
  test = makeTestBook();
});
afterEach(() => test.close());

function runLarge(action: (book: WritableBook) => void): void {
  runCommand(test.opened, { label: 'x', now, refresh: nothing, isLarge: true }, action);
}

function addPeople(book: WritableBook, count: number): number {
  return book.insertAll(
    'person',
    ['created_at'],
    Array.from({ length: count }, () => [day]),
  );
}

function addJobs(book: WritableBook, people: readonly number[]): void {
  const rows = people.map((person) => [person, 'Baker']);
  book.insertAll('role', ['person_id', 'title'], rows);
}

/** A random write, or the deletion of one of the newest rows of a table, whatever refers to it. */
function writeAny(book: WritableBook, write: RandomWrite | { from: string; pick: number }): void {
  if (!('from' in write)) applyWrite(book, write);
  else {
    const { from, pick } = write;
    const newest = `SELECT id FROM "${from}" ORDER BY id DESC LIMIT 1 OFFSET @pick`;
    book.run(`DELETE FROM "${from}" WHERE id = (${newest})`, { pick });
  }
}

/** The message of what an action throws; null when it throws nothing. */
function errorOf(action: () => void): string | null {
  try {
    action();
    return null;
  } catch (error) {
    return String(error);
  }
}

/** What every change must leave as it found it. */
function expectUnharmed(): void {
  expect(test.book.value('PRAGMA foreign_keys')).toBe(1);
  expect(test.book.value('PRAGMA wal_autocheckpoint')).toBe(1000);
  expect(test.book.all('PRAGMA foreign_key_check')).toEqual([]);
  expect(() =>
    test.book.run('INSERT INTO role (person_id, title) VALUES (999999, @it)', { it: 'x' }),
  ).toThrow('FOREIGN KEY');
}

describe('a large change', () => {
  it('writes rows that refer to others of it and to those of the book', () => {
    const known = addPeople(test.book, 1);
    runLarge((book) => {
      const first = addPeople(book, 200);
      const people = Array.from({ length: 200 }, (_, at) => first + at);
      addJobs(book, [known, ...people, known, ...people]);
    });
    expect(test.book.value('SELECT count(*) FROM role')).toBe(402);
    expect(test.book.value('SELECT count(*) FROM role WHERE person_id = @known', { known })).toBe(
      2,
    );
    const all = takePicture(test.book, readDataTables(test.book));
    swapStep(test.opened, 'undo', nothing);
    expect(test.book.value('SELECT count(*) FROM person')).toBe(1);
    swapStep(test.opened, 'redo', nothing);
    expect(takePicture(test.book, readDataTables(test.book))).toBe(all);
    expectUnharmed();
  });

  const wrongs: Record<string, (book: WritableBook, first: number) => void> = {
    'among many rows': (book, first) =>
      addJobs(
        book,
        Array.from({ length: 300 }, (_, at) => (at === 222 ? nobody : first)),
      ),
    'in the last of many rows': (book, first) =>
      addJobs(book, [...Array.from({ length: 300 }, () => first), nobody]),
    'among few rows': (book, first) => addJobs(book, [first, nobody]),
    'in a single row': (book) =>
      book.run('INSERT INTO role (person_id, title) VALUES (@nobody, @it)', { nobody, it: 'x' }),
    'in a row that changed': (book, first) => {
      addJobs(
        book,
        Array.from({ length: 300 }, () => first),
      );
      book.run('UPDATE role SET person_id = @nobody WHERE id = 200', { nobody });
    },
    'to a row that went': (book, first) => {
      addJobs(book, [first]);
      book.run('DELETE FROM person WHERE id = @first', { first });
    },
    'to one of the rows that went together': (book, first) => {
      addJobs(book, [first + 7]);
      book.deleteAll('person', 'id >= @first', { first });
    },
    'to a row that went before it was named again': (book, first) => {
      addJobs(
        book,
        Array.from({ length: 300 }, () => first),
      );
      book.run('DELETE FROM role');
      book.run('DELETE FROM person WHERE id = @first', { first });
      addJobs(
        book,
        Array.from({ length: 300 }, () => first),
      );
    },
    'to one of its own rows that went again': (book) => {
      const first = addPeople(book, 300);
      addJobs(
        book,
        Array.from({ length: 300 }, (_, at) => first + at),
      );
      book.run('DELETE FROM person WHERE id = @id', { id: first + 150 });
    },
  };
  for (const [name, wrong] of Object.entries(wrongs)) {
    it(`is taken back when a reference dangles: ${name}`, () => {
      const first = addPeople(test.book, 20);
      const all = takePicture(test.book, readDataTables(test.book));
      expect(() => runLarge((book) => wrong(book, first))).toThrow('a row that is not there');
      expect(takePicture(test.book, readDataTables(test.book))).toBe(all);
      expect(test.opened.log.peek('undo')).toBeNull();
      expectUnharmed();
    });
  }

  it('is taken back as a whole when a row among many is refused', () => {
    const [first] = [addPeople(test.book, 1)];
    const titles = Array.from({ length: 300 }, (_, at) => [first, at === 222 ? '' : 'Baker']);
    const insert = (book: WritableBook): void => {
      book.insertAll('role', ['person_id', 'title'], titles);
    };
    expect(() => runLarge(insert)).toThrow('CHECK');
    expect(test.book.value('SELECT count(*) FROM role')).toBe(0);
    expectUnharmed();
  });

  it('refuses whatever SQLite would refuse at the commit, and nothing else', () => {
    const tables = readDataTables(test.book);
    fillTables(test.book, tables);
    // random writes delete only what nothing refers to; these delete whatever there is
    const deletion = fc.record({
      from: fc.constantFrom(...tables.map(({ name }) => name)),
      pick: fc.nat(3),
    });
    const writes = fc.array(
      fc.oneof(
        { weight: 7, arbitrary: randomWrite(test.book, tables) },
        { weight: 1, arbitrary: deletion },
      ),
      { minLength: 1, maxLength: 8 },
    );
    let refused = 0;
    let done = 0;
    fc.assert(
      fc.property(writes, (all) => {
        const before = takePicture(test.book, tables);
        let dangling = 0;
        const error = errorOf(() =>
          runLarge((book) => {
            for (const each of all) writeAny(book, each);
            dangling = book.all('PRAGMA foreign_key_check').length;
          }),
        );
        if (error === null) done++;
        else refused++;
        expect([error !== null, error ?? 'a row that is not there']).toEqual([
          dangling > 0,
          expect.stringContaining('a row that is not there'),
        ]);
        expect(error === null || takePicture(test.book, tables) === before).toBe(true);
      }),
      { numRuns: 400 },
    );
    expect(Math.min(refused, done)).toBeGreaterThan(20);
    expectUnharmed();
  });
});
