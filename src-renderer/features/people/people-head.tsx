import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import { text } from '../../text/index.ts';
import type { PeopleTableProps } from './people-table.tsx';
import classes from './people-table.module.css';
import type { PeopleQuestion } from './use-people-windows.ts';

type Sort = NonNullable<PeopleQuestion['sort']>;

const names = text.people.columns;
const columns: readonly { key: keyof typeof names; sort: Sort['by'] | null; style: string }[] = [
  { key: 'name', sort: 'name', style: 'person' },
  { key: 'organisation', sort: 'organisation', style: 'role' },
  { key: 'tags', sort: null, style: 'tags' },
  { key: 'platforms', sort: null, style: 'platforms' },
  { key: 'strength', sort: 'strength', style: 'strength' },
  { key: 'lastContact', sort: 'lastContact', style: 'last' },
];

interface PeopleHeadProps {
  sort: Sort | undefined;
  onSort: PeopleTableProps['onSort'];
}

/** Names of the columns; those that can be sorted by are buttons. */
export function PeopleHead({ sort, onSort }: PeopleHeadProps) {
  return (
    <div role="rowgroup" className={classes.headGroup}>
      <div role="row" className={classes.head} aria-rowindex={1}>
        <div role="columnheader" className={classes.check}>
          <span className="hidden-visually">{names.select}</span>
        </div>
        {columns.map((column) => {
          const direction =
            sort?.by === column.sort && column.sort !== null ? sort.direction : null;
          return (
            <div
              key={column.key}
              role="columnheader"
              className={classes[column.style]}
              aria-sort={column.sort === null ? undefined : (direction ?? 'none')}
            >
              {column.sort === null ? (
                names[column.key]
              ) : (
                <SortButton
                  label={names[column.key]}
                  direction={direction}
                  onClick={() => column.sort !== null && onSort(column.sort)}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface SortButtonProps {
  label: string;
  direction: Sort['direction'] | null;
  onClick: () => void;
}

function SortButton({ label, direction, onClick }: SortButtonProps) {
  return (
    <button type="button" className={classes.sort} onClick={onClick}>
      {label}
      {direction === 'ascending' && <IconArrowUp size={13} aria-hidden />}
      {direction === 'descending' && <IconArrowDown size={13} aria-hidden />}
    </button>
  );
}
