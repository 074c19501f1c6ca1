import type { ReadableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';
import {
  findMisspeltOrganisations,
  findMisspeltTags,
  findMisspeltTopics,
} from '../tables/misspelt-names.ts';
import { searchWords } from '../tables/search-words.ts';
import { readPeopleTagged, readPeopleWho } from './queries.ts';
import type { MissingWord } from './missing-words.ts';
import { personReadings } from './person-readings.ts';
import type { Reading } from './understand-text.ts';

/** More guesses of one kind would hide that they are guesses. */
const mostOfAKind = 4;

/** Of a single word within a longer text. */
const mostPeople = 2;

/**
 * What a text may mean of which the book has nothing as it stands: names that it misspells as a whole; or else, for
 * each of its words that are missing, names that the word misspells, and people who are called so or nearly so.
 */
export function guessReadings(
  book: ReadableBook,
  question: {
    readonly text: string;
    readonly missing: readonly MissingWord[];
    readonly weight: (id: PersonId) => number;
  },
  today: string,
): Reading[] {
  const { text, missing, weight } = question;
  const whole = misspeltReadings(book, text, today);
  // of a single word people were looked for already
  if (whole.length > 0 || searchWords(text).length < 2) return whole;
  const guesses = missing.flatMap(({ folded, typed, isName }) => [
    ...(isName || folded.length < shortestGuessed ? [] : misspeltReadings(book, typed, today)),
    ...(isName || folded.length >= shortestGuessed
      ? personReadings(book, typed, { limit: mostPeople, weight })
      : []),
  ]);
  return [...new Map(guesses.map((each) => [JSON.stringify(each.target), each])).values()];
}

/** Nearly every shorter word is a letter away from another one. */
const shortestGuessed = 5;

/**
 * Topics (synonyms included), companies and tags whose name the text may misspell, the nearest of each kind first;
 * for when the book contains nothing of the text as it stands.
 */
function misspeltReadings(book: ReadableBook, text: string, today: string): Reading[] {
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
    misspelt: text,
    without: [],
  }));
}
