import { z } from 'zod';
import { command, query } from './define.ts';
import {
  chainTie,
  done,
  introductionId,
  isoDate,
  line,
  nothing,
  personId,
  personRef,
} from './common.ts';
import { introductionStates } from './introductions.ts';
import { personDetail, personSort } from './people.ts';
import { personFilter } from './person-filter.ts';

/** Bytes of a photo as it is kept: 512 pixels a side as JPEG are well below it. */
export const photoLimit = 400_000;
/** A picture as a data URL. Base64 makes four letters of three bytes. */
const photo = z
  .string()
  .max(Math.ceil((photoLimit * 4) / 3) + 100)
  .regex(/^data:image\/(jpeg|png|webp);base64,[A-Za-z0-9+/]+={0,2}$/);

const row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** What is done on the page of one person, beside the methods of `people`. */
export const person = {
  /** Who has a photo: few, so that all others are shown without asking for one. */
  photoIds: query(nothing, z.object({ ids: z.array(personId) })),
  photo: query(z.strictObject({ id: personId }), z.object({ photo: z.string().nullable() })),
  setPhoto: command(z.strictObject({ id: personId, photo }), done),
  removePhoto: command(z.strictObject({ id: personId }), done),
  addField: command(
    z.strictObject({ id: personId, name: line, value: z.string().trim().min(1).max(5000) }),
    done,
  ),
  updateField: command(
    z.strictObject({
      id: personId,
      fieldId: z.int().positive(),
      name: line,
      value: z.string().trim().min(1).max(5000),
    }),
    done,
  ),
  removeField: command(z.strictObject({ id: personId, fieldId: z.int().positive() }), done),
  /** All that a role says, anew; what is null is not known. A role with an end is a past one. */
  updateRole: command(
    z.strictObject({
      id: personId,
      roleId: z.int().positive(),
      organisation: line.nullable(),
      title: line.nullable(),
      startedOn: isoDate.nullable(),
      endedOn: isoDate.nullable(),
      isCurrent: z.boolean(),
    }),
    done,
  ),
  /** Who stands before and after somebody in a list of people; null at its ends, and when they are not in it. */
  neighbours: query(
    z.strictObject({ id: personId, filter: personFilter.prefault({}), sort: personSort }),
    z.object({
      previous: personRef.nullable(),
      next: personRef.nullable(),
      /** Counted from 1; null when they are not in the list. */
      place: z.int().nullable(),
      total: z.int(),
    }),
  ),
  /** All that the book holds about somebody: to be read, and every row that names them, as it is kept. */
  dossier: query(
    z.strictObject({ id: personId }),
    z.object({
      person: personDetail,
      ties: z.array(chainTie),
      introductions: z.array(
        z.object({
          id: introductionId,
          introducer: personRef,
          first: personRef,
          second: personRef,
          state: z.enum(introductionStates),
          goal: z.string(),
          note: z.string(),
          message: z.string(),
          since: isoDate,
        }),
      ),
      /** On whose list of contacts they stand. */
      listedBy: z.array(
        z.object({ owner: personRef, platform: z.string(), since: isoDate.nullable() }),
      ),
      rows: z.record(z.string(), z.array(row)),
    }),
  ),
};
