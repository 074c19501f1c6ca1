import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { GoalId } from '../contract/common.ts';
import { foldName } from './fold-name.ts';

export interface NamedGoal {
  readonly id: GoalId;
  readonly what: string;
}

/**
 * The goal that is pursued under these words (case and accents ignored), made if there is none. `onDate`
 * ('YYYY-MM-DD') is the day of an ask for it: the goal is as old as its oldest.
 */
export function findOrOpenGoal(book: WritableBook, what: string, onDate: string): NamedGoal {
  const known = findOpenGoal(book, what);
  if (known === null) {
    const opened = { what: what.trim(), onDate };
    const { id } = book.run('INSERT INTO goal (what, opened_on) VALUES (@what, @onDate)', opened);
    return { id: id as GoalId, what: opened.what };
  }
  book.run('UPDATE goal SET opened_on = min(opened_on, @onDate) WHERE id = @id', {
    id: known.id,
    onDate,
  });
  return known;
}

/** The goal that is pursued under these words, or null. */
export function findOpenGoal(book: ReadableBook, what: string): NamedGoal | null {
  const wanted = foldName(what);
  const open = book.all<NamedGoal>('SELECT id, what FROM goal WHERE closed_on IS NULL ORDER BY id');
  return open.find((goal) => foldName(goal.what) === wanted) ?? null;
}

/** Takes away goals for which nothing is asked any more: a goal is what its asks are for. */
export function dropEmptyGoals(book: WritableBook): void {
  book.run(
    'DELETE FROM goal WHERE id NOT IN (SELECT goal_id FROM introduction WHERE goal_id IS NOT NULL)',
  );
}
