import { z } from 'zod';
import { personId, personRef, tieFilter, window } from './common.ts';
import { query } from './define.ts';
import { reported } from './networks.ts';

const interval = z.object({ low: z.int(), high: z.int() });
const reachAnswer = z.object({
  through: z.array(personRef),
  hops: z.int(),
  people: z.int(),
  newToMe: z.int(),
  each: z.array(
    z.object({
      id: personId,
      name: z.string(),
      /** People that none of those before reaches; of them, those new to me. */
      adds: z.int(),
      addsNew: z.int(),
      /** People that no other one reaches; of them, those new to me. */
      exclusive: z.int(),
      exclusiveNew: z.int(),
      /** Networks of theirs that are known by size only, and count in the interval. */
      reported: z.array(reported),
    }),
  ),
  /** People new to me: what is certain and what is possible when some networks are known by size only. */
  interval,
  /** My own contacts and the new ones together; `mine` is how many of them are mine. */
  inAll: interval,
  mine: z.int(),
});

/** Which of the people reached: all, or those that one member adds to the ones before or reaches alone. */
const reachPart = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.enum(['adds', 'exclusive']), of: personId }),
]);
export type ReachPart = z.infer<typeof reachPart>;

const reachQuestion = {
  people: z.array(personId).min(1).max(1000),
  hops: z.int().min(1).max(3).default(1),
  filter: tieFilter.prefault({}),
};

export const reach = {
  through: query(z.strictObject(reachQuestion), reachAnswer),
  /** Who they are, by name, in windows. */
  members: query(
    z.strictObject({
      ...reachQuestion,
      part: reachPart.prefault({ kind: 'all' }),
      onlyNew: z.boolean().default(true),
      ...window,
    }),
    z.object({
      total: z.int(),
      rows: z.array(personRef.extend({ organisation: z.string().nullable() })),
    }),
  ),
  best: query(
    z.strictObject({ count: z.int().min(1).max(100), filter: tieFilter.prefault({}) }),
    z.object({
      picks: z.array(personRef.extend({ adds: z.int() })),
      newToMe: z.int(),
    }),
  ),
  /** Whom only I join: me by default, or another person. The constraint is Burt's, every tie weighing the same. */
  brokers: query(
    z.strictObject({ of: personId.optional(), filter: tieFilter.prefault({}) }),
    z.object({
      pairsJoinedOnlyByMe: z.int(),
      constraint: z.number().nullable(),
      articulationPoints: z.array(personRef),
    }),
  ),
};
