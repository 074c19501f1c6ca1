import { memo } from 'react';
import type { PersonRow as Row } from '../../../src-main/contract/people.ts';
import { PersonAvatar } from '../../components/person-avatar.tsx';
import { text } from '../../text/index.ts';
import { cellOf, type SharedByRows, titleOf } from './people-cells.tsx';
import type { Column } from './people-columns.ts';
import classes from './people-table.module.css';

interface PeopleRowProps extends SharedByRows {
  /** Undefined while the row is on its way. */
  row: Row | undefined;
  columns: readonly Column[];
  index: number;
  top: number;
  isActive: boolean;
  isSelected: boolean;
}

/** One line of the table: plain elements only, because a hundred of these change with every scroll step. */
export const PeopleRow = memo(function PeopleRow(props: PeopleRowProps) {
  const { row, index, top } = props;
  return (
    <div
      role="row"
      id={rowElementId(index)}
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
      aria-rowindex={index + 2}
      aria-selected={props.isSelected}
      data-active={props.isActive || undefined}
      data-index={index}
    >
      {row === undefined ? <LoadingCells /> : <Cells {...props} row={row} />}
    </div>
  );
});

export function rowElementId(index: number): string {
  return `people-row-${index}`;
}

function Cells({ row, columns, ...shared }: PeopleRowProps & { row: Row }) {
  return (
    <>
      <div role="gridcell" className={classes.check} data-part="check">
        <span className={classes.box} />
      </div>
      <div role="gridcell" className={classes.person}>
        <PersonAvatar person={row} size={28} />
        <span
          className={row.isNamed ? classes.name : classes.unnamed}
          data-part="name"
          title={row.isNamed ? undefined : text.common.unnamedHint}
        >
          {row.name}
        </span>
      </div>
      {columns.map(({ key }) => (
        <div key={key} role="gridcell" className={classes[key]} title={titleOf(key, row)}>
          {cellOf(key, row, shared)}
        </div>
      ))}
    </>
  );
}

function LoadingCells() {
  return (
    <div role="gridcell" className={classes.loading} aria-label={text.common.loading}>
      <span className={classes.loadingDot} />
      <span className={classes.loadingLine} />
    </div>
  );
}
