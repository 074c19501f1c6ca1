import {
  type CSSProperties,
  type RefObject,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import type { PersonId } from '../../../src-main/contract/common.ts';
import { useStatus, useToday } from '../../commands/use-book.ts';
import { usePlatformNames } from '../../components/use-platform-names.ts';
import { text } from '../../text/index.ts';
import { PeopleHead } from './people-head.tsx';
import { PeopleRow, rowElementId } from './people-row.tsx';
import classes from './people-table.module.css';
import { useGridKeys } from './use-grid-keys.ts';
import { useGridMouse } from './use-grid-mouse.ts';
import type { PeopleQuestion, PeopleSort } from '../../people-search.ts';
import type { Columns } from './use-columns.ts';
import { usePeopleWindows } from './use-people-windows.ts';
import { headHeight, rowHeight } from './rows-in-sight.ts';
import { useRowWindow } from './use-row-window.ts';
import type { Selection } from './use-selection.ts';

/** The quick look follows the cursor only when it rests, in milliseconds. */
const restBeforeLooking = 120;

export interface PeopleTableProps {
  question: PeopleQuestion;
  /** Changes with the question; the table then starts again at the top. */
  questionKey: string;
  /** How many people fit the question. */
  total: number;
  isStale: boolean;
  selection: Selection;
  columns: Columns;
  onSort: (by: PeopleSort['by']) => void;
  onOpen: (id: PersonId) => void;
  /** Called with the person under the cursor when it rests there. */
  onLookAt: (id: PersonId | null) => void;
  onSelectAll: () => void;
  onRemove: () => void;
  gridRef: RefObject<HTMLDivElement | null>;
}

/**
 * The people as an ARIA grid of which only the rows in sight exist. The grid itself has the focus and points
 * to its active row, so that rows can come and go while it is scrolled.
 */
export function PeopleTable(props: PeopleTableProps) {
  const { columns, selection, question, questionKey, total, gridRef } = props;
  const shared = { ...useSharedByRows(), columns: columns.shown };
  // Kept here, not beside the toolbar: a key that moves it draws the table alone.
  const [cursor, setCursor] = useState({ questionKey, index: 0 });
  const active = cursor.questionKey === questionKey ? Math.min(cursor.index, total - 1) : 0;
  const onActive = (index: number): void => setCursor({ questionKey, index });
  const { first, height, last, pageRows, scrollTo } = useRowWindow(total, gridRef);
  const rowAt = usePeopleWindows(question, first, last);
  useStartAtTop(questionKey, gridRef);
  useLookAt(rowAt(active)?.id ?? null, props.onLookAt);
  const onKeyDown = useGridKeys({ ...props, active, onActive, rowAt, scrollTo, pageRows });
  const mouse = useGridMouse({ ...props, active, onActive, rowAt });
  return (
    <div
      ref={gridRef}
      {...gridRole}
      className={classes.grid}
      aria-rowcount={total + 1}
      aria-busy={props.isStale}
      aria-activedescendant={first <= active && active <= last ? rowElementId(active) : undefined}
      onKeyDown={onKeyDown}
      // Widths change here alone: no row is drawn anew for them.
      style={{ '--columns': columns.template } as CSSProperties}
    >
      <div className={classes.sizer} style={{ height, minWidth: columns.leastWidth }}>
        <PeopleHead columns={columns} sort={question.sort} onSort={props.onSort} />
        <div role="rowgroup" {...mouse}>
          {indicesFrom(first, last).map((index) => {
            const row = rowAt(index);
            return (
              <PeopleRow
                key={index}
                row={row}
                index={index}
                top={headHeight + index * rowHeight}
                isActive={index === active}
                isSelected={row !== undefined && selection.ids.has(row.id)}
                {...shared}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

const gridRole = {
  role: 'grid',
  tabIndex: 0,
  'aria-label': text.people.gridLabel,
  'aria-multiselectable': true,
} as const;

/** What every row needs and none changes. */
function useSharedByRows() {
  const today = useToday();
  const platformName = usePlatformNames();
  return { today, platformName, meId: useStatus()?.me?.id ?? null };
}

function useStartAtTop(questionKey: string, scroller: RefObject<HTMLElement | null>): void {
  const before = useRef(questionKey);
  useEffect(() => {
    if (before.current === questionKey) return;
    before.current = questionKey;
    scroller.current?.scrollTo({ top: 0 });
  }, [questionKey, scroller]);
}

function useLookAt(id: PersonId | null, onLookAt: PeopleTableProps['onLookAt']): void {
  const look = useEffectEvent(onLookAt);
  useEffect(() => {
    const rest = setTimeout(() => look(id), restBeforeLooking);
    return () => clearTimeout(rest);
  }, [id]);
}

function indicesFrom(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step);
}
