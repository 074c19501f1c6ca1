import { z } from 'zod';

/*
 * Building blocks of all method schemas. Parsed ids are branded: a handler that uses a tag's id where a
 * person's is wanted does not compile.
 */

export const personId = z.int().positive().brand<'PersonId'>();
export const organisationId = z.int().positive().brand<'OrganisationId'>();
export const eventId = z.int().positive().brand<'EventId'>();
export const tagId = z.int().positive().brand<'TagId'>();
export const topicId = z.int().positive().brand<'TopicId'>();
export const introductionId = z.int().positive().brand<'IntroductionId'>();
export const outcomeId = z.int().positive().brand<'OutcomeId'>();
export const goalId = z.int().positive().brand<'GoalId'>();
export const shareId = z.int().positive().brand<'ShareId'>();
export const importId = z.int().positive().brand<'ImportId'>();
export type PersonId = z.infer<typeof personId>;
export type OrganisationId = z.infer<typeof organisationId>;
export type EventId = z.infer<typeof eventId>;
export type TagId = z.infer<typeof tagId>;
export type TopicId = z.infer<typeof topicId>;
export type IntroductionId = z.infer<typeof introductionId>;
export type OutcomeId = z.infer<typeof outcomeId>;
export type GoalId = z.infer<typeof goalId>;
export type ShareId = z.infer<typeof shareId>;
export type ImportId = z.infer<typeof importId>;

/** A day, 'YYYY-MM-DD', that exists in the calendar. */
export const isoDate = z.iso.date();
/** A birthday: a day, or '--MM-DD' when the year is not known. */
export const birthday = z.union([
  isoDate,
  z.string().regex(/^--(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
]);

/** One line of text that is there: trimmed, not empty, bounded. */
export const line = z.string().trim().min(1).max(500);
/** Free text of several lines; may be empty. */
export const prose = z.string().max(100_000);
/** What a user types into a search or completion box. */
export const typed = z.string().max(500);

export const nothing = z.strictObject({});
export const done = z.object({});

/** A platform's key: 'linkedin', 'facebook', … (lower case; new ones may be made by imports). */
export const platformKey = z.string().trim().min(1).max(100);
export const platform = z.object({ key: z.string(), name: z.string(), isDirected: z.boolean() });

/** How a person is shown anywhere. `isNamed` is false for an account without a name; `name` is then made from the account. */
export const personRef = z.object({ id: personId, name: z.string(), isNamed: z.boolean() });
export type PersonRef = z.infer<typeof personRef>;

export const tagColours = [
  'gray',
  'red',
  'pink',
  'grape',
  'violet',
  'indigo',
  'blue',
  'cyan',
  'teal',
  'green',
  'lime',
  'yellow',
  'orange',
] as const;
export const tagColour = z.enum(tagColours);
export const tagRef = z.object({ id: tagId, name: z.string(), colour: tagColour });
export const topicRef = z.object({ id: topicId, name: z.string() });
export const organisationRef = z.object({ id: organisationId, name: z.string() });
export const eventRef = z.object({ id: eventId, title: z.string(), heldOn: isoDate.nullable() });

/** How often one means to be in touch. */
export const rhythm = z.strictObject({
  every: z.int().min(1).max(120),
  unit: z.enum(['week', 'month']),
});

export const window = {
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(500).default(100),
};

const evidenceKinds = [
  'platform_link',
  'follow',
  'met_at_event',
  'worked_together',
  'introduced',
  'told',
  'handed_list',
  'referred',
  'message',
  'co_attendance',
  'stated',
] as const;
const evidenceKind = z.enum(evidenceKinds);

/** One reason to believe a tie, and what it adds today. */
export const evidence = z.object({
  kind: evidenceKind,
  platform: z.string().nullable(),
  /** Of a follow: who follows whom, seen from the first person of the tie as asked. */
  direction: z.enum(['outgoing', 'incoming']).nullable(),
  onDate: isoDate.nullable(),
  event: eventRef.nullable(),
  note: z.string(),
  /** Weight on the day of asking, after fading, in (0, 1]. */
  weight: z.number(),
  /** Name of the file that brought it, or null when it was entered by hand. */
  source: z.string().nullable(),
});
export type Evidence = z.infer<typeof evidence>;

/** A tie of a chain: strength in (0, 1], with all evidence. `isConfirmed` is false for an inferred tie. */
export const chainTie = z.object({
  from: personRef,
  to: personRef,
  strength: z.number(),
  isConfirmed: z.boolean(),
  rating: z.int().min(1).max(5).nullable(),
  evidence: z.array(evidence),
});

/** Which ties a question looks at. */
export const tieFilter = z.strictObject({
  platform: platformKey.optional(),
  /** Only ties at least this strong, (0, 1]. */
  minimumStrength: z.number().gt(0).max(1).optional(),
  /** Inferred ties count too. Default: confirmed ones only. */
  withPossible: z.boolean().default(false),
  /** These people are treated as absent. */
  without: z.array(personId).max(1000).default([]),
});
