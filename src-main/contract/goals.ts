import { z } from 'zod';
import { done, goalId, introductionId, isoDate, line, personId, prose, topicId } from './common.ts';
import { command, query } from './define.ts';
import { introduction } from './introductions.ts';

const goal = z.object({
  id: goalId,
  /** In words: "Find an accountant". */
  what: z.string(),
  openedOn: isoDate,
  /** Null while it is pursued. */
  closedOn: isoDate.nullable(),
  /** What was asked for it, the earliest first. */
  asks: z.array(introduction),
  /** Those of the asks that worked: the two were brought together. */
  worked: z.array(introductionId),
  /** Those not decided yet: once one has worked, they can be let go. */
  open: z.array(introductionId),
});
export type Goal = z.infer<typeof goal>;

/** What several asks are made for at once, so that they are tracked together. */
export const goals = {
  /** Those that are pursued, or all; the one asked for last first. */
  list: query(z.strictObject({ onlyOpen: z.boolean().default(true) }), z.array(goal)),
  /** Asks several contacts at once, for a goal that is pursued already (of the same words) or a new one. */
  ask: command(
    z.strictObject({
      what: line,
      asks: z
        .array(
          z.strictObject({
            introducerId: personId,
            secondId: personId,
            /** Of the letter; the message is its text. */
            subject: z.string().max(500).default(''),
            message: prose.default(''),
          }),
        )
        .min(1)
        .max(50),
      state: z.enum(['idea', 'asked']).default('asked'),
      topicId: topicId.nullable().default(null),
      onDate: isoDate.optional(),
    }),
    goal,
  ),
  /** Another name for it, or that it is pursued no longer, or again. */
  update: command(
    z.strictObject({ id: goalId, what: line.optional(), isOpen: z.boolean().optional() }),
    goal,
  ),
  /**
   * Lets asks of a goal go that are not needed any more: asked ones end without blame, ideas are dropped; with
   * `thanked`, that I thanked whoever was asked is noted as a contact with them, and the letter is kept. Closes the goal.
   */
  letGo: command(
    z.strictObject({
      id: goalId,
      asks: z
        .array(
          z.strictObject({
            introductionId,
            /** The letter of thanks that was sent; without a text none is kept. */
            subject: z.string().max(500).default(''),
            body: prose.default(''),
          }),
        )
        .max(50),
      thanked: z.boolean(),
    }),
    done,
  ),
};
