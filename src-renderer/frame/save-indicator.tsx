import { Tooltip } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconLoader from '@tabler/icons-react/dist/esm/icons/IconLoader2.mjs';
import { useIsMutating } from '@tanstack/react-query';
import { type SaveState, useSaveState } from '../commands/pending-saves.ts';
import { text } from '../text/index.ts';
import classes from './save-indicator.module.css';

const words = text.frame.saving;
const icons = {
  saved: IconCheck,
  unsaved: IconLoader,
  saving: IconLoader,
  failed: IconAlertTriangle,
} as const satisfies Record<SaveState, unknown>;

/** Says whether all that was typed and done is in the book: 'saved' only when the store has answered. */
export function SaveIndicator() {
  const drafts = useSaveState();
  const isBusy = useIsMutating() > 0;
  const state = drafts === 'saved' && isBusy ? 'saving' : drafts;
  const Icon = icons[state];
  return (
    <Tooltip label={words.hint[state]}>
      <span role="status" tabIndex={-1} className={classes.root} data-state={state}>
        <Icon size={15} aria-hidden />
        <span className={classes.word}>{words.state[state]}</span>
      </span>
    </Tooltip>
  );
}
