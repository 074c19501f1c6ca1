import type { ReadableBook } from '../book/access.ts';
import type { EventId, OrganisationId } from '../contract/common.ts';
import { jsonIds } from './persons.ts';
import { searchWords } from './search-words.ts';
import type { Tag } from './tags.ts';
import type { Topic } from './topics.ts';
import { editsBetween } from './typo-keys.ts';

/*
 * Names of companies, events, tags and topics that a text misspells; for when nothing contains it. People have an
 * index of their own for that. These lists are short enough to look at each row, but not to look at it long: the
 * words are compared letter by letter only, without regard to how they sound.
 */

interface NamedRow {
  readonly id: number;
  readonly name: string;
}

/** So many names are looked at of each list; beyond that a look at each would be felt while typing. */
const lookedAt = 20_000;

/** The ids of the rows whose name the words misspell, nearest first, each once. */
function nearest(rows: Iterable<NamedRow>, words: readonly string[], limit: number): number[] {
  const distances = new Map<number, number>();
  for (const { id, name } of rows) {
    const edits = editsBetween(words, searchWords(name));
    if (edits !== null) distances.set(id, Math.min(edits, distances.get(id) ?? edits));
  }
  return [...distances]
    .toSorted(([, a], [, b]) => a - b)
    .slice(0, limit)
    .map(([id]) => id);
}

/** Rows for ids, in their order. */
function inOrder<Row>(book: ReadableBook, sql: string, ids: readonly number[]): Row[] {
  return ids.length === 0 ? [] : book.all<Row>(sql, { ids: jsonIds(ids) });
}

const wanted = 'json_each(@ids) AS wanted';

/** Tags whose name the words misspell. */
export function findMisspeltTags(
  book: ReadableBook,
  words: readonly string[],
  limit: number,
): Tag[] {
  const rows = book.iterate<NamedRow>(`SELECT id, name FROM tag LIMIT ${lookedAt}`);
  return inOrder(
    book,
    `SELECT tag.id, tag.name, tag.colour FROM ${wanted} JOIN tag ON tag.id = wanted.value ORDER BY wanted.key`,
    nearest(rows, words, limit),
  );
}

/** Topics whose name, or another word for them, the words misspell. */
export function findMisspeltTopics(
  book: ReadableBook,
  words: readonly string[],
  limit: number,
): Topic[] {
  const rows = book.iterate<NamedRow>(
    `SELECT id, name FROM topic UNION ALL SELECT topic_id, name FROM topic_synonym LIMIT ${lookedAt}`,
  );
  return inOrder(
    book,
    `SELECT topic.id, topic.name FROM ${wanted} JOIN topic ON topic.id = wanted.value ORDER BY wanted.key`,
    nearest(rows, words, limit),
  );
}

/** Events whose title the words misspell. */
export function findMisspeltEvents(
  book: ReadableBook,
  words: readonly string[],
  limit: number,
): { readonly id: EventId; readonly title: string; readonly heldOn: string | null }[] {
  const rows = book.iterate<NamedRow>(
    `SELECT id, title AS name FROM event ORDER BY held_on DESC LIMIT ${lookedAt}`,
  );
  return inOrder(
    book,
    `SELECT event.id, event.title, event.held_on AS heldOn
     FROM ${wanted} JOIN event ON event.id = wanted.value ORDER BY wanted.key`,
    nearest(rows, words, limit),
  );
}

/** Organisations whose name the words misspell; of many, those that begin with one of the words' first letters. */
export function findMisspeltOrganisations(
  book: ReadableBook,
  words: readonly string[],
  limit: number,
): { readonly id: OrganisationId; readonly name: string; readonly people: number }[] {
  const [first = ''] = words;
  const rows = book.iterate<NamedRow>(
    `SELECT id, folded_name AS name FROM organisation
     WHERE folded_name >= @from AND folded_name < @from || char(1114111) LIMIT ${lookedAt}`,
    { from: first.slice(0, 1) },
  );
  return inOrder(
    book,
    `SELECT organisation.id, organisation.name,
       (SELECT count(DISTINCT person_id) FROM role
        WHERE organisation_id = organisation.id AND is_current = 1) AS people
     FROM ${wanted} JOIN organisation ON organisation.id = wanted.value ORDER BY wanted.key`,
    nearest(rows, words, limit),
  );
}
