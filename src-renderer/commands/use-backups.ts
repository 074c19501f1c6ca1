import { useMutation } from '@tanstack/react-query';
import type { BookCopy } from '../../src-main/contract/backups.ts';
import { type Answer, api } from '../api.ts';
import { notifyDone, notifyError } from '../components/notify.tsx';
import { text } from '../text/index.ts';
import { useTakeStatus } from './use-book.ts';
import { type AskedPassphrase, useWithPassphrase } from './use-with-passphrase.ts';

type Chosen = Pick<BookCopy, 'place' | 'name'>;

function choose({ name, place }: Chosen, passphrase?: string): Chosen & { passphrase?: string } {
  return { name, place, ...(passphrase === undefined ? {} : { passphrase }) };
}

/** What can be done with one of the copies; each may ask for the passphrase of the copy. */
export function useCopySteps(): {
  restore: (copy: Chosen) => void;
  lookInto: (copy: Chosen) => void;
  verify: (copy: Chosen, onVerified: (found: Answer<'backups', 'verify'>) => void) => Promise<void>;
  asked: AskedPassphrase | null;
  isBusy: boolean;
} {
  const takeStatus = useTakeStatus();
  const { asked, attempt, isBusy } = useWithPassphrase();
  return {
    restore: (copy) =>
      void attempt(
        (passphrase) => api.backups.restore(choose(copy, passphrase)),
        async ({ kept, status }) => {
          await takeStatus(status);
          notifyDone(text.safety.restore.done(kept));
        },
      ),
    lookInto: (copy) =>
      void attempt((passphrase) => api.backups.lookInto(choose(copy, passphrase)), takeStatus),
    verify: (copy, onVerified) =>
      attempt((passphrase) => api.backups.verify(choose(copy, passphrase)), onVerified),
    asked,
    isBusy,
  };
}

/** Back to the book, from a backup (or from reading, when it could not be written). */
export function useLeaveBackup(): { leave: () => void; isBusy: boolean } {
  const takeStatus = useTakeStatus();
  const leave = useMutation({
    mutationFn: () => api.backups.leave({}),
    onSuccess: async (status) => {
      await takeStatus(status);
      if (status.state === 'open') notifyDone(text.safety.looking.left);
    },
    onError: notifyError,
  });
  return { leave: leave.mutate, isBusy: leave.isPending };
}
