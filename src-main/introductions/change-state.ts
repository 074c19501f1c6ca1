import dayjs from 'dayjs';
import type { CommandContext, QueryContext } from '../book/context.ts';
import type { IntroductionId } from '../contract/common.ts';
import type { Introduction } from '../contract/introductions.ts';
import { AppError } from '../contract/result.ts';
import { addIntroductionChange, refreshIntroductionEvidence } from '../tables/introduction-rows.ts';
import { describeOne, titleOf } from './describe-introductions.ts';
import * as queries from './queries.ts';
import { daysUntilReminder, outcomesAfter, stateNames } from './states.ts';
import type { IntroductionOutcome, IntroductionState } from './states.ts';

/** The day on which a state reached on a day brings the introduction back; null for one that does not wait. */
export function reminderOf(state: IntroductionState, onDate: string): string | null {
  const days = daysUntilReminder(state);
  return days === null ? null : dayjs(onDate).add(days, 'day').format('YYYY-MM-DD');
}

/**
 * The day of a change: today unless said; not in the future, and not before the change before it. That one may lie after
 * today when the clock was set back, or west of where it was made: then it is of the same day.
 */
export function dayOfChange(
  context: QueryContext,
  onDate: string | undefined,
  since: string | null,
): string {
  const { today } = context.clock;
  if (onDate === undefined) return since !== null && since > today ? since : today;
  if (onDate > today)
    throw new AppError(
      'INVALID_INPUT',
      `${onDate} is still to come: a change is dated when it has happened.`,
    );
  if (since !== null && onDate < since)
    throw new AppError(
      'INVALID_INPUT',
      `${onDate} is before the last change of this introduction (${since}): give a later day.`,
    );
  return onDate;
}

interface Move {
  readonly state: IntroductionState;
  readonly outcome: IntroductionOutcome | null;
}

/** Throws CONFLICT with the states that are allowed, or INVALID_INPUT for an outcome that does not go with it. */
function checkMove(before: Introduction, { state, outcome }: Move): void {
  if (!before.next.includes(state)) {
    const allowed = before.next.map((next) => stateNames[next]);
    throw new AppError(
      'CONFLICT',
      `An introduction that is “${stateNames[before.state]}” cannot become “${stateNames[state]}” at once. It can become: ${allowed.join(', ')}.`,
      { allowed: before.next },
    );
  }
  if (state !== 'outcome') {
    if (outcome === null) return;
    throw new AppError(
      'INVALID_INPUT',
      'Only the state “outcome” says what came of an introduction.',
    );
  }
  const last = before.history.findLast((change) => change.state !== 'outcome');
  const outcomes = outcomesAfter(last?.state ?? before.state);
  if (outcome !== null && outcomes.includes(outcome)) return;
  throw new AppError(
    'INVALID_INPUT',
    `Say what came of it. Possible now: ${outcomes.join(', ').replaceAll('_', ' ')}.`,
    { allowed: outcomes },
  );
}

/** Moves an introduction on, dated and kept in its history. Throws NOT_FOUND, CONFLICT or INVALID_INPUT. */
export function moveIntroduction(
  context: CommandContext,
  id: IntroductionId,
  input: Move & { onDate?: string | undefined; note: string; remindOn?: string | null | undefined },
): Introduction {
  const before = describeOne(context, id);
  checkMove(before, input);
  const { state, outcome } = input;
  const onDate = dayOfChange(context, input.onDate, before.since);
  const remindOn = input.remindOn === undefined ? reminderOf(state, onDate) : input.remindOn;
  queries.updateState(context.book, id, { state, outcome, remindOn });
  addIntroductionChange(context.book, id, state, onDate, input.note);
  refreshIntroductionEvidence(context.book, id);
  context.nameStep(`Move the introduction of ${titleOf(before)} to “${stateNames[state]}”`);
  return describeOne(context, id);
}
