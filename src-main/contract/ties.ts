import { z } from 'zod';
import { command, query } from './define.ts';
import {
  chainTie,
  done,
  isoDate,
  personId,
  personRef,
  platformKey,
  prose,
  window,
} from './common.ts';

const pair = { a: personId, b: personId };

export const ties = {
  /** All ties of a person, strongest first. */
  ofPerson: query(
    z.strictObject({ id: personId, ...window }),
    z.object({
      total: z.int(),
      rows: z.array(
        z.object({
          person: personRef,
          strength: z.number(),
          isConfirmed: z.boolean(),
          platforms: z.array(z.string()),
          rating: z.int().nullable(),
        }),
      ),
    }),
  ),
  /** The tie of two people opened to its evidence; null when there is none. */
  explain: query(z.strictObject(pair), chainTie.nullable()),
  /** "Told to me: they know each other." */
  tell: command(
    z.strictObject({ ...pair, note: prose.default(''), onDate: isoDate.optional() }),
    done,
  ),
  /** Rates a tie by hand, 1..5, or takes the rating back (null). A rated tie replaces the sum of its evidence. */
  rate: command(z.strictObject({ ...pair, rating: z.int().min(1).max(5).nullable() }), done),
  remove: command(z.strictObject(pair), done),
  reportSize: command(
    z.strictObject({
      id: personId,
      platform: platformKey,
      size: z.int().min(0).max(1e10),
      sharedWithMe: z.int().min(0).nullable().default(null),
      seenOn: isoDate.optional(),
    }),
    done,
  ),
  /** The weights of section 3 of the design, as shown in Settings. */
  weights: query(
    z.strictObject({}),
    z.array(
      z.object({ kind: z.string(), weight: z.number(), canFade: z.boolean(), meaning: z.string() }),
    ),
  ),
};
