import { Autocomplete, Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { TopicId } from '../../../src-main/contract/common.ts';
import type { AskCard } from '../../../src-main/contract/networks.ts';
import { api, read } from '../../api.ts';
import { useCommand } from '../../commands/use-command.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { type Letter, LetterButtons } from '../../components/letter-buttons.tsx';
import { text } from '../../text/index.ts';
import { fillFirst } from '../letters/fill-letter.ts';
import { useOwnTemplates } from '../letters/templates.ts';
import classes from './ask-several.module.css';

const words = text.ask.several;

interface AskSeveralWindowProps {
  cards: readonly AskCard[];
  topicId: TopicId | null;
  /** What is asked for, unless changed. */
  goal: string;
  onClose: () => void;
  onDone: () => void;
}

/** Several contacts are asked at once for one goal; each has a letter of their own to send. */
export function AskSeveralWindow({ cards, topicId, goal, onClose, onDone }: AskSeveralWindowProps) {
  const [what, setWhat] = useState(goal);
  const [state, setState] = useState<'asked' | 'idea'>('asked');
  const { data: open = [] } = useQuery(read('goals', 'list', {}));
  const { letters, ask, isPending } = useAskSeveral({ cards, topicId, onDone });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (what.trim() !== '') ask(what, state);
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={words.title}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text c="dimmed">{words.lead}</Text>
          <Autocomplete
            label={words.goal}
            placeholder={words.goalPlaceholder}
            data={open.map((one) => one.what)}
            value={what}
            onChange={setWhat}
            error={what.trim() === '' && words.missing}
            data-autofocus
          />
          <Asks cards={cards} letters={letters} />
          <SegmentedControl
            aria-label={words.state}
            value={state}
            onChange={setState}
            data={(['asked', 'idea'] as const).map((value) => ({
              value,
              label: words.states[value],
            }))}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" onClick={onClose}>
              {text.common.cancel}
            </Button>
            <Button type="submit" loading={isPending}>
              {words.record(cards.length)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Asks(props: { cards: readonly AskCard[]; letters: readonly (Letter | undefined)[] }) {
  return (
    <ul className={classes.list} aria-label={words.list}>
      {props.cards.map(({ person, target }, at) => (
        <li key={person.id} className={classes.item}>
          <span>{words.ask(person.name, target.name)}</span>
          {props.letters[at] !== undefined && (
            <LetterButtons letter={props.letters[at]} name={person.name} size="compact-sm" />
          )}
        </li>
      ))}
    </ul>
  );
}

/** A letter to each, as far as it is written, and the one command that records all the asks. */
function useAskSeveral({
  cards,
  topicId,
  onDone,
}: Pick<AskSeveralWindowProps, 'cards' | 'topicId' | 'onDone'>) {
  const drafts = useQueries({
    queries: cards.map(({ person, target }) =>
      read('letters', 'factsForAsk', {
        introducerId: person.id,
        targetId: target.id,
        topicId,
      }),
    ),
  });
  const { data: own } = useOwnTemplates();
  const letters = drafts.map(({ data }) =>
    data === undefined || own === undefined ? undefined : fillFirst('ask', own, data),
  );
  const notifyUndoable = useNotifyUndoable();
  const { mutate, isPending } = useCommand(api.goals.ask, (made) => {
    onDone();
    void notifyUndoable(words.recorded(made.what));
  });
  const ask = (what: string, state: 'asked' | 'idea'): void =>
    mutate({
      what,
      state,
      topicId,
      asks: cards.map(({ person, target }, at) => ({
        introducerId: person.id,
        secondId: target.id,
        subject: letters[at]?.subject ?? '',
        message: letters[at]?.body ?? '',
      })),
    });
  return { letters, ask, isPending };
}
