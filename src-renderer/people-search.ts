import type { EventId, OrganisationId, TagId, TopicId } from '../src-main/contract/common.ts';
import type { InputOf } from '../src-main/contract/index.ts';
import type { people, personSortKeys, sortDirections } from '../src-main/contract/people.ts';
import { compact, readFlag, readId, readOneOf, readText } from './read-params.ts';

/** What the people page asks the store for. */
export type PeopleQuestion = Pick<InputOf<(typeof people)['list']>, 'filter' | 'sort'>;
export type PeopleSort = NonNullable<PeopleQuestion['sort']>;
export type PeopleFilter = NonNullable<PeopleQuestion['filter']>;

/** One thing, or several: addresses with one stay short. */
type Many<T> = T | readonly T[];
type Mode = 'all' | 'any';

/** What stands behind `/people`: the filter, the order, and the saved view that they began as. */
export interface PeopleSearch {
  text?: string;
  tag?: Many<TagId>;
  tagMode?: Mode;
  platform?: Many<string>;
  platformMode?: Mode;
  organisation?: Many<OrganisationId>;
  role?: string;
  topic?: Many<TopicId>;
  topicSide?: 'offers' | 'needs';
  event?: Many<EventId>;
  eventMode?: Mode;
  howMet?: string;
  /** A day, or a time before today such as '-30d'; so are all that end in From and To but strengths. */
  metFrom?: string;
  metTo?: string;
  tied?: boolean;
  strengthFrom?: number;
  strengthTo?: number;
  contactFrom?: string;
  contactTo?: string;
  contact?: boolean;
  fading?: true;
  rhythm?: boolean;
  email?: boolean;
  phone?: boolean;
  doNotAsk?: boolean;
  archived?: true;
  sort?: (typeof personSortKeys)[number];
  direction?: (typeof sortDirections)[number];
  view?: number;
}

/** The things of a part of the address, as a list. */
export function listOf<T extends string | number>(value: Many<T> | undefined): readonly T[] {
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [value];
}

/** A list as the address keeps it. */
export function manyOf<T>(items: readonly T[]): Many<T> | undefined {
  const [first, ...others] = items;
  if (first === undefined) return undefined;
  return others.length === 0 ? first : items;
}

function readMany<T>(value: unknown, readOne: (item: unknown) => T | undefined) {
  const items = (Array.isArray(value) ? value : [value]).map(readOne);
  return manyOf([...new Set(items.filter((item) => item !== undefined))]);
}

const dayOrAgo = /^(\d{4}-\d\d-\d\d|-[1-9]\d{0,3}[dmy])$/;

function readDay(value: unknown): string | undefined {
  return typeof value === 'string' && dayOrAgo.test(value) ? value : undefined;
}

function readStrength(value: unknown): number | undefined {
  return typeof value === 'number' && value > 0 && value <= 1 ? value : undefined;
}

const modes = ['all', 'any'] as const;
const sortKeys = [
  'name',
  'organisation',
  'title',
  'strength',
  'lastContact',
  'metOn',
  'birthday',
  'dueOn',
  'added',
] as const satisfies readonly (typeof personSortKeys)[number][];

export const readPeopleSearch = (raw: Record<string, unknown>): PeopleSearch =>
  compact<PeopleSearch>({
    text: readText(raw['text']),
    tag: readMany(raw['tag'], readId<TagId>),
    tagMode: readOneOf(raw['tagMode'], modes),
    platform: readMany(raw['platform'], readText),
    platformMode: readOneOf(raw['platformMode'], modes),
    organisation: readMany(raw['organisation'], readId<OrganisationId>),
    role: readText(raw['role']),
    topic: readMany(raw['topic'], readId<TopicId>),
    topicSide: readOneOf(raw['topicSide'], ['offers', 'needs']),
    event: readMany(raw['event'], readId<EventId>),
    eventMode: readOneOf(raw['eventMode'], modes),
    howMet: readText(raw['howMet']),
    metFrom: readDay(raw['metFrom']),
    metTo: readDay(raw['metTo']),
    tied: readFlag(raw['tied']),
    strengthFrom: readStrength(raw['strengthFrom']),
    strengthTo: readStrength(raw['strengthTo']),
    contactFrom: readDay(raw['contactFrom']),
    contactTo: readDay(raw['contactTo']),
    contact: readFlag(raw['contact']),
    fading: raw['fading'] === true ? true : undefined,
    rhythm: readFlag(raw['rhythm']),
    email: readFlag(raw['email']),
    phone: readFlag(raw['phone']),
    doNotAsk: readFlag(raw['doNotAsk']),
    archived: raw['archived'] === true ? true : undefined,
    sort: readOneOf(raw['sort'], sortKeys),
    direction: readOneOf(raw['direction'], ['ascending', 'descending']),
    view: readId(raw['view']),
  });

