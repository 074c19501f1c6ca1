import { z } from 'zod';
import { command, query } from './define.ts';
import { done, personId, personRef, window } from './common.ts';

const duplicateReasons = [
  'sameEmail',
  'samePhone',
  'sameNameAtOrganisation',
  'sameName',
  'alikeAtOrganisation',
  'alikeNames',
  'sameBirthday',
  'otherBirthday',
  'asked',
] as const;

const reason = z.object({
  kind: z.enum(duplicateReasons),
  /** The address, number or organisation that both have; of 'asked' the question of the import; else ''. */
  detail: z.string(),
});
export type DuplicateReason = z.infer<typeof reason>;

const pair = { a: personId, b: personId };
const side = z.enum(['keep', 'gone']);

/** Two people who may be one: found, compared, joined or told apart. */
export const duplicates = {
  /** Likely pairs, the likeliest first; those told apart before are left out. */
  find: query(
    z.strictObject({
      ...window,
      /** Answers at once, with the pairs of one address or phone number alone if the others have to be looked for. */
      isFirstLook: z.boolean().default(false),
    }),
    z.object({
      total: z.int(),
      /** Whether these are all, and in their order: of a first look they may be some. */
      isComplete: z.boolean(),
      /** How many of all have more than a name that speaks for them. */
      sure: z.int(),
      rows: z.array(
        z.object({
          a: personRef.extend({ hint: z.string() }),
          b: personRef.extend({ hint: z.string() }),
          /** How likely they are one, in (0, 1): a ranking, not a probability. */
          score: z.number(),
          reasons: z.array(reason),
          /** More than the name speaks for it. */
          isSure: z.boolean(),
          /** Whom a merge keeps unless told otherwise: me, else whom more is known of. */
          keep: personId,
        }),
      ),
    }),
  ),
  /** What joining two people would bring together. */
  preview: query(
    z.strictObject({ keep: personId, gone: personId }),
    z.object({
      /** Ties of the one who stays: now, and after. */
      tiesBefore: z.int(),
      tiesAfter: z.int(),
      /** What is carried over: accounts, circles, events, contacts logged, follow-ups, introductions, rows of imports. */
      accounts: z.int(),
      circles: z.int(),
      events: z.int(),
      interactions: z.int(),
      followUps: z.int(),
      introductions: z.int(),
      importRows: z.int(),
      /** Introductions of the one to the other mean nothing after and go. */
      introductionsLost: z.int(),
    }),
  ),
  /** Joins `gone` into `keep`, one step of undo. Where only one can be right, `keep`'s stands unless chosen otherwise. */
  merge: command(
    z.strictObject({
      keep: personId,
      gone: personId,
      /** Whose name is shown; the other is kept as another name. */
      name: side.default('keep'),
      birthday: side.optional(),
      metOn: side.optional(),
      photo: side.optional(),
      note: side.or(z.literal('both')).default('both'),
      howMet: side.or(z.literal('both')).default('both'),
      /** Rows of either that shall not be carried over. */
      leaveOut: z
        .strictObject({
          contactPointIds: z.array(z.int()).max(1000).default([]),
          roleIds: z.array(z.int()).max(1000).default([]),
          tagIds: z.array(z.int()).max(1000).default([]),
          statementIds: z.array(z.int()).max(1000).default([]),
        })
        .prefault({}),
    }),
    z.object({ person: personRef }),
  ),
  /** Remembers for ever that two people are two; undo takes it back. */
  tellApart: command(z.strictObject(pair), done),
  /** Joins the two of each pair, or tells them apart; one step of undo for all. */
  answerMany: command(
    z.strictObject({
      pairs: z.array(z.strictObject(pair)).min(1).max(5000),
      answer: z.enum(['same', 'different']),
    }),
    z.object({ changed: z.int() }),
  ),
};
