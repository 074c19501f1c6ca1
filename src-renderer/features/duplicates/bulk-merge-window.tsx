import { Button, Group, Modal } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, read } from '../../api.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { notifyError } from '../../components/notify.tsx';
import { text } from '../../text/index.ts';
import classes from './duplicates-page.module.css';
import { pairKey } from './pairs.ts';

const words = text.duplicates;

/** Asks once more, with all the names, before many pairs are merged in one step. */
export function BulkMergeWindow({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const notifyUndoable = useNotifyUndoable();
  // Those that more than a name speaks for are not always the first ones: one address may unite two names.
  const { data } = useQuery({ ...read('duplicates', 'find', { limit: 500 }), enabled: isOpen });
  const sure = data?.rows.filter(({ isSure }) => isSure) ?? [];
  const merge = useMutation({
    mutationFn: () =>
      api.duplicates.answerMany({
        pairs: sure.map(({ a, b }) => ({ a: a.id, b: b.id })),
        answer: 'same',
      }),
    onSuccess: ({ changed }) => {
      onClose();
      return notifyUndoable(words.done.bulk(changed));
    },
    onError: notifyError,
  });
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      size="38rem"
      title={words.bulkTitle(sure.length)}
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      <p className={classes.bulkBody}>{words.bulkBody}</p>
      <ul className={classes.bulkList} tabIndex={0} aria-label={words.title}>
        {sure.map((pair) => (
          <li key={pairKey(pair)}>
            <span className={classes.name}>
              {pair.a.name} = {pair.b.name}
            </span>
            <span className={classes.reasons}>{pair.reasons.map(words.reason).join(', ')}</span>
          </li>
        ))}
      </ul>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onClose}>
          {text.common.cancel}
        </Button>
        <Button
          disabled={sure.length === 0}
          loading={merge.isPending}
          onClick={() => merge.mutate()}
        >
          {words.bulkAction(sure.length)}
        </Button>
      </Group>
    </Modal>
  );
}
