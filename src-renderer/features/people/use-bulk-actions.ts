import { useMutation } from '@tanstack/react-query';
import type { TagId } from '../../../src-main/contract/common.ts';
import { api } from '../../api.ts';
import { useStatus } from '../../commands/use-book.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { notifyError } from '../../components/notify.tsx';
import { text } from '../../text/index.ts';
import type { PeopleQuestion } from './use-people-windows.ts';
import type { Selection } from './use-selection.ts';

export interface BulkActions {
  readonly tag: (name: string) => void;
  readonly untag: (tag: { id: TagId; name: string }) => void;
  readonly remove: () => void;
  /** Selects everybody who fits the question, also those not loaded. */
  readonly selectAll: () => void;
  readonly isGathering: boolean;
}

/** What can be done to all selected people at once. Each is one step of undo. */
export function useBulkActions(question: PeopleQuestion, selection: Selection): BulkActions {
  const words = text.people.selection;
  const me = useStatus()?.me?.id;
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
    mutationFn: () => api.people.ids({ filter: question.filter }),
    // Not myself: most of what is done to many cannot be done to me.
    onSuccess: (all) => selection.set(all.ids.filter((id) => id !== me)),
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
