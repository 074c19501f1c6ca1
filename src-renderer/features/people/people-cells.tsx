import type { ReactNode } from 'react';
import type { PersonId } from '../../../src-main/contract/common.ts';
import type { PersonRow } from '../../../src-main/contract/people.ts';
import { StrengthBar, strengthLevel } from '../../components/strength-meter.tsx';
import { TagMark } from '../../components/tag-mark.tsx';
import { ago, birthday, day } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import type { ColumnKey } from './people-columns.ts';
import classes from './people-table.module.css';

/** What every cell may need and no row changes. */
export interface SharedByRows {
  readonly today: string;
  readonly meId: PersonId | null;
  readonly platformName: (key: string) => string;
}

const words = text.people;

/** The content of a cell. Plain elements only: a hundred of these change with every scroll step. */
export function cellOf(key: ColumnKey, row: PersonRow, shared: SharedByRows): ReactNode {
  switch (key) {
    case 'organisation':
      return words.roleAt(row.title, row.organisation);
    case 'title':
    case 'email':
    case 'phone':
    case 'howMet':
      return row[key];
    case 'company':
      return row.organisation;
    case 'tags':
      return row.tags.map((tag) => <TagMark key={tag.id} tag={tag} />);
    case 'platforms':
      return row.platforms.map(shared.platformName).join(', ');
    case 'strength':
      return row.id === shared.meId ? words.isMe : <Strength strength={row.strength} />;
    case 'lastContact':
      return row.lastContactOn === null ? null : ago(row.lastContactOn, shared.today);
    case 'metOn':
      return row.metOn === null ? null : day(row.metOn);
    case 'added':
      return day(row.addedOn);
    case 'birthday':
      return row.birthday === null ? null : birthday(row.birthday);
    case 'offers':
    case 'needs':
      return row[key].join(', ');
    case 'events': {
      const [first, ...others] = row.events;
      return first === undefined ? null : text.peopleColumns.andMore(first, others.length);
    }
    case 'keepInTouch':
      return keepInTouchOf(row, shared.today);
    case 'doNotAsk':
      return row.doNotAsk ? text.peopleColumns.doNotAsk : null;
  }
}

/** The day first: it is what one looks for, and what the column is sorted by. */
function keepInTouchOf({ keepInTouch }: PersonRow, today: string): string | null {
  if (keepInTouch === null) return null;
  const { rhythm, dueOn } = keepInTouch;
  return text.peopleColumns.keepInTouch(text.today.rhythm(rhythm), day(dueOn), dueOn < today);
}

/** The whole of what a cell may cut off. */
export function titleOf(key: ColumnKey, row: PersonRow): string | undefined {
  switch (key) {
    case 'organisation':
      return words.roleAt(row.title, row.organisation);
    case 'lastContact':
      return row.lastContactOn === null ? undefined : day(row.lastContactOn);
    case 'events':
      return row.events.join('\n');
    case 'tags':
      return row.tags.map(({ name }) => name).join(', ');
    case 'offers':
    case 'needs':
      return row[key].join(', ');
    case 'title':
    case 'email':
    case 'howMet':
      return row[key] ?? undefined;
    default:
      return undefined;
  }
}

function Strength({ strength }: Pick<PersonRow, 'strength'>) {
  return (
    <>
      <StrengthBar strength={strength} />
      <span className={strength === null ? classes.quiet : undefined}>
        {strength === null ? words.noTie : text.common.strength.word(strengthLevel(strength))}
      </span>
    </>
  );
}
