import { ActionIcon, Button, Popover, Textarea } from '@mantine/core';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import type { PersonRef } from '../../../src-main/contract/common.ts';
import { type Answer, api, read } from '../../api.ts';
import { useDraft } from '../../commands/drafts.ts';
import { useCommand } from '../../commands/use-command.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { FoldedList } from '../../components/folded-list.tsx';
import { leaveItem } from '../../components/leave-item.ts';
import { PersonLink } from '../../components/person-link.tsx';
import { NothingYet, Section } from '../../components/section.tsx';
import { count, day } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import classes from './thanks-section.module.css';

const words = text.outcomes.owed;
type Owed = Answer<'favours', 'owed'>[number];

/** Whom I have not thanked since they did something for me, and the thanks already given. */
export function ThanksSection() {
  const { data: owed = [] } = useQuery(read('favours', 'owed', {}));
  return (
    <Section title={words.title} {...(owed.length === 0 ? {} : { count: count(owed.length) })}>
      {owed.length === 0 && <NothingYet>{words.none}</NothingYet>}
      <OwedList owed={owed} />
      <GivenThanks />
    </Section>
  );
}

/** Thanks owed, who has waited longest first, each with what they did and a button that notes the thanks. */
export function OwedList({ owed }: { owed: readonly Owed[] }) {
  return (
    <FoldedList className={classes.list}>
      {owed.map((one) => (
        <OwedLine key={one.person.id} owed={one} />
      ))}
    </FoldedList>
  );
}

/** One person whom I owe thanks, as an item of a list. */
export function OwedLine({ owed: { person, deeds } }: { owed: Owed }) {
  return (
    <li className={classes.owed}>
      <div className={classes.head}>
        <PersonLink person={person} />
        <ThankButton person={person} />
      </div>
      <ul className={classes.deeds}>
        {deeds.map((deed, index) => (
          <li key={index}>
            {words.deed(deed)} <span className={classes.since}>{day(deed.onDate)}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}

function ThankButton({ person }: { person: PersonRef }) {
  const [isOpen, setOpen] = useState(false);
  const [note, setNote] = useDraft(`thanks:${person.id}`, '');
  const button = useRef<HTMLButtonElement>(null);
  const notifyUndoable = useNotifyUndoable();
  const thank = useCommand(api.favours.thank, () => {
    leaveItem(button.current);
    void notifyUndoable(words.thanked(person.name));
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setOpen(false);
    thank.mutate({ personId: person.id, note: note.trim() });
  };
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      width={280}
      position="bottom-end"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          ref={button}
          size="compact-sm"
          variant="default"
          aria-label={words.thankNamed(person.name)}
          loading={thank.isPending}
          onClick={() => setOpen(!isOpen)}
        >
          {words.thank}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.thankNamed(person.name)}>
        <form onSubmit={submit}>
          <Textarea
            label={words.how}
            placeholder={words.howPlaceholder}
            autosize
            minRows={2}
            data-autofocus
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Button type="submit" mt="sm" fullWidth>
            {words.thank}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

function GivenThanks() {
  const { data: given = [] } = useQuery(read('favours', 'thanksGiven', {}));
  const notifyUndoable = useNotifyUndoable();
  const remove = useCommand(api.favours.removeThanks, () => void notifyUndoable(words.takenBack));
  if (given.length === 0) return null;
  return (
    <details className={classes.more}>
      <summary>
        {words.given} ({count(given.length)})
      </summary>
      {given.map(({ id, person, onDate, note }) => (
        <div key={id} className={classes.given}>
          <span className={classes.words}>
            <PersonLink person={person} inline />{' '}
            <span className={classes.quiet}>{day(onDate)}</span>
            {note !== '' && <div>{note}</div>}
          </span>
          <ActionIcon
            size="sm"
            aria-label={words.takeBack(person.name)}
            onClick={() => remove.mutate({ id })}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </div>
      ))}
    </details>
  );
}
