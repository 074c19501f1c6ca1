/** The changes that imports have found in lists: to look at before and after, and to tick off. */
import type { Handlers } from '../book/context.ts';
import { AppError } from '../contract/result.ts';
import { personRefs } from '../tables/persons.ts';
import type { ListChangeKind, PlannedChange } from './plan-list-changes.ts';
import {
  beginNewRoles,
  countListChanges,
  endLeftRoles,
  findMove,
  listListChanges,
  settleListChanges,
} from './queries.ts';

export const listChangeHandlers: Pick<
  Handlers<'transfer'>,
  'changes' | 'settleChanges' | 'updateMovedRole'
> = {
  changes: ({ book }, { importId, kind = null, offset, limit }) => {
    const rows = listListChanges(book, { importId, kind, offset, limit });
    const refs = personRefs(
      book,
      rows.map((row) => row.personId),
    );
    return {
      total: countListChanges(book, importId, kind),
      rows: rows.flatMap(({ personId, ...row }) => {
        const person = refs.get(personId);
        return person === undefined ? [] : [{ ...row, person }];
      }),
    };
  },
  settleChanges: ({ book, clock, nameStep }, { changeIds, isDone }) => {
    nameStep(isDone ? 'Settle news from a list' : 'Open news from a list again');
    const settled = settleListChanges(book, changeIds, isDone ? clock.today : null);
    if (settled === 0) {
      throw new AppError('NOT_FOUND', 'This is no longer there: the import may have been undone.');
    }
    return {};
  },
  updateMovedRole: ({ book, clock, nameStep }, { changeId }) => {
    const move = findMove(book, changeId);
    if (move === undefined) {
      throw new AppError('NOT_FOUND', 'This is no longer there: the import may have been undone.');
    }
    nameStep(
      `Update the role of ${personRefs(book, [move.personId]).get(move.personId)?.name ?? ''}`,
    );
    const ended = endLeftRoles(book, move);
    const begun = beginNewRoles(book, move);
    settleListChanges(book, [changeId], clock.today);
    return { ended, begun };
  },
};

export function countChanges(
  changes: readonly Pick<PlannedChange, 'kind'>[],
): Record<ListChangeKind, number> {
  const counts = { came: 0, went: 0, moved: 0 };
  for (const { kind } of changes) counts[kind]++;
  return counts;
}
