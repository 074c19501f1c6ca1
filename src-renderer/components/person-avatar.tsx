import IconAt from '@tabler/icons-react/dist/esm/icons/IconAt.mjs';
import type { PersonRef } from '../../src-main/contract/common.ts';
import classes from './person-avatar.module.css';
import { hueOf, initialsOf } from './person-initials.ts';
import { useHasPhoto, usePhoto } from './person-photos.tsx';

interface PersonAvatarProps {
  person: Pick<PersonRef, 'id' | 'name' | 'isNamed'>;
  /** Diameter in pixels. */
  size?: number;
}

const styleOf = (id: PersonRef['id'], size: number): React.CSSProperties =>
  ({ '--size': `${size}px`, '--hue': hueOf(id) }) as React.CSSProperties;

/** A person's photo or initials, in a soft colour that stays theirs. Decoration: the name stands beside it. */
export function PersonAvatar({ person, size = 28 }: PersonAvatarProps) {
  return useHasPhoto(person.id) ? (
    <PhotoAvatar person={person} size={size} />
  ) : (
    <Initials person={person} size={size} />
  );
}

// By itself: the many without a photo then cost no query each, which a table of people would feel.
function PhotoAvatar({ person, size }: Required<PersonAvatarProps>) {
  const photo = usePhoto(person.id);
  if (photo === null) return <Initials person={person} size={size} />;
  return <img className={classes.root} style={styleOf(person.id, size)} src={photo} alt="" />;
}

function Initials({ person, size }: Required<PersonAvatarProps>) {
  return (
    <span
      // on paper the name that stands beside them is enough
      className={`${classes.root} not-printed`}
      style={styleOf(person.id, size)}
      aria-hidden="true"
    >
      {person.isNamed ? initialsOf(person.name) : <IconAt size={size * 0.5} stroke={1.6} />}
    </span>
  );
}
