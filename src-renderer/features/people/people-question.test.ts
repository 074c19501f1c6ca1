import { describe, expect, it } from 'vitest';
import { questionOf } from '../../people-search.ts';
import { sortedBy } from './people-question.ts';

describe('what the people page asks of the store', () => {
  it('is everybody by name, when the address says nothing', () => {
    expect(questionOf({})).toEqual({ filter: {}, sort: { by: 'name', direction: 'ascending' } });
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
