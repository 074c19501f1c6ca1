import type { ReadableBook, SqlParameters, WritableBook } from './access.ts';
import { imageExpression } from './row-images.ts';
import { readDataTables } from './schema.ts';

/*
 * Rows that a command inserts or deletes by the ten thousand are logged for undo by one statement instead of by a trigger
 * each. While `is_bulk` is set the triggers of both rest.
 */

/** What the triggers ask: the step that is recorded, and the rows of it that were logged together. */
export const recordingTables = `
  CREATE TEMP TABLE recording_step (id INTEGER NOT NULL, is_bulk INTEGER NOT NULL DEFAULT 0);
  CREATE TEMP TABLE recorded_run (
    first_id INTEGER NOT NULL, last_id INTEGER NOT NULL, table_name TEXT NOT NULL, first_row_id INTEGER NOT NULL
  );`;

/** Rows of the log that stand for rows of one table, both with ids in a row. */
export interface RecordedRun {
  readonly firstId: number;
  readonly lastId: number;
  readonly table: string;
  readonly firstRowId: number;
}

/** Logs that rows of a table, those with these ids, are there now; nothing when no step is recorded. */
export function noteInserted(book: WritableBook, table: string, first: number, last: number): void {
  const { changes, id } = book.run(
    `INSERT INTO change_row (step_id, table_name, row_id, image)
     SELECT recording_step.id, @table, added.id, NULL
     FROM temp.recording_step CROSS JOIN main."${table}" AS added
     WHERE added.id BETWEEN @first AND @last ORDER BY added.id`,
    { table, first, last },
  );
  if (changes === 0) return;
  book.run(
    `INSERT INTO temp.recorded_run (first_id, last_id, table_name, first_row_id)
     VALUES (@firstId, @id, @table, @first)`,
    { firstId: id - changes + 1, id, table, first },
  );
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

/** The runs of the step that is recorded, in order. */
export function readRecordedRuns(book: ReadableBook): RecordedRun[] {
  return book.all(
    `SELECT first_id AS firstId, last_id AS lastId, table_name AS "table", first_row_id AS firstRowId
     FROM temp.recorded_run ORDER BY first_id`,
  );
}
