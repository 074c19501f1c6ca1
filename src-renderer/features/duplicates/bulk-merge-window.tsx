import { Button, Checkbox, Group, Modal } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { notifyError } from '../../components/notify.tsx';
import { text } from '../../text/index.ts';
import classes from './duplicates-page.module.css';
import { haveOneName, type Pair, pairKey, tellingReasons } from './pairs.ts';

const words = text.duplicates;

/** Asks once more, with all the names, before many pairs are merged in one step. */
export function BulkMergeWindow({ onClose }: { onClose: () => void }) {
  const notifyUndoable = useNotifyUndoable();
  // Those that more than a name speaks for are not always the first ones: one address may unite two names.
  const { data } = useQuery(read('duplicates', 'find', { limit: 500 }));
  const sure = data?.rows.filter(({ isSure }) => isSure) ?? [];
  const { isTicked, turn } = useTicks();
  const ticked = sure.filter(isTicked);
  const merge = useMutation({
    mutationFn: () =>
      api.duplicates.answerMany({
        pairs: ticked.map(({ a, b }) => ({ a: a.id, b: b.id })),
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
      opened
      onClose={onClose}
      size="38rem"
      title={words.bulkTitle}
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      <p className={classes.bulkBody}>{words.bulkBody}</p>
      <ul className={classes.bulkList} aria-label={words.title}>
        {sure.map((pair) => (
          <li key={pairKey(pair)}>
            <Checkbox
              size="sm"
              label={words.bulkPair(pair.a.name, pair.b.name)}
              description={tellingReasons(pair.reasons).map(words.reason).join(', ')}
              checked={isTicked(pair)}
              onChange={() => turn(pair)}
            />
          </li>
        ))}
      </ul>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onClose}>
          {text.common.cancel}
        </Button>
        <Button
          disabled={ticked.length === 0}
          loading={merge.isPending}
          data-autofocus
          onClick={() => merge.mutate()}
        >
          {words.bulkAction(ticked.length)}
        </Button>
      </Group>
    </Modal>
  );
}

/** A household shares a number, and twins a birthday: a pair whose names differ is ticked by hand. */
function useTicks() {
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  return {
    isTicked: (pair: Pair): boolean => haveOneName(pair) !== turned.has(pairKey(pair)),
    turn: (pair: Pair): void => {
      const next = new Set(turned);
      if (!next.delete(pairKey(pair))) next.add(pairKey(pair));
      setTurned(next);
    },
  };
}
