import type {
  IntroductionId,
  OrganisationId,
  PersonId,
  TagId,
  TopicId,
} from '../src-main/contract/common.ts';
import type { eventSortKeys } from '../src-main/contract/events.ts';
import type { personSortKeys, sortDirections } from '../src-main/contract/people.ts';

/*
 * What stands behind the path of each page. Addresses may be old or typed by hand, so each is read with care:
 * what is not understood is left out.
 */

export interface PeopleSearch {
  text?: string;
  tag?: TagId;
  platform?: string;
  organisation?: OrganisationId;
  tied?: boolean;
  email?: boolean;
  sort?: (typeof personSortKeys)[number];
  direction?: (typeof sortDirections)[number];
}
export interface EventsSearch {
  sort?: (typeof eventSortKeys)[number];
  direction?: (typeof sortDirections)[number];
}
/** Whom "Who to ask" is about: at most one of these is given. */
export interface AskSearch {
  person?: PersonId;
  organisation?: OrganisationId;
  tag?: TagId;
  offers?: TopicId;
  needs?: TopicId;
}
/** Whose networks are compared; without `a`, mine. */
export interface OverlapSearch {
  a?: PersonId;
  b?: PersonId;
  c?: PersonId;
  /** Instead of two or three: the networks of a matrix. */
  many?: PersonId[];
  platform?: string;
}
/** Who passes something on, in their order, and how often it is passed on. */
export interface ReachSearch {
  people?: PersonId[];
  hops?: 1 | 2 | 3;
}
export interface IntroductionsSearch {
  id?: IntroductionId;
  /** Left out: the board. */
  view?: 'board' | 'list' | 'needs';
}

type Raw = Record<string, unknown>;

/** A positive whole number as an id of the wanted kind, or undefined. */
export function readId<Id extends number>(value: unknown): Id | undefined {
  const number = Number(value);
  return Number.isSafeInteger(number) && number > 0 ? (number as Id) : undefined;
}

function readText(value: unknown): string | undefined {
  const words = typeof value === 'number' ? String(value) : value;
  return typeof words === 'string' && words !== '' ? words : undefined;
}

function readFlag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function readOneOf<T extends string | number>(
  value: unknown,
  allowed: readonly T[],
): T | undefined {
  return allowed.find((item) => item === value);
}

/** Ids in their order, each once; undefined when there is none. */
function readIds<Id extends number>(value: unknown): Id[] | undefined {
  const raw: unknown[] = Array.isArray(value) ? value : [value];
  const ids = raw.flatMap((item) => readId<Id>(item) ?? []);
  return ids.length === 0 ? undefined : [...new Set(ids)];
}

/** Leaves out what is undefined, so that addresses stay short and equal searches are equal. */
function compact<T extends object>(search: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined),
  ) as unknown as T;
}

export const readPeopleSearch = (raw: Raw): PeopleSearch =>
  compact<PeopleSearch>({
    text: readText(raw['text']),
    tag: readId<TagId>(raw['tag']),
    platform: readText(raw['platform']),
    organisation: readId<OrganisationId>(raw['organisation']),
    tied: readFlag(raw['tied']),
    email: readFlag(raw['email']),
    sort: readOneOf(raw['sort'], ['name', 'organisation', 'strength', 'lastContact', 'added']),
    direction: readOneOf(raw['direction'], ['ascending', 'descending']),
  });

export const readEventsSearch = (raw: Raw): EventsSearch =>
  compact<EventsSearch>({
    sort: readOneOf(raw['sort'], [
      'heldOn',
      'title',
      'met',
      'attended',
      'followUpsKept',
      'introductions',
      'introductionsMet',
      'outcomes',
      'brought',
    ]),
    direction: readOneOf(raw['direction'], ['ascending', 'descending']),
  });

export const readAskSearch = (raw: Raw): AskSearch =>
  compact<AskSearch>({
    person: readId<PersonId>(raw['person']),
    organisation: readId<OrganisationId>(raw['organisation']),
    tag: readId<TagId>(raw['tag']),
    offers: readId<TopicId>(raw['offers']),
    needs: readId<TopicId>(raw['needs']),
  });

export const readOverlapSearch = (raw: Raw): OverlapSearch =>
  compact<OverlapSearch>({
    a: readId<PersonId>(raw['a']),
    b: readId<PersonId>(raw['b']),
    c: readId<PersonId>(raw['c']),
    many: readIds<PersonId>(raw['many']),
    platform: readText(raw['platform']),
  });

export const readReachSearch = (raw: Raw): ReachSearch =>
  compact<ReachSearch>({
    people: readIds<PersonId>(raw['people']),
    hops: readOneOf(Number(raw['hops']), [1, 2, 3]),
  });

export const readIntroductionsSearch = (raw: Raw): IntroductionsSearch =>
  compact<IntroductionsSearch>({
    id: readId<IntroductionId>(raw['id']),
    view: readOneOf(raw['view'], ['board', 'list', 'needs']),
  });
