import { Button, Group, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { type Answer, api } from '../../api.ts';
import { useDraft } from '../../commands/drafts.ts';
import { useHalfTyped } from '../../commands/pending-saves.ts';
import { usePageCommands } from '../../commands/page-commands.ts';
import { pageKeys } from '../../commands/page-keys.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { notifyError } from '../../components/notify.tsx';
import { text } from '../../text/index.ts';
import { AttendeeFile } from './attendee-file.tsx';

const words = text.events;
type EventDetail = Answer<'events', 'get'>;

/** Editing and removing an event. */
export function EventActions({ event }: { event: EventDetail }) {
  const [isEditing, setEditing] = useState(false);
  const notifyUndoable = useNotifyUndoable();
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: async () => {
      await navigate({ to: '/events' });
      await api.events.remove({ id: event.id });
    },
    onSuccess: () => notifyUndoable(words.details.removed(event.title)),
    onError: notifyError,
  });
  const openFile = useRef<() => void>(null);
  usePageCommands([
    {
      id: 'editEvent',
      label: words.details.edit,
      icon: IconPencil,
      keys: [pageKeys.editEvent],
      whileTyping: true,
      run: () => setEditing(true),
    },
    {
      id: 'attendeeFile',
      label: words.attendeeFile.action,
      icon: IconFileImport,
      keys: [pageKeys.attendeeFile],
      whileTyping: true,
      run: () => openFile.current?.(),
    },
    {
      id: 'removeEvent',
      label: words.details.remove,
      icon: IconTrash,
      run: () => remove.mutate(),
    },
  ]);
  return (
    <>
      <AttendeeFile event={event} openRef={openFile} />
      <Button variant="default" onClick={() => setEditing(true)}>
        {words.details.edit}
      </Button>
      <Button variant="subtle" color="red" onClick={() => remove.mutate()}>
        {words.details.remove}
      </Button>
      {isEditing && <EditWindow event={event} onClose={() => setEditing(false)} />}
    </>
  );
}

function EditWindow({ event, onClose }: { event: EventDetail; onClose: () => void }) {
  const [form, setForm] = useDraft(`event:${event.id}`, {
    title: event.title,
    heldOn: event.heldOn ?? '',
    kind: event.kind,
    place: event.place,
    note: event.note,
  });
  const save = useMutation({
    mutationFn: () =>
      api.events.update({ ...form, id: event.id, heldOn: form.heldOn === '' ? null : form.heldOn }),
    onSuccess: onClose,
    onError: notifyError,
  });
  useHalfTyped(
    form.title !== event.title || form.place !== event.place || form.note !== event.note,
  );
  const submit = (submitted: FormEvent): void => {
    submitted.preventDefault();
    save.mutate();
  };
  const field = (part: 'title' | 'heldOn' | 'place' | 'note') => ({
    value: form[part],
    onChange: (change: { currentTarget: { value: string } }) => {
      const { value } = change.currentTarget;
      setForm((before) => ({ ...before, [part]: value }));
    },
  });
  return (
    <Modal opened onClose={onClose} title={words.details.edit}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput label={words.create.title} required data-autofocus {...field('title')} />
          <TextInput label={words.create.heldOn} type="date" {...field('heldOn')} />
          <Select
            label={words.create.kind}
            data={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))}
            value={form.kind}
            allowDeselect={false}
            onChange={(kind) =>
              setForm((before) => ({ ...before, kind: (kind ?? 'other') as typeof form.kind }))
            }
          />
          <TextInput label={words.create.place} {...field('place')} />
          <Textarea label={words.details.note} autosize minRows={3} {...field('note')} />
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" onClick={onClose}>
              {text.common.cancel}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {words.details.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
