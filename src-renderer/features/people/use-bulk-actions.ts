import { useMutation } from '@tanstack/react-query';
import type { EventId, TagId } from '../../../src-main/contract/common.ts';
import { api } from '../../api.ts';
import { useStatus } from '../../commands/use-book.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { notifyDone, notifyError } from '../../components/notify.tsx';
import { runBookWork } from '../../jobs.ts';
import type { PeopleQuestion } from '../../people-search.ts';
import { text } from '../../text/index.ts';
import type { Selection } from './use-selection.ts';

type ExportForm = 'csv' | 'vcard4';

export interface BulkActions {
  readonly tag: (name: string) => void;
  readonly untag: (tag: { id: TagId; name: string }) => void;
  readonly addToEvent: (id: EventId) => void;
  readonly exportAs: (form: ExportForm) => void;
  /** Puts the selected people away, or takes them back where the list shows those put away. */
  readonly archive: () => void;
  readonly remove: () => void;
  /** Selects everybody who fits the question, also those not loaded. */
  readonly selectAll: () => void;
  readonly isGathering: boolean;
  /** Whether the list shows people who were put away. */
  readonly isArchive: boolean;
}

/** A step that changes the book for many at once, and what the notice about it says. */
function useStep<Input, Done>(
  run: (input: Input) => Promise<Done>,
  say: (done: Done, input: Input) => string,
): (input: Input) => void {
  const notifyUndoable = useNotifyUndoable();
  return useMutation({
    mutationFn: run,
    onSuccess: (done, input) => notifyUndoable(say(done, input)),
    onError: notifyError,
  }).mutate;
}

const words = text.people.selection;

/** What can be done to all selected people at once. Each is one step of undo. */
export function useBulkActions(question: PeopleQuestion, selection: Selection): BulkActions {
  const me = useStatus()?.me?.id;
  const ids = [...selection.ids];
  const isArchive = question.filter?.isArchived === true;
  const remove = useStep(
    () => runBookWork('people', 'remove', { ids }),
    ({ removed }) => {
      selection.clear();
      return words.removed(removed);
    },
  );
  const archive = useStep(
    () => runBookWork('people', 'archive', { ids, isArchived: !isArchive }),
    ({ changed }) => {
      selection.clear();
      return isArchive ? words.takenBack(changed) : words.archived(changed);
    },
  );
  const gather = useMutation({
    mutationFn: () => api.people.ids({ filter: question.filter }),
    // Not myself: most of what is done to many cannot be done to me.
    onSuccess: (all) => selection.set(all.ids.filter((id) => id !== me)),
    onError: notifyError,
  });
  return {
    tag: useStep(
      (name: string) => runBookWork('people', 'tag', { ids, tag: name }),
      ({ changed, tag }) => words.tagged(changed, tag.name),
    ),
    untag: useStep(
      ({ id }: { id: TagId; name: string }) => runBookWork('people', 'untag', { ids, tagId: id }),
      ({ changed }, { name }) => words.untagged(changed, name),
    ),
    addToEvent: useStep(
      (eventId: EventId) => runBookWork('people', 'addToEvent', { ids, eventId }),
      ({ changed, event }) => words.addedToEvent(changed, event.title),
    ),
    archive: () => archive(undefined),
    exportAs: useExport(selection),
    remove: () => ids.length > 0 && remove(undefined),
    selectAll: gather.mutate,
    isGathering: gather.isPending,
    isArchive,
  };
}

/** Saves the selected people where the user says; the book is not changed. */
function useExport({ ids }: Selection): BulkActions['exportAs'] {
  return useMutation({
    mutationFn: (form: ExportForm) =>
      runBookWork('shell', 'saveExport', { as: form, people: [...ids] }),
    onSuccess: ({ saved }) => {
      if (saved !== null) notifyDone(words.exported(ids.size, saved));
    },
    onError: notifyError,
  }).mutate;
}
