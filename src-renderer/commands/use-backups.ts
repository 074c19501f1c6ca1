import { useMutation } from '@tanstack/react-query';
import type { BookCopy } from '../../src-main/contract/backups.ts';
import { api } from '../api.ts';
import { notifyDone, notifyError } from '../components/notify.tsx';
import { text } from '../text/index.ts';
import { useTakeStatus } from './use-book.ts';

type Chosen = Pick<BookCopy, 'place' | 'name'>;
const pick = ({ name, place }: Chosen): Chosen => ({ name, place });

/** What can be done with one of the copies; each opens another book. */
export function useCopySteps(): {
  restore: (copy: Chosen) => void;
  lookInto: (copy: Chosen) => void;
  isBusy: boolean;
} {
  const takeStatus = useTakeStatus();
  const restore = useMutation({
    mutationFn: (copy: Chosen) => api.backups.restore(pick(copy)),
    onSuccess: async ({ kept, status }) => {
      await takeStatus(status);
      notifyDone(text.safety.restore.done(kept));
    },
    onError: notifyError,
  });
  const lookInto = useMutation({
    mutationFn: (copy: Chosen) => api.backups.lookInto(pick(copy)),
    onSuccess: takeStatus,
    onError: notifyError,
  });
  return {
    restore: restore.mutate,
    lookInto: lookInto.mutate,
    isBusy: restore.isPending || lookInto.isPending,
  };
}

export function useLeaveBackup(): { leave: () => void; isBusy: boolean } {
  const takeStatus = useTakeStatus();
  const leave = useMutation({
    mutationFn: () => api.backups.leave({}),
    onSuccess: async (status) => {
      await takeStatus(status);
      notifyDone(text.safety.looking.left);
    },
    onError: notifyError,
  });
  return { leave: leave.mutate, isBusy: leave.isPending };
}
