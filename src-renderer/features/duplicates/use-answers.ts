import { useMutation } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { notifyError } from '../../components/notify.tsx';
import { text } from '../../text/index.ts';
import { type Pair, rolesOf } from './pairs.ts';

const words = text.duplicates.done;

/** The two answers to a pair; each is one step of undo. */
export function useAnswers() {
  const notifyUndoable = useNotifyUndoable();
  const same = useMutation({
    mutationFn: (pair: Pair) => api.duplicates.merge(rolesOf(pair)),
    onSuccess: ({ person }) => notifyUndoable(words.same(person.name)),
    onError: notifyError,
  });
  const different = useMutation({
    mutationFn: ({ a, b }: Pair) => api.duplicates.tellApart({ a: a.id, b: b.id }),
    onSuccess: (_, { a, b }) => notifyUndoable(words.different(a.name, b.name)),
    onError: notifyError,
  });
  return { same, different, isPending: same.isPending || different.isPending };
}
