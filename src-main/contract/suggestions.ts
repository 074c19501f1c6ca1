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
  saidOn: isoDate.nullable(),
  note: z.string(),
});

const boardTopic = z.object({
  topic: topicRef,
  needs: z.array(statement),
  offers: z.array(statement),
  /** Pairs of one who needs and one who offers. */
  matches: z.int(),
});
export type BoardTopic = z.infer<typeof boardTopic>;

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
  /** Who needs and who offers what today: what meets first, then unmet needs, then what is only offered. */
  needsAndOffers: query(nothing, z.array(boardTopic)),
  /** People whose job, organisation or notes mention a topic though they do not say that they offer it. */
  mightKnow: query(
    z.strictObject({ topicId, limit: z.int().min(1).max(50).default(6) }),
    z.array(z.object({ person: personRef, hint: z.string(), strength: z.number().nullable() })),
  ),
};
