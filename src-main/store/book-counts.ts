import type { ReadableBook } from '../book/access.ts';
import type { BookStatus } from '../contract/book.ts';

export const noCounts: BookStatus['counts'] = {
  people: 0,
  ties: 0,
  events: 0,
  introductions: 0,
  organisations: 0,
  questions: 0,
};

/** How much is in the book; people without me, questions without the answered ones. */
export function countBook(book: ReadableBook): BookStatus['counts'] {
  return (
    book.get<BookStatus['counts']>(
      `SELECT (SELECT count(*) FROM person WHERE is_me = 0) AS people,
         (SELECT count(*) FROM tie) AS ties,
         (SELECT count(*) FROM event) AS events,
         (SELECT count(*) FROM introduction) AS introductions,
         (SELECT count(*) FROM organisation) AS organisations,
         (SELECT count(*) FROM identity_question WHERE answer IS NULL) AS questions`,
    ) ?? noCounts
  );
}
