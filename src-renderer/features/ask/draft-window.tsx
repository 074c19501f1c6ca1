import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TopicId } from '../../../src-main/contract/common.ts';
import type { AskCard } from '../../../src-main/contract/networks.ts';
import { type Answer, api, read } from '../../api.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { LetterButtons } from '../../components/letter-buttons.tsx';
import { notifyError } from '../../components/notify.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { text } from '../../text/index.ts';

const words = text.ask.draft;
type Draft = Answer<'introductions', 'draftAsk'>;

interface DraftWindowProps {
  card: AskCard;
  /** What the ask is about, where it is about a topic. */
  topicId: TopicId | null;
  /** What several asks may have in common: "Offers accountant". */
  goal: string;
  onClose: () => void;
}

/** The letter to a contact: changed at will, sent by the user's own means, kept on the board when sent. */
export function DraftWindow(props: DraftWindowProps) {
  const { card, topicId, onClose } = props;
  const draft = useQuery(
    read('introductions', 'draftAsk', {
      introducerId: card.person.id,
      targetId: card.target.id,
      topicId,
    }),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={words.title(card.person.name, card.target.name)}
    >
      {draft.isError && <ErrorNotice error={draft.error} />}
      {draft.isPending && <SkeletonRows rows={8} />}
      {draft.data !== undefined && <DraftForm {...props} draft={draft.data} />}
    </Modal>
  );
}

function DraftForm(props: DraftWindowProps & { draft: Draft }) {
  const { card, draft, onClose } = props;
  const [subject, setSubject] = useState(draft.subject);
  const [body, setBody] = useState(draft.body);
  const record = useRecordAsk(props);
  return (
    <Stack gap="sm">
      <Text c="dimmed">{words.hint}</Text>
      {draft.to === null ? (
        <Text>{words.noAddress(card.person.name)}</Text>
      ) : (
        <TextInput label={words.to} value={draft.to} readOnly />
      )}
      <TextInput
        label={words.subject}
        value={subject}
        onChange={(event) => setSubject(event.currentTarget.value)}
      />
      <Textarea
        label={words.body}
        value={body}
        autosize
        minRows={10}
        maxRows={18}
        data-autofocus
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      <Group justify="space-between" mt="xs">
        <LetterButtons letter={{ to: draft.to, subject, body }} />
        <Group gap="xs">
          <Button variant="subtle" onClick={onClose}>
            {text.common.cancel}
          </Button>
          <Button loading={record.isPending} onClick={() => record.mutate(body)}>
            {words.record}
          </Button>
        </Group>
      </Group>
      <Text c="dimmed" size="xs" ta="right">
        {words.recordHint}
      </Text>
    </Stack>
  );
}

/** Keeps the ask as an introduction in the state "asked". */
function useRecordAsk({ card, topicId, goal, onClose }: DraftWindowProps) {
  const notifyUndoable = useNotifyUndoable();
  return useMutation({
    mutationFn: (message: string) =>
      api.introductions.create({
        kind: 'ask',
        introducerId: card.person.id,
        secondId: card.target.id,
        state: 'asked',
        topicId,
        goal,
        message,
      }),
    onSuccess: () => {
      onClose();
      return notifyUndoable(words.recorded(card.person.name));
    },
    onError: notifyError,
  });
}
