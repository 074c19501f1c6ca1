import type { ReadableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';
import { foldName } from '../tables/fold-name.ts';
import { allWords, prefixMatch, searchWords } from '../tables/search-words.ts';
import { TaggedWords } from '../tables/tagged-words.ts';
import { readPeopleIndexed, readPeopleWithAddress } from './queries.ts';

/** The columns of the search index that say what a person does, offers, or is noted for. */
const columns = ['organisation', 'topic', 'note'] as const;

/** Words of a question in everyday English that say nothing of what is looked for. */
const fillers = new Set(
  `a about an and any anybody anyone are as at be been but by can could did do does find for from good had has have
   help her his how i in into is it its know knows like look looking looks me might mine must my need needs not of on
   or our people person please searching she should some somebody someone that the their them there these they this
   those to us want wants was we were what when where which who whom whose will with would you your`.split(
    /\s+/,
  ),
);

/** What a question looks for, in the order of the words; all of them when each is a filler. Folded. */
export function tellingWords(text: string): string[] {
  const telling = allWords(foldName(text)).filter((word) => !fillers.has(word));
  return searchWords(telling.length > 0 ? telling.join(' ') : text);
}

/** People whose job, company, tags, topics, notes or address mention all of the words of a text; without me. */
export function readPeopleMentioning(book: ReadableBook, text: string): PersonId[] {
  const [first, ...others] = searchWords(text);
  if (first === undefined) return [];
  let people = readMentions(book, first);
  for (const word of others) {
    if (people.length === 0) return [];
    const also = new Set(readMentions(book, word));
    people = people.filter((id) => also.has(id));
  }
  return people;
}

/** The same of one folded word, or of what begins so. In the order of the ids. */
function readMentions(book: ReadableBook, word: string): PersonId[] {
  const match = prefixMatch([word], columns);
  if (match === null) return [];
  const tagged = new TaggedWords(book, [word]);
  return readPeopleIndexed(book, match, [
    ...(tagged.found ? tagged.readIds(columns, Number.MAX_SAFE_INTEGER) : []),
    ...readPeopleWithAddress(book, prefixMatch([word], ['contact']) ?? ''),
  ]);
}

/** True if the job, company, tags, topics, notes or address of somebody but me mention a folded word. */
export function isMentioned(book: ReadableBook, word: string): boolean {
  return readMentions(book, word).length > 0;
}

/** A part of a question that the book has something of. */
export interface Mentioned {
  /** In the order of the question. */
  readonly words: readonly string[];
  /** The words of the question that the book has nothing of together with these. */
  readonly without: readonly string[];
  readonly people: number;
}

/**
 * The parts of a question that somebody is mentioned with: all of its telling words, if anybody is, else the largest
 * parts of which somebody has every word; what most people are mentioned with first. Empty when nobody has any.
 */
export function findMentioned(book: ReadableBook, text: string, limit: number): Mentioned[] {
  const words = tellingWords(text);
  // bit n of a person's set: word n is mentioned. At most twelve words: searchWords cuts there
  const found = new Map<PersonId, number>();
  words.forEach((word, at) => {
    for (const id of readMentions(book, word)) found.set(id, (found.get(id) ?? 0) | (1 << at));
  });
  const parts = new Map<number, number>();
  for (const part of found.values()) parts.set(part, (parts.get(part) ?? 0) + 1);
  const sizeOf = (part: number): number => words.filter((_, at) => hasWord(part, at)).length;
  const most = Math.max(0, ...[...parts.keys()].map(sizeOf));
  return [...parts]
    .filter(([part]) => sizeOf(part) === most)
    .toSorted(([a, x], [b, y]) => y - x || a - b)
    .slice(0, limit)
    .map(([part, people]) => ({
      words: words.filter((_, at) => hasWord(part, at)),
      without: words.filter((_, at) => !hasWord(part, at)),
      people,
    }));
}

function hasWord(part: number, at: number): boolean {
  return (part & (1 << at)) !== 0;
}
