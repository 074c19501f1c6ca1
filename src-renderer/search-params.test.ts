import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPeopleSearch } from './people-search.ts';
import { readId } from './read-params.ts';
import {
  readAskSearch,
  readIntroductionsSearch,
  readOverlapSearch,
  readReachSearch,
} from './search-params.ts';

describe('an address of a page', () => {
  it('keeps what it understands', () => {
    const search = { text: 'ann', tag: 3, tied: false, sort: 'strength', direction: 'ascending' };
    expect(readPeopleSearch(search)).toEqual(search);
    expect(readOverlapSearch({ b: '12', platform: 'linkedin' })).toEqual({
      b: 12,
      platform: 'linkedin',
    });
  });

  it('keeps several people in their order, each once', () => {
    expect(readReachSearch({ people: [7, '3', 7, 'Ann'], hops: '2' })).toEqual({
      people: [7, 3],
      hops: 2,
    });
    expect(readReachSearch({ people: 5, hops: 9 })).toEqual({ people: [5] });
    expect(readReachSearch({ people: [] })).toEqual({});
  });

  it('takes a search for a number, which an address reads as one', () => {
    expect(readPeopleSearch({ text: 1984 })).toEqual({ text: '1984' });
  });

  it('leaves out what makes no sense', () => {
    expect(
      readPeopleSearch({ text: '', tag: -1, tied: 'perhaps', sort: 'height', other: 1 }),
    ).toEqual({});
    expect(readAskSearch({ person: 'Ann', organisation: 1.5, tag: {}, offers: null })).toEqual({});
  });

  it('never fails, and reads its own answer as itself', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (raw) => {
        for (const readSearch of [
          readPeopleSearch,
          readAskSearch,
          readOverlapSearch,
          readIntroductionsSearch,
        ]) {
          const once = readSearch(raw);
          expect(readSearch({ ...once })).toEqual(once);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('an id in an address', () => {
  it('is a positive whole number or nothing', () => {
    expect(readId('7')).toBe(7);
    for (const wrong of ['', '0', '-3', '1.5', 'x', '9e99', null, undefined, [], {}]) {
      expect(readId(wrong)).toBeUndefined();
    }
  });
});
