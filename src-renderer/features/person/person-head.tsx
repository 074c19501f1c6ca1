import { Button, Title } from '@mantine/core';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconRoute from '@tabler/icons-react/dist/esm/icons/IconRoute2.mjs';
import IconCircles from '@tabler/icons-react/dist/esm/icons/IconCirclesRelation.mjs';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { api } from '../../api.ts';
import { useCommand } from '../../commands/use-command.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { LinkButton } from '../../components/link-button.tsx';
import { text } from '../../text/index.ts';
import { ChiefContacts } from './contact-points.tsx';
import { EditDetailsWindow } from './edit-details-window.tsx';
import { currentRole } from './person-facts.ts';
import classes from './person-head.module.css';
import { PersonMenu } from './person-menu.tsx';
import { PersonTags } from './person-tags.tsx';
import { PhotoButton } from './photo-button.tsx';
import { usePersonCommands } from './use-person-commands.ts';

const words = text.person.head;

/** Who this is, and what is done about them most. */
export function PersonHead({ person }: { person: PersonDetail }) {
  const [isEditing, setEditing] = useState(false);
  const remove = useRemove(person);
  usePersonCommands(person, { edit: () => setEditing(true), remove });
  return (
    <header className={classes.root}>
      <PhotoButton person={person} />
      <div className={classes.words}>
        <Title order={1} className={person.isNamed ? undefined : classes.unnamed}>
          {person.name}
        </Title>
        <div className={classes.role}>{standingOf(person)}</div>
        {person.otherNames.length > 0 && (
          <div className={classes.quiet}>{words.otherNames(person.otherNames)}</div>
        )}
        <ChiefContacts person={person} />
        <PersonTags person={person} />
      </div>
      <div className={classes.actions}>
        {!person.isMe && (
          <>
            <LinkButton
              to="/ask"
              search={{ person: person.id }}
              variant={person.strengthWithMe === null ? 'filled' : 'default'}
              leftSection={<IconRoute size={16} aria-hidden />}
            >
              {words.ask}
            </LinkButton>
            <LinkButton
              to="/overlap"
              search={{ b: person.id }}
              variant="default"
              leftSection={<IconCircles size={16} aria-hidden />}
            >
              {words.compare}
            </LinkButton>
          </>
        )}
        <Button
          variant={person.isNamed ? 'default' : 'filled'}
          leftSection={<IconPencil size={16} aria-hidden />}
          onClick={() => setEditing(true)}
        >
          {person.isNamed ? words.edit : words.nameThem}
        </Button>
        <PersonMenu person={person} onRemove={remove} />
      </div>
      <EditDetailsWindow person={person} isOpen={isEditing} onClose={() => setEditing(false)} />
    </header>
  );
}

/** Whether it is me, whether archived, and what they do. */
function standingOf(person: PersonDetail): string {
  return [
    person.isMe ? text.person.isMe : '',
    person.isArchived ? words.archived : '',
    currentRole(person),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function useRemove(person: PersonDetail): () => void {
  const navigate = useNavigate();
  const notifyUndoable = useNotifyUndoable();
  const remove = useCommand(api.people.remove, () => {
    void navigate({ to: '/people' });
    void notifyUndoable(words.removed(person.name));
  });
  return () => remove.mutate({ ids: [person.id] });
}
