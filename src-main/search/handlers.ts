import type { ReadableBook } from '../book/access.ts';
import type { Handlers } from '../book/context.ts';
import type { PersonId } from '../contract/common.ts';
import type { OutputOf, StoreContract } from '../contract/index.ts';
import { findPersons } from '../tables/find-persons.ts';
import { foldName } from '../tables/fold-name.ts';
import { readOrganisationsNamed } from '../tables/organisations.ts';
import { personHints, personRefs } from '../tables/persons.ts';
import { searchWords } from '../tables/search-words.ts';
import { meId } from '../tables/resolve-person.ts';
import { confirmedStrength } from '../tables/tie-strengths.ts';
import {
  findMisspeltEvents,
  findMisspeltOrganisations,
  findMisspeltTags,
  findMisspeltTopics,
} from '../tables/misspelt-names.ts';
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
    const other = findOthers(book, text, limit);
    const isFound = found.some(({ matched }) => matched !== 'typo') || countOf(other) > 0;
    return {
      people: found.flatMap(({ id, matched }) => {
        const ref = refs.get(id);
        return ref === undefined ? [] : [{ ...ref, hint: hints.get(id) ?? '', matched }];
      }),
      ...(isFound ? other : findMisspelt(book, text, limit)),
    };
  },
};

type Others = Omit<OutputOf<StoreContract['search']['find']>, 'people'>;

/** What is not a person, by name. */
function findOthers(book: ReadableBook, text: string, limit: number): Others {
  const folded = foldName(text);
  return {
    organisations: readOrganisationsNamed(book, folded, limit),
    events: findEvents(book, folded, limit),
    tags: findTags(book, folded.replace(/^#/, ''), limit),
    topics: findTopics(book, folded, limit),
  };
}

/** The same for a text that nothing contains, as it may be misspelt. */
function findMisspelt(book: ReadableBook, text: string, limit: number): Others {
  const words = searchWords(text);
  if (words.length === 0) return { organisations: [], events: [], tags: [], topics: [] };
  return {
    organisations: findMisspeltOrganisations(book, words, limit),
    events: findMisspeltEvents(book, words, limit),
    tags: findMisspeltTags(book, words, limit),
    topics: findMisspeltTopics(book, words, limit),
  };
}

function countOf({ events, organisations, tags, topics }: Others): number {
  return events.length + organisations.length + tags.length + topics.length;
}
