import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Introduction } from '../../../src-main/contract/introductions.ts';
import { type Answer, api, read } from '../../api.ts';
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
  kind: Answer<'letters', 'sent'>[number]['kind'] | 'thanks';
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

/** Thanks are kept where all thanks are; the other letters with the introduction. */
function useRecord({ introduction, kind, onClose }: LetterWindowProps) {
  const notifyUndoable = useNotifyUndoable();
  return useCommand(
    async ({ subject, body }: { subject: string; body: string }): Promise<void> => {
      if (kind === 'thanks') {
        await api.favours.thank({ personId: introduction.introducer.id, note: subject });
      } else {
        await api.letters.record({ introductionId: introduction.id, kind, subject, body });
      }
    },
    () => {
      forgetKeptForm(nameOf({ introduction, kind }));
      onClose();
      void notifyUndoable(words.optIn.recorded(words.shipped[kind].name));
    },
  );
}
