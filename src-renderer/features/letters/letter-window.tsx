import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Introduction } from '../../../src-main/contract/introductions.ts';
import { api, type Question, read } from '../../api.ts';
import { useCommand } from '../../commands/use-command.ts';
import { forgetKeptForm } from '../../commands/use-kept-form.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { text } from '../../text/index.ts';
import { LetterForm } from './letter-form.tsx';

const words = text.letters;

interface LetterWindowProps {
  introduction: Introduction;
  kind: Question<'letters', 'record'>['kind'];
  onClose: () => void;
}

/** The letter of one step of an introduction that is on the board. */
export function LetterWindow({ introduction, kind, onClose }: LetterWindowProps) {
  const facts = useQuery(read('letters', 'factsFor', { introductionId: introduction.id, kind }));
  const record = useRecord({ introduction, kind, onClose });
  return (
    <Modal opened onClose={onClose} size="lg" title={words.shipped[kind].name}>
      {facts.isError && <ErrorNotice error={facts.error} />}
      {facts.isPending && <SkeletonRows rows={8} />}
      {facts.data !== undefined && (
        <LetterForm
          kind={kind}
          keptAs={nameOf({ introduction, kind })}
          facts={facts.data}
          recordLabel={words.optIn.recordSent}
          recordHint={words.optIn.recordHint(kind)}
          isRecording={record.isPending}
          onRecord={record.mutate}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}

/** The same letter again is the one that was begun. */
const nameOf = ({ introduction, kind }: Pick<LetterWindowProps, 'introduction' | 'kind'>): string =>
  `letter ${kind} ${introduction.id}`;

function useRecord({ introduction, kind, onClose }: LetterWindowProps) {
  const notifyUndoable = useNotifyUndoable();
  return useCommand(
    (letter: { subject: string; body: string }) =>
      api.letters.record({ introductionId: introduction.id, kind, ...letter }),
    () => {
      forgetKeptForm(nameOf({ introduction, kind }));
      onClose();
      void notifyUndoable(words.optIn.recorded(words.shipped[kind].name));
    },
  );
}
