import fc from 'fast-check';
import type { personSortKeys } from '../../contract/people.ts';
import { foldName } from '../../tables/fold-name.ts';
import { me, type Planted } from './plant-people.ts';

/* The list of people as looking at everybody would make it. */

type SortKey = (typeof personSortKeys)[number];

function sortValue(person: Planted, by: SortKey): string | number | null {
  const { name, organisation, title, birthday } = person;
  switch (by) {
    case 'name':
      return name === null ? null : foldName(name);
    case 'organisation':
      return organisation === null ? null : foldName(organisation);
    case 'title':
      return title === null ? null : title.toLowerCase();
    case 'birthday':
      return birthday === null ? null : birthday.slice(-5);
    case 'added':
      return person.id;
    default:
      return person[by];
  }
}

/** The order as the design says it, by comparing any two people. */
export function compare(by: SortKey, direction: 'ascending' | 'descending') {
  return (a: Planted, b: Planted): number => {
    const [left, right] = [sortValue(a, by), sortValue(b, by)];
    if (left !== right) {
      if (left === null) return 1;
      if (right === null) return -1;
      return left < right === (direction === 'ascending') ? -1 : 1;
    }
    if (by === 'name')
      return direction === 'descending' && left !== null ? b.id - a.id : a.id - b.id;
    return compare('name', 'ascending')(a, b);
  };
}

const days = fc.constantFrom('2024-03-01', '2025-06-15', '2026-03-01', '2025-11-20');
const someStrengths = fc.constantFrom(0.1, 0.3, 0.5, 0.9, 1);
const modes = fc.constantFrom('all' as const, 'any' as const);

/** Filters with names in place of the ids of tags, events and organisations. */
export const filters = fc.record(
  {
    hasEmail: fc.boolean(),
    hasPhone: fc.boolean(),
    hasRhythm: fc.boolean(),
    tiedToMe: fc.boolean(),
    doNotAsk: fc.boolean(),
    isArchived: fc.boolean(),
    platforms: fc.subarray(['x', 'mastodon'], { minLength: 1 }),
    platformMode: modes,
    tags: fc.subarray(['red', 'blue'], { minLength: 1 }),
    tagMode: modes,
    events: fc.subarray(['fair', 'lunch'], { minLength: 1 }),
    eventMode: modes,
    organisations: fc.subarray(['Acme', 'ärzte', 'Aardvark'], { minLength: 1 }),
    aboutLogos: fc.constant(true as const),
    topicSide: fc.constantFrom('offers' as const, 'needs' as const),
    text: fc.constantFrom('zoe', 'ACME', 'ra', 'o'),
    role: fc.constantFrom('CAFE', 'rayon chef', 'baker', 'ow'),
    howMet: fc.constantFrom('krakow fair', 'SCHOOL'),
    strengthFrom: someStrengths,
    strengthTo: someStrengths,
    contactFrom: days,
    contactTo: days,
    hasContact: fc.boolean(),
    metFrom: days,
    metTo: days,
    isFading: fc.constant(true as const),
  },
  { requiredKeys: [] },
);
export type NaiveFilter = typeof filters extends fc.Arbitrary<infer Value> ? Value : never;

/** Whether a filter lets a person through, on 15 June 2026. */
export function passes(person: Planted, filter: NaiveFilter): boolean {
  const isMe = person.name === me;
  const { strength, lastContact, metOn } = person;
  const asked = filter.strengthFrom !== undefined || filter.strengthTo !== undefined;
  const conditions = [
    person.isArchived === (filter.isArchived ?? false),
    filter.hasEmail === undefined || person.hasEmail === filter.hasEmail,
    filter.hasPhone === undefined || person.hasPhone === filter.hasPhone,
    filter.hasRhythm === undefined || person.hasRhythm === filter.hasRhythm,
    filter.doNotAsk === undefined || person.doNotAsk === filter.doNotAsk,
    filter.tiedToMe === undefined || (!isMe && (strength !== null) === filter.tiedToMe),
    holds(filter.platforms, filter.platformMode ?? 'any', person.platforms),
    holds(filter.tags, filter.tagMode ?? 'all', person.tags),
    holds(filter.events, filter.eventMode ?? 'any', person.events),
    holds(filter.organisations, 'any', [person.organisation ?? '']),
    filter.aboutLogos === undefined || person.side !== null,
    filter.topicSide === undefined || person.side === filter.topicSide,
    filter.text === undefined ||
      textOf(person).some((word) => word.startsWith(foldName(filter.text ?? ''))),
    hasWords(filter.role, person.title ?? ''),
    hasWords(filter.howMet, person.howMet),
    !asked || isBetween(strength, filter.strengthFrom, filter.strengthTo),
    isWithin(lastContact, filter.contactFrom, filter.contactTo),
    isWithin(metOn, filter.metFrom, filter.metTo),
    filter.hasContact === undefined || (lastContact !== null) === filter.hasContact,
    filter.isFading === undefined || person.isFading,
  ];
  return conditions.every(Boolean);
}

function holds(
  wanted: readonly string[] | undefined,
  mode: 'all' | 'any',
  had: readonly string[],
): boolean {
  if (wanted === undefined) return true;
  return mode === 'all'
    ? wanted.every((item) => had.includes(item))
    : wanted.some((item) => had.includes(item));
}

function hasWords(wanted: string | undefined, text: string): boolean {
  return (
    wanted === undefined ||
    foldName(wanted)
      .split(' ')
      .every((word) => foldName(text).includes(word))
  );
}

function isBetween(value: number | null, from = 0, to = 1): boolean {
  return value !== null && value >= from && value <= to;
}

function isWithin(day: string | null, from: string | undefined, to: string | undefined): boolean {
  if (from === undefined && to === undefined) return true;
  return day !== null && day >= (from ?? '') && day <= (to ?? '9999');
}

/** Words that the index holds of a planted person, as far as the probes can tell. */
function textOf(person: Planted): string[] {
  const { organisation, title } = person;
  const work =
    organisation === null ? [] : [organisation, title ?? '', 'Middle', 'Aardvark', 'Baker'];
  const texts = [
    person.name ?? '',
    ...work,
    ...person.events,
    ...person.tags,
    person.howMet,
    person.hasEmail ? 'acme example' : '',
    person.platforms.includes('mastodon') ? 'social example' : '',
    person.side === null ? '' : 'logos',
  ];
  return texts.flatMap((text) => foldName(text).split(/[^a-z]+/));
}
