import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import { memo, type PointerEvent } from 'react';
import type { PeopleSort } from '../../people-search.ts';
import { text } from '../../text/index.ts';
import type { ColumnKey } from './people-columns.ts';
import type { PeopleTableProps } from './people-table.tsx';
import classes from './people-table.module.css';
import type { Columns } from './use-columns.ts';

const names = text.people.columns;

interface PeopleHeadProps {
  columns: Columns;
  sort: PeopleSort | undefined;
  onSort: PeopleTableProps['onSort'];
}

/** Names of the columns; those that can be sorted by are buttons, and the edges can be drawn. */
export const PeopleHead = memo(function PeopleHead({ columns, sort, onSort }: PeopleHeadProps) {
  return (
    <div role="rowgroup" className={classes.headGroup}>
      <div role="row" className={classes.head} aria-rowindex={1}>
        <div role="columnheader" className={classes.check}>
          <span className="hidden-visually">{names.select}</span>
        </div>
        <HeadCell columnKey="name" label={names.name} by="name" {...{ columns, sort, onSort }} />
        {columns.shown.map(({ key, label, sort: by }) => (
          <HeadCell
            key={key}
            columnKey={key}
            label={label}
            by={by}
            {...{ columns, sort, onSort }}
          />
        ))}
      </div>
    </div>
  );
});

interface HeadCellProps extends PeopleHeadProps {
  columnKey: ColumnKey | 'name';
  label: string;
  by: PeopleSort['by'] | null;
}

function HeadCell({ columnKey, label, by, columns, sort, onSort }: HeadCellProps) {
  const direction = by !== null && sort?.by === by ? sort.direction : null;
  return (
    <div role="columnheader" aria-sort={by === null ? undefined : (direction ?? 'none')}>
      {by === null ? (
        label
      ) : (
        <button type="button" className={classes.sort} onClick={() => onSort(by)}>
          {label}
          {direction === 'ascending' && <IconArrowUp size={13} aria-hidden />}
          {direction === 'descending' && <IconArrowDown size={13} aria-hidden />}
        </button>
      )}
      <span
        className={classes.edge}
        aria-hidden="true"
        onPointerDown={(event) => draw(event, (width) => columns.resize(columnKey, width))}
      />
    </div>
  );
}

/** Follows the pointer until it is let go. (By keyboard, widths are chosen in the menu of columns.) */
function draw(event: PointerEvent<HTMLElement>, resize: (width: number) => void): void {
  const edge = event.currentTarget;
  const cell = edge.parentElement;
  if (cell === null || event.button !== 0) return;
  event.preventDefault();
  const start = event.clientX - cell.getBoundingClientRect().width;
  const onMove = (move: globalThis.PointerEvent): void => resize(move.clientX - start);
  const onEnd = (): void => {
    edge.removeEventListener('pointermove', onMove);
    edge.removeEventListener('lostpointercapture', onEnd);
  };
  edge.addEventListener('pointermove', onMove);
  edge.addEventListener('lostpointercapture', onEnd);
  edge.setPointerCapture(event.pointerId);
}
