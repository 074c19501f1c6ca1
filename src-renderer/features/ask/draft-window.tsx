import { Modal } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { TopicId } from '../../../src-main/contract/common.ts';
import type { AskCard } from '../../../src-main/contract/networks.ts';
import { api, read } from '../../api.ts';
import { forgetKeptForm } from '../../commands/use-kept-form.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { notifyError } from '../../components/notify.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { text } from '../../text/index.ts';
import { LetterForm } from '../letters/letter-form.tsx';

const words = text.ask.draft;

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
  const facts = useQuery(
    read('letters', 'factsForAsk', {
      introducerId: card.person.id,
      targetId: card.target.id,
      topicId,
    }),
  );
  const record = useRecordAsk(props);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={words.title(card.person.name, card.target.name)}
    >
      {facts.isError && <ErrorNotice error={facts.error} />}
      {facts.isPending && <SkeletonRows rows={8} />}
      {facts.data !== undefined && (
        <LetterForm
          kind="ask"
          keptAs={nameOf(props)}
          facts={facts.data}
          hint={words.hint}
          recordLabel={words.record}
          recordHint={words.recordHint}
          isRecording={record.isPending}
          onRecord={record.mutate}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}

/** The same ask again is the one that was begun. */
const nameOf = ({ card, topicId }: DraftWindowProps): string =>
  `ask ${card.person.id} ${card.target.id} ${topicId}`;

/** Keeps the ask as an introduction in the state "asked", and the letter with it. */
function useRecordAsk(props: DraftWindowProps) {
  const { card, topicId, goal, onClose } = props;
  const notifyUndoable = useNotifyUndoable();
  return useMutation({
    mutationFn: ({ subject, body }: { subject: string; body: string }) =>
      api.introductions.create({
        kind: 'ask',
        introducerId: card.person.id,
        secondId: card.target.id,
        state: 'asked',
        topicId,
        goal,
        subject,
        message: body,
      }),
    onSuccess: () => {
      forgetKeptForm(nameOf(props));
      onClose();
      return notifyUndoable(words.recorded(card.person.name));
    },
    onError: notifyError,
  });
}
