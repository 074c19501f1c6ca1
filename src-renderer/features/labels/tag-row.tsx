import { Modal, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Answer, api } from '../../api.ts';
import { useCommand } from '../../commands/use-command.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { TagBox } from '../../components/tag-box.tsx';
import { TagMark } from '../../components/tag-mark.tsx';
import { text } from '../../text/index.ts';
import { LabelMenu } from './label-menu.tsx';
import classes from './labels-page.module.css';
import { RenameField } from './rename-field.tsx';
import { TagColour } from './tag-colour.tsx';

const words = text.labels;
type Tag = Answer<'tags', 'list'>[number];

/** One tag: its colour, its name, how many people bear it, and what can be done with it. */
export function TagRow({ tag }: { tag: Tag }) {
  const [mode, setMode] = useState<'show' | 'rename' | 'merge'>('show');
  const notifyUndoable = useNotifyUndoable();
  const update = useCommand(api.tags.update);
  const remove = useCommand(api.tags.remove, () => void notifyUndoable(words.deleted(tag.name)));
  return (
    <li className={classes.row}>
      <TagColour
        name={tag.name}
        colour={tag.colour}
        onChange={(colour) => update.mutate({ id: tag.id, colour })}
      />
      {mode === 'rename' ? (
        <RenameField
          name={tag.name}
          onRename={(name) => update.mutate({ id: tag.id, name })}
          onClose={() => setMode('show')}
        />
      ) : (
        <span className={classes.tag}>
          <TagMark tag={tag} />
        </span>
      )}
      <Link
        to="/people"
        search={{ tag: tag.id }}
        className={`${classes.link} numbers`}
        aria-label={words.tags.show(tag.people, tag.name)}
      >
        {words.tags.people(tag.people)}
      </Link>
      <LabelMenu
        name={tag.name}
        onRename={() => setMode('rename')}
        onMerge={() => setMode('merge')}
        onDelete={() => remove.mutate({ id: tag.id })}
      />
      {mode === 'merge' && <MergeWindow tag={tag} onClose={() => setMode('show')} />}
    </li>
  );
}

function MergeWindow({ tag, onClose }: { tag: Tag; onClose: () => void }) {
  const notifyUndoable = useNotifyUndoable();
  const merge = useCommand(api.tags.merge, ({ tag: kept }) => {
    void notifyUndoable(words.merged(tag.name, kept.name));
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={words.merge(tag.name)} size="sm">
      <Text c="dimmed" size="sm" mb="xs">
        {words.tags.mergeInto}
      </Text>
      <TagBox
        canCreate={false}
        without={[tag.id]}
        onChoose={({ id }) => id !== null && merge.mutate({ keep: id, gone: tag.id })}
      />
    </Modal>
  );
}
