import { ActionIcon, Modal, TextInput } from '@mantine/core';
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { useState } from 'react';
import type { SavedView } from '../../../saved-views.ts';
import { text } from '../../../text/index.ts';
import classes from './manage-views.module.css';
import type { ViewActions } from './use-view-actions.ts';

const words = text.savedViews;

interface ManageViewsProps {
  views: readonly SavedView[];
  isOpen: boolean;
  onClose: () => void;
  actions: ViewActions;
}

/** The saved views, to be renamed, put in another order and deleted. */
export function ManageViews({ views, isOpen, onClose, actions }: ManageViewsProps) {
  const move = (index: number, step: 1 | -1): void => {
    const ids = views.map(({ id }) => id);
    const [moved] = ids.splice(index, 1);
    if (moved === undefined) return;
    ids.splice(index + step, 0, moved);
    actions.reorder.mutate(ids);
  };
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={words.manageTitle}
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      <p className={classes.hint}>{views.length === 0 ? words.none : words.manageHint}</p>
      <ul className={classes.list}>
        {views.map((view, index) => (
          <li key={view.id} className={classes.line}>
            <NameField key={view.name} view={view} actions={actions} />
            <ActionIcon
              aria-label={words.moveUp(view.name)}
              disabled={index === 0}
              onClick={() => move(index, -1)}
            >
              <IconArrowUp size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon
              aria-label={words.moveDown(view.name)}
              disabled={index === views.length - 1}
              onClick={() => move(index, 1)}
            >
              <IconArrowDown size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon
              aria-label={words.remove(view.name)}
              onClick={() => actions.remove.mutate(view)}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </Modal>
  );
}

/** The name as it stands; another one holds with Enter or when the field is left. */
function NameField({ view, actions }: { view: SavedView; actions: ViewActions }) {
  const [name, setName] = useState(view.name);
  const commit = (): void => {
    const wanted = name.trim();
    if (wanted === '') setName(view.name);
    else if (wanted !== view.name) {
      actions.rename.mutate({ view, name: wanted }, { onError: () => setName(view.name) });
    }
  };
  return (
    <TextInput
      className={classes.name}
      aria-label={words.rename(view.name)}
      value={name}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}
