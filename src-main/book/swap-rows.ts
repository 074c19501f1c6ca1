import type { WritableBook } from './access.ts';
import type { RowChange } from './change-log.ts';
import { imageExpression, parseImage } from './row-images.ts';
import type { Table } from './schema.ts';

/*
 * How the rows of the change log and the rows of the book change places. Runs of rows of one table that all come or
 * all go are exchanged together: an undo of a large delete is hundreds of thousands of rows, and three statements
 * for each are too many.
 */

/** A row of change_row. */
export interface LogRow {
  readonly id: number;
  readonly table_name: string;
  readonly row_id: number;
  readonly image: string | null;
}

/** How a row of a table is read and put back, and all those of a run of the log are taken out. */
interface SwapSql {
  readonly read: string;
  readonly insert: string;
  readonly update: string;
  readonly present: string;
  readonly keepAll: string;
  readonly removeAll: string;
}
interface LoggedTable extends SwapSql {
  readonly table: Table;
}

export class RowSwapper {
  readonly #book: WritableBook;
  readonly #tables: ReadonlyMap<string, LoggedTable>;

  constructor(book: WritableBook, tables: readonly Table[]) {
    this.#book = book;
    this.#tables = new Map(tables.map((table) => [table.name, { table, ...swapSql(table) }]));
  }

  /** Puts images in place of rows and rows in place of images, in the order given; tells what each row was. */
  swapAll(rows: readonly LogRow[]): RowChange[] {
    return runsOf(rows).flatMap((run) => this.#swapRun(run));
  }

  /** A row of the log as the change it stands for. */
  describe({ table_name, row_id, image }: Omit<LogRow, 'id'>): RowChange {
    const { table } = this.#table(table_name);
    return {
      table: table_name,
      rowId: row_id,
      before: image === null ? null : parseImage(table, image),
    };
  }

  #swapRun(run: readonly LogRow[]): RowChange[] {
    const [first] = run;
    if (first === undefined) return [];
    if (first.image === null) return this.#takeOut(run);
    const ids = new Set(run.map((row) => row.row_id));
    const present = this.#book.value<number>(this.#table(first.table_name).present, {
      ids: JSON.stringify([...ids]),
    });
    if (present === 0 && ids.size === run.length) return this.#putIn(run);
    return run.map((row) => this.#exchange(row));
  }

  /** Rows that go: their images are kept in the log first. */
  #takeOut(run: readonly LogRow[]): RowChange[] {
    const { keepAll, removeAll, table } = this.#table(run[0]?.table_name ?? '');
    const bounds = boundsOf(run);
    this.#book.run(keepAll, bounds);
    const { changes } = this.#book.run(removeAll, bounds);
    if (changes !== run.length) {
      const missing = run.length - changes;
      throw new Error(`The change log names ${missing} rows of ${table.name} that are not there.`);
    }
    const kept = new Map(
      this.#book
        .all<LogRow>(
          'SELECT id, table_name, row_id, image FROM change_row WHERE id BETWEEN @from AND @to',
          bounds,
        )
        .map((row) => [row.id, row]),
    );
    return run.map((row) => this.describe(kept.get(row.id) ?? row));
  }

  /** Rows that come, none of which is there. */
  #putIn(run: readonly LogRow[]): RowChange[] {
    for (const { image, table_name } of run) {
      const { insert, table } = this.#table(table_name);
      if (image !== null) this.#book.run(insert, parseImage(table, image));
    }
    this.#book.run(
      'UPDATE change_row SET image = NULL WHERE id BETWEEN @from AND @to',
      boundsOf(run),
    );
    return run.map((row) => ({ table: row.table_name, rowId: row.row_id, before: null }));
  }

  /** One row whose image takes the place of what is there now, if anything is. */
  #exchange(row: LogRow): RowChange {
    const { insert, read, table, update } = this.#table(row.table_name);
    const present = this.#book.value<string>(read, { id: row.row_id });
    if (row.image !== null) {
      this.#book.run(present === undefined ? insert : update, parseImage(table, row.image));
    }
    this.#book.run('UPDATE change_row SET image = @image WHERE id = @id', {
      id: row.id,
      image: present ?? null,
    });
    return this.describe({ ...row, image: present ?? null });
  }

  #table(name: string): LoggedTable {
    const table = this.#tables.get(name);
    if (table === undefined) {
      throw new Error(`The change log names a table ${name}, which is not there.`);
    }
    return table;
  }
}

/** Neighbours in the log of one table, of which all have an image or none has. */
function runsOf(rows: readonly LogRow[]): LogRow[][] {
  const runs: LogRow[][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const isLike =
      last?.table_name === row.table_name && (last.image === null) === (row.image === null);
    if (isLike) run?.push(row);
    else runs.push([row]);
  }
  return runs;
}

/** The ids of a run, which no other step's rows lie between: steps are recorded one after the other. */
function boundsOf(run: readonly LogRow[]): { from: number; to: number } {
  const [first, last] = [run[0]?.id ?? 0, run.at(-1)?.id ?? 0];
  return { from: Math.min(first, last), to: Math.max(first, last) };
}

function swapSql(table: Table): SwapSql {
  const name = `"${table.name}"`;
  const columns = table.columns.map((column) => column.name);
  const image = imageExpression(table, name);
  const values = columns.map((column) => `@${column}`).join(', ');
  const assignments = columns
    .filter((column) => column !== 'id')
    .map((column) => `"${column}" = @${column}`);
  return {
    read: `SELECT ${image} FROM ${name} WHERE id = @id`,
    insert: `INSERT INTO ${name} (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${values})`,
    update: `UPDATE ${name} SET ${assignments.join(', ')} WHERE id = @id`,
    present: `SELECT count(*) FROM ${name} WHERE id IN (SELECT value FROM json_each(@ids))`,
    keepAll: `UPDATE change_row SET image = (SELECT ${image} FROM ${name} WHERE ${name}.id = change_row.row_id)
      WHERE id BETWEEN @from AND @to`,
    removeAll: `DELETE FROM ${name} WHERE id IN
      (SELECT row_id FROM change_row WHERE id BETWEEN @from AND @to)`,
  };
}
