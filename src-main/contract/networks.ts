import { z } from 'zod';
import { query } from './define.ts';
import {
  chainTie,
  isoDate,
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
export const reported = z.object({
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
  /** People whose job, company, tags, topics or notes mention all of the words. */
  z.strictObject({ kind: z.literal('text'), text: typed.min(1) }),
]);
export type AskTarget = z.infer<typeof askTarget>;

/** What an answer is sorted by: the strength of the way alone, or how likely the contact is to do it. */
export const askSorts = ['strength', 'likelihood'] as const;
export type AskSort = (typeof askSorts)[number];

const askQuestion = {
  target: askTarget,
  /** Leaves out ways to people I know already: nobody needs to introduce us. */
  onlyNew: z.boolean().default(false),
  hops,
  filter: tieFilter.prefault({}),
};

/** How asking a contact went so far. Shown beside the strength, never mixed into it. */
const askRecord = z.object({
  /** Introductions asked of this contact. */
  asked: z.int(),
  /** Of those, how many are decided: all but the ones still open and those I let go myself. */
  settled: z.int(),
  /** Of the settled, how many came about. */
  worked: z.int(),
  /** Still waiting for their answer. */
  waiting: z.int(),
  /** Asked within the last 30 days. */
  askedLately: z.int(),
});
export type AskRecord = z.infer<typeof askRecord>;

const askCard = z.object({
  /** The contact of mine to ask. */
  person: personRef,
  /** Strength of the best chain that begins with that contact. */
  strength: z.number(),
  people: z.array(personRef),
  ties: z.array(chainTie),
  target: personRef,
  record: askRecord,
  /** In (0, 1): by the record with a prior, and how often asked lately; the strength of the way has no part in it. */
  likelihood: z.number(),
  /** What they did for me since I last thanked them; null when no thanks are owed. */
  thanksOwed: z.object({ since: isoDate, deeds: z.int() }).nullable(),
});
export type AskCard = z.infer<typeof askCard>;

/** Why a contact is not in an answer, or not at its top; what matters most comes first. */
const whyNotReason = z.discriminatedUnion('kind', [
  /** No confirmed tie with me; `possible`: an inferred one. */
  z.object({ kind: z.literal('not_contact'), possible: z.boolean() }),
  z.object({ kind: z.literal('do_not_ask') }),
  z.object({ kind: z.literal('left_out') }),
  /** My own tie with them does not pass the filter. */
  z.object({ kind: z.literal('tie_filtered'), by: z.enum(['platform', 'strength']) }),
  /** It is them whom I look for, and I know them. */
  z.object({ kind: z.literal('known_target') }),
  /** There would be a way, were it not for the filter ... */
  z.object({ kind: z.literal('way_filtered'), way: chain }),
  /** ... or for the length: it has so many ties. */
  z.object({ kind: z.literal('too_long'), ties: z.int(), way: chain }),
  /** ... or if possible ties were counted. */
  z.object({ kind: z.literal('possible_only'), way: chain }),
  /** ... or if nobody were marked do-not-ask or left out: these stand in the way. */
  z.object({ kind: z.literal('barred'), people: z.array(personRef), way: chain }),
  /** ... or if more than one of these were lifted at once. */
  z.object({ kind: z.literal('several'), way: chain }),
  /** None at all, of `ties` ties at most. */
  z.object({ kind: z.literal('no_way'), ties: z.int() }),
  /** So many contacts have a stronger way. */
  z.object({ kind: z.literal('weaker'), than: z.int(), best: z.number() }),
  /** So many contacts are likelier to do it. */
  z.object({ kind: z.literal('less_likely'), than: z.int(), best: z.number() }),
  z.object({ kind: z.literal('asked_lately'), times: z.int() }),
  z.object({ kind: z.literal('waiting'), times: z.int() }),
]);
export type WhyNotReason = z.infer<typeof whyNotReason>;

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
      ...askQuestion,
      limit: z.int().min(1).max(500).default(20),
      sort: z.enum(askSorts).default('strength'),
    }),
    z.object({
      /** The target in words: "Offers accountant", "Acme Print", "#brand", a name. */
      label: z.string(),
      /** How the target was understood: its name, and the other words that mean it. */
      understood: z.object({ name: z.string(), also: z.array(z.string()) }),
      targets: z.array(personRef),
      targetTotal: z.int(),
      /** Targets that I know already, the strongest tie first: no introduction needed. */
      known: z.array(personRef.extend({ strength: z.number() })),
      /** How many they are; `known` names the most strongly tied of them. */
      knownTotal: z.int(),
      sort: z.enum(askSorts),
      ask: z.array(askCard),
      /** How many contacts have a way; `ask` has the first of them. */
      askTotal: z.int(),
      usedPossible: z.boolean(),
    }),
  ),
  /** Contacts of mine who could be asked, were they not marked do-not-ask: the strongest way first. */
  heldBack: query(
    z.strictObject(askQuestion),
    z.array(z.object({ person: personRef, strength: z.number() })),
  ),
  /** Why a person is not in the answer to the same question, or not at its top. */
  whyNot: query(
    z.strictObject({
      ...askQuestion,
      sort: z.enum(askSorts).default('strength'),
      personId,
    }),
    z.object({
      person: personRef,
      /** From 1; null when not in the answer. */
      place: z.int().nullable(),
      total: z.int(),
      card: askCard.nullable(),
      reasons: z.array(whyNotReason),
    }),
  ),
  /** How the one box understood a text: possible targets, best first. */
  understand: query(
    z.strictObject({ text: typed, limit: z.int().min(1).max(50).default(8) }),
    z.object({
      readings: z.array(
        z.object({
          target: askTarget,
          label: z.string(),
          hint: z.string(),
          people: z.int(),
          /** What of the text was taken for a misspelling of this name, because the book has nothing of it as it stands. */
          misspelt: z.string().nullable(),
          /** Words of a longer text of which the book has nothing together with the rest. */
          without: z.array(z.string()),
        }),
      ),
      /** Of a text that is not understood: the words, as typed, that stand nowhere in the book. */
      unknown: z.array(z.string()),
    }),
  ),
};
