import type { ReadableBook } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';
import { runToEnd } from '../graph/index.ts';
import { searchWords } from '../tables/search-words.ts';
import { addBirthdays, compare, type Compared, parsePeople } from './compare-people.ts';
import { byLikelihood, judgePairs, type LikelyPair } from './judge-pair.ts';
import { Names } from './names.ts';
import { mostSharers, pairKey, PairReasons } from './pair-reasons.ts';
import {
  readBirthdays,
  readColleagues,
  readNames,
  readQuestions,
  readSharedAddresses,
  readSharedNames,
  type Scope,
} from './queries.ts';

/** All likely pairs of a book, with the names by which some of them can be looked at again. */
export class FoundPairs {
  readonly names: Names;
  readonly #pairs: Map<string, LikelyPair>;
  #ordered: readonly LikelyPair[] | null = null;

  constructor(names: Names, pairs: readonly LikelyPair[]) {
    this.names = names;
    this.#pairs = new Map(pairs.map((pair) => [pairKey(pair.low, pair.high), pair]));
  }

  /** The likeliest first, of equal ones the smaller ids first. */
  get ordered(): readonly LikelyPair[] {
    this.#ordered ??= [...this.#pairs.values()].toSorted(byLikelihood);
    return this.#ordered;
  }

  /** Takes pairs with any of these people in the place of those that were known of them. */
  replace(people: ReadonlySet<PersonId>, pairs: readonly LikelyPair[]): void {
    for (const [key, { low, high }] of this.#pairs) {
      if (people.has(low) || people.has(high)) this.#pairs.delete(key);
    }
    for (const pair of pairs) this.#pairs.set(pairKey(pair.low, pair.high), pair);
    this.#ordered = null;
  }
}

const everybody: Scope = { kind: 'everybody' };
/** How much of the work is reading and the words of names, by the clock. */
const shares = { reading: 0.25, words: 0.5 } as const;
/** Names whose words are found between two steps. */
const namesAtOnce = 500;

/**
 * Looks for pairs of people who may be one, in steps of some milliseconds; reading is the longest. Pairs told apart are
 * left out. Who changes the book between two steps has to have the pairs of those people looked at again.
 */
export function* findLikelyPairs(book: ReadableBook): Generator<number, FoundPairs> {
  const addresses = readSharedAddresses(book, mostSharers, everybody);
  yield shares.reading * 0.2;
  const known = readNames(book, everybody);
  yield shares.reading * 0.4;
  const colleagues = readColleagues(book, everybody);
  yield shares.reading * 0.7;
  const namesakes = readSharedNames(book, everybody);
  yield shares.reading;
  const questions = readQuestions(book, everybody);
  const names = new Names();
  for (const [at, id] of known.ids.entries()) {
    names.set(id, searchWords(known.names[at] ?? ''));
    if (at % namesAtOnce === 0) {
      yield shares.reading + (shares.words - shares.reading) * (at / known.ids.length);
    }
  }
  const { bearers } = names;
  const read: Compared = {
    addresses,
    colleagues,
    namesakes,
    questions,
    words: bearers.keys(),
    wordCount: bearers.size,
  };
  const pairs = new PairReasons();
  const comparing = compare(read, names, pairs);
  for (const part of comparing) yield shares.words + (1 - shares.words) * part;
  return new FoundPairs(names, judgeAll(book, pairs, names));
}

function judgeAll(book: ReadableBook, pairs: PairReasons, names: Names): LikelyPair[] {
  const people = new Set([...pairs.all()].flatMap(({ low, high }) => [low, high]));
  addBirthdays(readBirthdays(book, people), pairs);
  return judgePairs(pairs, names);
}

/** Pairs with any of these people, from all that they share with anybody. `names` must know everybody. */
export function pairsAround(
  book: ReadableBook,
  people: ReadonlySet<PersonId>,
  names: Names,
): LikelyPair[] {
  const scope: Scope = { kind: 'around', ids: people };
  const words = new Set([...people].flatMap((id) => names.wordsOf(id)));
  const addresses = readSharedAddresses(book, mostSharers, scope);
  const pairs = readAndCompare(book, scope, { addresses, names, words });
  pairs.keep(({ low, high }) => people.has(low) || people.has(high));
  return judgeAll(book, pairs, names);
}

/**
 * The pairs that share an e-mail address or a phone number, which are found at once; all else that speaks for them is
 * looked for among these people alone. The likeliest first.
 */
export function pairsByAddress(book: ReadableBook): LikelyPair[] {
  const addresses = readSharedAddresses(book, mostSharers, everybody);
  const ids = new Set(addresses.flatMap(({ people }) => parsePeople(people)));
  const scope = { kind: 'within', ids } as const;
  const names = new Names();
  const known = readNames(book, scope);
  for (const [at, id] of known.ids.entries()) names.set(id, searchWords(known.names[at] ?? ''));
  const words = new Set(names.bearers.keys());
  const pairs = readAndCompare(book, scope, { addresses, names, words });
  pairs.keep(({ reasons }) =>
    reasons.some(({ kind }) => kind === 'sameEmail' || kind === 'samePhone'),
  );
  return judgeAll(book, pairs, names).toSorted(byLikelihood);
}

function readAndCompare(
  book: ReadableBook,
  scope: Scope,
  known: Pick<Compared, 'addresses'> & { names: Names; words: ReadonlySet<string> },
): PairReasons {
  const pairs = new PairReasons();
  const read: Compared = {
    addresses: known.addresses,
    colleagues: readColleagues(book, scope),
    namesakes: readSharedNames(book, scope),
    questions: readQuestions(book, scope),
    words: known.words,
    wordCount: known.words.size,
  };
  runToEnd(compare(read, known.names, pairs));
  return pairs;
}
