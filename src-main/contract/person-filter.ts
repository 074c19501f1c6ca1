import { z } from 'zod';
import { eventId, isoDate, organisationId, platformKey, tagId, topicId, typed } from './common.ts';

/** Whether all of several things must hold, or one is enough. */
const filterModes = ['all', 'any'] as const;
const filterMode = z.enum(filterModes);

const topicSides = ['offers', 'needs'] as const;

/** A number of days, months or years before the day of asking: '-30d', '-6m', '-1y'. A saved view stays true with it. */
const agoPattern = /^-[1-9]\d{0,3}[dmy]$/;

/** A day, or so long before the day of asking. */
const dayBound = z.union([isoDate, z.string().regex(agoPattern)]);

const strength = z.number().gt(0).max(1);

/** Every part that is given must hold (and); within a part that lists several things its mode decides. */
export const personFilter = z.strictObject({
  text: typed.optional(),
  tagIds: z.array(tagId).max(100).optional(),
  tagMode: filterMode.default('all'),
  platforms: z.array(platformKey).max(50).optional(),
  platformMode: filterMode.default('any'),
  /** Who works at any of these now. */
  organisationIds: z.array(organisationId).max(100).optional(),
  /** Words of the title of a present role; accents and case ignored. */
  role: typed.optional(),
  topicIds: z.array(topicId).max(100).optional(),
  /** Only who offers, or only who needs; without it either. */
  topicSide: z.enum(topicSides).optional(),
  eventIds: z.array(eventId).max(100).optional(),
  eventMode: filterMode.default('any'),
  /** Words of how we met; accents and case ignored. */
  howMet: typed.optional(),
  /** When we met, both days included. */
  metFrom: dayBound.optional(),
  metTo: dayBound.optional(),
  /** Only people tied to me / only people not tied to me. */
  tiedToMe: z.boolean().optional(),
  /** Strength of the tie with me today, both included. */
  strengthFrom: strength.optional(),
  strengthTo: strength.optional(),
  /** Day of the last contact, both included; nobody without a contact. */
  contactFrom: dayBound.optional(),
  contactTo: dayBound.optional(),
  /** Only people with whom a contact is known / only people without. */
  hasContact: z.boolean().optional(),
  /** A tie with me that was strong once and has lost much of it, since the last contacts lie back: as on Today. */
  isFading: z.literal(true).optional(),
  /** Only people with whom I mean to keep in touch / only people without such a rhythm. */
  hasRhythm: z.boolean().optional(),
  hasEmail: z.boolean().optional(),
  hasPhone: z.boolean().optional(),
  doNotAsk: z.boolean().optional(),
  isArchived: z.boolean().default(false),
});
