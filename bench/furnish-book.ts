import Database from 'better-sqlite3';
import type { WritableBook } from '../src-main/book/access.ts';
import { createAccess } from '../src-main/book/database.ts';
import { rebuildSearch } from '../src-main/search/indexing.ts';
import { foldName } from '../src-main/tables/fold-name.ts';
import type { DrawnBook } from './draw-book.ts';
import type { Draw } from './draw-life.ts';
import { furnishEvents } from './furnish-events.ts';
import { furnishIntroductions } from './furnish-introductions.ts';
import { furnishPeople } from './furnish-people.ts';

/** What the parts of the furniture have in common. */
export interface Furnishing {
  readonly book: WritableBook;
  readonly draw: Draw;
  readonly me: number;
  readonly people: number;
  /** Those tied to me, by id. */
  readonly mine: readonly number[];
  /** The day so many days before the day on which the book is looked at; below 0: after it. */
  readonly ago: (days: number) => string;
}

/** My name in a furnished book. */
const ME = { given: 'Mara', family: 'Lindqvist', display: 'Mara Lindqvist' };

/**
 * Puts into a generated book what ten years of use leave in one: notes, ways to reach people, former jobs, tags,
 * events, contacts, follow-ups, introductions and what came of them. For what is looked at, not only asked: the
 * window, its pictures, the search box.
 *
 * @param today days are counted from here, as the program counts them from the day it runs
 */
export function furnishBook(path: string, drawn: DrawnBook, draw: Draw, today: string): void {
  const db = new Database(path);
  try {
    db.exec(`PRAGMA journal_mode = DELETE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
      PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -400000; BEGIN`);
    const { me, people } = drawn;
    const book = createAccess(db).writer;
    const noon = Date.parse(`${today}T12:00:00Z`);
    const furnishing: Furnishing = {
      book,
      draw,
      me,
      people,
      mine: [...drawn.high.subarray(drawn.start[me], drawn.start[me + 1])],
      ago: (days) => new Date(noon - days * 86_400_000).toISOString().slice(0, 10),
    };
    book.run(
      `UPDATE person SET display_name = @display, given_name = @given, family_name = @family, folded_name = @folded,
         do_not_ask = 0 WHERE id = @me`,
      { ...ME, folded: foldName(ME.display), me },
    );
    furnishPeople(furnishing);
    furnishEvents(furnishing);
    furnishIntroductions(furnishing);
    rebuildSearch(book);
    db.exec('COMMIT');
  } finally {
    db.close();
  }
}
