import { z } from 'zod';
import { query } from './define.ts';
import { nothing } from './common.ts';

/** Cards as they are handed over between phones: what a QR code holds, and my own. */
export const cards = {
  /**
   * What a scanned code says of a person, as an event line to be confirmed: vCard, MECARD, a profile's address, an
   * e-mail address or a number. `isNamed` is false when the code tells no name: then it must be typed first.
   */
  read: query(
    z.strictObject({ text: z.string().max(20_000) }),
    z.object({ line: z.string(), isNamed: z.boolean() }),
  ),
  /** What my card may say, to choose from. Keys stay the same while the thing does. */
  fields: query(
    nothing,
    z.array(
      z.object({
        key: z.string(),
        kind: z.enum(['role', 'email', 'phone', 'url', 'address']),
        text: z.string(),
      }),
    ),
  ),
  /** My card as vCard 3.0, which every phone reads, with my name and the fields that are named. */
  mine: query(
    z.strictObject({ fields: z.array(z.string().max(100)).max(200) }),
    z.object({ name: z.string(), vcard: z.string() }),
  ),
};
