import type { ReadableBook } from '../book/access.ts';
import type { EventId } from '../contract/common.ts';
import { foldName } from '../tables/fold-name.ts';
import type { Tag } from '../tables/tags.ts';
import type { Topic } from '../tables/topics.ts';

/*
 * Everything but people and organisations: thousands of rows at most, so a look at each is quick enough.
 * Names that begin with the text come before names that contain it.
 */

const matches = 'instr(folded_name, @folded) > 0';
const bestFirst = 'instr(folded_name, @folded) = 1 DESC, folded_name';

/** Tags whose name contains a folded text. */
export function findTags(book: ReadableBook, folded: string, limit: number): Tag[] {
  return book.all(
    `SELECT id, name, colour FROM tag WHERE ${matches} ORDER BY ${bestFirst} LIMIT @limit`,
    { folded, limit },
  );
}

/** Topics by name or by a synonym. */
export function findTopics(book: ReadableBook, folded: string, limit: number): Topic[] {
  return book.all(
    `SELECT id, name FROM topic
     WHERE ${matches} OR id IN (SELECT topic_id FROM topic_synonym WHERE ${matches})
     ORDER BY ${bestFirst} LIMIT @limit`,
    { folded, limit },
  );
}

interface EventRow {
  readonly id: EventId;
  readonly title: string;
  readonly heldOn: string | null;
  readonly place: string;
}

/** Events by title or place, latest first. */
export function findEvents(
  book: ReadableBook,
  folded: string,
  limit: number,
): Omit<EventRow, 'place'>[] {
  const found: Omit<EventRow, 'place'>[] = [];
  const events = book.iterate<EventRow>(
    'SELECT id, title, held_on AS heldOn, place FROM event ORDER BY held_on DESC, id DESC',
  );
  for (const { id, title, heldOn, place } of events) {
    if (!foldName(`${title} ${place}`).includes(folded)) continue;
    found.push({ id, title, heldOn });
    if (found.length === limit) break;
  }
  return found;
}
