import { Button } from '@mantine/core';
import type { TookIntroduction } from '../../../src-main/contract/introductions.ts';
import { api } from '../../api.ts';
import { useCommand } from '../../commands/use-command.ts';
import { leaveItem } from '../../components/leave-item.ts';
import { PersonAvatar } from '../../components/person-avatar.tsx';
import { PersonLink } from '../../components/person-link.tsx';
import { text } from '../../text/index.ts';
import classes from './took-list.module.css';

const words = text.introductions.took;

/** Introductions that took and of which I have not said "nice" yet: said once, with what says so. */
export function TookList({ took }: { took: readonly TookIntroduction[] }) {
  if (took.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={words.title}>
      {took.map((one) => (
        <TookLine key={one.introduction.id} took={one} />
      ))}
    </ul>
  );
}

/** One introduction that took, as an item of a list. */
export function TookLine({ took: { introduction, sign } }: { took: TookIntroduction }) {
  const acknowledge = useCommand(api.introductions.acknowledgeTook);
  const { first, second, id } = introduction;
  return (
    <li className={classes.took}>
      <span className={classes.avatars}>
        <PersonAvatar person={first} size={26} />
        <PersonAvatar person={second} size={26} />
      </span>
      <span className={classes.words}>
        {words.took} <PersonLink person={first} inline /> {text.introductions.suggested.and}{' '}
        <PersonLink person={second} inline />.{' '}
        <span className={classes.sign}>{words.sign(sign)}</span>
      </span>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={words.acknowledgeNamed(first.name, second.name)}
        loading={acknowledge.isPending}
        onClick={(event) => {
          leaveItem(event.currentTarget);
          acknowledge.mutate({ id });
        }}
      >
        {words.acknowledge}
      </Button>
    </li>
  );
}
