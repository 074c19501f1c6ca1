import { memo } from 'react';
import type { PersonId } from '../../../src-main/contract/common.ts';
import type { PersonRow as Row } from '../../../src-main/contract/people.ts';
import { PersonAvatar } from '../../components/person-avatar.tsx';
import { StrengthBar, strengthLevel } from '../../components/strength-meter.tsx';
import { TagMark } from '../../components/tag-mark.tsx';
import { ago, day } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import classes from './people-table.module.css';

interface PeopleRowProps {
  /** Undefined while the row is on its way. */
  row: Row | undefined;
  index: number;
  top: number;
  isActive: boolean;
  isSelected: boolean;
  today: string;
  meId: PersonId | null;
  platformName: (key: string) => string;
}

const words = text.people;

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

function Cells({ row, today, meId, platformName }: PeopleRowProps & { row: Row }) {
  const role = words.roleAt(row.title, row.organisation);
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
      <div role="gridcell" className={classes.role} title={role}>
        {role}
      </div>
      <div role="gridcell" className={classes.tags}>
        {row.tags.map((tag) => (
          <TagMark key={tag.id} tag={tag} />
        ))}
      </div>
      <div role="gridcell" className={classes.platforms}>
        {row.platforms.map(platformName).join(', ')}
      </div>
      <div role="gridcell" className={classes.strength}>
        {row.id === meId ? words.isMe : <Strength strength={row.strength} />}
      </div>
      <div
        role="gridcell"
        className={classes.last}
        title={row.lastContactOn === null ? undefined : day(row.lastContactOn)}
      >
        {row.lastContactOn === null ? '' : ago(row.lastContactOn, today)}
      </div>
    </>
  );
}

function Strength({ strength }: Pick<Row, 'strength'>) {
  return (
    <>
      <StrengthBar strength={strength} />
      <span className={strength === null ? classes.quiet : undefined}>
        {strength === null ? words.noTie : text.common.strength.word(strengthLevel(strength))}
      </span>
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
