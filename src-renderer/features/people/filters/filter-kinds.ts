import type { PeopleSearch } from '../../../people-search.ts';
import { text } from '../../../text/index.ts';

export type FilterKind = keyof typeof text.peopleFilters.kinds;

type Key = keyof PeopleSearch;

/** The parts of the address that each kind of filter is made of. */
const parts: Readonly<Record<FilterKind, readonly Key[]>> = {
  tag: ['tag', 'tagMode'],
  organisation: ['organisation'],
  role: ['role'],
  platform: ['platform', 'platformMode'],
  topic: ['topic', 'topicSide'],
  tie: ['tied'],
  strength: ['strengthFrom', 'strengthTo'],
  contact: ['contactFrom', 'contactTo', 'contact'],
  fading: ['fading'],
  rhythm: ['rhythm'],
  event: ['event', 'eventMode'],
  howMet: ['howMet'],
  met: ['metFrom', 'metTo'],
  email: ['email'],
  phone: ['phone'],
  doNotAsk: ['doNotAsk'],
  archived: ['archived'],
};

/** The kinds as the menu shows them. */
export const filterGroups: Readonly<
  Record<keyof typeof text.peopleFilters.groups, readonly FilterKind[]>
> = {
  who: ['tag', 'organisation', 'role', 'topic', 'platform'],
  how: ['tie', 'strength', 'contact', 'fading', 'rhythm', 'event', 'howMet', 'met'],
  reach: ['email', 'phone', 'doNotAsk', 'archived'],
};

/** What a kind that is either so or not asks when it is chosen: what one looks for more often. */
export const initialParts: Partial<Record<FilterKind, PeopleSearch>> = {
  tie: { tied: true },
  email: { email: false },
  phone: { phone: false },
  doNotAsk: { doNotAsk: true },
  fading: { fading: true },
  rhythm: { rhythm: true },
  archived: { archived: true },
};

/** Kinds that have nothing to be chosen. */
export const plainKinds: ReadonlySet<FilterKind> = new Set(['fading', 'archived']);

/** The kinds of filter that an address has, in the order of the menu. */
export function kindsOf(search: PeopleSearch): FilterKind[] {
  return Object.values(filterGroups)
    .flat()
    .filter((kind) => parts[kind].some((key) => search[key] !== undefined && !isIdle(search, key)));
}

/** "Any of these" without these asks nothing. */
function isIdle(search: PeopleSearch, key: Key): boolean {
  if (key === 'tagMode') return search.tag === undefined;
  if (key === 'platformMode') return search.platform === undefined;
  return key === 'eventMode' && search.event === undefined;
}

/** The address without one kind of filter. */
export function without(search: PeopleSearch, kind: FilterKind): PeopleSearch {
  const rest = { ...search };
  for (const key of parts[kind]) delete rest[key];
  return rest;
}

/** The address without any filter, in the same order. */
export function withoutAll({ sort, direction }: PeopleSearch): PeopleSearch {
  return {
    ...(sort === undefined ? {} : { sort }),
    ...(direction === undefined ? {} : { direction }),
  };
}
