import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, read } from '../api.ts';
import { notifyDone, notifyError } from '../components/notify.tsx';
import { text } from '../text/index.ts';
import { useBookSteps } from './use-book.ts';

/**
 * Says that something was done, with a button that undoes it. The button undoes just that: if another step was
 * made meanwhile, it says so instead of undoing the other one.
 */
export function useNotifyUndoable(): (message: string) => Promise<void> {
  const client = useQueryClient();
  const { undo } = useBookSteps();
  return useCallback(
    async (message) => {
      const step = (await api.book.status({})).undo;
      const undoThis = async (): Promise<void> => {
        const now = await client.fetchQuery({ ...read('book', 'status', {}), staleTime: 0 });
        if (now.undo === step) undo();
        else notifyError(new Error(text.people.selection.undoStale));
      };
      notifyDone(message, () => void undoThis().catch(notifyError));
    },
    [client, undo],
  );
}
