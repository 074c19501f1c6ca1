import type { ReadableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';
import { findPersons } from '../tables/find-persons.ts';
import { foldName } from '../tables/fold-name.ts';
import { personHints, personRefs } from '../tables/persons.ts';
import type { Reading } from './understand-text.ts';

/** An interpretation with how well its name fits the text: 0 is the same, 1 begins so, 2 contains it, 3 may be meant by it. */
export interface Ranked extends Reading {
  readonly fit: number;
}

/** 0: the same; 1: begins with the text; 2: contains it. Names that contain the text come before those that stand within it. */
export function fitOf(name: string, folded: string): number {
  if (name === folded) return 0;
  if (name.startsWith(folded)) return 1;
  return name.includes(folded) ? 2 : 3;
}

/** People whom a text names, or whose names it misspells, the best first; of equal ones those with more weight. */
export function personReadings(
  book: ReadableBook,
  text: string,
  options: { readonly limit: number; readonly weight: (id: PersonId) => number },
): Ranked[] {
  const folded = foldName(text);
  const found = findPersons(book, text, { ...options, namesOnly: true });
  const ids = found.map(({ id }) => id);
  const refs = personRefs(book, ids);
  const hints = personHints(book, ids);
  return found.flatMap(({ id, matched }) => {
    const ref = refs.get(id);
    if (ref === undefined) return [];
    const isMisspelt = matched === 'typo';
    const fit = isMisspelt ? 3 : fitOf(foldName(ref.name), folded);
    const target = { kind: 'people' as const, ids: [id] };
    return [
      {
        target,
        label: ref.name,
        hint: hints.get(id) ?? '',
        people: 1,
        misspelt: isMisspelt ? text : null,
        without: [],
        fit,
      },
    ];
  });
}
