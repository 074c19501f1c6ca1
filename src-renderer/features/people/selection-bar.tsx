import { Button, Menu, Popover } from '@mantine/core';
import IconArchive from '@tabler/icons-react/dist/esm/icons/IconArchive.mjs';
import IconArchiveOff from '@tabler/icons-react/dist/esm/icons/IconArchiveOff.mjs';
import IconArrowMerge from '@tabler/icons-react/dist/esm/icons/IconArrowMerge.mjs';
import IconCalendarPlus from '@tabler/icons-react/dist/esm/icons/IconCalendarPlus.mjs';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import IconTag from '@tabler/icons-react/dist/esm/icons/IconTag.mjs';
import IconTagOff from '@tabler/icons-react/dist/esm/icons/IconTagOff.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { type ReactNode, useState } from 'react';
import { EventBox } from '../../components/event-box.tsx';
import { LinkButton } from '../../components/link-button.tsx';
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
  /** How many people the list has. */
  total: number;
}

/** Appears with the first selected person: how many, and what to do with them. */
export function SelectionBar({ selection, bulk, total }: SelectionBarProps) {
  const count = selection.ids.size;
  return (
    <>
      <div role="status" className="hidden-visually">
        {bulk.isGathering ? words.gathering : text.people.selected(count)}
      </div>
      {count > 0 && (
        <div role="toolbar" aria-label={words.label} className={classes.selection}>
          <span className={`${classes.selected} numbers`}>{text.people.selected(count)}</span>
          {count < total - 1 && (
            <Button variant="subtle" size="compact-sm" onClick={bulk.selectAll}>
              {words.selectAll(total)}
            </Button>
          )}
          {count === 2 && <MergeButton selection={selection} />}
          <Actions bulk={bulk} ids={selection.ids} />
          <RhythmButton ids={selection.ids} />
          <EraseButton selection={selection} />
          <Button
            ml="auto"
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconX size={15} aria-hidden />}
            onClick={selection.clear}
          >
            {words.clear}
          </Button>
        </div>
      )}
    </>
  );
}

function Actions({ bulk, ids }: { bulk: BulkActions; ids: Selection['ids'] }) {
  const ArchiveIcon = bulk.isArchive ? IconArchiveOff : IconArchive;
  return (
    <>
      <BoxButton label={words.tag} icon={<IconTag size={15} aria-hidden />}>
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
      <BoxButton label={words.untag} icon={<IconTagOff size={15} aria-hidden />}>
        {(close) => (
          <TagBox
            canCreate={false}
            among={ids}
            onChoose={(tag) => {
              close();
              if (tag.id !== null) bulk.untag({ id: tag.id, name: tag.name });
            }}
          />
        )}
      </BoxButton>
      <BoxButton label={words.addToEvent} icon={<IconCalendarPlus size={15} aria-hidden />}>
        {(close) => (
          <EventBox
            onChoose={(id) => {
              close();
              bulk.addToEvent(id);
            }}
          />
        )}
      </BoxButton>
      <ExportMenu bulk={bulk} />
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<ArchiveIcon size={15} aria-hidden />}
        onClick={bulk.archive}
      >
        {bulk.isArchive ? words.takeBack : words.archive}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconTrash size={15} aria-hidden />}
        onClick={bulk.remove}
      >
        {words.remove}
      </Button>
    </>
  );
}

/** Leads to the two side by side. */
function MergeButton({ selection }: { selection: Selection }) {
  const [keep, gone] = selection.ids;
  return (
    <LinkButton
      to="/merge"
      search={{ keep, gone }}
      variant="default"
      size="compact-sm"
      leftSection={<IconArrowMerge size={15} aria-hidden />}
    >
      {text.merge.fromSelection}
    </LinkButton>
  );
}

function ExportMenu({ bulk }: { bulk: BulkActions }) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconDownload size={15} aria-hidden />}
        >
          {words.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => bulk.exportAs('csv')}>{words.asCsv}</Menu.Item>
        <Menu.Item onClick={() => bulk.exportAs('vcard4')}>{words.asVcard}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
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
      width={280}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={icon}
          onClick={() => setOpen(!isOpen)}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={label}>
        {children(() => setOpen(false))}
      </Popover.Dropdown>
    </Popover>
  );
}
