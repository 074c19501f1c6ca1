import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type RefObject, useEffect, useRef } from 'react';
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
import type { Selection } from './use-selection.ts';

const rowHeight = 44;
const headHeight = 34;

export interface PeopleTableProps {
  question: PeopleQuestion;
  /** Changes with the question; the table then starts again at the top. */
  questionKey: string;
  /** How many people fit the question. */
  total: number;
  isStale: boolean;
  selection: Selection;
  /** Index of the row that the keyboard is on. */
  active: number;
  onActive: (index: number) => void;
  columns: Columns;
  onSort: (by: PeopleSort['by']) => void;
  onOpen: (id: PersonId) => void;
  /** Called with the person under the cursor whenever that changes. */
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
  const { active, columns, selection, question, total, gridRef } = props;
  const shared = { ...useSharedByRows(), columns: columns.shown };
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => gridRef.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
  });
  const items = virtualizer.getVirtualItems();
  const rowAt = usePeopleWindows(question, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  const isInSight = items.some((item) => item.index === active);
  useStartAtTop(props.questionKey, gridRef);
  useLookAt(rowAt(active)?.id ?? null, props.onLookAt);
  const onKeyDown = useGridKeys({
    ...props,
    rowAt,
    scrollTo: virtualizer.scrollToIndex,
    pageRows: () => Math.max(1, Math.floor((gridRef.current?.clientHeight ?? 0) / rowHeight) - 2),
  });
  const mouse = useGridMouse({ ...props, rowAt });
  return (
    <div
      ref={gridRef}
      {...gridRole}
      className={classes.grid}
      aria-rowcount={total + 1}
      aria-busy={props.isStale}
      aria-activedescendant={isInSight ? rowElementId(active) : undefined}
      onKeyDown={onKeyDown}
      // Widths change here alone: no row is drawn anew for them.
      style={{ '--columns': columns.template } as CSSProperties}
    >
      <div
        className={classes.sizer}
        style={{ height: virtualizer.getTotalSize(), minWidth: columns.leastWidth }}
      >
        <PeopleHead columns={columns} sort={question.sort} onSort={props.onSort} />
        <div role="rowgroup" {...mouse}>
          {items.map(({ index, start }) => {
            const row = rowAt(index);
            return (
              <PeopleRow
                key={index}
                row={row}
                index={index}
                top={start}
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
  useEffect(() => onLookAt(id), [id, onLookAt]);
}
