import type { ReadableBook } from '../book/access.ts';
import {
  findMisspeltOrganisations,
  findMisspeltTags,
  findMisspeltTopics,
} from '../tables/misspelt-names.ts';
import { searchWords } from '../tables/search-words.ts';
import { readPeopleTagged, readPeopleWho } from './queries.ts';
import type { Reading } from './understand-text.ts';

/** More guesses of one kind would hide that they are guesses. */
const mostOfAKind = 4;

/**
 * Topics (synonyms included), companies and tags whose name the text may misspell, the nearest of each kind first;
 * for when the book contains nothing of the text as it stands.
 */
export function misspeltReadings(book: ReadableBook, text: string, today: string): Reading[] {
  const words = searchWords(text);
  if (words.length === 0) return [];
  const topics = findMisspeltTopics(book, words, mostOfAKind);
  const ofTopics = (['offers', 'needs'] as const).flatMap((kind) =>
    topics.map(({ id, name }) => ({
      target: { kind, id },
      label: kind === 'offers' ? `Offers ${name}` : `Needs ${name}`,
      people: readPeopleWho(book, kind, id, today).length,
    })),
  );
  const organisations = findMisspeltOrganisations(book, words, mostOfAKind).map(
    ({ id, name, people }) => ({
      target: { kind: 'organisation' as const, id, withPast: false },
      label: name,
      people,
    }),
  );
  const tags = findMisspeltTags(book, words, mostOfAKind).map(({ id, name }) => ({
    target: { kind: 'tag' as const, id },
    label: `#${name}`,
    people: readPeopleTagged(book, id).length,
  }));
  return [...ofTopics, ...organisations, ...tags].map((reading) => ({
    ...reading,
    hint: '',
    isMisspelt: true,
    without: [],
  }));
}
