import { z } from 'zod';
import { command, query } from './define.ts';
import {
  birthday,
  done,
  eventId,
  eventRef,
  importId,
  introductionId,
  isoDate,
  line,
  organisationId,
  organisationRef,
  personId,
  personRef,
  prose,
  rhythm,
  tagId,
  tagRef,
  topicRef,
  typed,
  window,
} from './common.ts';
import { personFilter } from './person-filter.ts';

export const personSortKeys = [
  'name',
  'organisation',
  'title',
  'strength',
  'lastContact',
  'metOn',
  'birthday',
  'dueOn',
  'added',
] as const;
export const sortDirections = ['ascending', 'descending'] as const;

const sortParts = z.strictObject({
  by: z.enum(personSortKeys),
  direction: z.enum(sortDirections),
});
export const personSort = sortParts.default({ by: 'name', direction: 'ascending' });

export const personRow = personRef.extend({
  organisation: z.string().nullable(),
  title: z.string().nullable(),
  email: z.string().nullable(),
  tags: z.array(tagRef),
  platforms: z.array(z.string()),
  /** Strength of the tie with me today, or null without a tie. */
  strength: z.number().nullable(),
  lastContactOn: isoDate.nullable(),
  phone: z.string().nullable(),
  birthday: birthday.nullable(),
  howMet: z.string(),
  metOn: isoDate.nullable(),
  addedOn: isoDate,
  doNotAsk: z.boolean(),
  /** How often I mean to be in touch, and the day on which it is due next; null without, or if archived. */
  keepInTouch: z.object({ rhythm, dueOn: isoDate }).nullable(),
  /** Names of topics that are offered or needed today. */
  offers: z.array(z.string()),
  needs: z.array(z.string()),
  /** Titles of the events attended, latest first. */
  events: z.array(z.string()),
});
export type PersonRow = z.infer<typeof personRow>;

export const interactionKinds = ['conversation', 'message', 'call', 'meeting'] as const;

const contactKinds = ['email', 'phone', 'url', 'address'] as const;
/** The import that brought a value: name of the file and day; null: entered by hand. */
const valueSource = z.object({ name: z.string(), on: isoDate }).nullable();

const contactPoint = z.object({
  id: z.int(),
  source: valueSource,
  kind: z.enum(contactKinds),
  value: z.string(),
  label: z.string().nullable(),
  isPrimary: z.boolean(),
});
const role = z.object({
  id: z.int(),
  source: valueSource,
  organisation: organisationRef.nullable(),
  title: z.string().nullable(),
  startedOn: isoDate.nullable(),
  endedOn: isoDate.nullable(),
  isCurrent: z.boolean(),
});
const account = z.object({
  source: valueSource,
  platform: z.string(),
  platformName: z.string(),
  handle: z.string().nullable(),
  url: z.string().nullable(),
  displayName: z.string().nullable(),
  isWeak: z.boolean(),
});
const circle = z.object({
  platform: z.string(),
  platformName: z.string(),
  asOf: isoDate.nullable(),
  listed: z.int(),
  reported: z
    .object({ size: z.int(), sharedWithMe: z.int().nullable(), seenOn: isoDate })
    .nullable(),
});
const statement = z.object({
  id: z.int(),
  topic: topicRef,
  kind: z.enum(['offers', 'needs']),
  saidOn: isoDate.nullable(),
  endedOn: isoDate.nullable(),
  note: z.string(),
});
const timelineEntry = z.object({
  kind: z.enum(['event', 'interaction', 'introduction', 'import', 'role', 'follow_up', 'created']),
  onDate: isoDate.nullable(),
  title: z.string(),
  note: z.string(),
  eventId: z.int().nullable(),
  introductionId: introductionId.nullable(),
  importId: importId.nullable(),
});

export const personDetail = personRef.extend({
  isMe: z.boolean(),
  givenName: z.string().nullable(),
  familyName: z.string().nullable(),
  otherNames: z.array(z.string()),
  birthday: birthday.nullable(),
  note: z.string(),
  howMet: z.string(),
  metOn: isoDate.nullable(),
  doNotAsk: z.boolean(),
  isArchived: z.boolean(),
  contactPoints: z.array(contactPoint),
  roles: z.array(role),
  accounts: z.array(account),
  circles: z.array(circle),
  tags: z.array(tagRef),
  statements: z.array(statement),
  fields: z.array(
    z.object({ id: z.int(), source: z.string(), name: z.string(), value: z.string() }),
  ),
  events: z.array(eventRef.extend({ haveMet: z.boolean(), note: z.string() })),
  followUps: z.array(
    z.object({ id: z.int(), dueOn: isoDate, what: z.string(), doneOn: isoDate.nullable() }),
  ),
  timeline: z.array(timelineEntry),
  /** Data URL of the photo, or null. */
  photo: z.string().nullable(),
  strengthWithMe: z.number().nullable(),
  tieCount: z.int(),
  mutualCount: z.int(),
});
export type PersonDetail = z.infer<typeof personDetail>;

