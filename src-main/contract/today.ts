import { z } from 'zod';
import { command, query } from './define.ts';
import {
  done,
  eventRef,
  introductionId,
  isoDate,
  nothing,
  personId,
  personRef,
  prose,
  rhythm,
} from './common.ts';
import { interactionKinds } from './people.ts';
import { introductionKinds, introductionStates } from './introductions.ts';

/** What a line of Today is about. Those with a row of their own are named by it, the others by the person. */
export const todayLine = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('follow_up'), id: z.int().positive() }),
  z.strictObject({ kind: z.literal('introduction'), id: introductionId }),
  z.strictObject({ kind: z.literal('keep_in_touch'), id: personId }),
  z.strictObject({ kind: z.literal('birthday'), id: personId }),
  z.strictObject({ kind: z.literal('fading'), id: personId }),
]);
export type TodayLine = z.infer<typeof todayLine>;

export type Rhythm = z.infer<typeof rhythm>;

/** What all lines show: whom it is about, and what they do. */
const about = {
  line: todayLine,
  person: personRef,
  role: z.object({ title: z.string().nullable(), organisation: z.string().nullable() }),
};

const followUpLine = z.object({
  ...about,
  dueOn: isoDate,
  what: z.string(),
  /** Where it was promised. */
  event: eventRef.nullable(),
});
const introductionLine = z.object({
  /** `person` is the one who has the next move. */
  ...about,
  introductionId,
  kind: z.enum(introductionKinds),
  state: z.enum(introductionStates),
  since: isoDate,
  dueOn: isoDate,
  goal: z.string(),
  introducer: personRef,
  first: personRef,
  second: personRef,
});
const keepInTouchLine = z.object({
  ...about,
  rhythm,
  /** Null when there was no contact yet: then counted from when the rhythm was set. */
  lastContactOn: isoDate.nullable(),
  dueOn: isoDate,
});
const birthdayLine = z.object({
  ...about,
  onDate: isoDate,
  /** Null when the year of birth is not known. */
  turns: z.int().nullable(),
  /** Born on 29 February, and kept on the 28th this year. */
  isLeapDay: z.boolean(),
});
const fadingLine = z.object({
  ...about,
  /** Strength of the tie with me today, and at its best, in (0, 1]. */
  strength: z.number(),
  peak: z.number(),
  peakOn: isoDate,
  lastContactOn: isoDate,
});
export type FollowUpLine = z.infer<typeof followUpLine>;
export type IntroductionLine = z.infer<typeof introductionLine>;
export type KeepInTouchLine = z.infer<typeof keepInTouchLine>;
export type BirthdayLine = z.infer<typeof birthdayLine>;

/** A section shows its first lines; `total` says how many there are. */
const page = z.strictObject({ limit: z.int().min(1).max(500).default(20) });
const listOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ total: z.int(), rows: z.array(row) });

const comingEntry = z.object({
  kind: z.enum(['follow_up', 'introduction', 'keep_in_touch', 'birthday']),
  person: personRef,
  what: z.string(),
});

export const today = {
  /** How many lines wait today, by section: for the side bar and the notice of the day. */
  summary: query(
    nothing,
    z.object({
      followUps: z.int(),
      promises: z.int(),
      introductions: z.int(),
      keepInTouch: z.int(),
      birthdays: z.int(),
      /** All of these: what falls on this day or before it. */
      total: z.int(),
    }),
  ),
  /** Follow-ups due or overdue; with `promised` those that came out of an event, else the others. */
  followUps: query(page.extend({ promised: z.boolean() }), listOf(followUpLine)),
  introductions: query(page, listOf(introductionLine)),
  /** Longest overdue in proportion to its rhythm first. */
  keepInTouch: query(page, listOf(keepInTouchLine)),
  /** Of today and the next days, nearest first. */
  birthdays: query(page, listOf(birthdayLine)),
  /** Strong ties that have lost most of what they were, without a rhythm that sees to them. */
  fading: query(page, listOf(fadingLine)),
  /** What the next days bring, day by day; days without anything are left out. */
  coming: query(
    z.strictObject({ days: z.int().min(1).max(60).default(7) }),
    z.array(z.object({ day: isoDate, total: z.int(), entries: z.array(comingEntry) })),
  ),
  /** Ends a line: what was to be done is done. */
  finish: command(z.strictObject({ line: todayLine }), done),
  /** Takes a line away until a day after today. */
  snooze: command(z.strictObject({ line: todayLine, until: isoDate }), done),
  /** Logs a contact of today with somebody and, with `finishes`, ends the line that it was about. */
  logContact: command(
    z.strictObject({
      personId,
      kind: z.enum(interactionKinds),
      note: prose.default(''),
      finishes: todayLine.nullable().default(null),
    }),
    done,
  ),
  /** How often I mean to be in touch with somebody, and what follows from it; null without a rhythm. */
  rhythm: query(
    z.strictObject({ id: personId }),
    z.object({ rhythm, lastContactOn: isoDate.nullable(), dueOn: isoDate }).nullable(),
  ),
  /** Sets or, with null, takes away the rhythm of some people. */
  setRhythm: command(
    z.strictObject({ ids: z.array(personId).min(1).max(100_000), rhythm: rhythm.nullable() }),
    z.object({ changed: z.int() }),
  ),
};
