import type { ReadableBook } from '../../book/access.ts';
import type { Table } from '../../book/schema.ts';
import { takePicture } from '../../book/testing/random-writes.ts';

/**
 * The book as one text, but for the ids of ties: one that ended may come back under another id, since within one
 * import its own may have been given away.
 */
export function pictureButTieIds(book: ReadableBook, tables: readonly Table[]): string {
  const others = tables.filter((table) => table.name !== 'tie' && table.name !== 'evidence');
  const ties = book.all(
    `SELECT low_person_id, high_person_id, rating, stated_strength, kind, platform_id, direction, on_date,
       event_id, introduction_id, note, import_id
     FROM tie LEFT JOIN evidence ON evidence.tie_id = tie.id ORDER BY 1, 2, 5, 6, 7, 8, 9, 10, 11, 12`,
  );
  return `${takePicture(book, others)}\n${JSON.stringify(ties)}`;
}
