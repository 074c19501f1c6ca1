import IconAt from '@tabler/icons-react/dist/esm/icons/IconAt.mjs';
import type { PersonRef } from '../../src-main/contract/common.ts';
import classes from './person-avatar.module.css';
import { hueOf, initialsOf } from './person-initials.ts';

interface PersonAvatarProps {
  person: Pick<PersonRef, 'id' | 'name' | 'isNamed'>;
  /** Diameter in pixels. */
  size?: number;
  /** Data URL of a photo, where there is one. */
  photo?: string | null;
}

/** A person's photo or initials, in a soft colour that stays theirs. Decoration: the name stands beside it. */
export function PersonAvatar({ person, size = 28, photo = null }: PersonAvatarProps) {
  const style = { '--size': `${size}px`, '--hue': hueOf(person.id) } as React.CSSProperties;
  if (photo !== null) {
    return <img className={classes.root} style={style} src={photo} alt="" />;
  }
  return (
    <span className={classes.root} style={style} aria-hidden="true">
      {person.isNamed ? initialsOf(person.name) : <IconAt size={size * 0.5} stroke={1.6} />}
    </span>
  );
}
