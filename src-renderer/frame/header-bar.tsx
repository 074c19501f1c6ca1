import { ActionIcon, Button, Group, Tooltip, UnstyledButton } from '@mantine/core';
import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs';
import IconArrowForwardUp from '@tabler/icons-react/dist/esm/icons/IconArrowForwardUp.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs';
import type { TablerIcon } from '@tabler/icons-react';
import type { BookStatus } from '../../src-main/contract/book.ts';
import { ariaKeys } from '../commands/keys.ts';
import { useUi } from '../commands/ui-context.tsx';
import type { Command } from '../commands/use-commands.ts';
import { Keys } from '../components/keys.tsx';
import { text } from '../text/index.ts';
import classes from './header-bar.module.css';
import { SaveIndicator } from './save-indicator.tsx';
import { SchemeToggle } from './scheme-toggle.tsx';

interface HeaderBarProps {
  status: BookStatus;
  commands: readonly Command[];
}

/** Search, undo and redo by name, appearance, and the way to add somebody. */
export function HeaderBar({ status, commands }: HeaderBarProps) {
  const { open } = useUi();
  const commandOf = (id: string) => commands.find((command) => command.id === id);
  return (
    <div className={classes.root}>
      <UnstyledButton
        className={classes.search}
        onClick={() => open('palette')}
        aria-keyshortcuts={ariaKeys('mod+k')}
      >
        <IconSearch size={16} aria-hidden />
        <span className={classes.searchText}>{text.frame.search}</span>
        <span className={classes.keys}>
          <Keys shortcut="mod+k" />
        </span>
      </UnstyledButton>
      <Group gap={4} wrap="nowrap" ml="auto">
        <SaveIndicator />
        <StepButton
          icon={IconArrowBackUp}
          command={commandOf('undo')}
          title={
            status.undo === null ? text.frame.nothingToUndo : text.frame.undoTitle(status.undo)
          }
        />
        <StepButton
          icon={IconArrowForwardUp}
          command={commandOf('redo')}
          title={
            status.redo === null ? text.frame.nothingToRedo : text.frame.redoTitle(status.redo)
          }
        />
        <SchemeToggle />
        {status.kind !== 'backup' && (
          <Button
            ml="xs"
            className={classes.newPerson}
            title={text.frame.newPerson}
            onClick={() => open('newPerson')}
            aria-keyshortcuts={ariaKeys('mod+n')}
          >
            <IconUserPlus size={16} aria-hidden />
            <span className={classes.newPersonLabel}>{text.frame.newPerson}</span>
          </Button>
        )}
      </Group>
    </div>
  );
}

interface StepButtonProps {
  icon: TablerIcon;
  command: Command | undefined;
  title: string;
}

// aria-disabled, not disabled: the tooltip then still says why nothing can be done.
function StepButton({ icon: Icon, command, title }: StepButtonProps) {
  const isPossible = command?.isPossible === true;
  return (
    <Tooltip label={title}>
      <ActionIcon
        size="lg"
        aria-label={title}
        aria-disabled={!isPossible}
        className={isPossible ? undefined : classes.idle}
        aria-keyshortcuts={command?.keys[0] === undefined ? undefined : ariaKeys(command.keys[0])}
        onClick={() => isPossible && command.run()}
      >
        <Icon size={19} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
