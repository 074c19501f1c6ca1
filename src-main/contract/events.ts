import { z } from 'zod';
import { command, query } from './define.ts';
import {
  done,
  eventId,
  eventRef,
  introductionId,
  isoDate,
  line,
  outcomeId,
  personId,
  personRef,
  prose,
  topicRef,
  typed,
  window,
} from './common.ts';
import { introductionKinds, introductionOutcomes, introductionStates } from './introductions.ts';
import { money } from './outcomes.ts';
import { sortDirections } from './people.ts';

export const eventKinds = ['meetup', 'coworking', 'conference', 'call', 'party', 'other'] as const;

const eventRow = eventRef.extend({
  kind: z.enum(eventKinds),
  place: z.string(),
  attended: z.int(),
  met: z.int(),
  followUps: z.int(),
  followUpsKept: z.int(),
  /** Introductions that began there. */
  introductions: z.int(),
  /** Those of them after which the two met. */
  introductionsMet: z.int(),
  /** Jobs and other gains that are credited to it, and what they are worth, by currency. */
  outcomes: z.int(),
  sums: z.array(money),
});

/**
 * 'brought' ranks by what is hardest to get: outcomes, then introductions that led to a meeting, then introductions
 * begun, then follow-ups kept, then people met. No weights: the next only decides between equals. Outcomes are
 * counted, not summed up: sums of several currencies cannot be compared.
 */
export const eventSortKeys = [
  'heldOn',
  'title',
  'met',
  'attended',
  'followUpsKept',
  'introductions',
  'introductionsMet',
  'outcomes',
  'brought',
] as const;

/** How a piece of a typed line was understood; the line is shown back as these before Enter commits it. */
const chipKinds = [
  'person',
  'organisation',
  'title',
  'tag',
  'needs',
  'offers',
  'email',
  'phone',
  'url',
  'knows',
  'via',
  'follow_up',
  'note',
] as const;
export const chip = z.object({
  kind: z.enum(chipKinds),
  /** The text as it will be stored or shown: a name, a tag without '#', a date in words. */
  text: z.string(),
  /** Where it stands in the line: [start, end) in UTF-16 units. */
  start: z.int(),
  end: z.int(),
  /** True: will be made on Enter. False: found in the book, or nothing to find. */
  isNew: z.boolean(),
  /** A problem in words ("three people are called Tom Brown: pick one"), or null. */
  problem: z.string().nullable(),
  person: personRef.nullable(),
  /** Of a follow-up: the day it falls on. */
  dueOn: isoDate.nullable(),
  candidates: z.array(personRef.extend({ hint: z.string() })),
});
export type Chip = z.infer<typeof chip>;

const attendee = z.object({
  person: personRef,
  haveMet: z.boolean(),
  note: z.string(),
  organisation: z.string().nullable(),
  title: z.string().nullable(),
  /** People that both I and the attendee know (at most five, strongest first) and how many there are. */
  bothKnow: z.array(personRef),
  bothKnowCount: z.int(),
});

/** What an event led to, beside the promises made there. */
const cameOfIt = z.object({
  /** People whom I met there and for whom the book knows nothing earlier between us. */
  newContacts: z.array(personRef),
  /** Who knows whom, as I was told there. */
  tiesTold: z.array(z.object({ a: personRef, b: personRef })),
  /** What people said there that they offer or need. */
  statements: z.array(
    z.object({
      id: z.int(),
      person: personRef,
      kind: z.enum(['offers', 'needs']),
      topic: topicRef,
    }),
  ),
  outcomes: z.array(
    z.object({ id: outcomeId, title: z.string(), value: money.nullable(), onDate: isoDate }),
  ),
  introductions: z.array(
    z.object({
      id: introductionId,
      kind: z.enum(introductionKinds),
      state: z.enum(introductionStates),
      outcome: z.enum(introductionOutcomes).nullable(),
      introducer: personRef,
      first: personRef,
      second: personRef,
      goal: z.string(),
    }),
  ),
});

export const events = {
  list: query(
    z.strictObject({
      text: typed.default(''),
      sort: z
        .strictObject({ by: z.enum(eventSortKeys), direction: z.enum(sortDirections) })
        .default({ by: 'heldOn', direction: 'descending' }),
      ...window,
    }),
    z.object({ total: z.int(), rows: z.array(eventRow) }),
  ),
  get: query(
    z.strictObject({ id: eventId }),
    eventRow.extend({
      note: z.string(),
      attendees: z.array(attendee),
      promises: z.array(
        z.object({
          id: z.int(),
          person: personRef,
          dueOn: isoDate,
          what: z.string(),
          doneOn: isoDate.nullable(),
        }),
      ),
      cameOfIt,
    }),
  ),
  create: command(
    z.strictObject({
      title: line,
      heldOn: isoDate.nullable().default(null),
      kind: z.enum(eventKinds).default('other'),
      place: z.string().max(500).default(''),
    }),
    z.object({ event: eventRef }),
  ),
  update: command(
    z.strictObject({
      id: eventId,
      title: line.optional(),
      heldOn: isoDate.nullable().optional(),
      kind: z.enum(eventKinds).optional(),
      place: z.string().max(500).optional(),
      note: prose.optional(),
    }),
    z.object({ event: eventRef }),
  ),
  remove: command(z.strictObject({ id: eventId }), done),
  /** Understands one typed line without changing anything. */
  parseLine: query(
    z.strictObject({ id: eventId, text: z.string().max(2000) }),
    z.object({ chips: z.array(chip), problems: z.array(z.string()) }),
  ),
  /**
   * Commits one line: the person (found or made), attendance, roles, tags, statements, ties, follow-up.
   * `picks` answers questions of the chips: index of the chip -> chosen person, or null for "a new one".
   */
  logLine: command(
    z.strictObject({
      id: eventId,
      text: z.string().trim().min(1).max(2000),
      picks: z
        .array(z.strictObject({ chip: z.int().min(0), person: personId.nullable() }))
        .max(50)
        .default([]),
    }),
    z.object({
      person: personRef,
      isNew: z.boolean(),
      chips: z.array(chip),
      bothKnow: z.array(personRef),
      bothKnowCount: z.int(),
    }),
  ),
  setAttendance: command(
    z.strictObject({ id: eventId, personId, haveMet: z.boolean(), note: prose.optional() }),
    done,
  ),
  removeAttendance: command(z.strictObject({ id: eventId, personId }), done),
};
