import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { hasCode } from '../api.ts';
import { text } from '../text/index.ts';

/** The notice whose step can still be undone by its button, and the last one that only says something. */
let undoable: string | null = null;
let plain: string | null = null;

/** Says that a step was undone, or done again: what a notice offered to undo before that is no longer the last step. */
export function notifyStep(message: string): void {
  if (undoable !== null) notifications.hide(undoable);
  undoable = null;
  notifyDone(message);
}

/**
 * Says that something was done, in the place of the notice before, so that they never pile up. Give `undo` for what a user may regret: the notice then stays longer and has
 * the button, until another step is made, which is then the one that can be undone.
 */
export function notifyDone(message: string, undo?: () => void): void {
  const id = crypto.randomUUID();
  const before = undo === undefined ? plain : undoable;
  if (before !== null) notifications.hide(before);
  if (undo === undefined) plain = id;
  else undoable = id;
  notifications.show({
    id,
    color: 'pine',
    autoClose: undo === undefined ? 4000 : 9000,
    closeButtonProps: { 'aria-label': text.common.close },
    message:
      undo === undefined ? (
        message
      ) : (
        <Group justify="space-between" wrap="nowrap" gap="sm">
          <Text size="sm">{message}</Text>
          <Button
            size="compact-sm"
            variant="light"
            flex="none"
            onClick={() => {
              notifications.hide(id);
              undo();
            }}
          >
            {text.common.undo}
          </Button>
        </Group>
      ),
  });
}

/** Shows what went wrong: errors of the store are sentences already. */
export function notifyError(error: unknown): void {
  // the user's own doing is no alarm
  const isStopped = hasCode(error, 'STOPPED');
  notifications.show({
    color: isStopped ? 'gray' : 'red',
    autoClose: 12_000,
    title: isStopped ? text.common.stoppedTitle : text.common.somethingFailed,
    closeButtonProps: { 'aria-label': text.common.close },
    message: error instanceof Error ? error.message : String(error),
  });
}
