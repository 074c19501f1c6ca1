import { z } from 'zod';
import { command, query } from './define.ts';
import { done, isoDate, nothing, personId, personRef, topicId, topicRef } from './common.ts';

const pair = { a: personId, b: personId };

/** Two of my contacts who should know each other. */
const suggestedPair = z.object({
  a: personRef,
  b: personRef,
  /** Higher is better; means nothing by itself. */
  score: z.number(),
  /** In words, the weightiest first: "Anouk Visser needs packaging, which Noor Khalid offers". */
  reasons: z.array(z.string()),
  /** What one needs and the other offers, or what they share: the topic of the introduction. */
  topic: topicRef.nullable(),
});
export type SuggestedPair = z.infer<typeof suggestedPair>;

const statement = z.object({
  person: personRef,
  isMe: z.boolean(),
  /** Of the confirmed tie with me, in (0, 1]; null without one. */
  strength: z.number().nullable(),
  note: z.string(),
});

/** The first of those who say a thing: me, then those whom I know best, then the others by id; `total`: how many say it. */
const speakers = z.object({ people: z.array(statement), total: z.int() });
export type Speakers = z.infer<typeof speakers>;

const boardTopic = z.object({
  topic: topicRef,
  needs: speakers,
  offers: speakers,
  /** Pairs of one who needs and one who offers. */
  matches: z.int(),
});
export type BoardTopic = z.infer<typeof boardTopic>;

/** What is needed and offered, what is only needed, what is only offered. */
export const boardGroups = ['met', 'unmet', 'offered'] as const;
export type BoardGroup = (typeof boardGroups)[number];

const kind = z.enum(['needs', 'offers']);
/** Ten years of notes have hundreds of topics: of each group so many are told, the first ones. */
const mostTopics = z.int().min(1).max(10_000).default(24);

export const suggestions = {
  /** Pairs joined by nobody but me, both close to me, with a reason to meet; ranked, the best first. */
  pairs: query(
    z.strictObject({ limit: z.int().min(1).max(100).default(20) }),
    z.array(suggestedPair),
  ),
  /** "Not these two": the pair is not suggested again. */
  refuse: command(z.strictObject(pair), done),
  /** Takes a refusal back. */
  allow: command(z.strictObject(pair), done),
  refused: query(nothing, z.array(z.object({ a: personRef, b: personRef, refusedOn: isoDate }))),
  /**
   * Who needs and who offers what today, in the order of the groups: the first topics of each, those that most need
   * (offer) first, and of either side the first six people. `total`: how many topics the group has.
   */
  needsAndOffers: query(
    z.strictObject({ met: mostTopics, unmet: mostTopics, offered: mostTopics }),
    z.array(z.object({ group: z.enum(boardGroups), total: z.int(), topics: z.array(boardTopic) })),
  ),
  /** Who needs or offers one topic today: more of them than the board names. */
  speakers: query(z.strictObject({ topicId, kind, limit: z.int().min(1).max(100_000) }), speakers),
  /** To what one person needs: who offers it; to what they offer: who needs it. And what I offer myself. */
  counterparts: query(
    z.strictObject({ personId, limit: z.int().min(1).max(50).default(6) }),
    z.object({
      mine: z.array(topicRef),
      answers: z.array(
        z.object({
          topicId,
          /** What the person says of it. */
          kind,
          /** I am one of those who meet it; `people` and `total` are without me, and without the person. */
          isMine: z.boolean(),
          people: z.array(personRef),
          total: z.int(),
        }),
      ),
    }),
  ),
  /** People whose job, organisation or notes mention a topic though they do not say that they offer it. */
  mightKnow: query(
    z.strictObject({ topicId, limit: z.int().min(1).max(50).default(6) }),
    z.array(z.object({ person: personRef, hint: z.string(), strength: z.number().nullable() })),
  ),
};
