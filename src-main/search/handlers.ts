import type { Handlers } from '../book/context.ts';
import type { PersonId } from '../contract/common.ts';
import { findPersons } from '../tables/find-persons.ts';
import { foldName } from '../tables/fold-name.ts';
import { readOrganisationsNamed } from '../tables/organisations.ts';
import { personHints, personRefs } from '../tables/persons.ts';
import { meId } from '../tables/resolve-person.ts';
import { confirmedStrength } from '../tables/tie-strengths.ts';
import { findEvents, findTags, findTopics } from './queries.ts';

/** One box over everything. */
export const searchHandlers: Handlers<'search'> = {
  find: ({ book, network }, { text, limit }) => {
    if (text.trim() === '') {
      return { people: [], organisations: [], events: [], tags: [], topics: [] };
    }
    const me = meId(book);
    const graph = network.graph();
    // Of people who match alike, those I know best come first.
    const weight = (id: PersonId): number => confirmedStrength(graph, me, id) ?? 0;
    const found = findPersons(book, text, { limit, weight });
    const ids = found.map(({ id }) => id);
    const refs = personRefs(book, ids);
    const hints = personHints(book, ids);
    const folded = foldName(text);
    return {
      people: found.flatMap(({ id, matched }) => {
        const ref = refs.get(id);
        return ref === undefined ? [] : [{ ...ref, hint: hints.get(id) ?? '', matched }];
      }),
      organisations: readOrganisationsNamed(book, folded, limit),
      events: findEvents(book, folded, limit),
      tags: findTags(book, folded.replace(/^#/, ''), limit),
      topics: findTopics(book, folded, limit),
    };
  },
};
