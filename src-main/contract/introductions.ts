import { z } from 'zod';
import { command, query } from './define.ts';
import {
  done,
  eventId,
  eventRef,
  goalId,
  introductionId,
  isoDate,
  nothing,
  personId,
  personRef,
  prose,
  topicId,
  topicRef,
} from './common.ts';

export const introductionKinds = ['ask', 'make', 'received'] as const;
export const introductionStates = [
  'idea',
  'asked',
  'permission_asked',
  'accepted',
  'declined',
  'made',
  'met',
  'outcome',
] as const;
/** How far on its way an introduction is; a no is not on it. */
export const introductionWay: readonly (typeof introductionStates)[number][] =
  introductionStates.filter((state) => state !== 'declined');
export const introductionOutcomes = ['value', 'nothing', 'no_answer'] as const;
/** States in which somebody else has the next move, so that a date brings them back on Today. */
export const waitingStates = ['asked', 'permission_asked', 'accepted', 'made'] as const;

export const introduction = z.object({
  id: introductionId,
  kind: z.enum(introductionKinds),
  state: z.enum(introductionStates),
  introducer: personRef,
  first: personRef,
  second: personRef,
  topic: topicRef.nullable(),
  goal: z.string(),
  /** Of an ask: the goal it is made for, with others or alone. */
  goalId: goalId.nullable(),
  /** The day on which I let it go, because another ask for the goal worked. */
  letGoOn: isoDate.nullable(),
  message: z.string(),
  note: z.string(),
  cameFromId: introductionId.nullable(),
  /** Where it began. */
  event: eventRef.nullable(),
  outcome: z.enum(introductionOutcomes).nullable(),
  remindOn: isoDate.nullable(),
  createdOn: isoDate,
  /** Day of the last change of state. */
  since: isoDate,
  /** States that may follow. */
  next: z.array(z.enum(introductionStates)),
  history: z.array(
    z.object({ state: z.enum(introductionStates), changedOn: isoDate, note: z.string() }),
  ),
});
export type Introduction = z.infer<typeof introduction>;

const tookIntroduction = z.object({
  introduction,
  /** What says so, the earliest that does. */
  sign: z.object({
    /** 'list': one is in the other's list on a platform; 'role': they work in one place. */
    kind: z.enum(['list', 'told', 'event', 'message', 'role']),
    /** The platform, the event or the organisation; null when it is none of these. */
    name: z.string().nullable(),
    onDate: isoDate,
  }),
  isAcknowledged: z.boolean(),
});
export type TookIntroduction = z.infer<typeof tookIntroduction>;

const introductionDraft = z.strictObject({
  kind: z.enum(introductionKinds),
  /** 'ask' and 'received': the introducer joins me and `second`; 'make': I join `first` and `second`. */
  introducerId: personId.nullable().default(null),
  firstId: personId.nullable().default(null),
  secondId: personId,
  state: z.enum(['idea', 'asked', 'permission_asked', 'made', 'met']).default('idea'),
  topicId: topicId.nullable().default(null),
  goal: z.string().max(500).default(''),
  /** An ask that begins as asked keeps the message as its letter, with this subject. */
  subject: z.string().max(500).default(''),
  message: prose.default(''),
  note: prose.default(''),
  cameFromId: introductionId.nullable().default(null),
  eventId: eventId.nullable().default(null),
  remindOn: isoDate.nullable().optional(),
  /** The day on which it came to be in this state; today if left out. */
  onDate: isoDate.optional(),
});

export const introductions = {
  list: query(z.strictObject({ personId: personId.optional() }), z.array(introduction)),
  get: query(z.strictObject({ id: introductionId }), introduction),
  create: command(introductionDraft, introduction),
  /** Moves an introduction to another state; illegal moves are refused with the ones that are allowed. */
  move: command(
    z.strictObject({
      id: introductionId,
      state: z.enum(introductionStates),
      outcome: z.enum(introductionOutcomes).nullable().default(null),
      onDate: isoDate.optional(),
      note: prose.default(''),
      remindOn: isoDate.nullable().optional(),
    }),
    introduction,
  ),
  update: command(
    z.strictObject({
      id: introductionId,
      goal: z.string().max(500).optional(),
      message: prose.optional(),
      note: prose.optional(),
      remindOn: isoDate.nullable().optional(),
      /** Another parent in the line of descent. One that descends from this introduction itself is refused. */
      cameFromId: introductionId.nullable().optional(),
      eventId: eventId.nullable().optional(),
    }),
    introduction,
  ),
  /** Introductions I made of which something from elsewhere says since that the two know each other; latest first. */
  took: query(nothing, z.array(tookIntroduction)),
  /** Notes that I know: it is said no more, but counted for ever. */
  acknowledgeTook: command(z.strictObject({ id: introductionId }), done),
  remove: command(z.strictObject({ id: introductionId }), done),
};
