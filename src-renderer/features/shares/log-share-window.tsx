import { Button, Group, Modal, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { PersonRef } from '../../../src-main/contract/common.ts';
import type { Share } from '../../../src-main/contract/favours.ts';
import { api, read } from '../../api.ts';
import { useDraft } from '../../commands/drafts.ts';
import { useStatus, useToday } from '../../commands/use-book.ts';
import { useCommand } from '../../commands/use-command.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { PersonPicker } from '../../components/person-picker.tsx';
import { PlatformSelect } from '../../components/platform-select.tsx';
import { text } from '../../text/index.ts';

const words = text.shares.window;

interface Form {
  direction: Share['direction'];
  person: PersonRef | null;
  platform: string | null;
  what: string;
  onDate: string;
}

interface LogShareWindowProps {
  /** With whom; to be chosen when left out. */
  person?: PersonRef;
  onClose: () => void;
}

/** Logs that somebody passed on a message of mine, or I one of theirs, with what it reaches. */
export function LogShareWindow({ person, onClose }: LogShareWindowProps) {
  const today = useToday();
  const [form, setForm] = useDraft<Form>(`share:${person?.id ?? 'new'}`, {
    direction: 'received',
    person: person ?? null,
    platform: null,
    what: '',
    onDate: today,
  });
  const [isIncomplete, setIncomplete] = useState(false);
  const change = (part: Partial<Form>): void => setForm((before) => ({ ...before, ...part }));
  const notifyUndoable = useNotifyUndoable();
  const log = useCommand(api.favours.logShare, () => {
    onClose();
    void notifyUndoable(words.saved);
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { person: whom, onDate, ...rest } = form;
    if (whom === null) setIncomplete(true);
    else log.mutate({ ...rest, personId: whom.id, ...(onDate === '' ? {} : { onDate }) });
  };
  return (
    <Modal opened onClose={onClose} title={words.title}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <SegmentedControl
            fullWidth
            aria-label={words.direction}
            value={form.direction}
            onChange={(direction) => change({ direction })}
            data={(['received', 'given'] as const).map((value) => ({
              value,
              label: words.directions[value],
            }))}
          />
          <ShareFields form={form} onChange={change} />
          {isIncomplete && form.person === null && (
            <Text c="var(--mantine-color-error)" size="sm" role="alert">
              {words.incomplete}
            </Text>
          )}
          <Estimate form={form} />
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" onClick={onClose}>
              {text.common.cancel}
            </Button>
            <Button type="submit" loading={log.isPending}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function ShareFields({ form, onChange }: { form: Form; onChange: (part: Partial<Form>) => void }) {
  const me = useStatus()?.me?.id;
  return (
    <>
      <PersonPicker
        label={words.person[form.direction]}
        value={form.person}
        without={me === undefined ? [] : [me]}
        onChange={(person) => onChange({ person })}
        autoFocus
      />
      <TextInput
        label={words.what}
        placeholder={words.whatPlaceholder}
        value={form.what}
        onChange={(event) => onChange({ what: event.currentTarget.value })}
      />
      <Group grow align="flex-start" gap="sm">
        <PlatformSelect
          label={words.platform}
          placeholder={
            form.direction === 'given' ? words.platformPlaceholderMine : words.platformPlaceholder
          }
          value={form.platform}
          onChange={(platform) => onChange({ platform })}
        />
        <TextInput
          type="date"
          label={words.onDate}
          value={form.onDate}
          onChange={(event) => onChange({ onDate: event.currentTarget.value })}
        />
      </Group>
    </>
  );
}

/** What it reaches as the book stands, before it is logged. */
function Estimate({ form: { direction, person, platform } }: { form: Form }) {
  const { data } = useQuery({
    ...read('favours', 'estimateShare', { direction, personId: person?.id ?? 1, platform }),
    enabled: person !== null,
  });
  const estimate = text.shares.estimate;
  if (data === undefined || person === null) return null;
  return (
    <Text size="sm" role="status" aria-label={estimate.label}>
      {estimate[direction](data, person.name)}
      {data.newLow !== data.newHigh && ` ${estimate.reported}`}
    </Text>
  );
}
