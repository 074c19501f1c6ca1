import { z } from 'zod';
import {
  done,
  introductionId,
  isoDate,
  line,
  nothing,
  personId,
  prose,
  topicId,
} from './common.ts';
import { command, query } from './define.ts';
import { introduction } from './introductions.ts';

/**
 * Letters that are kept with an introduction when they were sent. 'let_go': thanks for an ask that is not needed any more.
 * 'ask_target' and 'ask_other': a double opt-in of an introduction that I make, the second person being asked before the first.
 */
export const sentLetterKinds = [
  'ask',
  'ask_target',
  'ask_other',
  'introduce',
  'thanks',
  'let_go',
  'reminder',
] as const;
/** 'blurb': the paragraph that can be forwarded, a part of other letters. */
export const letterKinds = ['blurb', ...sentLetterKinds] as const;

const templateId = z.int().positive();
const template = {
  kind: z.enum(letterKinds),
  name: line,
  subject: z.string().max(500),
  body: z.string().min(1).max(20_000),
  /** Stands in the place of the one that comes with the program. */
  replacesShipped: z.boolean(),
};

const letterPerson = z.object({
  name: z.string(),
  givenName: z.string().nullable(),
  title: z.string().nullable(),
  organisation: z.string().nullable(),
  email: z.string().nullable(),
});

/** What a letter can say. Null: not known, or not of this letter. */
const letterFacts = z.object({
  me: letterPerson,
  /** Two in an introduction of two people to each other, else one. */
  recipients: z.array(letterPerson).min(1),
  /** Whom it is about; in an introduction of two people the first of them. */
  person: letterPerson,
  other: letterPerson.nullable(),
  topic: z.string().nullable(),
  goal: z.string().nullable(),
  /** How I met the (first) recipient, in my own words. */
  howWeMet: z.string().nullable(),
  /** The last event at which I talked to the recipient; recent: within the last two months. */
  lastMeeting: z.object({ title: z.string(), isRecent: z.boolean() }).nullable(),
  /** Why the recipient is believed to know the person. */
  reasons: z.array(z.object({ kind: z.string(), platform: z.string().nullable() })),
  /** Since when the introduction is in its state. */
  since: isoDate.nullable(),
});

/** Letters around introductions: what they can say, templates of the user's own, what was sent. */
export const letters = {
  /** Templates of the user's own, in the order in which they were made. */
  templates: query(nothing, z.array(z.object({ id: templateId, ...template }))),
  /** With an id changes that one; without makes a new one. */
  saveTemplate: command(
    z.strictObject({ id: templateId.nullable().default(null), ...template }),
    z.object({ id: templateId }),
  ),
  removeTemplate: command(z.strictObject({ id: templateId }), done),
  /** Facts for the letter that asks for an introduction which is not on the board yet. */
  factsForAsk: query(
    z.strictObject({
      introducerId: personId,
      targetId: personId,
      topicId: topicId.nullable().default(null),
    }),
    letterFacts,
  ),
  /** Facts for a letter about an introduction; refused when such an introduction has no such letter. */
  factsFor: query(z.strictObject({ introductionId, kind: z.enum(sentLetterKinds) }), letterFacts),
  /**
   * Keeps a letter that was sent, and moves the introduction to the state that it leads to, if it is not there yet. Thanks
   * are noted as thanks too. That of letting go is kept when the ask is let go (`goals.letGo`).
   */
  record: command(
    z.strictObject({
      introductionId,
      kind: z.enum(sentLetterKinds).exclude(['let_go']),
      subject: z.string().max(500).default(''),
      body: prose.default(''),
      onDate: isoDate.optional(),
    }),
    introduction,
  ),
  /** What was sent about an introduction, in the order of sending. */
  sent: query(
    z.strictObject({ introductionId }),
    z.array(
      z.object({
        id: z.int(),
        kind: z.enum(sentLetterKinds),
        sentOn: isoDate,
        subject: z.string(),
        body: z.string(),
      }),
    ),
  ),
};
