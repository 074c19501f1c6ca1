import { z } from 'zod';
import { command, query } from './define.ts';
import {
  done,
  introductionId,
  isoDate,
  outcomeId,
  personId,
  personRef,
  platformKey,
  prose,
  shareId,
} from './common.ts';
import { money } from './outcomes.ts';

/** Something that a person did for me. */
const deed = z.object({
  kind: z.enum(['introduction', 'outcome', 'share']),
  /** Whom they introduced me to, what they passed on (may be empty), or what came of it. */
  about: z.string(),
  onDate: isoDate,
  introductionId: introductionId.nullable(),
  outcomeId: outcomeId.nullable(),
  shareId: shareId.nullable(),
  value: money.nullable(),
});
export type Deed = z.infer<typeof deed>;

const thanks = z.object({
  id: z.int(),
  person: personRef,
  onDate: isoDate,
  note: z.string(),
});

/** What passing something on reaches, in distinct people. */
const shareReach = z.object({
  /** By the ties in the book. */
  reached: z.int(),
  /** Of those, new to whom it is about: at least and at most, since some networks are known by size only. */
  newLow: z.int(),
  newHigh: z.int(),
});

const share = shareReach.extend({
  id: shareId,
  /** 'given': I passed on theirs; 'received': they passed on mine. */
  direction: z.enum(['given', 'received']),
  person: personRef,
  platform: z.object({ key: z.string(), name: z.string() }).nullable(),
  onDate: isoDate,
  what: z.string(),
});
export type Share = z.infer<typeof share>;

const sharePlan = {
  direction: z.enum(['given', 'received']),
  personId,
  /** In whose circle: of whoever passes it on, there; null: to all they know. */
  platform: platformKey.nullable().default(null),
};

/** What went each way between me and a person. */
const balance = z.object({
  person: personRef,
  /** What I did: introductions I made in which they were one of the two; messages of theirs I passed on. */
  given: z.object({ introductions: z.int(), shares: z.int() }),
  /** What they did: introductions they made for me, messages of mine they passed on, work that came through them. */
  received: z.object({
    introductions: z.int(),
    shares: z.int(),
    outcomes: z.int(),
    sums: z.array(money),
  }),
  /** Thanks said to them. */
  thanks: z.int(),
  /** Favours given less favours received; an outcome is no favour of its own: it came of one. */
  balance: z.int(),
});
export type Balance = z.infer<typeof balance>;

export const favours = {
  /** Whom I have not thanked since they did something for me; who has waited longest first. */
  owed: query(
    z.strictObject({ personId: personId.optional() }),
    z.array(z.object({ person: personRef, since: isoDate, deeds: z.array(deed) })),
  ),
  /** Says that I thanked somebody: for all that they did up to that day. */
  thank: command(
    z.strictObject({ personId, onDate: isoDate.optional(), note: prose.default('') }),
    thanks,
  ),
  thanksGiven: query(z.strictObject({ personId: personId.optional() }), z.array(thanks)),
  removeThanks: command(z.strictObject({ id: z.int().positive() }), done),
  /** Everybody with whom something went either way; the most in my debt first. */
  balances: query(z.strictObject({ personId: personId.optional() }), z.array(balance)),
  shares: query(z.strictObject({ personId: personId.optional() }), z.array(share)),
  /** What a share would be logged with: for the form. */
  estimateShare: query(z.strictObject(sharePlan), shareReach),
  logShare: command(
    z.strictObject({ ...sharePlan, onDate: isoDate.optional(), what: prose.default('') }),
    share,
  ),
  removeShare: command(z.strictObject({ id: shareId }), done),
  /** Contacts for whom I did more than they for me, by how many people new to me they reach at one hop. */
  returners: query(
    z.strictObject({ limit: z.int().min(1).max(100).default(10) }),
    z.array(z.object({ person: personRef, balance: z.int(), newToMe: z.int() })),
  ),
};
