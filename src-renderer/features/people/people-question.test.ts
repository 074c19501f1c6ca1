import { describe, expect, it } from 'vitest';
import { hasFilter, questionOf, sortedBy } from './people-question.ts';

describe('what the people page asks of the store', () => {
  it('is everybody by name, when the address says nothing', () => {
    const { filter, sort } = questionOf({});
    expect(Object.values(filter ?? {}).every((part) => part === undefined)).toBe(true);
    expect(sort).toEqual({ by: 'name', direction: 'ascending' });
  });

  it('begins an order with what is looked for first: the strongest tie, the latest contact', () => {
    expect(questionOf({ sort: 'strength' }).sort?.direction).toBe('descending');
    expect(questionOf({ sort: 'lastContact' }).sort?.direction).toBe('descending');
    expect(questionOf({ sort: 'organisation' }).sort?.direction).toBe('ascending');
  });
});

describe('a click on the name of a column', () => {
  it('sorts by it, then the other way round, then back', () => {
    const once = sortedBy({ text: 'ann' }, 'strength');
    const twice = sortedBy(once, 'strength');
    expect(once).toEqual({ text: 'ann', sort: 'strength', direction: 'descending' });
    expect(twice.direction).toBe('ascending');
    expect(sortedBy(twice, 'strength').direction).toBe('descending');
  });

  it('turns the order by name round at once, because it is there already', () => {
    expect(sortedBy({}, 'name').direction).toBe('descending');
  });
});

describe('whether anybody is left out', () => {
  it('does not depend on the order', () => {
    expect(hasFilter({ sort: 'name', direction: 'descending' })).toBe(false);
    expect(hasFilter({ tied: false })).toBe(true);
  });
});