/** How each order begins: names from A, strengths and dates from the greatest. */
export const naturalDirection: Record<PeopleSort['by'], PeopleSort['direction']> = {
  name: 'ascending',
  organisation: 'ascending',
  title: 'ascending',
  strength: 'descending',
  lastContact: 'descending',
  metOn: 'descending',
  birthday: 'ascending',
  dueOn: 'ascending',
  added: 'descending',
};

function some<T extends string | number>(value: Many<T> | undefined): T[] | undefined {
  return value === undefined ? undefined : [...listOf(value)];
}

/** What the address asks for, as the store takes it. */
export function questionOf(search: PeopleSearch): PeopleQuestion {
  const by = search.sort ?? 'name';
  const { text, tagMode, platformMode, role, topicSide, eventMode, howMet } = search;
  const { metFrom, metTo, strengthFrom, strengthTo, contactFrom, contactTo, doNotAsk } = search;
  return {
    filter: compact<PeopleFilter>({
      text,
      tagIds: some(search.tag),
      tagMode,
      platforms: some(search.platform),
      platformMode,
      organisationIds: some(search.organisation),
      role,
      topicIds: some(search.topic),
      topicSide,
      eventIds: some(search.event),
      eventMode,
      howMet,
      metFrom,
      metTo,
      tiedToMe: search.tied,
      strengthFrom,
      strengthTo,
      contactFrom,
      contactTo,
      hasContact: search.contact,
      isFading: search.fading,
      hasRhythm: search.rhythm,
      hasEmail: search.email,
      hasPhone: search.phone,
      doNotAsk,
      isArchived: search.archived,
    }),
    sort: { by, direction: search.direction ?? naturalDirection[by] },
  };
}

/** The address of a question: the way back from `questionOf`. What says nothing of its own is left out. */
export function searchOf({ filter = {}, sort }: PeopleQuestion): PeopleSearch {
  const mode = (value: Mode | undefined, standard: Mode, things: readonly unknown[] = []) =>
    value === standard || things.length < 2 ? undefined : value;
  return readPeopleSearch({
    ...filter,
    tag: filter.tagIds,
    tagMode: mode(filter.tagMode, 'all', filter.tagIds),
    platform: filter.platforms,
    platformMode: mode(filter.platformMode, 'any', filter.platforms),
    organisation: filter.organisationIds,
    topic: filter.topicIds,
    event: filter.eventIds,
    eventMode: mode(filter.eventMode, 'any', filter.eventIds),
    tied: filter.tiedToMe,
    contact: filter.hasContact,
    fading: filter.isFading,
    rhythm: filter.hasRhythm,
    email: filter.hasEmail,
    phone: filter.hasPhone,
    archived: filter.isArchived,
    sort: sort === undefined || sort.by === 'name' ? undefined : sort.by,
    direction:
      sort === undefined || sort.direction === naturalDirection[sort.by]
        ? undefined
        : sort.direction,
  });
}

/** Whether the address leaves anybody out. */
export function hasFilter(search: PeopleSearch): boolean {
  const { sort: _sort, direction: _direction, view: _view, ...filter } = search;
  return Object.keys(filter).length > 0;
}

/** Whether two addresses ask the same. */
export function isSameQuestion(a: PeopleSearch, b: PeopleSearch): boolean {
  const text = (search: PeopleSearch) => JSON.stringify(searchOf(questionOf(search)));
  return text(a) === text(b);
}
