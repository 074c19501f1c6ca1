/** Writes a stage into the book, one table after the other. */
import type { Checkpoint } from '../book/context.ts';
import type { SqlValue, WritableBook } from '../book/access.ts';
import { readChangedRows, TraceCollector, writeChangedRows } from './import-traces.ts';
import { type Stage, stagedTables } from './plan-stage.ts';
import { StagedIds, type StagedRows } from './staged-rows.ts';

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
): StagedIds {
  const total = stagedTables.reduce((sum, { name }) => sum + stage.inserts(name).size, 1);
  let written = 0;
  const onRow = (): void => {
    if (written % checkEvery === 0) checkpoint(written / total, 'Writing');
    written++;
  };
  const ids = new StagedIds(stage.refs);
  const changed = readChangedRows(book, stage);
  const traces = new TraceCollector(stage);
  // First, since a staged row may stand in the place of one that goes.
  for (const [table, removed] of stage.removals()) {
    for (const { id } of removed) book.run(`DELETE FROM ${table} WHERE id = @id`, { id });
  }
  for (const { name, references } of stagedTables) {
    const staged = stage.inserts(name);
    if (staged.size === 0) continue;
    traces.startTable(name, staged);
    const rows = resolveRows(staged, references, ids, onRow, traces);
    const first = book.insertAll(name, staged.columns, rows);
    traces.endTable(first);
    let id = first;
    for (const place of staged.places()) ids.set(staged.refAt(place), id++);
  }
  updateRows(book, stage);
  traces.write(book, ids);
  writeChangedRows(book, changed, ids);
  return ids;
}

function updateRows(book: WritableBook, stage: Stage): void {
  // thousands one behind the other are alike, and a text that is the same one is found quicker than an equal one
  let [sql, like] = ['', ''];
  for (const { table, id, values } of stage.updates()) {
    const columns = Object.keys(values);
    const form = `${table} ${columns.join(' ')}`;
    if (form !== like) {
      const assignments = columns.map((column) => `${column} = @${column}`);
      sql = `UPDATE ${table} SET ${assignments.join(', ')} WHERE id = @id`;
      like = form;
    }
    book.run(sql, { ...values, id });
  }
}

/** Rows as values in the order of the columns, ids in the place of refs. */
function* resolveRows(
  rows: StagedRows,
  references: readonly string[],
  ids: StagedIds,
  onRow: () => void,
  traces: TraceCollector,
): Iterable<SqlValue[]> {
  const places = references.map((column) => rows.columns.indexOf(column));
  for (const at of rows.places()) {
    const values = rows.valuesAt(at);
    for (const place of places) {
      const value = values[place];
      if (typeof value !== 'number' || value > 0) continue;
      const id = ids.get(value);
      if (id === undefined) {
        const column = rows.columns[place];
        throw new Error(`The plan refers to a row that it never made: ${column}.`);
      }
      values[place] = id;
    }
    onRow();
    traces.add(rows.refAt(at), values);
    yield values;
  }
}
