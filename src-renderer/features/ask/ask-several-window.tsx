import { Autocomplete, Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { TopicId } from '../../../src-main/contract/common.ts';
import type { AskCard } from '../../../src-main/contract/networks.ts';
import { api, read } from '../../api.ts';
import { useDraft } from '../../commands/drafts.ts';
import { useCommand } from '../../commands/use-command.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { text } from '../../text/index.ts';
import { ShortLetter, useShortLetters } from '../letters/short-letter.tsx';
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
  const [what, setWhat] = useDraft(`ask-several:${goal}`.slice(0, 200), goal);
  const [state, setState] = useState<'asked' | 'idea'>('asked');
  const { data: open = [] } = useQuery(read('goals', 'list', {}));
  const { letters, change, ask, isPending } = useAskSeveral({ cards, topicId, onDone });
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
          <Asks cards={cards} letters={letters} onWrite={change} />
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

interface AsksProps {
  cards: readonly AskCard[];
  letters: ReturnType<typeof useShortLetters>['letters'];
  onWrite: ReturnType<typeof useShortLetters>['change'];
}

function Asks({ cards, letters, onWrite }: AsksProps) {
  return (
    <ul className={classes.list} aria-label={words.list}>
      {cards.map(({ person, target }) => {
        const letter = letters.get(person.id);
        return (
          <li key={person.id} className={classes.item}>
            <span>{words.ask(person.name, target.name)}</span>
            {letter !== undefined && (
              <ShortLetter
                letter={letter}
                name={person.name}
                onChange={(next) => onWrite(person.id, next)}
              />
            )}
          </li>
        );
      })}
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
  const { letters, change } = useShortLetters(
    'ask',
    cards.map(({ person }, at) => ({ key: person.id, facts: drafts[at]?.data })),
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
      asks: cards.map(({ person, target }) => {
        const { subject = '', body = '' } = letters.get(person.id) ?? {};
        return { introducerId: person.id, secondId: target.id, subject, message: body };
      }),
    });
  return { letters, change, ask, isPending };
}
