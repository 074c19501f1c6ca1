import { Link } from '@tanstack/react-router';
import type { PersonRef } from '../../src-main/contract/common.ts';
import { text } from '../text/index.ts';
import { PersonAvatar } from './person-avatar.tsx';
import classes from './person-link.module.css';

interface PersonLinkProps {
  person: PersonRef;
  /** A second line or, with `inline`, nothing: title, organisation, a date. */
  hint?: string | null;
  /** Name only, inside of a sentence. */
  inline?: boolean;
  /** Diameter of the avatar in pixels. */
  size?: number;
}

/** A person wherever they are named: avatar, name, and the way to their page. */
export function PersonLink({ person, hint, inline = false, size = 28 }: PersonLinkProps) {
  const name = (
    <span className={person.isNamed ? classes.name : classes.unnamed}>
      {person.name}
      {!person.isNamed && <span className="hidden-visually"> ({text.common.unnamed})</span>}
    </span>
  );
  const target = { to: '/people/$personId', params: { personId: person.id } } as const;
  if (inline) {
    return (
      <Link {...target} className={classes.inline}>
        {name}
      </Link>
    );
  }
  return (
    <Link {...target} className={classes.root}>
      <PersonAvatar person={person} size={size} />
      <span className={classes.words}>
        {name}
        {hint !== undefined && hint !== null && hint !== '' && (
          <span className={classes.hint}>{hint}</span>
        )}
      </span>
    </Link>
  );
}
