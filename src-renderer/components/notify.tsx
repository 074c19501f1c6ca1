import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { text } from '../text/index.ts';

/** The notice whose step can still be undone by its button. */
let undoable: string | null = null;

/**
 * Says that something was done. Give `undo` for what a user may regret: the notice then stays longer and has
 * the button, and takes the place of the one before, which could undo nothing any more: whoever answers a hundred
 * questions in a row is not to be walled in by notices.
 */
export function notifyDone(message: string, undo?: () => void): void {
  const id = crypto.randomUUID();
  if (undo !== undefined) {
    if (undoable !== null) notifications.hide(undoable);
    undoable = id;
  }
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
  notifications.show({
    color: 'red',
    autoClose: 12_000,
    title: text.common.somethingFailed,
    closeButtonProps: { 'aria-label': text.common.close },
    message: error instanceof Error ? error.message : String(error),
  });
}
