import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personFilter } from '../src-main/contract/person-filter.ts';
import {
  hasFilter,
  isSameQuestion,
  type PeopleSearch,
  questionOf,
  readPeopleSearch,
  searchOf,
} from './people-search.ts';

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 3 });
const mode = fc.constantFrom('all', 'any');
const dayBound = fc.constantFrom('2026-01-31', '-30d', '-6m', '-1y');
const strength = fc.constantFrom(0.1, 0.5, 1);
const words = fc.constantFrom('ann', 'of the fair', '1984');

/** Addresses with any mixture of all that they may hold. */
const searches = fc
  .record(
    {
      text: words,
      tag: ids,
      tagMode: mode,
      platform: fc.uniqueArray(fc.constantFrom('x', 'linkedin'), { minLength: 1 }),
      platformMode: mode,
      organisation: ids,
      role: words,
      topic: ids,
      topicSide: fc.constantFrom('offers', 'needs'),
      event: ids,
      eventMode: mode,
      howMet: words,
      metFrom: dayBound,
      metTo: dayBound,
      tied: fc.boolean(),
      strengthFrom: strength,
      strengthTo: strength,
      contactFrom: dayBound,
      contactTo: dayBound,
      contact: fc.boolean(),
      fading: fc.constant(true),
      email: fc.boolean(),
      phone: fc.boolean(),
      rhythm: fc.boolean(),
      doNotAsk: fc.boolean(),
      archived: fc.constant(true),
      sort: fc.constantFrom('name', 'organisation', 'strength', 'lastContact', 'birthday', 'added'),
      direction: fc.constantFrom('ascending', 'descending'),
    },
    { requiredKeys: [] },
  )
  .map((raw) => readPeopleSearch(raw));

describe('the address of the people page', () => {
  it('asks only for what the store takes', () => {
    fc.assert(
      fc.property(searches, (search) => {
        expect(personFilter.safeParse(questionOf(search).filter).success).toBe(true);
      }),
    );
  });

  it('comes back from the question that it asks, also after the store has filled in its defaults', () => {
    fc.assert(
      fc.property(searches, (search) => {
        const { filter, sort } = questionOf(search);
        const stored = { filter: personFilter.parse(filter), sort };
        const again = questionOf(searchOf(stored));
        expect(personFilter.parse(again.filter)).toEqual(
          personFilter.parse({ ...stored.filter, ...withoutIdleModes(search) }),
        );
        expect(again.sort).toEqual(sort);
        expect(isSameQuestion(searchOf(stored), search)).toBe(true);
      }),
    );
  });

  it('takes two addresses for the same question only if they are', () => {
    expect(isSameQuestion({ email: false }, { email: false, sort: 'name', view: 3 })).toBe(true);
    expect(isSameQuestion({ email: false }, { email: true })).toBe(false);
    expect(isSameQuestion({}, { sort: 'added' })).toBe(false);
  });

  it('leaves nobody out by its order or its view', () => {
    expect(hasFilter({ sort: 'name', direction: 'descending', view: 2 })).toBe(false);
    expect(hasFilter({ tied: false })).toBe(true);
  });

  it('leaves out bounds that are no days and no strengths', () => {
    expect(readPeopleSearch({ metFrom: 'soon', contactTo: '-0d', strengthTo: 2 })).toEqual({});
    expect(readPeopleSearch({ tag: [3, 3, 'x'] })).toEqual({ tag: 3 });
  });
});

/** Of one thing or none, "all" and "any" mean the same: the address then says neither. */
function withoutIdleModes(search: PeopleSearch): object {
  const isIdle = (value: unknown) => !Array.isArray(value);
  return {
    ...(isIdle(search.tag) ? { tagMode: 'all' } : {}),
    ...(isIdle(search.platform) ? { platformMode: 'any' } : {}),
    ...(isIdle(search.event) ? { eventMode: 'any' } : {}),
  };
}
