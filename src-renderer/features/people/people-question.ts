import type { PeopleSearch } from '../../search-params.ts';
import type { PeopleQuestion } from './use-people-windows.ts';

type Sort = NonNullable<PeopleQuestion['sort']>;

/** How each order begins: names from A, strengths and dates from the greatest. */
const naturalDirection: Record<Sort['by'], Sort['direction']> = {
  name: 'ascending',
  organisation: 'ascending',
  strength: 'descending',
  lastContact: 'descending',
  added: 'descending',
};

/** What the address asks for, as the store takes it. */
export function questionOf(search: PeopleSearch): PeopleQuestion {
  const by = search.sort ?? 'name';
  return {
    filter: {
      text: search.text,
      tagIds: search.tag === undefined ? undefined : [search.tag],
      platform: search.platform,
      organisationId: search.organisation,
      tiedToMe: search.tied,
      hasEmail: search.email,
    },
    sort: { by, direction: search.direction ?? naturalDirection[by] },
  };
}

/** Whether the address leaves anybody out. */
export function hasFilter({
  sort: _sort,
  direction: _direction,
  ...filter
}: PeopleSearch): boolean {
  return Object.keys(filter).length > 0;
}

/** The address after a click on a column: its natural order first, then the other one. */
export function sortedBy(search: PeopleSearch, by: Sort['by']): PeopleSearch {
  const { sort } = questionOf(search);
  if (sort?.by !== by) return { ...search, sort: by, direction: naturalDirection[by] };
  return { ...search, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' };
}
