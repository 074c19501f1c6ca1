import { Button, Drawer, Group, Stack, Textarea, TextInput, Timeline, Title } from '@mantine/core';
import IconArrowRight from '@tabler/icons-react/dist/esm/icons/IconArrowRight.mjs';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Introduction } from '../../../src-main/contract/introductions.ts';
import { api } from '../../api.ts';
import { useDraft } from '../../commands/drafts.ts';
import { usePageCommands } from '../../commands/page-commands.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { notifyError } from '../../components/notify.tsx';
import { PersonLink } from '../../components/person-link.tsx';
import { day } from '../../text/common.ts';
import { text } from '../../text/index.ts';
import type { IntroductionState } from './board-states.ts';
import { IntroductionDescent } from './introduction-descent.tsx';
import { OptInList } from './opt-in-list.tsx';
import type { WrittenKind } from './opt-in-steps.ts';

const words = text.introductions;

interface IntroductionDrawerProps {
  /** Null: closed. */
  introduction: Introduction | null;
  /** All introductions: those before and after it in its line of descent are among them. */
  all: readonly Introduction[];
  onMove: (introduction: Introduction, to: IntroductionState) => void;
  onClose: () => void;
}

/** One introduction with its people, its steps, its history and its notes. */
export function IntroductionDrawer({
  introduction,
  all,
  onMove,
  onClose,
}: IntroductionDrawerProps) {
  const [writing, setWriting] = useState<WrittenKind | null>(null);
  return (
    <Drawer
      opened={introduction !== null}
      onClose={onClose}
      // Escape closes the letter first
      closeOnEscape={writing === null}
      position="right"
      size="md"
      title={introduction === null ? words.detail.label : words.title(introduction)}
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      {introduction !== null && (
        <Stack key={introduction.id} gap="lg">
          <People introduction={introduction} />
          <Steps introduction={introduction} onMove={onMove} />
          <OptInList
            introduction={introduction}
            writing={writing}
            onWrite={setWriting}
            onMove={onMove}
          />
          <IntroductionDescent introduction={introduction} all={all} />
          <Notes introduction={introduction} />
          <History introduction={introduction} />
          <RemoveButton introduction={introduction} onClose={onClose} />
        </Stack>
      )}
    </Drawer>
  );
}

function People({
  introduction: { kind, introducer, first, second },
}: {
  introduction: Introduction;
}) {
  const people = kind === 'make' ? [first, second] : [introducer, second];
  return (
    <Group gap="xl">
      {people.map((person) => (
        <PersonLink key={person.id} person={person} />
      ))}
    </Group>
  );
}

function Steps({
  introduction,
  onMove,
}: Pick<IntroductionDrawerProps, 'onMove'> & { introduction: Introduction }) {
  usePageCommands(
    introduction.next.map((state) => ({
      id: `move:${state}`,
      label: words.moveCommand(words.title(introduction), state),
      icon: IconArrowRight,
      run: () => onMove(introduction, state),
    })),
  );
  return (
    <section>
      <Title order={3} mb="xs">
        {words.detail.moveTo}
      </Title>
      <Group gap="xs">
        {introduction.next.map((state, index) => (
          <Button
            key={state}
            size="compact-md"
            variant={index === 0 ? 'filled' : 'default'}
            onClick={() => onMove(introduction, state)}
          >
            {words.state(state)}
          </Button>
        ))}
      </Group>
    </section>
  );
}

/** Fields that save when they are left. */
function Notes({ introduction }: { introduction: Introduction }) {
  const [form, setForm] = useDraft(`introduction:${introduction.id}`, {
    goal: introduction.goal,
    note: introduction.note,
    message: introduction.message,
    remindOn: introduction.remindOn ?? '',
  });
  const save = useMutation({ mutationFn: api.introductions.update, onError: notifyError });
  const { id } = introduction;
  const keep = (part: 'goal' | 'note' | 'message') => () => {
    if (form[part] !== introduction[part]) save.mutate({ id, [part]: form[part] });
  };
  const field = (part: keyof typeof form) => ({
    value: form[part],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setForm((before) => ({ ...before, [part]: value }));
    },
  });
  return (
    <Stack gap="sm">
      <TextInput label={words.detail.goal} {...field('goal')} onBlur={keep('goal')} />
      <Textarea
        label={words.detail.note}
        autosize
        minRows={2}
        {...field('note')}
        onBlur={keep('note')}
      />
      <Textarea
        label={words.detail.message}
        autosize
        minRows={3}
        maxRows={12}
        {...field('message')}
        onBlur={keep('message')}
      />
      <TextInput
        type="date"
        label={words.detail.remindOn}
        {...field('remindOn')}
        onBlur={() => {
          const remindOn = form.remindOn === '' ? null : form.remindOn;
          if (remindOn !== introduction.remindOn) save.mutate({ id, remindOn });
        }}
      />
      <span role="status" className={save.isSuccess ? undefined : 'hidden-visually'}>
        {save.isSuccess && words.detail.saved}
      </span>
    </Stack>
  );
}

function History({ introduction: { history } }: { introduction: Introduction }) {
  return (
    <section>
      <Title order={3} mb="sm">
        {words.detail.history}
      </Title>
      <Timeline active={history.length - 1} bulletSize={14} lineWidth={2}>
        {history.map((change, index) => (
          <Timeline.Item key={index} title={words.state(change.state)}>
            {day(change.changedOn)}
            {change.note !== '' && <div>“{change.note}”</div>}
          </Timeline.Item>
        ))}
      </Timeline>
    </section>
  );
}

function RemoveButton({
  introduction,
  onClose,
}: {
  introduction: Introduction;
  onClose: () => void;
}) {
  const notifyUndoable = useNotifyUndoable();
  const remove = useMutation({
    mutationFn: () => api.introductions.remove({ id: introduction.id }),
    onSuccess: () => {
      onClose();
      return notifyUndoable(words.detail.removed);
    },
    onError: notifyError,
  });
  return (
    <Button variant="subtle" color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
      {words.detail.remove}
    </Button>
  );
}
