import { Button, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { eventKinds } from '../../../src-main/contract/events.ts';
import { api } from '../../api.ts';
import { useDraft } from '../../commands/drafts.ts';
import { useToday } from '../../commands/use-book.ts';
import { notifyError } from '../../components/notify.tsx';
import { text } from '../../text/index.ts';
import classes from './new-event-form.module.css';

const words = text.events.create;
type EventKind = (typeof eventKinds)[number];

/** A title and Enter are enough: today is filled in, and the new event opens with the log ready. */
export function NewEventForm() {
  const today = useToday();
  const navigate = useNavigate();
  const [title, setTitle] = useDraft('new-event-title', '');
  const [heldOn, setHeldOn] = useState<string | null>(null);
  const [kind, setKind] = useState<EventKind>('meetup');
  const [place, setPlace] = useDraft('new-event-place', '');
  const create = useMutation({
    mutationFn: () =>
      api.events.create({ title, heldOn: heldOn ?? today, kind, place: place.trim() }),
    onSuccess: ({ event }) => navigate({ to: '/events/$eventId', params: { eventId: event.id } }),
    onError: notifyError,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (title.trim() !== '') create.mutate();
  };
  return (
    <form className={classes.root} aria-label={words.legend} onSubmit={submit}>
      <TextInput
        label={words.title}
        placeholder={words.titlePlaceholder}
        autoFocus
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={words.heldOn}
        value={heldOn ?? today}
        onChange={(event) => setHeldOn(event.currentTarget.value)}
      />
      <Select
        label={words.kind}
        data={Object.entries(text.events.kinds).map(([value, label]) => ({ value, label }))}
        value={kind}
        allowDeselect={false}
        onChange={(value) => setKind((value ?? 'other') as EventKind)}
      />
      <TextInput
        label={words.place}
        placeholder={words.placePlaceholder}
        value={place}
        onChange={(event) => setPlace(event.currentTarget.value)}
      />
      <Button type="submit" loading={create.isPending} disabled={title.trim() === ''}>
        {words.action}
      </Button>
    </form>
  );
}
