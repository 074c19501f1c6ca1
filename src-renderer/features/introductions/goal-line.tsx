import { Button, TextInput } from '@mantine/core';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Goal } from '../../../src-main/contract/goals.ts';
import { api } from '../../api.ts';
import { useDraft } from '../../commands/drafts.ts';
import { useCommand } from '../../commands/use-command.ts';
import { useNotifyUndoable } from '../../commands/use-notify-undoable.ts';
import { FormPopover } from '../../components/form-popover.tsx';
import { text } from '../../text/index.ts';
import classes from './goal-line.module.css';
import { LetGoWindow } from './let-go-window.tsx';

const words = text.goals;

/** Goals with what was asked for each and how it stands. */
export function GoalList({
  goals,
  isBrief = false,
}: {
  goals: readonly Goal[];
  isBrief?: boolean;
}) {
  if (goals.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={words.list}>
      {goals.map((goal) => (
        <GoalLine key={goal.id} goal={goal} isBrief={isBrief} />
      ))}
    </ul>
  );
}

interface GoalLineProps {
  goal: Goal;
  /** Without the asks one by one, where they stand beside it anyway. */
  isBrief?: boolean;
}

/** One goal, as an item of a list. */
export function GoalLine({ goal, isBrief = false }: GoalLineProps) {
  return (
    <li className={classes.goal}>
      <div className={classes.words}>
        <span className={classes.what}>{goal.what}</span>
        <RenameGoal goal={goal} />
        <p className={classes.summary}>{words.summary(goal)}</p>
        {!isBrief && <Asks goal={goal} />}
      </div>
      <GoalActions goal={goal} />
    </li>
  );
}

function Asks({ goal }: { goal: Goal }) {
  return (
    <ul className={classes.asks}>
      {goal.asks.map((ask) => (
        <li key={ask.id}>
          <Link to="/introductions" search={{ id: ask.id }} className={classes.ask}>
            {words.ask(ask)}
          </Link>{' '}
          <span className={classes.state}>{text.introductions.standing(ask)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Those for which several were asked, unless one has worked and nothing is left to do. */
export function sharedGoals(goals: readonly Goal[]): Goal[] {
  return goals.filter(
    ({ asks, open, worked }) => asks.length > 1 && (open.length > 0 || worked.length === 0),
  );
}

/** Once one ask has worked, the others can be let go; a goal can be given up at any time. */
function GoalActions({ goal }: { goal: Goal }) {
  const [isLettingGo, setLettingGo] = useState(false);
  const notifyUndoable = useNotifyUndoable();
  const close = useCommand(api.goals.update, () => void notifyUndoable(words.closed(goal.what)));
  const canLetGo = goal.worked.length > 0 && goal.open.length > 0;
  return (
    <div className={classes.actions}>
      {canLetGo && (
        <Button
          size="compact-sm"
          aria-label={words.letGoOf(goal.what)}
          onClick={() => setLettingGo(true)}
        >
          {words.letGo}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={words.closeOf(goal.what)}
        loading={close.isPending}
        onClick={() => close.mutate({ id: goal.id, isOpen: false })}
      >
        {words.close}
      </Button>
      {isLettingGo && <LetGoWindow goal={goal} onClose={() => setLettingGo(false)} />}
    </div>
  );
}

function RenameGoal({ goal }: { goal: Goal }) {
  const [what, setWhat] = useDraft(`goal:${goal.id}`, goal.what);
  const rename = useCommand(api.goals.update);
  return (
    <FormPopover
      label={words.renameOf(goal.what)}
      submitLabel={words.save}
      icon={<IconPencil size={15} aria-hidden />}
      isCommand={false}
      onSubmit={() => {
        if (what.trim() === '') return false;
        rename.mutate({ id: goal.id, what });
        return true;
      }}
    >
      <TextInput
        label={words.name}
        value={what}
        data-autofocus
        onChange={(event) => setWhat(event.currentTarget.value)}
      />
    </FormPopover>
  );
}
