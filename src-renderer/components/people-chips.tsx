import { CloseButton } from '@mantine/core';
import type { PersonRef } from '../../src-main/contract/common.ts';
import { text } from '../text/index.ts';
import { PersonAvatar } from './person-avatar.tsx';
import classes from './people-chips.module.css';

interface PeopleChipsProps {
  /** What these people are here. */
  label: string;
  people: readonly PersonRef[];
  onRemove: (person: PersonRef) => void;
}

/** People who were chosen for something, in a row, each with a way to take them out again. */
export function PeopleChips({ label, people, onRemove }: PeopleChipsProps) {
  return (
    <ul className={classes.root} aria-label={label}>
      {people.map((person) => (
        <li key={person.id} className={classes.chip}>
          <PersonAvatar person={person} size={20} />
          {person.name}
          <CloseButton
            size="xs"
            aria-label={text.common.takeOut(person.name)}
            onClick={() => onRemove(person)}
          />
        </li>
      ))}
    </ul>
  );
}
