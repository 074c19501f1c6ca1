import type { ReadableBook, SqlParameters } from '../book/access.ts';
import type { PersonId } from '../contract/common.ts';
import { foldName } from './fold-name.ts';
import { jsonIds, personExists } from './persons.ts';
import { personIdOf } from './resolve-person.ts';
import { phoneDigits, prefixMatch, searchWords, substringMatch } from './search-words.ts';
import { TaggedWords } from './tagged-words.ts';
import { misspelling, typoMatch } from './typo-keys.ts';

export type MatchedPart = 'name' | 'organisation' | 'topic' | 'contact' | 'note' | 'typo';

export interface FoundPerson {
  readonly id: PersonId;
  readonly matched: MatchedPart;
}

export interface FindOptions {
  /** At most so many, best first. */
  readonly limit: number;
  /** Orders people who match equally well, greater first: the strength of the tie with me, 0 for none. */
  readonly weight?: (id: PersonId) => number;
  /** Only names: for boxes that complete a name. Default false. */
  readonly namesOnly?: boolean;
}

/** So many matches of one kind are weighed; more only happen for one or two letters. */
const weighed = 2000;
const typoCandidates = 500;

/**
 * People that a text finds, best first: exact name, name that begins so, words of the name, then organisation
 * and title, tags and topics, ways to reach, notes; then parts of words; and only if all that finds nothing,
 * misspelt names. Every word of the text must be found. Blank text finds nobody; '#12' the person of that id.
 */
export function findPersons(
  book: ReadableBook,
  text: string,
  { limit, weight = () => 0, namesOnly = false }: FindOptions,
): FoundPerson[] {
  const addressed = personIdOf(text.trim());
  if (addressed !== null && personExists(book, addressed)) {
    return [{ id: addressed, matched: 'name' }];
  }
  const words = searchWords(text);
  if (words.length === 0) return [];
  const found = new Map<PersonId, MatchedPart>();
  const add = (ids: readonly PersonId[], matched: MatchedPart): boolean => {
    for (const id of byWeight(
      ids.filter((other) => !found.has(other)),
      weight,
    ))
      found.set(id, matched);
    return found.size >= limit;
  };
  findInOrder(book, text, words, add, namesOnly);
  if (found.size === 0) {
    for (const id of misspeltNames(book, words, weight)) found.set(id, 'typo');
  }
  return [...found].slice(0, limit).map(([id, matched]) => ({ id, matched }));
}

type Add = (ids: readonly PersonId[], matched: MatchedPart) => boolean;

/** Goes through the kinds of match from best to worst until there are enough. */
function findInOrder(
  book: ReadableBook,
  text: string,
  words: readonly string[],
  add: Add,
  namesOnly: boolean,
): void {
  const folded = foldName(text);
  if (add(namedExactly(book, folded), 'name')) return;
  if (add(namedFrom(book, folded), 'name')) return;
  for (const [matched, columns] of namesOnly ? wordStages.slice(0, 1) : wordStages) {
    if (add(matchIds(book, 'person_words', prefixMatch(words, columns)), matched)) return;
    if (!columns.includes('topic')) continue;
    const tagged = new TaggedWords(book, words);
    if (tagged.found && add(tagged.readIds(columns, weighed), matched)) return;
  }
  const digits = phoneDigits(text);
  if (digits !== null && !namesOnly) {
    if (add(matchIds(book, 'person_trigrams', `{contact} : "${digits}"`), 'contact')) return;
  }
  for (const [matched, columns] of namesOnly ? partStages.slice(0, 1) : partStages) {
    if (add(partIds(book, words, columns), matched)) return;
  }
}

/** Each stage looks in one column more; what the added column makes match is named after it. */
const wordStages: readonly (readonly [MatchedPart, readonly string[]])[] = [
  ['name', ['name']],
  ['organisation', ['name', 'organisation']],
  ['topic', ['name', 'organisation', 'topic']],
  ['contact', ['name', 'organisation', 'topic', 'contact']],
  ['note', ['name', 'organisation', 'topic', 'contact', 'note']],
];
const partStages: readonly (readonly [MatchedPart, readonly string[]])[] = [
  ['name', ['name']],
  ['organisation', ['name', 'organisation']],
  ['contact', ['name', 'organisation', 'contact']],
];

/** Heaviest first; of equal weight in the order given. */
function byWeight(ids: readonly PersonId[], weight: (id: PersonId) => number): readonly PersonId[] {
  const weights = Float64Array.from(ids, weight);
  if (weights.every((value) => value === 0)) return ids;
  const places = ids.map((_, place) => place);
  places.sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
  return places.flatMap((place) => ids[place] ?? []);
}

