import { z } from 'zod';
import { query } from './define.ts';
import { eventRef, organisationRef, personRef, tagRef, topicRef, typed } from './common.ts';

export const search = {
  /** One box over everything; accents folded, prefixes, substrings and small typing errors. Best first. */
  find: query(
    z.strictObject({ text: typed, limit: z.int().min(1).max(100).default(20) }),
    z.object({
      people: z.array(
        personRef.extend({
          hint: z.string(),
          /** Which part of the person matched. */
          matched: z.enum(['name', 'organisation', 'topic', 'contact', 'note', 'typo']),
        }),
      ),
      organisations: z.array(organisationRef.extend({ people: z.int() })),
      events: z.array(eventRef),
      tags: z.array(tagRef),
      topics: z.array(topicRef),
    }),
  ),
};
