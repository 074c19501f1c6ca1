import { z } from 'zod';
import { query } from './define.ts';
import {
  chainTie,
  organisationId,
  personId,
  personRef,
  tagId,
  tieFilter,
  topicId,
  typed,
  window,
} from './common.ts';

const side = z.object({
  id: personId,
  name: z.string(),
  /** Size of the network, the other person left out. */
  size: z.int(),
});
const reported = z.object({
  platform: z.string(),
  size: z.int(),
  sharedWithMe: z.int().nullable(),
  seenOn: z.string(),
});

/** Counts of section 4 of the design. Neither person counts in any set. */
const overlapCounts = z.object({
  a: side,
  b: side,
  shared: z.int(),
  /** How many of the shared rest on a display name only. */
  sharedWeak: z.int(),
  onlyA: z.int(),
  onlyB: z.int(),
  /** |shared| / |union|, in [0, 1]; 0 for two empty networks. */
  jaccard: z.number(),
  byPlatform: z.array(
    z.object({ platform: z.string(), sizeA: z.int(), sizeB: z.int(), shared: z.int() }),
  ),
});

/** Most ties of a chain. 30 is as good as any: longer chains than the network is wide do not exist. */
const hops = z.int().min(1).max(30).default(4);
const chain = z.object({
  strength: z.number(),
  people: z.array(personRef),
  ties: z.array(chainTie),
});
export type Chain = z.infer<typeof chain>;

/** Whom a question is about. */
export const askTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('people'), ids: z.array(personId).min(1).max(10_000) }),
  z.strictObject({
    kind: z.literal('organisation'),
    id: organisationId,
    withPast: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('offers'), id: topicId }),
  z.strictObject({ kind: z.literal('needs'), id: topicId }),
  z.strictObject({ kind: z.literal('tag'), id: tagId }),
]);
export type AskTarget = z.infer<typeof askTarget>;

const askCard = z.object({
  /** The contact of mine to ask. */
  person: personRef,
  /** Strength of the best chain that begins with that contact. */
  strength: z.number(),
  people: z.array(personRef),
  ties: z.array(chainTie),
  target: personRef,
  /** Introductions asked of this contact, and those that worked. Shown beside the strength, never mixed into it. */
  record: z.object({ asked: z.int(), worked: z.int(), askedLately: z.int() }),
  /** What speaks against asking, in words. */
  warnings: z.array(z.string()),
});
export type AskCard = z.infer<typeof askCard>;

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

const threePeople = z.tuple([personId, personId, personId]);

export const overlap = {
  compare: query(
    z.strictObject({ a: personId, b: personId, filter: tieFilter.prefault({}) }),
    overlapCounts.extend({ reportedA: z.array(reported), reportedB: z.array(reported) }),
  ),
  members: query(
    z.strictObject({
      a: personId,
      b: personId,
      which: z.enum(['shared', 'onlyA', 'onlyB']),
      filter: tieFilter.prefault({}),
      ...window,
    }),
    z.object({
      total: z.int(),
      rows: z.array(personRef.extend({ organisation: z.string().nullable(), isWeak: z.boolean() })),
    }),
  ),
  /** Three networks: how many people are in each part, none of the three counting in any. */
  three: query(
    z.strictObject({ people: threePeople, filter: tieFilter.prefault({}) }),
    z.object({
      people: z.array(side),
      /** By part: bit 0 for the first person's network, 1 for the second's, 2 for the third's; 1 to 7. */
      parts: z.array(z.object({ part: z.int(), people: z.int() })),
    }),
  ),
  /** Who is in one of those parts, by name. */
  threeMembers: query(
    z.strictObject({
      people: threePeople,
      part: z.int().min(1).max(7),
      filter: tieFilter.prefault({}),
      ...window,
    }),
    z.object({
      total: z.int(),
      rows: z.array(personRef.extend({ organisation: z.string().nullable() })),
    }),
  ),
  /** Many networks with one another: how many people each two share; names are asked for with `members`. */
  matrix: query(
    z.strictObject({
      people: z.array(personId).min(2).max(30),
      filter: tieFilter.prefault({}),
    }),
    z.object({
      people: z.array(personRef.extend({ size: z.int(), reported: z.array(reported) })),
      /** Row by row; on the diagonal the size of the network. */
      shared: z.array(z.array(z.int())),
    }),
  ),
  /** My contacts by how many people new to me they would reach at one hop. */
  newAudience: query(
    z.strictObject({ filter: tieFilter.prefault({}), limit: z.int().min(1).max(500).default(50) }),
    z.array(z.object({ person: personRef, size: z.int(), shared: z.int(), newToMe: z.int() })),
  ),
};

export const chains = {
  find: query(
    z.strictObject({
      to: personId,
      hops,
      paths: z.int().min(1).max(50).default(3),
      filter: tieFilter.prefault({}),
    }),
    z.object({ to: personRef, paths: z.array(chain), usedPossible: z.boolean() }),
  ),
  ask: query(
    z.strictObject({
      target: askTarget,
      /** Leaves out ways to people I know already: nobody needs to introduce us. */
      onlyNew: z.boolean().default(false),
      hops,
      limit: z.int().min(1).max(500).default(20),
      filter: tieFilter.prefault({}),
    }),
    z.object({
      /** The target in words: "Offers accountant", "Acme Print", "#brand", a name. */
      label: z.string(),
      targets: z.array(personRef),
      targetTotal: z.int(),
      /** Targets that I know already: no introduction needed. */
      known: z.array(personRef.extend({ strength: z.number() })),
      /** How many they are; `known` names the first of them. */
      knownTotal: z.int(),
      ask: z.array(askCard),
      usedPossible: z.boolean(),
    }),
  ),
  /** How the one box understood a text: possible targets, best first. */
  understand: query(
    z.strictObject({ text: typed, limit: z.int().min(1).max(50).default(8) }),
    z.array(z.object({ target: askTarget, label: z.string(), hint: z.string(), people: z.int() })),
  ),
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
