import {
  naturalDirection,
  type PeopleSearch,
  type PeopleSort,
  questionOf,
} from '../../people-search.ts';

/** The address after a click on a column: its natural order first, then the other one. */
export function sortedBy(search: PeopleSearch, by: PeopleSort['by']): PeopleSearch {
  const { sort } = questionOf(search);
  if (sort?.by !== by) return { ...search, sort: by, direction: naturalDirection[by] };
  return { ...search, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' };
}
