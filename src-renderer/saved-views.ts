import type { Answer } from './api.ts';
import { type PeopleSearch, searchOf } from './people-search.ts';
import { text } from './text/index.ts';

export type SavedView = Answer<'views', 'list'>[number];

/** The address of the list as a view shows it. */
export function searchOfView(view: SavedView): PeopleSearch {
  return { ...searchOf(view.question), view: view.id };
}

interface SuggestedView {
  readonly name: string;
  readonly search: PeopleSearch;
}

const names = text.savedViews.suggestions;

/** Questions that many ask, offered until one's own views are there. */
export const suggestedViews: readonly SuggestedView[] = [
  { name: names.fading, search: { fading: true, sort: 'strength' } },
  { name: names.metThisMonth, search: { metFrom: '-1m', sort: 'metOn' } },
  { name: names.noEmail, search: { tied: true, email: false } },
  { name: names.neverInContact, search: { tied: true, contact: false } },
  { name: names.strong, search: { tied: true, sort: 'strength' } },
  { name: names.added, search: { sort: 'added' } },
  { name: names.archived, search: { archived: true } },
];