function namedExactly(book: ReadableBook, folded: string): PersonId[] {
  return book.column<PersonId>(
    `SELECT id FROM person WHERE folded_name = @folded
     UNION SELECT person_id FROM person_name WHERE folded_name = @folded LIMIT ${weighed}`,
    { folded },
  );
}

function namedFrom(book: ReadableBook, folded: string): PersonId[] {
  return book.column<PersonId>(
    `SELECT id FROM person WHERE folded_name >= @folded AND folded_name < @folded || char(1114111)
     ORDER BY folded_name, id LIMIT ${weighed}`,
    { folded },
  );
}

function matchIds(
  book: ReadableBook,
  table: 'person_words' | 'person_trigrams',
  match: string | null,
): PersonId[] {
  if (match === null) return [];
  return book.column<PersonId>(
    `SELECT rowid FROM ${table} WHERE ${table} MATCH @match LIMIT ${weighed}`,
    { match },
  );
}

/**
 * Parts of words by trigrams; words too short for that must still begin a word. The "+" keeps SQLite from
 * looking the parts up once more for each row of the inner query: that took seconds.
 */
function partIds(
  book: ReadableBook,
  words: readonly string[],
  columns: readonly string[],
): PersonId[] {
  const parts = substringMatch(words, columns);
  if (parts === null) return [];
  const short = prefixMatch(words.filter((word) => word.length < 3));
  if (short === null) return matchIds(book, 'person_trigrams', parts);
  return book.column<PersonId>(
    `SELECT rowid FROM person_trigrams WHERE person_trigrams MATCH @parts
       AND +rowid IN (SELECT rowid FROM person_words WHERE person_words MATCH @short) LIMIT ${weighed}`,
    { parts, short },
  );
}

/** People whose name the words misspell, nearest first. */
function misspeltNames(
  book: ReadableBook,
  words: readonly string[],
  weight: (id: PersonId) => number,
): PersonId[] {
  const match = typoMatch(words);
  if (match === null) return [];
  const candidates = book.column<PersonId>(
    `SELECT rowid FROM person_typos WHERE person_typos MATCH @match LIMIT ${typoCandidates}`,
    { match },
  );
  const names = book.all<{ id: PersonId; name: string }>(
    `SELECT person.id, person.folded_name AS name
     FROM json_each(@ids) AS wanted CROSS JOIN person ON person.id = wanted.value
     WHERE person.folded_name IS NOT NULL
     UNION ALL
     SELECT person_name.person_id, person_name.folded_name
     FROM json_each(@ids) AS wanted CROSS JOIN person_name ON person_name.person_id = wanted.value`,
    { ids: jsonIds(candidates) },
  );
  const distances = new Map<PersonId, number>();
  for (const { id, name } of names) {
    const edits = misspelling(words, searchWords(name));
    if (edits !== null) distances.set(id, Math.min(edits, distances.get(id) ?? edits));
  }
  return byWeight([...distances.keys()], weight).toSorted(
    (a, b) => (distances.get(a) ?? 0) - (distances.get(b) ?? 0),
  );
}

/**
 * The condition "person.id is found by this text" for a list that is ordered by something else, as SQL with its
 * parameters; null for blank text (everybody). Misspelt names count only when nothing else is found.
 */
export function textCondition(
  book: ReadableBook,
  text: string,
): { sql: string; parameters: SqlParameters } | null {
  const words = searchWords(text);
  const match = prefixMatch(words);
  if (match === null) return text.trim() === '' ? null : { sql: 'false', parameters: {} };
  const digits = phoneDigits(text);
  const parts = digits === null ? substringMatch(words) : `{contact} : "${digits}"`;
  const withParts = parts !== null && (digits !== null || words.every((word) => word.length > 2));
  const sources = [
    ['person_words', '@textWords'],
    ...(withParts ? [['person_trigrams', '@textParts']] : []),
  ].map(([table, value]) => `SELECT rowid FROM ${table} WHERE ${table} MATCH ${value}`);
  const tagged = new TaggedWords(book, words);
  if (tagged.found) sources.push(tagged.sql);
  const parameters = {
    textWords: match,
    ...(withParts ? { textParts: parts } : {}),
    ...tagged.parameters(),
  };
  // One look at the beginning of each answer is enough: most texts find somebody.
  if (sources.some((sql) => book.value(`${sql} LIMIT 1`, parameters) !== undefined)) {
    return { sql: `person.id IN (${sources.join(' UNION ')})`, parameters };
  }
  return {
    sql: 'person.id IN (SELECT value FROM json_each(@textIds))',
    parameters: { textIds: jsonIds(misspeltNames(book, words, () => 0)) },
  };
}
