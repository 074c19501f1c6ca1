/** Writes a stage into the book, one table after the other. */
import type { Checkpoint } from '../book/context.ts';
import type { SqlValue, WritableBook } from '../book/access.ts';
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
  const onRow = (): void => {
    if (written % checkEvery === 0) checkpoint(written / total, 'Writing');
    written++;
  };
  const ids = new Map<Ref, number>();
  const changed = readChangedRows(book, stage);
  const traces = new TraceCollector(stage);
  // First, since a staged row may stand in the place of one that goes.
  for (const [table, removed] of stage.removals()) {
    for (const { id } of removed) book.run(`DELETE FROM ${table} WHERE id = @id`, { id });
  }
  for (const { name, references } of stagedTables) {
    const staged = stage.inserts(name);
    const [row] = staged.values();
    if (row === undefined) continue;
    const columns = Object.keys(row);
    traces.startTable(name, columns);
    const first = book.insertAll(
      name,
      columns,
      resolveRows(staged, { columns, references, ids }, (ref, values) => {
        onRow();
        traces.add(ref, values);
      }),
    );
    traces.endTable(first);
    let id = first;
    for (const ref of staged.keys()) ids.set(ref, id++);
  }
  for (const { table, id, values } of stage.updates()) {
    const columns = Object.keys(values).map((column) => `${column} = @${column}`);
    book.run(`UPDATE ${table} SET ${columns.join(', ')} WHERE id = @id`, { ...values, id });
  }
  traces.write(book, ids);
  writeChangedRows(book, changed, ids);
  return ids;
}

/** Rows as values in the order of the columns, ids in the place of refs. */
function* resolveRows(
  rows: ReadonlyMap<Ref, StagedRow>,
  {
    columns,
    ids,
    references,
  }: {
    readonly columns: readonly string[];
    readonly references: readonly string[];
    readonly ids: ReadonlyMap<Ref, number>;
  },
  onRow: (ref: Ref, values: readonly SqlValue[]) => void,
): Iterable<SqlValue[]> {
  const mayRefer = columns.map((column) => references.includes(column));
  for (const [ref, row] of rows) {
    const values = columns.map((column, at) => {
      const value = row[column] ?? null;
      if (mayRefer[at] !== true || typeof value !== 'number' || value > 0) return value;
      const id = ids.get(value);
      if (id !== undefined) return id;
      throw new Error(`The plan refers to a row that it never made: ${column}.`);
    });
    onRow(ref, values);
    yield values;
  }
}
