import { makeTestBook, type TestBook } from '../../book/testing/make-book.ts';
import type { PersonId } from '../../contract/common.ts';
import { insertPerson } from '../persons.ts';

interface BookOfPeople<Names extends readonly string[]> {
  readonly test: TestBook;
  readonly me: PersonId;
  /** In the order of their names. */
  readonly people: { readonly [At in keyof Names]: PersonId };
}

/** A book on 24 November 2026 that is Mara's, with some people who are not tied to anybody. */
export async function makeBookOf<const Names extends readonly string[]>(
  ...names: Names
): Promise<BookOfPeople<Names>> {
  const test = makeTestBook({ today: '2026-11-24' });
  const made = await test.call<{ me: { id: PersonId } }>('book.setMe', { name: 'Mara' });
  const people = names.map((displayName) =>
    insertPerson(test.book, { displayName }, '2026-11-24T12:00:00.000Z'),
  );
  return {
    test,
    me: made.me.id,
    people: people as readonly PersonId[] as BookOfPeople<Names>['people'],
  };
}
