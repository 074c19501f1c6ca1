import { useMutation } from '@tanstack/react-query';
import type { TagId } from '../../../src-main/contract/common.ts';
import { api } from '../../api.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { notifyError } from '../../components/notify.tsx';
import { text } from '../../text/index.ts';
import type { PeopleQuestion } from './use-people-windows.ts';
import type { Selection } from './use-selection.ts';

/** The most rows that one request may bring. */
const largestWindow = 500;

export interface BulkActions {
  readonly tag: (name: string) => void;
  readonly untag: (tag: { id: TagId; name: string }) => void;
  readonly remove: () => void;
  /** Selects everybody who fits the question, also those not loaded. */
  readonly selectAll: () => void;
  readonly isGathering: boolean;
}

/** What can be done to all selected people at once. Each is one step of undo. */
export function useBulkActions(
  question: PeopleQuestion,
  total: number,
  selection: Selection,
): BulkActions {
  const words = text.people.selection;
  const notifyUndoable = useNotifyUndoable();
  const ids = [...selection.ids];
  const tag = useMutation({
    mutationFn: (name: string) => api.people.tag({ ids, tag: name }),
    onSuccess: (done) => notifyUndoable(words.tagged(done.changed, done.tag.name)),
    onError: notifyError,
  });
  const untag = useMutation({
    mutationFn: ({ id }: { id: TagId; name: string }) => api.people.untag({ ids, tagId: id }),
    onSuccess: (done, { name }) => notifyUndoable(words.untagged(done.changed, name)),
    onError: notifyError,
  });
  const remove = useMutation({
    mutationFn: () => api.people.remove({ ids }),
    onSuccess: (done) => {
      selection.clear();
      return notifyUndoable(words.removed(done.removed));
    },
    onError: notifyError,
  });
  const gather = useMutation({
    mutationFn: async () => {
      const all = [];
      for (let offset = 0; offset < total; offset += largestWindow) {
        const part = await api.people.list({ ...question, offset, limit: largestWindow });
        all.push(...part.rows.map((row) => row.id));
      }
      selection.set(all);
    },
    onError: notifyError,
  });
  return {
    tag: tag.mutate,
    untag: untag.mutate,
    remove: () => ids.length > 0 && remove.mutate(),
    selectAll: gather.mutate,
    isGathering: gather.isPending,
  };
}
