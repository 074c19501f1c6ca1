import type { WritableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';

/** Notes thanks said to a person on a day ('YYYY-MM-DD'). Returns their id. */
export function insertThanks(
  book: WritableBook,
  thanks: { readonly personId: PersonId; readonly onDate: string; readonly note: string },
): number {
  return book.run(
    'INSERT INTO thanks (person_id, on_date, note) VALUES (@personId, @onDate, @note)',
    { ...thanks },
  ).id;
}
