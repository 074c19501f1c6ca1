import type { ReadableBook, SqlParameters } from '../book/access.ts';
import type { PersonId, TagId } from '../contract/common.ts';
import { jsonIds } from './persons.ts';
import { allWords, prefixMatch } from './search-words.ts';

/*
 * Tags as a part of what a text finds. They are no part of the search index: a tag given to everybody would write
 * everybody's entry anew. There are few of them, so their names are looked through for each question.
 */

const words = (parameter: string): string =>
  `SELECT rowid FROM person_words WHERE person_words MATCH ${parameter}`;
const isTagged = (person: string, parameter: string): string =>
  `EXISTS (SELECT 1 FROM person_tag AS own
     WHERE own.person_id = ${person} AND own.tag_id IN (SELECT value FROM json_each(${parameter})))`;

/** Those words of a question that begin a word of a tag's name, and whom they help to find. */
export class TaggedWords {
  readonly #book: ReadableBook;
  readonly #tagged: readonly (readonly [word: string, tags: readonly TagId[]])[];
  readonly #others: readonly string[];

  constructor(book: ReadableBook, asked: readonly string[]) {
    this.#book = book;
    const all = asked.map((word) => [word, readTagsNamed(book, word)] as const);
    this.#tagged = all.filter(([, tags]) => tags.length > 0);
    this.#others = all.filter(([, tags]) => tags.length === 0).map(([word]) => word);
  }

  /** Whether any word is one of a tag. */
  get found(): boolean {
    return this.#tagged.length > 0;
  }

  /**
   * SQL: ids of the people in whose entry or among whose tags each word is found; of those found in the entry
   * alone, perhaps only some: the index finds them by itself.
   */
  get sql(): string {
    const [from, id] =
      this.#others.length > 0
        ? [words('@otherWords'), 'person_words.rowid']
        : [
            `SELECT person_id FROM person_tag WHERE tag_id IN (SELECT value FROM json_each(@anyTag))`,
            'person_tag.person_id',
          ];
    const conditions = this.#tagged.map(
      (_, at) => `(${isTagged(id, `@tags${at}`)} OR +${id} IN (${words(`@word${at}`)}))`,
    );
    // a single word is found by the first condition already
    const more = this.#others.length === 0 && conditions.length === 1 ? [] : conditions;
    return [from, ...more].join(' AND ');
  }

  /** Of `sql`; words that are no tag's are looked for in some columns of the entry only, if these are named. */
  parameters(columns?: readonly string[]): SqlParameters {
    if (!this.found) return {};
    const values: Record<string, string> = {};
    const others = prefixMatch(this.#others, columns);
    if (others === null) values['anyTag'] = jsonIds(this.#tagged.flatMap(([, tags]) => tags));
    else values['otherWords'] = others;
    if (others === null && this.#tagged.length === 1) return values;
    this.#tagged.forEach(([word, tags], at) => {
      values[`tags${at}`] = jsonIds(tags);
      values[`word${at}`] = prefixMatch([word], columns) ?? '';
    });
    return values;
  }

  /** The ids of at most so many, each once. */
  readIds(columns: readonly string[], limit: number): PersonId[] {
    const ids = this.#book.column<PersonId>(`${this.sql} LIMIT ${limit}`, this.parameters(columns));
    return [...new Set(ids)];
  }
}

function readTagsNamed(book: ReadableBook, word: string): TagId[] {
  return book
    .all<{ id: TagId; name: string }>(
      'SELECT id, folded_name AS name FROM tag WHERE instr(folded_name, @word) > 0',
      { word },
    )
    .filter(({ name }) => allWords(name).some((part) => part.startsWith(word)))
    .map(({ id }) => id);
}
