import type { ReadableBook } from '../book/access.ts';
import type { PersonId, PersonRef } from '../contract/common.ts';
import { AppError } from '../contract/result.ts';
import { requirePeople } from '../tables/persons.ts';
import { meId } from '../tables/resolve-person.ts';

/**
 * The people of some ids, each once, if all can be erased.
 *
 * @throws AppError NOT_FOUND when one is not in the book, CONFLICT when one is me
 */
export function requireErasable(book: ReadableBook, ids: readonly PersonId[]): PersonRef[] {
  const people = requirePeople(book, ids);
  const me = meId(book);
  if (people.every(({ id }) => id !== me)) return people;
  throw new AppError(
    'CONFLICT',
    'You cannot erase yourself: the book is told from your side. Delete the book file instead.',
  );
}
