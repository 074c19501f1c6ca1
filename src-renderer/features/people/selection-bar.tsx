import { Button, Popover } from '@mantine/core';
import IconTag from '@tabler/icons-react/dist/esm/icons/IconTag.mjs';
import IconTagOff from '@tabler/icons-react/dist/esm/icons/IconTagOff.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { type ReactNode, useState } from 'react';
import { TagBox } from '../../components/tag-box.tsx';
import { text } from '../../text/index.ts';
import { EraseButton } from './erase-button.tsx';
import classes from './people-page.module.css';
import { RhythmButton } from './rhythm-button.tsx';
import type { BulkActions } from './use-bulk-actions.ts';
import type { Selection } from './use-selection.ts';

const words = text.people.selection;

interface SelectionBarProps {
  selection: Selection;
  bulk: BulkActions;
}

/** Appears with the first selected person: how many, and what to do with them. */
export function SelectionBar({ selection, bulk }: SelectionBarProps) {
  const count = selection.ids.size;
  return (
    <>
      <div role="status" className="hidden-visually">
        {bulk.isGathering ? words.gathering : text.people.selected(count)}
      </div>
      {count > 0 && (
        <div role="toolbar" aria-label={words.label} className={classes.selection}>
          <span className={`${classes.selected} numbers`}>{text.people.selected(count)}</span>
          <BoxButton label={words.tag} icon={<IconTag size={16} aria-hidden />}>
            {(close) => (
              <TagBox
                canCreate
                onChoose={(tag) => {
                  close();
                  bulk.tag(tag.name);
                }}
              />
            )}
          </BoxButton>
          <BoxButton label={words.untag} icon={<IconTagOff size={16} aria-hidden />}>
            {(close) => (
              <TagBox
                canCreate={false}
                onChoose={(tag) => {
                  close();
                  if (tag.id !== null) bulk.untag({ id: tag.id, name: tag.name });
                }}
              />
            )}
          </BoxButton>
          <RhythmButton ids={selection.ids} />
          <Button
            variant="default"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={bulk.remove}
          >
            {words.remove}
          </Button>
          <EraseButton selection={selection} />
          <Button
            ml="auto"
            variant="subtle"
            color="gray"
            leftSection={<IconX size={16} aria-hidden />}
            onClick={selection.clear}
          >
            {words.clear}
          </Button>
        </div>
      )}
    </>
  );
}

interface BoxButtonProps {
  label: string;
  icon: ReactNode;
  children: (close: () => void) => ReactNode;
}

function BoxButton({ label, icon, children }: BoxButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-start"
      width={260}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button variant="default" leftSection={icon} onClick={() => setOpen(!isOpen)}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={label}>
        {children(() => setOpen(false))}
      </Popover.Dropdown>
    </Popover>
  );
}
