import type { Handlers, QueryContext } from '../book/context.ts';
import type { GoalId } from '../contract/common.ts';
import type { Goal } from '../contract/goals.ts';
import type { Introduction } from '../contract/introductions.ts';
import { AppError } from '../contract/result.ts';
import { findOpenGoal } from '../tables/goals.ts';
import { addInteraction } from '../tables/interactions.ts';
import { removeIntroductionEvidence } from '../tables/introduction-rows.ts';
import { deleteIntroductions } from '../tables/introductions.ts';
import { moveIntroduction } from './change-state.ts';
import { createIntroduction } from './create-introduction.ts';
import { describe } from './describe-introductions.ts';
import * as goalQueries from './goal-queries.ts';
import type { GoalRow } from './goal-queries.ts';
import { insertLetter } from './letter-queries.ts';
import { listAsksFor } from './queries.ts';

/** Goals with the asks for them. */
export const goalsHandlers: Handlers<'goals'> = {
  list(context, { onlyOpen }) {
    return describeGoals(context, goalQueries.listGoals(context.book, onlyOpen));
  },

  ask(context, { what, asks, state, topicId, onDate }) {
    const made = asks.map((ask) =>
      createIntroduction(context, {
        ...ask,
        kind: 'ask',
        firstId: null,
        state,
        topicId,
        goal: what,
        note: '',
        cameFromId: null,
        eventId: null,
        onDate,
      }),
    );
    const names = [...new Set(made.map(({ introducer }) => introducer.name))];
    context.nameStep(`Ask ${listNames(names)} for “${what}”`);
    const goalId = made[0]?.goalId ?? null;
    if (goalId === null) throw new Error('An ask was recorded without the goal it is for.');
    return describeGoal(context, goalId);
  },

  update(context, { id, what, isOpen }) {
    const { book, clock, nameStep } = context;
    const before = requireGoal(context, id);
    const closedOn =
      isOpen === undefined ? before.closedOn : isOpen ? null : (before.closedOn ?? clock.today);
    const after = { id, what: what ?? before.what, closedOn };
    const other = closedOn === null ? findOpenGoal(book, after.what) : null;
    if (other !== null && other.id !== id) {
      throw new AppError(
        'CONFLICT',
        `“${after.what}” is pursued already: give this goal another name, or close the other one first.`,
      );
    }
    goalQueries.updateGoal(book, after);
    nameStep(
      what !== undefined && what !== before.what
        ? `Rename the goal “${before.what}”`
        : `${closedOn === null ? 'Pursue' : 'Close'} the goal “${after.what}”`,
    );
    return describeGoal(context, id);
  },

  letGo(context, { id, asks, thanked }) {
    const { book, clock, nameStep } = context;
    const goal = describeGoal(context, id);
    for (const { introductionId, subject, body } of asks) {
      const ask = goal.asks.find((one) => one.id === introductionId);
      if (ask === undefined || !goal.open.includes(introductionId)) {
        throw new AppError(
          'CONFLICT',
          `Only asks for “${goal.what}” that are still open can be let go. Look at it again: one has changed meanwhile.`,
        );
      }
      if (ask.state === 'idea') {
        removeIntroductionEvidence(book, introductionId);
        deleteIntroductions(book, [introductionId]);
        continue;
      }
      const note = thanked
        ? 'Let go with thanks: another ask worked.'
        : 'Let go: another ask worked.';
      moveIntroduction(context, introductionId, { state: 'outcome', outcome: 'nothing', note });
      goalQueries.markLetGo(book, introductionId, clock.today);
      if (thanked) {
        addInteraction(book, {
          personId: ask.introducer.id,
          kind: 'message',
          onDate: clock.today,
          note: `Thanked for asking around: ${goal.what}`,
        });
        if (body.trim() !== '')
          insertLetter(book, {
            introductionId,
            kind: 'let_go',
            sentOn: clock.today,
            subject,
            body,
          });
      }
    }
    goalQueries.updateGoal(book, { id, what: goal.what, closedOn: clock.today });
    nameStep(`Let go what is asked for “${goal.what}”`);
    return {};
  },
};

function requireGoal({ book }: QueryContext, id: GoalId): GoalRow {
  const goal = goalQueries.findGoal(book, id);
  if (goal !== undefined) return goal;
  throw new AppError('NOT_FOUND', `There is no goal ${id} in this book: it may have been removed.`);
}

function describeGoal(context: QueryContext, id: GoalId): Goal {
  const [described] = describeGoals(context, [requireGoal(context, id)]);
  if (described === undefined) throw new Error(`Goal ${id} vanished while it was read.`);
  return described;
}

function describeGoals(context: QueryContext, goals: readonly GoalRow[]): Goal[] {
  const rows = listAsksFor(
    context.book,
    goals.map(({ id }) => id),
  );
  const byGoal = Map.groupBy(describe(context, rows), ({ goalId }) => goalId);
  return goals.map((goal) => {
    const asks = byGoal.get(goal.id) ?? [];
    return {
      ...goal,
      asks,
      worked: asks.filter(hasWorked).map(({ id }) => id),
      open: asks.filter(isUndecided).map(({ id }) => id),
    };
  });
}

/** True once the two were brought together, whatever came of it but silence. */
function hasWorked({ state, outcome, history }: Introduction): boolean {
  if (outcome === 'no_answer') return false;
  const last = history.findLast((change) => change.state !== 'outcome')?.state ?? state;
  return last === 'made' || last === 'met';
}

function isUndecided({ state }: Introduction): boolean {
  return ['idea', 'asked', 'permission_asked', 'accepted'].includes(state);
}

/** 'Tom, Ann and Eve'. */
function listNames(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
