import { Autocomplete, Button, Modal, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { PersonId, PersonRef } from '../../../src-main/contract/common.ts';
import type { Introduction } from '../../../src-main/contract/introductions.ts';
import { api, read } from '../../api.ts';
import { useDraft } from '../../commands/drafts.ts';
import { useStatus } from '../../commands/use-book.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { notifyError } from '../../components/notify.tsx';
import { PersonPicker } from '../../components/person-picker.tsx';
import { WindowActions } from '../../components/window-actions.tsx';
import { text } from '../../text/index.ts';
import { type Descent, DescentFields } from './descent-fields.tsx';

const words = text.introductions.window;
const { kind: kindWords } = text.introductions;
type Kind = Introduction['kind'];
type BeginState = 'idea' | 'asked' | 'permission_asked' | 'made' | 'met';

const beginStates: Record<Kind, readonly BeginState[]> = {
  ask: ['idea', 'asked', 'permission_asked', 'made', 'met'],
  make: ['idea', 'permission_asked', 'made', 'met'],
  received: ['made', 'met'],
};

interface Form {
  kind: Kind;
  /** Who introduces (ask, received) or one of the two (make). */
  one: PersonRef | null;
  other: PersonRef | null;
  topic: string | null;
  goal: string;
  state: BeginState;
  descent: Descent;
}

interface NewIntroductionWindowProps {
  /** What is known of it already. */
  given?: Partial<Form>;
  onClose: () => void;
}

/** Puts an introduction on the board: one I ask for, one I make, one I was given. */
export function NewIntroductionWindow({ given, onClose }: NewIntroductionWindowProps) {
  const of = [given?.topic, given?.one?.id, given?.other?.id].map((part) => part ?? '').join(':');
  const [form, setForm] = useDraft<Form>(`new-introduction:${of}`, {
    kind: 'ask',
    one: null,
    other: null,
    topic: null,
    goal: '',
    state: 'idea',
    descent: { cameFromId: null, eventId: null },
    ...given,
  });
  const [isIncomplete, setIncomplete] = useState(false);
  const create = useCreate(onClose);
  const change = (part: Partial<Form>): void => setForm((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (form.one === null || form.other === null) setIncomplete(true);
    else create.mutate(form);
  };
  return (
    <Modal opened onClose={onClose} title={words.title} size="md">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <KindControl
            value={form.kind}
            onChange={(kind) => change({ kind, state: beginStates[kind][0] ?? 'idea' })}
          />
          <People form={form} onChange={change} />
          <Details form={form} onChange={change} />
          {isIncomplete && (form.one === null || form.other === null) && (
            <Text c="var(--mantine-color-error)" role="alert">
              {words.incomplete}
            </Text>
          )}
          <WindowActions>
            <Button variant="subtle" onClick={onClose}>
              {text.common.cancel}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {words.save}
            </Button>
          </WindowActions>
        </Stack>
      </form>
    </Modal>
  );
}

function useCreate(onClose: () => void) {
  const notifyUndoable = useNotifyUndoable();
  return useMutation({
    mutationFn: ({ kind, one, other, topic, goal, state, descent }: Form) =>
      api.introductions.create({
        kind,
        ...(kind === 'make' ? { firstId: one?.id ?? null } : { introducerId: one?.id ?? null }),
        secondId: other?.id ?? 0,
        topicId: topic === null ? null : Number(topic),
        goal,
        state,
        ...descent,
      }),
    onSuccess: (created) => {
      onClose();
      return notifyUndoable(words.created(text.introductions.title(created)));
    },
    onError: notifyError,
  });
}

function KindControl(props: { value: Kind; onChange: (kind: Kind) => void }) {
  return (
    <SegmentedControl
      fullWidth
      aria-label={words.kind}
      value={props.value}
      onChange={(kind) => props.onChange(kind)}
      data={(['ask', 'make', 'received'] as const).map((kind) => ({
        value: kind,
        label: kindWords[kind],
      }))}
    />
  );
}

interface PartProps {
  form: Form;
  onChange: (part: Partial<Form>) => void;
}

function People({ form, onChange }: PartProps) {
  const me = useStatus()?.me?.id;
  const without = (person: PersonRef | null): PersonId[] =>
    [me, person?.id].filter((id) => id !== undefined);
  return (
    <>
      <PersonPicker
        label={form.kind === 'make' ? words.first : words.introducer[form.kind]}
        value={form.one}
        without={without(form.other)}
        onChange={(one) => onChange({ one })}
        autoFocus
      />
      <PersonPicker
        label={words.second[form.kind]}
        value={form.other}
        without={without(form.one)}
        onChange={(other) => onChange({ other })}
      />
    </>
  );
}

function Details({ form, onChange }: PartProps) {
  const { data: topics = [] } = useQuery(read('topics', 'list', {}));
  const { data: goals = [] } = useQuery(read('goals', 'list', {}));
  const { data: all = [] } = useQuery(read('introductions', 'list', {}));
  return (
    <>
      <Select
        label={words.topic}
        placeholder={words.topicPlaceholder}
        data={topics.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={form.topic}
        searchable
        clearable
        onChange={(topic) => onChange({ topic })}
      />
      <Autocomplete
        label={words.goal}
        description={form.kind === 'ask' ? words.goalHint : undefined}
        placeholder={words.goalPlaceholder}
        data={form.kind === 'ask' ? goals.map(({ what }) => what) : []}
        value={form.goal}
        onChange={(goal) => onChange({ goal })}
      />
      <Select
        label={words.state}
        data={beginStates[form.kind].map((state) => ({
          value: state,
          label: text.introductions.state(state),
        }))}
        value={form.state}
        allowDeselect={false}
        onChange={(state) => onChange({ state: state ?? 'idea' })}
      />
      <DescentFields
        value={form.descent}
        choices={all}
        onChange={(change) => onChange({ descent: { ...form.descent, ...change } })}
      />
    </>
  );
}
