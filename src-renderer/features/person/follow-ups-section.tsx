import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PersonDetail } from '../../../src-main/contract/people.ts';
import { api } from '../../api.ts';
import { useDraft } from '../../commands/drafts.ts';
import { useToday } from '../../commands/use-book.ts';
import { useCommand } from '../../commands/use-command.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { FormPopover } from '../../components/form-popover.tsx';
import { NothingYet, Section } from '../../components/section.tsx';
import { day } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import classes from './lists.module.css';

const words = text.person.followUps;

/** What I mean to do about somebody, and by when; ticked off in place. */
export function FollowUpsSection({ person }: { person: PersonDetail }) {
  const open = person.followUps.filter((followUp) => followUp.doneOn === null);
  return (
    <Section title={words.title} action={<AddFollowUp person={person} />}>
      {open.length === 0 && <NothingYet>{words.none}</NothingYet>}
      <ul className={classes.list}>
        {open.map((followUp) => (
          <FollowUpLine key={followUp.id} followUp={followUp} />
        ))}
      </ul>
    </Section>
  );
}

function FollowUpLine({ followUp }: { followUp: PersonDetail['followUps'][number] }) {
  const today = useToday();
  const notifyUndoable = useNotifyUndoable();
  const finish = useCommand(api.people.finishFollowUp, () => void notifyUndoable(words.finished));
  const what = followUp.what === '' ? words.nameless : followUp.what;
  const isOverdue = followUp.dueOn < today;
  return (
    <li className={classes.line}>
      <Checkbox
        className={classes.what}
        label={what}
        aria-label={words.finish(what)}
        checked={finish.isPending}
        disabled={finish.isPending}
        onChange={() => finish.mutate({ followUpId: followUp.id })}
      />
      <span className={isOverdue ? classes.overdue : classes.quiet}>
        {isOverdue ? words.overdue(day(followUp.dueOn)) : words.due(day(followUp.dueOn))}
      </span>
    </li>
  );
}

function AddFollowUp({ person }: { person: PersonDetail }) {
  const today = useToday();
  const [what, setWhat] = useDraft(`follow-up:${person.id}`, '');
  const [dueOn, setDueOn] = useState('');
  const add = useCommand(api.people.addFollowUp, () => setWhat(''));
  return (
    <FormPopover
      label={words.add}
      onSubmit={() =>
        add.mutate({ id: person.id, dueOn: dueOn === '' ? today : dueOn, what: what.trim() })
      }
    >
      <TextInput
        label={words.what}
        placeholder={words.whatPlaceholder}
        value={what}
        data-autofocus
        onChange={(event) => setWhat(event.currentTarget.value)}
      />
      <TextInput
        mt="xs"
        type="date"
        label={words.dueOn}
        value={dueOn === '' ? today : dueOn}
        onChange={(event) => setDueOn(event.currentTarget.value)}
      />
    </FormPopover>
  );
}
