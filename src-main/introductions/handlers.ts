import type { Handlers } from '../book/context.ts';
import { dropEmptyGoals } from '../tables/goals.ts';
import { removeIntroductionEvidence } from '../tables/introduction-rows.ts';
import { deleteIntroductions } from '../tables/introductions.ts';
import { moveIntroduction } from './change-state.ts';
import { createIntroduction, goalOf } from './create-introduction.ts';
import { describe, describeOne, requireRow, titleOf } from './describe-introductions.ts';
import { checkDescent, checkEvent } from './drafts.ts';
import * as queries from './queries.ts';
import { readTook } from './took.ts';

/** Asks, makings and receivings of introductions: the board. */
export const introductionsHandlers: Handlers<'introductions'> = {
  list(context, { personId }) {
    return describe(context, queries.listIntroductions(context.book, personId ?? null));
  },

  get(context, { id }) {
    return describeOne(context, id);
  },

  create(context, draft) {
    const made = createIntroduction(context, draft);
    context.nameStep(`Add the introduction of ${titleOf(made)}`);
    return made;
  },

  move(context, { id, ...input }) {
    return moveIntroduction(context, id, input);
  },

  update(context, { id, ...change }) {
    const before = requireRow(context, id);
    const { cameFromId = before.cameFromId, eventId = before.eventId } = change;
    checkDescent(context, id, cameFromId);
    checkEvent(context, eventId);
    const { goal = before.goal } = change;
    queries.updateDetails(context.book, id, {
      ...(goal === before.goal
        ? { goal, goalId: before.goalId }
        : goalOf(context, before.kind, goal)),
      message: change.message ?? before.message,
      note: change.note ?? before.note,
      remindOn: change.remindOn === undefined ? before.remindOn : change.remindOn,
      cameFromId,
      eventId,
    });
    dropEmptyGoals(context.book);
    const after = describeOne(context, id);
    context.nameStep(`Edit the introduction of ${titleOf(after)}`);
    return after;
  },

  took(context) {
    const took = readTook(context.book, context.clock.today);
    const described = describe(
      context,
      took.map(({ id }) => requireRow(context, id)),
    );
    return took.flatMap(({ sign, isAcknowledged }, place) => {
      const introduction = described[place];
      return introduction === undefined ? [] : [{ introduction, sign, isAcknowledged }];
    });
  },

  acknowledgeTook(context, { id }) {
    const introduction = describeOne(context, id);
    queries.markTookSeen(context.book, id, context.clock.today);
    context.nameStep(`Know that the introduction of ${titleOf(introduction)} took`);
    return {};
  },

  remove(context, { id }) {
    const before = describeOne(context, id);
    removeIntroductionEvidence(context.book, id);
    deleteIntroductions(context.book, [id]);
    context.nameStep(`Remove the introduction of ${titleOf(before)}`);
    return {};
  },
};
