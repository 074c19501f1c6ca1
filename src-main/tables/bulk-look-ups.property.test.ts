import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { PersonId } from '../contract/common.ts';
import { type AccountMarks, addAccount, findAccount, findAccounts } from './accounts.ts';
import {
  addContactPoint,
  findPersonsByMatchKey,
  findPersonsByMatchKeys,
} from './contact-points.ts';
import { insertPerson } from './persons.ts';

let test: TestBook;
beforeEach(() => {
  test = makeTestBook();
});
afterEach(() => test.close());

const optional = (...texts: string[]): fc.Arbitrary<string | null> =>
  fc.constantFrom(...texts, null);
const marks: fc.Arbitrary<AccountMarks> = fc.record({
  externalId: optional('1', '2', 'Ann'),
  handle: optional('ann', 'Ann', 'bob', '1'),
  url: optional('https://www.x.example/ann', 'http://x.example/ann/', 'https://x.example/bob'),
  displayName: optional('Ann', 'ann'),
});

describe('looking up many at once', () => {
  it('finds the same accounts as looking up each', () => {
    const { book, opened } = test;
    const people = ['A', 'B', 'C'].map((displayName) =>
      insertPerson(book, { displayName }, '2026-01-01'),
    );
    const property = fc.property(
      fc.array(fc.tuple(marks, fc.nat(2)), { maxLength: 8 }),
      fc.array(marks, { maxLength: 8 }),
      (known, asked) => {
        for (const [one, at] of known) {
          const isTaken = findAccount(book, 1, one) !== null;
          const personId = people[at];
          if (
            isTaken ||
            personId === undefined ||
            Object.values(one).every((mark) => mark === null)
          )
            continue;
          addAccount(book, { ...one, personId, platformId: 1 });
        }
        expect(findAccounts(book, 1, asked)).toEqual(asked.map((one) => findAccount(book, 1, one)));
      },
    );
    fc.assert(
      property
        .beforeEach(() => opened.sqlite.exec('BEGIN'))
        .afterEach(() => opened.sqlite.exec('ROLLBACK')),
      { numRuns: 300 },
    );
  });

  it('finds the same bearers of addresses as looking up each', () => {
    const { book } = test;
    const add = (personId: PersonId, value: string): unknown =>
      addContactPoint(book, { personId, kind: 'email', value });
    const ann = insertPerson(book, { displayName: 'Ann' }, '2026-01-01');
    const bob = insertPerson(book, { displayName: 'Bob' }, '2026-01-01');
    for (const value of ['a@x.example', 'both@x.example']) add(bob, value);
    for (const value of ['both@x.example', 'Both@x.example']) add(ann, value);
    const keys = ['both@x.example', 'a@x.example', 'nobody@x.example', 'a@x.example'];
    const found = findPersonsByMatchKeys(book, 'email', keys);
    for (const key of keys) {
      expect(found.get(key) ?? []).toEqual(findPersonsByMatchKey(book, 'email', key));
    }
    expect(found.size).toBe(2);
  });
});
