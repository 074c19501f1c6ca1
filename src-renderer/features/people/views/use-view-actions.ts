import { useMutation } from '@tanstack/react-query';
import { api } from '../../../api.ts';
import { useNotifyUndoable } from '../../../commands/use-notify-undoable.ts';
import { notifyError } from '../../../components/notify.tsx';
import {
  type PeopleFilter,
  type PeopleSearch,
  type PeopleSort,
  questionOf,
} from '../../../people-search.ts';
import type { SavedView } from '../../../saved-views.ts';
import { text } from '../../../text/index.ts';

const words = text.savedViews.done;

/** What an address asks, in full: a view is never short of an order. */
function fullQuestion(search: PeopleSearch): {
  filter: PeopleFilter;
  sort: PeopleSort;
} {
  const { filter = {}, sort = { by: 'name', direction: 'ascending' } } = questionOf(search);
  return { filter, sort };
}

/** What can be done to saved views; each is a step of undo. */
export function useViewActions() {
  const notifyUndoable = useNotifyUndoable();
  return {
    save: useMutation({
      mutationFn: ({ name, search }: { name: string; search: PeopleSearch }) =>
        api.views.save({ name, question: fullQuestion(search) }),
      onSuccess: (_, { name }) => notifyUndoable(words.saved(name)),
      onError: notifyError,
    }),
    update: useMutation({
      mutationFn: ({ view, search }: { view: SavedView; search: PeopleSearch }) =>
        api.views.update({ id: view.id, question: fullQuestion(search) }),
      onSuccess: (_, { view }) => notifyUndoable(words.updated(view.name)),
      onError: notifyError,
    }),
    rename: useMutation({
      mutationFn: ({ view, name }: { view: SavedView; name: string }) =>
        api.views.update({ id: view.id, name }),
      onSuccess: (_, { name }) => notifyUndoable(words.renamed(name)),
      onError: notifyError,
    }),
    remove: useMutation({
      mutationFn: (view: SavedView) => api.views.remove({ id: view.id }),
      onSuccess: (_, view) => notifyUndoable(words.removed(view.name)),
      onError: notifyError,
    }),
    reorder: useMutation({
      mutationFn: (ids: readonly number[]) => api.views.reorder({ ids: [...ids] }),
      onError: notifyError,
    }),
  };
}

export type ViewActions = ReturnType<typeof useViewActions>;
