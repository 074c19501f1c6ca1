import { z } from 'zod';
import { command, query } from './define.ts';
import {
  done,
  eventId,
  eventRef,
  introductionId,
  isoDate,
  line,
  nothing,
  organisationId,
  organisationRef,
  outcomeId,
  personId,
  personRef,
  platformKey,
  prose,
  shareId,
} from './common.ts';

const outcomeKinds = ['job', 'gain'] as const;

/** Money in the smallest unit of its currency (pence, cents, yen), which is never converted into another. */
export const money = z.strictObject({
  amount: z.int().positive(),
  /** ISO 4217: 'GBP'. */
  currency: z.string().regex(/^[A-Z]{3}$/),
});
export type Money = z.infer<typeof money>;

/** Where an outcome came from. Credit runs up from there. */
const originInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('introduction'), id: introductionId }),
  z.strictObject({ kind: z.literal('event'), id: eventId }),
  z.strictObject({ kind: z.literal('person'), id: personId }),
  z.strictObject({ kind: z.literal('share'), id: shareId }),
]);
export type OriginInput = z.infer<typeof originInput>;

const clientInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), id: personId }),
  /** By name; made if it is new. */
  z.strictObject({ kind: z.literal('organisation'), name: line }),
]);

/** An introduction as a step of a line of descent. */
const descentStep = z.object({
  introductionId,
  kind: z.enum(['ask', 'make', 'received']),
  introducer: personRef,
  first: personRef,
  second: personRef,
  /** Day of its last change other than to an outcome. */
  onDate: isoDate,
});
export type DescentStep = z.infer<typeof descentStep>;

const client = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), person: personRef }),
  z.object({ kind: z.literal('organisation'), organisation: organisationRef }),
]);

export const outcome = z.object({
  id: outcomeId,
  kind: z.enum(outcomeKinds),
  title: z.string(),
  client: client.nullable(),
  /** Null: not counted in money. */
  value: money.nullable(),
  onDate: isoDate,
  note: z.string(),
  /** The platform on which it reached me. */
  platform: z.object({ key: z.string(), name: z.string() }).nullable(),
  origin: originInput.nullable(),
  /** The introductions that led to it, the first of them first. Empty when it came by no introduction. */
  line: z.array(descentStep),
  /** The event where it began. */
  event: eventRef.nullable(),
  /** Each is credited with the whole value, once: the introducers on the line, or the person it came from. */
  credited: z.array(personRef),
});
export type Outcome = z.infer<typeof outcome>;

const outcomeDraft = {
  kind: z.enum(outcomeKinds).default('job'),
  title: line,
  client: clientInput.nullable().default(null),
  value: money.nullable().default(null),
  /** Today if left out. */
  onDate: isoDate.optional(),
  note: prose.default(''),
  platform: platformKey.nullable().default(null),
  origin: originInput.nullable().default(null),
};

/** One bar: what came of one source. Several currencies stand side by side, each with its own sum. */
const sourceRow = z.object({
  /** Null: the outcomes of which this is not known. */
  label: z.string().nullable(),
  target: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('person'), id: personId }),
      z.object({ kind: z.literal('organisation'), id: organisationId }),
      z.object({ kind: z.literal('event'), id: eventId }),
    ])
    .nullable(),
  /** Sums by currency, in the order of the code. */
  sums: z.array(money),
  outcomeIds: z.array(outcomeId),
});
export type SourceRow = z.infer<typeof sourceRow>;

export const sourceViews = ['person', 'client', 'event', 'platform', 'year'] as const;

export const outcomes = {
  /** All outcomes, or those of one introduction, or in which a person has a part (client, source, credited); latest first. */
  list: query(
    z.strictObject({ personId: personId.optional(), introductionId: introductionId.optional() }),
    z.array(outcome),
  ),
  create: command(z.strictObject(outcomeDraft), outcome),
  update: command(z.strictObject({ id: outcomeId, ...outcomeDraft }), outcome),
  remove: command(z.strictObject({ id: outcomeId }), done),
  /** Where my work comes from. By person and by event a value counts for each who is credited: those do not add up to the total. */
  sources: query(
    nothing,
    z.object({
      total: z.object({ outcomes: z.int(), sums: z.array(money) }),
      by: z.object({
        person: z.array(sourceRow),
        client: z.array(sourceRow),
        event: z.array(sourceRow),
        platform: z.array(sourceRow),
        year: z.array(sourceRow),
      }),
    }),
  ),
  /** Where something from this person may have come from, likely ones first: for the form that logs it. */
  suggestOrigins: query(
    z.strictObject({ personId }),
    z.array(
      z.object({
        origin: originInput,
        label: z.string(),
        /** Of the event, or of the introduction's last step: several may be called the same. */
        onDate: isoDate.nullable(),
      }),
    ),
  ),
};
