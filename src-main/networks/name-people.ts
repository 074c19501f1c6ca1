import type { ReadableBook } from '../book/access.ts';
import type { PersonId, PersonRef } from '../contract/common.ts';
import { personRefs } from '../tables/persons.ts';
import { readCurrentOrganisations, readIdsByName } from './queries.ts';

/**
 * A window of some people in the order of their names, accounts without a name last, with where they work.
 * `total` counts all of them.
 */
export function namePeople(
  book: ReadableBook,
  ids: readonly PersonId[],
  window: { readonly offset: number; readonly limit: number },
): { total: number; rows: (PersonRef & { organisation: string | null })[] } {
  const shown = readIdsByName(book, ids, window.offset, window.limit);
  const refs = personRefs(book, shown);
  const organisations = readCurrentOrganisations(book, shown);
  const rows = shown.flatMap((id) => {
    const ref = refs.get(id);
    return ref === undefined ? [] : [{ ...ref, organisation: organisations.get(id) ?? null }];
  });
  return { total: ids.length, rows };
}
