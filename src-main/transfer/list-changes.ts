/** The changes that imports have found in lists: to look at before and after, and to tick off. */
import type { Handlers } from '../book/context.ts';
import { AppError } from '../contract/result.ts';
import { personRefs } from '../tables/persons.ts';
import type { ListChangeKind, PlannedChange } from './plan-list-changes.ts';
import { countListChanges, listListChanges, settleListChanges } from './queries.ts';

export const listChangeHandlers: Pick<Handlers<'transfer'>, 'changes' | 'settleChanges'> = {
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
};

export function countChanges(
  changes: readonly Pick<PlannedChange, 'kind'>[],
): Record<ListChangeKind, number> {
  const counts = { came: 0, went: 0, moved: 0 };
  for (const { kind } of changes) counts[kind]++;
  return counts;
}
