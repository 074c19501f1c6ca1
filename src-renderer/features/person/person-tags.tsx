import { ActionIcon, Popover } from '@mantine/core';
import IconTag from '@tabler/icons-react/dist/esm/icons/IconTag.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useState } from 'react';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { api } from '../../api.ts';
import { useCommand } from '../../commands/use-command.ts';
import { TagBox } from '../../components/tag-box.tsx';
import { TagMark } from '../../components/tag-mark.tsx';
import { text } from '../../text/index.ts';
import classes from './person-tags.module.css';

const words = text.person.tags;

/** A person's tags: each can be taken off, and a box adds more. */
export function PersonTags({ person }: { person: PersonDetail }) {
  const untag = useCommand(api.people.untag);
  return (
    <ul className={classes.root} aria-label={words.title}>
      {person.tags.map((tag) => (
        <li key={tag.id} className={classes.item}>
          <TagMark tag={tag} />
          <ActionIcon
            size={20}
            className={classes.remove}
            aria-label={words.remove(tag.name)}
            title={words.remove(tag.name)}
            onClick={() => untag.mutate({ ids: [person.id], tagId: tag.id })}
          >
            <IconX size={12} aria-hidden />
          </ActionIcon>
        </li>
      ))}
      <li>
        <AddTag person={person} />
      </li>
    </ul>
  );
}

function AddTag({ person }: { person: PersonDetail }) {
  const [isOpen, setOpen] = useState(false);
  const tag = useCommand(api.people.tag);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-start"
      width={260}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <button type="button" className={classes.add} onClick={() => setOpen(!isOpen)}>
          <IconTag size={14} aria-hidden />
          {words.add}
        </button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={words.add}>
        <TagBox
          canCreate
          without={person.tags.map(({ id }) => id)}
          onChoose={({ name }) => {
            setOpen(false);
            tag.mutate({ ids: [person.id], tag: name });
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
