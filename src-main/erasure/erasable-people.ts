import type { ReadableBook } from '../book/access.ts';
import type { PersonId, PersonRef } from '../contract/common.ts';
import { AppError } from '../contract/result.ts';
import { personRefs } from '../tables/persons.ts';
import { meId } from '../tables/resolve-person.ts';

/**
 * The people of some ids, each once, if all can be erased.
 *
 * @throws AppError NOT_FOUND when one is not in the book, CONFLICT when one is me
 */
export function requireErasable(book: ReadableBook, ids: readonly PersonId[]): PersonRef[] {
  const me = meId(book);
  const refs = personRefs(book, ids);
  return [...new Set(ids)].map((id) => {
    const ref = refs.get(id);
    if (ref === undefined) {
      throw new AppError('NOT_FOUND', `There is no person with the id #${id} in this book.`);
    }
    if (id === me) {
      throw new AppError(
        'CONFLICT',
        'You cannot erase yourself: the book is told from your side. Delete the book file instead.',
      );
    }
    return ref;
  });
}
