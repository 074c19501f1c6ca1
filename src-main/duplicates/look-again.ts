import type { ReadableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';
import { searchWords } from '../tables/search-words.ts';
import { parsePeople } from './compare-people.ts';
import { type FoundPairs, pairsAround } from './find-duplicates.ts';
import { largestOrganisation, mostBearers, mostNamesakes, mostSharers } from './pair-reasons.ts';
import { readNames, readSharedBy } from './queries.ts';
import type { TouchedPeople } from './touched-people.ts';

/**
 * Looks again at the pairs that a change may have made, unmade or judged otherwise: those of the people it is about, and
 * of whoever shares with them an address, a name or a word of a name that may just have become rare enough to speak,
 * or too common.
 *
 * @returns false when so much may have changed that everybody must be looked at
 */
export function lookAgain(book: ReadableBook, found: FoundPairs, touched: TouchedPeople): boolean {
  const { people } = touched;
  if (people.size === 0) return true;
  const words = renew(book, found, people);
  // a block had at most so many more or fewer before the change
  const slack = people.size;
  const isNear = (size: number, limit: number): boolean =>
    size > limit - slack && size <= limit + slack;
  const concerned = new Set(people);
  for (const word of words) {
    const bearers = found.names.bearers.get(word) ?? [];
    if (isNear(bearers.length, mostBearers)) for (const id of bearers) concerned.add(id);
  }
  for (const { kind, people: sharers } of readSharedBy(book, touched)) {
    const ids = parsePeople(sharers);
    if (kind === 'organisation') {
      if (isNear(ids.length, largestOrganisation)) return false;
      continue;
    }
    // how an address is written in the reason may be another one's way of writing it: all its few sharers
    const isConcerned =
      kind === 'address' ? ids.length <= mostSharers + slack : isNear(ids.length, mostNamesakes);
    if (isConcerned) for (const id of ids) concerned.add(id);
  }
  found.replace(concerned, pairsAround(book, concerned, found.names));
  return true;
}

/** Brings the words of people's names up to date; gives those that they bore or bear. */
function renew(
  book: ReadableBook,
  { names }: FoundPairs,
  people: ReadonlySet<PersonId>,
): ReadonlySet<string> {
  const words = new Set([...people].flatMap((id) => names.wordsOf(id)));
  for (const id of people) names.set(id, []);
  const now = readNames(book, { kind: 'within', ids: people });
  for (const [at, id] of now.ids.entries()) {
    const own = searchWords(now.names[at] ?? '');
    names.set(id, own);
    for (const word of own) words.add(word);
  }
  return words;
}
