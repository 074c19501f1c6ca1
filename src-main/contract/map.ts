import { z } from 'zod';
import { personId, personRef, tagId, tagRef, tieFilter } from './common.ts';
import { query } from './define.ts';

const mapPerson = personRef.extend({
  /** Ties from me: 0 for me, 1 for a contact of mine, 2 for whom a contact knows. */
  hops: z.int(),
  /** Ties in the whole book, as far as the filter sees. */
  ties: z.int(),
  /** Number of their community, from 1; 0 for those in none. */
  community: z.int(),
  organisation: z.string().nullable(),
  tags: z.array(tagId),
  /** Keys of the platforms on which they are tied to me, or else to a contact of mine. */
  platforms: z.array(z.string()),
  /** Of the tie with me, in (0, 1]; null where there is none. */
  strength: z.number().nullable(),
  /** Burt's constraint among those on the map, every tie weighing the same; null without ties. */
  constraint: z.number().nullable(),
});
export type MapPerson = z.infer<typeof mapPerson>;

export const map = {
  /** My network as it can be drawn: people, the ties between them, and the communities they form without me. */
  graph: query(
    z.strictObject({
      hops: z.union([z.literal(1), z.literal(2)]).default(2),
      limit: z.int().min(1).max(10_000).default(5000),
      filter: tieFilter.prefault({}),
    }),
    z.object({
      me: personId,
      /** Me first, then contacts by strength, then the others. */
      people: z.array(mapPerson),
      /** People within the hops beside me; those beyond the limit are left out of `people`. */
      total: z.int(),
      /** Ties as places in `people`; of too many, the strongest. */
      from: z.instanceof(Uint32Array),
      to: z.instanceof(Uint32Array),
      strengths: z.instanceof(Float32Array),
      tieTotal: z.int(),
      /** By falling size; `name` is what its people have in common, null when that is nothing. */
      communities: z.array(
        z.object({ number: z.int(), size: z.int(), name: z.string().nullable() }),
      ),
      tags: z.array(tagRef),
    }),
  ),
};
