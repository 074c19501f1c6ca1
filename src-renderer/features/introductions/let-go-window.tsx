import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { IntroductionId } from '../../../src-main/contract/common.ts';
import type { Goal } from '../../../src-main/contract/goals.ts';
import type { Introduction } from '../../../src-main/contract/introductions.ts';
import { api, read } from '../../api.ts';
import { useCommand } from '../../commands/use-command.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { LetterButtons } from '../../components/letter-buttons.tsx';
import { text } from '../../text/index.ts';
import { fillFirst } from '../letters/fill-letter.ts';
import { useOwnTemplates } from '../letters/templates.ts';
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
        <OpenAsks goal={goal} kept={kept} onToggle={toggle} />
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
                introductionIds: goal.open.filter((id) => !kept.has(id)),
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

interface OpenAsksProps {
  goal: Goal;
  /** Those that are not let go after all. */
  kept: ReadonlySet<IntroductionId>;
  onToggle: (id: IntroductionId) => void;
}

function OpenAsks({ goal, kept, onToggle }: OpenAsksProps) {
  return (
    <ul className={classes.letGo} aria-label={words.asks}>
      {goal.asks
        .filter(({ id }) => goal.open.includes(id))
        .map((ask) => (
          <li key={ask.id}>
            <Checkbox
              checked={!kept.has(ask.id)}
              onChange={() => onToggle(ask.id)}
              label={ask.state === 'idea' ? words.idea(ask) : words.asked(ask, ask.createdOn)}
            />
            {ask.state !== 'idea' && !kept.has(ask.id) && <ThanksLetter ask={ask} />}
          </li>
        ))}
    </ul>
  );
}

function ThanksLetter({ ask }: { ask: Introduction }) {
  const { data: facts } = useQuery(
    read('letters', 'factsFor', { introductionId: ask.id, kind: 'let_go' }),
  );
  const { data: own } = useOwnTemplates();
  if (facts === undefined || own === undefined) return null;
  return (
    <div className={classes.letter}>
      <LetterButtons
        letter={fillFirst('let_go', own, facts)}
        name={ask.introducer.name}
        size="compact-sm"
      />
    </div>
  );
}
