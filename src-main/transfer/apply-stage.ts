/** Writes a stage into the book: plain prepared inserts, one table after the other. */
import type { Checkpoint } from '../book/context.ts';
import type { SqlParameters, WritableBook } from '../book/access.ts';
import { readChangedRows, TraceCollector, writeChangedRows } from './import-traces.ts';
import { type Ref, type Stage, type StagedRow, stagedTables } from './plan-stage.ts';

/** Rows between two looks at whether to go on. */
const checkEvery = 500;

/**
 * Deletes, inserts and updates all that is staged. The book must be as it was when the stage was filled.
 * Returns the ids that staged rows were given, by ref.
 */
export function applyStage(
  book: WritableBook,
  stage: Stage,
  checkpoint: Checkpoint = () => undefined,
): ReadonlyMap<Ref, number> {
  const total = stagedTables.reduce((sum, { name }) => sum + stage.inserts(name).size, 1);
  let written = 0;
  const ids = new Map<Ref, number>();
  const changed = readChangedRows(book, stage);
  const traces = new TraceCollector(stage);
  // First, since a staged row may stand in the place of one that goes.
  for (const [table, removed] of stage.removals()) {
    for (const { id } of removed) book.run(`DELETE FROM ${table} WHERE id = @id`, { id });
  }
  for (const { name, references } of stagedTables) {
    let sql: string | undefined;
    for (const [ref, row] of stage.inserts(name)) {
      sql ??= insertSql(name, Object.keys(row));
      if (written % checkEvery === 0) checkpoint(written / total, 'Writing');
      written++;
      const { id } = book.run(sql, resolveReferences(row, references, ids));
      ids.set(ref, id);
      traces.add(name, ref, row, id);
    }
  }
  for (const { table, id, values } of stage.updates()) {
    const columns = Object.keys(values).map((column) => `${column} = @${column}`);
    book.run(`UPDATE ${table} SET ${columns.join(', ')} WHERE id = @id`, { ...values, id });
  }
  traces.write(book, ids);
  writeChangedRows(book, changed, ids);
  return ids;
}

function insertSql(table: string, columns: readonly string[]): string {
  const values = columns.map((column) => `@${column}`);
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values.join(', ')})`;
}

/** Puts ids in place of refs. The row is ours alone: changing it in place spares a copy of each. */
function resolveReferences(
  row: StagedRow,
  references: readonly string[],
  ids: ReadonlyMap<Ref, number>,
): SqlParameters {
  for (const column of references) {
    const ref = row[column];
    if (typeof ref !== 'number' || ref > 0) continue;
    const id = ids.get(ref);
    if (id === undefined)
      throw new Error(`The plan refers to a row that it never made: ${column}.`);
    row[column] = id;
  }
  return row;
}
