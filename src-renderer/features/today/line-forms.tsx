import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useDraft } from '../../commands/drafts.ts';
import { useToday } from '../../commands/use-book.ts';
import { text } from '../../text/index.ts';
import { dayIn } from './snooze-menu.tsx';
import classes from './today-line.module.css';

const contactKinds = ['conversation', 'message', 'call', 'meeting'] as const;
type ContactKind = (typeof contactKinds)[number];

interface InlineFormProps {
  label: string;
  children: ReactNode;
  submitLabel: string;
  onSubmit: () => void;
  onLeave: () => void;
}

/** One line of fields in the place of a line's words: Enter takes them, Escape leaves. */
function InlineForm({ label, children, submitLabel, onSubmit, onLeave }: InlineFormProps) {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form
      aria-label={label}
      className={classes.form}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onLeave();
      }}
    >
      {children}
      <Button type="submit" size="xs">
        {submitLabel}
      </Button>
      <Button size="xs" variant="subtle" color="gray" onClick={onLeave}>
        {text.common.cancel}
      </Button>
    </form>
  );
}

interface LogFormProps {
  name: string;
  /** Offers to end the line along with it. */
  canFinish: boolean;
  onLog: (contact: { kind: ContactKind; note: string; isDone: boolean }) => void;
  onLeave: () => void;
}

/** A contact of today in one line: what it was, and what about. */
export function LogForm({ name, canFinish, onLog, onLeave }: LogFormProps) {
  const words = text.today.log;
  const [kind, setKind] = useState<ContactKind>('conversation');
  const [note, setNote] = useDraft(`log:${name}`, '');
  const [isDone, setDone] = useState(true);
  return (
    <InlineForm
      label={words.form(name)}
      submitLabel={words.save}
      onSubmit={() => onLog({ kind, note: note.trim(), isDone: canFinish && isDone })}
      onLeave={onLeave}
    >
      <NativeSelect
        size="xs"
        aria-label={words.kind}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as ContactKind)}
        data={contactKinds.map((value) => ({
          value,
          label: text.person.timeline.kinds[value],
        }))}
      />
      <TextInput
        size="xs"
        className={classes.note}
        aria-label={words.note}
        placeholder={words.notePlaceholder}
        value={note}
        autoFocus
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {canFinish && (
        <Checkbox
          size="xs"
          label={words.alsoDone}
          checked={isDone}
          onChange={(event) => setDone(event.currentTarget.checked)}
        />
      )}
    </InlineForm>
  );
}

interface DateFormProps {
  name: string;
  onPick: (until: string) => void;
  onLeave: () => void;
}

/** The day on which a line is to come back. */
export function DateForm({ name, onPick, onLeave }: DateFormProps) {
  const today = useToday();
  const words = text.today.snooze;
  const first = dayIn(today, 1);
  const [until, setUntil] = useState(dayIn(today, 14));
  return (
    <InlineForm
      label={words.title(name)}
      submitLabel={words.save}
      onSubmit={() => {
        if (until >= first) onPick(until);
      }}
      onLeave={onLeave}
    >
      <TextInput
        size="xs"
        type="date"
        label={words.pick}
        className={classes.date}
        min={first}
        value={until}
        autoFocus
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
    </InlineForm>
  );
}
