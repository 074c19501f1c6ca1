import type { ReadableBook } from './access.ts';

/**
 * A text that differs whenever a command, an undo or a redo has changed the book since it was last read; for
 * what is worked out in one call and used in a later one. The step of the command that asks does not count.
 */
export function readChangeStamp(book: ReadableBook): string {
  const steps = book.get<{ last: number; undone: number }>(
    `SELECT coalesce(max(id), 0) AS last, coalesce(sum(is_undone), 0) AS undone FROM change_step
     WHERE id NOT IN (SELECT id FROM temp.recording_step)`,
  );
  const file =
    book.value<string>("SELECT file FROM pragma_database_list WHERE name = 'main'") ?? '';
  return JSON.stringify([file, steps?.last, steps?.undone]);
}
