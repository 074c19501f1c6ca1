import type { CommandContext } from '../book/context.ts';
import type { GoalId } from '../contract/common.ts';
import type { Introduction } from '../contract/introductions.ts';
import { findOrOpenGoal } from '../tables/goals.ts';
import { insertIntroduction } from '../tables/introduction-rows.ts';
import { dayOfChange, reminderOf } from './change-state.ts';
import { describeOne } from './describe-introductions.ts';
import { checkDraft, type IntroductionDraft } from './drafts.ts';
import { insertLetter } from './letter-queries.ts';
import type { IntroductionKind } from './states.ts';

/** Records an introduction. An ask belongs to the goal that its words name: asks of the same words go together. */
export function createIntroduction(
  context: CommandContext,
  draft: IntroductionDraft,
): Introduction {
  const parts = checkDraft(context, draft);
  const onDate = dayOfChange(context, draft.onDate, null);
  const remindOn = draft.remindOn === undefined ? reminderOf(draft.state, onDate) : draft.remindOn;
  const { kind, state, secondId, topicId, message, note, cameFromId, eventId } = draft;
  const id = insertIntroduction(
    context.book,
    {
      kind,
      state,
      secondId,
      topicId,
      ...goalOf(context, kind, draft.goal, onDate),
      message,
      note,
      cameFromId,
      eventId,
      ...parts,
      onDate,
      remindOn,
    },
    context.clock.now,
  );
  if (kind === 'ask' && state === 'asked' && message.trim() !== '')
    insertLetter(context.book, {
      introductionId: id,
      kind: 'ask',
      sentOn: onDate,
      subject: draft.subject,
      body: message,
    });
  return describeOne(context, id);
}

/** What an introduction says it is for. An ask belongs to the goal of these words, made if it is new. */
export function goalOf(
  { book, clock }: CommandContext,
  kind: IntroductionKind,
  words: string,
  onDate = clock.today,
): { goal: string; goalId: GoalId | null } {
  if (kind !== 'ask' || words.trim() === '') return { goal: words, goalId: null };
  const { id, what } = findOrOpenGoal(book, words, onDate);
  return { goal: what, goalId: id };
}
