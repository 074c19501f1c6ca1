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

const statementKinds = ['offers', 'needs'] as const;

export const tags = {
  list: query(nothing, z.array(tagRef.extend({ people: z.int() }))),
  update: command(
    z.strictObject({ id: tagId, name: line.optional(), colour: tagColour.optional() }),
    z.object({ tag: tagRef }),
  ),
  remove: command(z.strictObject({ id: tagId }), done),
};

export const topics = {
  list: query(
    nothing,
    z.array(topicRef.extend({ synonyms: z.array(z.string()), offers: z.int(), needs: z.int() })),
  ),
  /** Adds another word for a topic; if that word is a topic itself, the two are joined. */
  addSynonym: command(z.strictObject({ id: topicId, name: line }), done),
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
