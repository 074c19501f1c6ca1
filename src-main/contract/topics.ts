import { z } from 'zod';
import { command, query } from './define.ts';
import {
  done,
  isoDate,
  line,
  nothing,
  personId,
  prose,
  tagColour,
  tagId,
  tagRef,
  topicId,
  topicRef,
} from './common.ts';

/** Two names that may mean one thing, and why that is likely. */
function alikePair<Ref extends z.ZodType>(ref: Ref) {
  return z.object({ a: ref, b: ref, reason: z.enum(alikeReasons) });
}

/** How two names are alike, the surest first. */
export const alikeReasons = ['spacing', 'plural', 'ending', 'spelling'] as const;

const statementKinds = ['offers', 'needs'] as const;

export const tags = {
  /** All tags with how many bear each; with `among`, those that any of these people bear, and how many of them. */
  list: query(
    z.strictObject({ among: z.array(personId).max(100_000).optional() }),
    z.array(tagRef.extend({ people: z.int() })),
  ),
  update: command(
    z.strictObject({ id: tagId, name: line.optional(), colour: tagColour.optional() }),
    z.object({ tag: tagRef }),
  ),
  /** Gives everybody who bears one tag the other, and deletes the one. */
  merge: command(z.strictObject({ keep: tagId, gone: tagId }), z.object({ tag: tagRef })),
  remove: command(z.strictObject({ id: tagId }), done),
  /** Tags that may mean one thing, because their names are alike; a question only. */
  alike: query(nothing, z.array(alikePair(tagRef))),
};

export const topics = {
  list: query(
    nothing,
    z.array(topicRef.extend({ synonyms: z.array(z.string()), offers: z.int(), needs: z.int() })),
  ),
  /** Adds another word for a topic; if that word is a topic itself, the two are joined. */
  addSynonym: command(z.strictObject({ id: topicId, name: line }), done),
  removeSynonym: command(z.strictObject({ id: topicId, name: line }), done),
  /** A new name; renamed to one of its own synonyms, the old name takes that one's place. */
  rename: command(z.strictObject({ id: topicId, name: line }), z.object({ topic: topicRef })),
  /** Deletes a topic with all that was said about it; introductions stay, without a topic. */
  remove: command(z.strictObject({ id: topicId }), done),
  /** Topics that may mean one thing, because a name or a synonym is alike; a question only. */
  alike: query(nothing, z.array(alikePair(topicRef))),
  addStatement: command(
    z.strictObject({
      personId,
      kind: z.enum(statementKinds),
      topic: line,
      saidOn: isoDate.optional(),
      note: prose.default(''),
    }),
    z.object({ topic: topicRef }),
  ),
  endStatement: command(
    z.strictObject({ statementId: z.int().positive(), endedOn: isoDate.optional() }),
    done,
  ),
  removeStatement: command(z.strictObject({ statementId: z.int().positive() }), done),
};
