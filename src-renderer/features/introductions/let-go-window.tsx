import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { IntroductionId } from '../../../src-main/contract/common.ts';
import type { Goal } from '../../../src-main/contract/goals.ts';
import { api, read } from '../../api.ts';
import { useCommand } from '../../commands/use-command.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { text } from '../../text/index.ts';
import { ShortLetter, useShortLetters } from '../letters/short-letter.tsx';
import classes from './goal-line.module.css';

const words = text.goals.window;

/** One ask for a goal has worked: the others are let go, each with a line of thanks to send. */
export function LetGoWindow({ goal, onClose }: { goal: Goal; onClose: () => void }) {
  const [kept, setKept] = useState<ReadonlySet<IntroductionId>>(new Set());
  const [thanked, setThanked] = useState(true);
  const notifyUndoable = useNotifyUndoable();
  const letGo = useCommand(api.goals.letGo, () => {
    onClose();
    void notifyUndoable(words.done(goal.what));
  });
  const { letters, change } = useThanks(goal);
  const worked = goal.asks.filter(({ id }) => goal.worked.includes(id));
  const toggle = (id: IntroductionId): void => {
    const next = new Set(kept);
    if (!next.delete(id)) next.add(id);
    setKept(next);
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={words.title(goal.what)}>
      <Stack gap="md">
        <Text>{words.lead(words.names(worked))}</Text>
        <OpenAsks goal={goal} kept={kept} letters={letters} onToggle={toggle} onWrite={change} />
        <Checkbox
          label={words.thanked}
          checked={thanked}
          onChange={(event) => setThanked(event.currentTarget.checked)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" onClick={onClose}>
            {text.common.cancel}
          </Button>
          <Button
            data-autofocus
            loading={letGo.isPending}
            onClick={() =>
              letGo.mutate({
                id: goal.id,
                asks: goal.open
                  .filter((id) => !kept.has(id))
                  .map((introductionId) => {
                    const { subject = '', body = '' } = letters.get(introductionId) ?? {};
                    return { introductionId, subject, body };
                  }),
                thanked,
              })
            }
          >
            {words.save}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** A letter of thanks to each who was asked; whoever was not has none to get. */
function useThanks({ asks, open }: Goal) {
  const asked = asks.filter(({ id, state }) => open.includes(id) && state !== 'idea');
  const facts = useQueries({
    queries: asked.map(({ id }) =>
      read('letters', 'factsFor', { introductionId: id, kind: 'let_go' }),
    ),
  });
  return useShortLetters(
    'let_go',
    asked.map(({ id }, at) => ({ key: id, facts: facts[at]?.data })),
  );
}

interface OpenAsksProps {
  goal: Goal;
  /** Those that are not let go after all. */
  kept: ReadonlySet<IntroductionId>;
  letters: ReturnType<typeof useShortLetters>['letters'];
  onToggle: (id: IntroductionId) => void;
  onWrite: ReturnType<typeof useShortLetters>['change'];
}

function OpenAsks({ goal, kept, letters, onToggle, onWrite }: OpenAsksProps) {
  return (
    <ul className={classes.letGo} aria-label={words.asks}>
      {goal.asks
        .filter(({ id }) => goal.open.includes(id))
        .map((ask) => {
          const letter = kept.has(ask.id) ? undefined : letters.get(ask.id);
          return (
            <li key={ask.id}>
              <Checkbox
                checked={!kept.has(ask.id)}
                onChange={() => onToggle(ask.id)}
                label={ask.state === 'idea' ? words.idea(ask) : words.asked(ask, ask.createdOn)}
              />
              {letter !== undefined && (
                <div className={classes.letter}>
                  <ShortLetter
                    letter={letter}
                    name={ask.introducer.name}
                    onChange={(next) => onWrite(ask.id, next)}
                  />
                </div>
              )}
            </li>
          );
        })}
    </ul>
  );
}
