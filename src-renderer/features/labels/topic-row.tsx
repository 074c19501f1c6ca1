import { Button, CloseButton, Group, Modal, Select, Text, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { type Answer, api } from '../../api.ts';
import { useCommand } from '../../commands/use-command.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { FormPopover } from '../../components/form-popover.tsx';
import { text } from '../../text/index.ts';
import { LabelMenu } from './label-menu.tsx';
import classes from './labels-page.module.css';
import { RenameField } from './rename-field.tsx';

const words = text.labels;
export type Topic = Answer<'topics', 'list'>[number];

/** One topic: its name, who offers and needs it, the other words for it, and what can be done with it. */
export function TopicRow({ topic, all }: { topic: Topic; all: readonly Topic[] }) {
  const [mode, setMode] = useState<'show' | 'rename' | 'merge'>('show');
  const notifyUndoable = useNotifyUndoable();
  const rename = useCommand(api.topics.rename);
  const remove = useCommand(
    api.topics.remove,
    () => void notifyUndoable(words.deleted(topic.name)),
  );
  return (
    <li className={`${classes.row} ${classes.topicRow}`}>
      <div className={classes.words}>
        {mode === 'rename' ? (
          <RenameField
            name={topic.name}
            onRename={(name) => rename.mutate({ id: topic.id, name })}
            onClose={() => setMode('show')}
          />
        ) : (
          <span className={classes.name}>{topic.name}</span>
        )}
        <Synonyms topic={topic} />
      </div>
      <Counts topic={topic} />
      <LabelMenu
        name={topic.name}
        onRename={() => setMode('rename')}
        onMerge={() => setMode('merge')}
        onDelete={() => remove.mutate({ id: topic.id })}
      />
      {mode === 'merge' && <MergeWindow topic={topic} all={all} onClose={() => setMode('show')} />}
    </li>
  );
}

/** Who offers and needs it now; each leads to the people. */
function Counts({ topic }: { topic: Topic }) {
  if (topic.offers + topic.needs === 0) {
    return <span className={classes.link}>{words.topics.nobody}</span>;
  }
  return (
    <span className={`${classes.counts} numbers`}>
      {topic.offers > 0 && (
        <Link
          to="/ask"
          search={{ offers: topic.id }}
          className={classes.link}
          title={words.topics.ask(topic.name)}
        >
          {words.topics.offers(topic.offers)}
        </Link>
      )}
      {topic.needs > 0 && (
        <Link
          to="/ask"
          search={{ needs: topic.id }}
          className={classes.link}
          title={words.topics.askNeeds(topic.name)}
        >
          {words.topics.needs(topic.needs)}
        </Link>
      )}
    </span>
  );
}

function Synonyms({ topic }: { topic: Topic }) {
  const notifyUndoable = useNotifyUndoable();
  const [typed, setTyped] = useState('');
  const add = useCommand(api.topics.addSynonym, () => setTyped(''));
  const remove = useCommand(
    api.topics.removeSynonym,
    (_, { name }) => void notifyUndoable(words.topics.removeSynonym(name, topic.name)),
  );
  return (
    <span className={classes.words} role="group" aria-label={words.topics.synonyms(topic.name)}>
      {topic.synonyms.map((word) => (
        <span key={word} className={classes.word}>
          {word}
          <CloseButton
            size="xs"
            aria-label={words.topics.removeSynonym(word, topic.name)}
            onClick={() => remove.mutate({ id: topic.id, name: word })}
          />
        </span>
      ))}
      <FormPopover
        label={words.topics.addSynonym(topic.name)}
        isCommand={false}
        onSubmit={() => {
          if (typed.trim() === '') return false;
          add.mutate({ id: topic.id, name: typed.trim() });
          return true;
        }}
      >
        <TextInput
          label={words.topics.synonym}
          description={words.topics.synonymHint}
          value={typed}
          data-autofocus
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </FormPopover>
    </span>
  );
}

interface MergeWindowProps {
  topic: Topic;
  all: readonly Topic[];
  onClose: () => void;
}

/** The other topic stays; this one's name becomes another word for it. */
function MergeWindow({ topic, all, onClose }: MergeWindowProps) {
  const [keep, setKeep] = useState<string | null>(null);
  const notifyUndoable = useNotifyUndoable();
  const kept = all.find(({ id }) => String(id) === keep);
  const merge = useCommand(api.topics.addSynonym, () => {
    void notifyUndoable(words.merged(topic.name, kept?.name ?? ''));
    onClose();
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (kept !== undefined) merge.mutate({ id: kept.id, name: topic.name });
  };
  return (
    <Modal opened onClose={onClose} title={words.merge(topic.name)} size="sm">
      <form onSubmit={submit}>
        <Text c="dimmed" size="sm" mb="xs">
          {words.topics.mergeInto}
        </Text>
        <Select
          label={words.topics.choose}
          searchable
          allowDeselect={false}
          data-autofocus
          data={all
            .filter(({ id }) => id !== topic.id)
            .map(({ id, name }) => ({ value: String(id), label: name }))}
          value={keep}
          onChange={setKeep}
        />
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="subtle" onClick={onClose}>
            {text.common.cancel}
          </Button>
          <Button type="submit" disabled={kept === undefined} loading={merge.isPending}>
            {words.merge(topic.name)}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
