import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { BookStatus } from '../../src-main/contract/book.ts';
import { api, read } from '../api.ts';
import { notifyDone, notifyError, notifyStep } from '../components/notify.tsx';
import { runBookWork } from '../jobs.ts';
import { text } from '../text/index.ts';
import { forgetKeptForms } from './use-kept-form.ts';

/** The book's status as last told by the store; undefined until the first answer. */
export function useStatus(): BookStatus | undefined {
  return useQuery(read('book', 'status', {})).data;
}

/** For the moment before the store has told the day. */
const launchDay = new Date().toISOString().slice(0, 10);

/** The day it is, 'YYYY-MM-DD', as the store sees it. */
export function useToday(): string {
  return useStatus()?.today ?? launchDay;
}

/** Another book is open: not one answer of the former may be shown again. */
export function useTakeStatus(): (status: BookStatus) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    async (status) => {
      forgetKeptForms();
      client.removeQueries({ type: 'inactive' });
      client.setQueryData(read('book', 'status', {}).queryKey, status);
      await client.invalidateQueries();
    },
    [client],
  );
}

/** Steps on the book as a whole. Each says what it did, or why it could not. */
export function useBookSteps(): {
  undo: () => void;
  redo: () => void;
  openAgain: () => void;
  startNew: () => void;
  openSample: () => void;
  closeSample: () => void;
  isBusy: boolean;
} {
  const undo = useMutation({
    mutationFn: () => runBookWork('book', 'undo', {}),
    onSuccess: ({ label }) => notifyStep(text.frame.undone(label)),
    onError: notifyError,
  });
  const redo = useMutation({
    mutationFn: () => runBookWork('book', 'redo', {}),
    onSuccess: ({ label }) => notifyStep(text.frame.redone(label)),
    onError: notifyError,
  });
  const takeStatus = useTakeStatus();
  const openAgain = useMutation({
    mutationFn: () => api.book.openAgain({}),
    onSuccess: takeStatus,
    onError: notifyError,
  });
  const startNew = useMutation({
    mutationFn: () => api.book.startNew({}),
    onSuccess: takeStatus,
    onError: notifyError,
  });
  const openSample = useMutation({
    mutationFn: () => api.book.openSample({}),
    onSuccess: takeStatus,
    onError: notifyError,
  });
  const closeSample = useMutation({
    mutationFn: () => api.book.closeSample({}),
    onSuccess: async (status) => {
      await takeStatus(status);
      notifyDone(text.frame.sample.closed);
    },
    onError: notifyError,
  });
  return {
    undo: undo.mutate,
    redo: redo.mutate,
    openAgain: openAgain.mutate,
    startNew: startNew.mutate,
    openSample: openSample.mutate,
    closeSample: closeSample.mutate,
    isBusy:
      openAgain.isPending || startNew.isPending || openSample.isPending || closeSample.isPending,
  };
}