const person = z.strictObject({ id: personId });
const changedPerson = z.object({ person: personRef });
export const people = {
  list: query(
    z.strictObject({
      filter: personFilter.prefault({}),
      sort: personSort,
      ...window,
    }),
    z.object({ total: z.int(), rows: z.array(personRow) }),
  ),
  /** Everybody a filter lets through, by name: for selecting all of a list that is shown in windows. */
  ids: query(
    z.strictObject({ filter: personFilter.prefault({}) }),
    z.object({ ids: z.array(personId) }),
  ),
  get: query(person, personDetail),
  /** Names a person as the command line does: '#12' is an id, anything else an exact name. */
  resolve: query(z.strictObject({ name: line }), personRef.extend({ isMe: z.boolean() })),
  /** People for a completion box: best matches first, with what tells them apart. */
  complete: query(
    z.strictObject({ text: typed, limit: z.int().min(1).max(50).default(8) }),
    z.array(personRef.extend({ hint: z.string() })),
  ),
  /** Whom both I and a person know; `strength` is that of the chain from me by way of them to that person. */
  mutual: query(
    z.strictObject({ id: personId, ...window }),
    z.object({ total: z.int(), rows: z.array(personRef.extend({ strength: z.number() })) }),
  ),
  create: command(
    z.strictObject({
      name: line,
      organisation: line.optional(),
      title: line.optional(),
      email: line.optional(),
      phone: line.optional(),
      note: prose.optional(),
      howMet: prose.optional(),
      metOn: isoDate.optional(),
      /** The new person is somebody I know (a "told" tie with me). */
      isMyContact: z.boolean().default(true),
    }),
    changedPerson,
  ),
  update: command(
    z.strictObject({
      id: personId,
      name: line.optional(),
      givenName: line.nullable().optional(),
      familyName: line.nullable().optional(),
      birthday: birthday.nullable().optional(),
      note: prose.optional(),
      howMet: prose.optional(),
      metOn: isoDate.nullable().optional(),
      doNotAsk: z.boolean().optional(),
      isArchived: z.boolean().optional(),
    }),
    changedPerson,
  ),
  addContactPoint: command(
    z.strictObject({
      id: personId,
      kind: z.enum(contactKinds),
      value: line,
      label: line.optional(),
    }),
    done,
  ),
  removeContactPoint: command(
    z.strictObject({ id: personId, contactPointId: z.int().positive() }),
    done,
  ),
  addRole: command(
    z.strictObject({
      id: personId,
      organisation: line.optional(),
      title: line.optional(),
      startedOn: isoDate.optional(),
      endedOn: isoDate.optional(),
      /** False: a past role whose end is not known. */
      isCurrent: z.boolean().default(true),
    }),
    done,
  ),
  endRole: command(
    z.strictObject({ id: personId, roleId: z.int().positive(), endedOn: isoDate.nullable() }),
    done,
  ),
  removeRole: command(z.strictObject({ id: personId, roleId: z.int().positive() }), done),
  tag: command(
    z.strictObject({ ids: z.array(personId).min(1).max(100_000), tag: line }),
    z.object({ tag: tagRef, changed: z.int() }),
  ),
  untag: command(
    z.strictObject({ ids: z.array(personId).min(1).max(100_000), tagId }),
    z.object({ changed: z.int() }),
  ),
  /** Puts people away (or takes them back): they stay in the book, but not in lists. */
  archive: command(
    z.strictObject({ ids: z.array(personId).min(1).max(100_000), isArchived: z.boolean() }),
    z.object({ changed: z.int() }),
  ),
  /** Notes that people were at an event; those noted there before are passed over. */
  addToEvent: command(
    z.strictObject({ ids: z.array(personId).min(1).max(100_000), eventId }),
    z.object({ event: eventRef, changed: z.int() }),
  ),
  /** Deletes people with everything that hangs on them; can be undone (to forget for good, see erase). */
  remove: command(
    z.strictObject({ ids: z.array(personId).min(1).max(100_000) }),
    z.object({ removed: z.int() }),
  ),
  logInteraction: command(
    z.strictObject({
      id: personId,
      kind: z.enum(interactionKinds),
      onDate: isoDate.optional(),
      note: prose.default(''),
    }),
    done,
  ),
  addFollowUp: command(
    z.strictObject({ id: personId, dueOn: isoDate, what: z.string().max(500).default('') }),
    done,
  ),
  finishFollowUp: command(z.strictObject({ followUpId: z.int().positive() }), done),
  /** Names of what a filter names by id; ids of nothing are left out. */
  filterNames: query(
    z.strictObject({
      organisationIds: z.array(organisationId).max(100).default([]),
      eventIds: z.array(eventId).max(100).default([]),
    }),
    z.object({ organisations: z.array(organisationRef), events: z.array(eventRef) }),
  ),
  organisations: query(
    z.strictObject({ text: typed.default(''), limit: z.int().min(1).max(200).default(20) }),
    z.array(organisationRef.extend({ people: z.int() })),
  ),
};
