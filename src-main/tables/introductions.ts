import type { WritableBook } from '../book/access.ts';
import { dropEmptyGoals } from './goals.ts';
import { jsonIds } from './persons.ts';

/**
 * Deletes introductions with their history. Introductions that came from a deleted one descend from its
 * parent from then on, so that a line of descent is not cut, and so do the outcomes that came of it; the event at which it
 * began goes on to what names none. Evidence that an introduction brought stays. Goals for which nothing
 * else was asked go as well.
 */
export function deleteIntroductions(book: WritableBook, introductionIds: readonly number[]): void {
  for (const id of introductionIds) {
    // One by one: the parent of a deleted one may itself be deleted, before or after.
    book.run(
      `UPDATE introduction SET came_from_id = gone.came_from_id,
         event_id = coalesce(introduction.event_id, gone.event_id)
       FROM introduction AS gone WHERE introduction.came_from_id = @id AND gone.id = @id`,
      { id },
    );
    book.run(
      `UPDATE outcome SET introduction_id = gone.came_from_id,
         event_id = iif(gone.came_from_id IS NULL, gone.event_id, NULL)
       FROM introduction AS gone WHERE outcome.introduction_id = @id AND gone.id = @id`,
      { id },
    );
  }
  const ids = jsonIds(introductionIds);
  book.run(
    `UPDATE evidence SET introduction_id = NULL
     WHERE introduction_id IN (SELECT value FROM json_each(@ids))`,
    { ids },
  );
  book.run(
    'DELETE FROM introduction_letter WHERE introduction_id IN (SELECT value FROM json_each(@ids))',
    { ids },
  );
  book.run(
    'DELETE FROM introduction_change WHERE introduction_id IN (SELECT value FROM json_each(@ids))',
    { ids },
  );
  book.run('DELETE FROM introduction WHERE id IN (SELECT value FROM json_each(@ids))', { ids });
  dropEmptyGoals(book);
}
