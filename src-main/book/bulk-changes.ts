import type { ReadableBook, SqlParameters, WritableBook } from './access.ts';
import { imageExpression } from './row-images.ts';
import { readDataTables } from './schema.ts';

/*
 * Rows that a command inserts or deletes by the ten thousand are logged for undo together instead of by a trigger each: a
 * statement that fires triggers keeps a copy of each page it touches, which takes longer than the row itself. The
 * triggers of deletions rest while `is_bulk` is set, those of insertions are away.
 */

/** What the triggers ask: the step that is recorded. */
export const recordingTable =
  'CREATE TEMP TABLE recording_step (id INTEGER NOT NULL, is_bulk INTEGER NOT NULL DEFAULT 0);';

/** Logs that rows of a table, those with these ids, are there now; nothing when no step is recorded. */
export function noteInserted(book: WritableBook, table: string, first: number, last: number): void {
  // the ids up to its own are kept free for the rows that an undo makes of it
  book.run(
    `INSERT INTO change_row (id, step_id, table_name, row_id, row_count)
     SELECT (SELECT coalesce(max(id), 0) FROM change_row) + @count, recording_step.id, @table, @last, @count
     FROM temp.recording_step`,
    { table, last, count: last - first + 1 },
  );
}

/** Gives each of the rows that a step inserted together a row of the log of its own, as an undo needs them. */
export function expandRuns(book: WritableBook, step: number): void {
  const runs = book.all<{ id: number; table: string; last: number; count: number }>(
    `SELECT id, table_name AS "table", row_id AS last, row_count AS count FROM change_row
     WHERE step_id = @step AND row_count > 1`,
    { step },
  );
  for (const run of runs) {
    book.run(
      `WITH RECURSIVE before (place) AS (
         SELECT @count - 1 UNION ALL SELECT place - 1 FROM before WHERE place > 1
       )
       INSERT INTO change_row (id, step_id, table_name, row_id)
       SELECT @id - place, @step, @table, @last - place FROM before`,
      { ...run, step },
    );
    book.run('UPDATE change_row SET row_count = 1 WHERE id = @id', { id: run.id });
  }
}

/**
 * Carries out insertions into a table while the triggers of insertions into it are away. They are temporary, so that
 * they come and go without a trace in the file; a rollback brings them back as well.
 */
export function withoutInsertTriggers(book: WritableBook, table: string, action: () => void): void {
  const triggers = book
    .all<{ name: string; sql: string }>(
      "SELECT name, sql FROM temp.sqlite_schema WHERE type = 'trigger' AND tbl_name = @table",
      { table },
    )
    .filter(({ sql }) => /\bAFTER INSERT ON\b/.test(sql));
  for (const { name } of triggers) book.run(`DROP TRIGGER temp.${name}`);
  try {
    action();
  } finally {
    for (const { sql } of triggers) {
      book.run(sql.replace(/^CREATE TRIGGER/, 'CREATE TEMP TRIGGER IF NOT EXISTS'));
    }
  }
}

/**
 * Logs the rows of a table for which a condition holds, as they are before they go: in the order of their ids, one after
 * the other in the log. Null when no step is recorded, or the table is none whose changes are.
 */
export function noteGoing(
  book: WritableBook,
  table: string,
  condition: string,
  parameters: SqlParameters,
): { readonly first: number; readonly count: number } | null {
  const isRecorded = book.value('SELECT 1 FROM temp.recording_step') !== undefined;
  const image = isRecorded ? imageOf(book, table) : undefined;
  if (image === undefined) return null;
  const { changes, id } = book.run(
    `INSERT INTO change_row (step_id, table_name, row_id, image)
     SELECT (SELECT id FROM temp.recording_step), '${table}', id, ${image} FROM main."${table}"
     WHERE ${condition} ORDER BY id`,
    parameters,
  );
  return { first: id - changes + 1, count: changes };
}

const imagesByBook = new WeakMap<ReadableBook, ReadonlyMap<string, string>>();

/** SQL for the image of a row of a table. */
function imageOf(book: ReadableBook, table: string): string | undefined {
  let images = imagesByBook.get(book);
  if (images === undefined) {
    images = new Map(
      readDataTables(book).map((each) => [each.name, imageExpression(each, `"${each.name}"`)]),
    );
    imagesByBook.set(book, images);
  }
  return images.get(table);
}
