import type { ReadableBook } from '../book/access.ts';
import type { PersonId, PersonRef } from '../contract/common.ts';
import { AppError } from '../contract/result.ts';
import { personRefs } from '../tables/persons.ts';

/** The people of some ids, in their order, each once. Throws NOT_FOUND when one is not in the book. */
export function requirePeople(book: ReadableBook, ids: readonly PersonId[]): PersonRef[] {
  const refs = personRefs(book, ids);
  return [...new Set(ids)].map((id) => {
    const ref = refs.get(id);
    if (ref !== undefined) return ref;
    throw new AppError('NOT_FOUND', `There is no person with the id #${id} in this book.`);
  });
}

/** One person; see `requirePeople`. */
export function requirePerson(book: ReadableBook, id: PersonId): PersonRef {
  const [ref] = requirePeople(book, [id]);
  if (ref === undefined) throw new AppError('NOT_FOUND', `There is no person with the id #${id}.`);
  return ref;
}
