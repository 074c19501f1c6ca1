import type { ReadableBook, WritableBook } from '../book/access.ts';
import type { GoalId, IntroductionId } from '../contract/common.ts';

/* All SQL of goals; that of the asks for them is in queries.ts. */

export interface GoalRow {
  readonly id: GoalId;
  readonly what: string;
  readonly openedOn: string;
  readonly closedOn: string | null;
}

const columns = 'id, what, opened_on AS openedOn, closed_on AS closedOn';

/** The goal of this id; undefined if there is none. */
export function findGoal(book: ReadableBook, id: GoalId): GoalRow | undefined {
  return book.get<GoalRow>(`SELECT ${columns} FROM goal WHERE id = @id`, { id });
}

/** Goals, the one that was asked for last first. */
export function listGoals(book: ReadableBook, onlyOpen: boolean): GoalRow[] {
  return book.all<GoalRow>(
    `SELECT ${columns} FROM goal WHERE @onlyOpen = 0 OR closed_on IS NULL
     ORDER BY (SELECT max(id) FROM introduction WHERE goal_id = goal.id) DESC, id DESC`,
    { onlyOpen: onlyOpen ? 1 : 0 },
  );
}

export function updateGoal(
  book: WritableBook,
  { id, what, closedOn }: Pick<GoalRow, 'id' | 'what' | 'closedOn'>,
): void {
  book.run('UPDATE goal SET what = @what, closed_on = @closedOn WHERE id = @id', {
    id,
    what,
    closedOn,
  });
  book.run('UPDATE introduction SET goal = @what WHERE goal_id = @id', { id, what });
}

/** Notes the day ('YYYY-MM-DD') on which an ask was let go. */
export function markLetGo(book: WritableBook, id: IntroductionId, onDate: string): void {
  book.run('UPDATE introduction SET let_go_on = @onDate WHERE id = @id', { id, onDate });
}
