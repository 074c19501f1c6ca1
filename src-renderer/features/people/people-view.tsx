import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useRef, useState } from 'react';
import type { PersonId } from '../../../src-main/contract/common.ts';
import { type PeopleSearch, questionOf } from '../../people-search.ts';
import { NobodyFits } from './nobody-fits.tsx';
import classes from './people-page.module.css';
import { sortedBy } from './people-question.ts';
import { PeopleTable } from './people-table.tsx';
import { PeopleToolbar } from './people-toolbar.tsx';
import { QuickLook } from './quick-look.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useBulkActions } from './use-bulk-actions.ts';
import { useColumns } from './use-columns.ts';
import { useQuickLookShown } from './use-quick-look-shown.ts';
import { useSelection } from './use-selection.ts';
import { useWidth } from './use-width.ts';

/** Toolbar, table and quick look of a book that has people. */
export function PeopleView({ total, isStale }: { total: number; isStale: boolean }) {
  const search = useSearch({ from: '/people' });
  const navigate = useNavigate({ from: '/people' });
  const question = questionOf(search);
  const questionKey = JSON.stringify(question);
  const selection = useSelection(JSON.stringify(question.filter));
  const [lookedAt, setLookedAt] = useState<PersonId | null>(null);
  const [isLooking] = useQuickLookShown();
  const grid = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const columns = useColumns(useWidth(place));
  const bulk = useBulkActions(question, selection);
  const go = useCallback(
    (next: PeopleSearch) => void navigate({ search: next, replace: true }),
    [navigate],
  );
  const open = (id: PersonId) =>
    void navigate({ to: '/people/$personId', params: { personId: id } });

  return (
    <>
      <PeopleToolbar
        search={search}
        onChange={go}
        columns={columns}
        onLeaveDown={() => grid.current?.focus()}
      />
      <SelectionBar selection={selection} bulk={bulk} total={total} />
      <div className={classes.body}>
        <div ref={place} className={classes.place}>
          {total === 0 && !isStale ? (
            <NobodyFits />
          ) : (
            <PeopleTable
              gridRef={grid}
              question={question}
              questionKey={questionKey}
              total={total}
              isStale={isStale}
              columns={columns}
              selection={selection}
              onSort={(by) => go(sortedBy(search, by))}
              onOpen={open}
              onLookAt={setLookedAt}
              onSelectAll={bulk.selectAll}
              onRemove={bulk.remove}
            />
          )}
        </div>
        {isLooking && total > 0 && <QuickLook id={lookedAt} />}
      </div>
    </>
  );
}
