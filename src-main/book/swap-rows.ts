import type { WritableBook } from './access.ts';
import type { RowChange } from './change-log.ts';
import { imageExpression, parseImage, valueExpressions } from './row-images.ts';
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

/** The same without its image: of a run that changes places as a whole, that never leaves the file. */
export interface LogPlace extends Pick<LogRow, 'id' | 'table_name' | 'row_id'> {
  readonly has_image: 0 | 1;
}

/** How a row of a table is read and put back, and all those of a run of the log are taken out. */
interface SwapSql {
  readonly read: string;
  readonly insert: string;
  readonly update: string;
  readonly present: string;
  readonly insertAll: string;
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
  swapAll(rows: readonly LogPlace[]): RowChange[] {
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

  #swapRun(run: readonly LogPlace[]): RowChange[] {
    const [first] = run;
    if (first === undefined) return [];
    if (first.has_image === 0) return this.#takeOut(run);
    const isEachOnce = new Set(run.map((row) => row.row_id)).size === run.length;
    const { present } = this.#table(first.table_name);
    if (isEachOnce && this.#book.value<number>(present, boundsOf(run)) === 0) {
      return this.#putIn(run);
    }
    const rows = this.#readRun(run);
    return run.map(({ id }) => this.#exchange(rowOf(rows, id)));
  }

  /** Rows that go: their images are kept in the log first. */
  #takeOut(run: readonly LogPlace[]): RowChange[] {
    const { keepAll, removeAll, table } = this.#table(run[0]?.table_name ?? '');
    const bounds = boundsOf(run);
    this.#book.run(keepAll, bounds);
    const { changes } = this.#book.run(removeAll, bounds);
    if (changes !== run.length) {
      const missing = run.length - changes;
      throw new Error(`The change log names ${missing} rows of ${table.name} that are not there.`);
    }
    const kept = this.#readRun(run);
    return run.map(({ id }) => this.describe(rowOf(kept, id)));
  }

  /** Rows that come, none of which is there. */
  #putIn(run: readonly LogPlace[]): RowChange[] {
    const { insertAll } = this.#table(run[0]?.table_name ?? '');
    const bounds = boundsOf(run);
    this.#book.run(insertAll, bounds);
    this.#book.run('UPDATE change_row SET image = NULL WHERE id BETWEEN @from AND @to', bounds);
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

  #readRun(run: readonly LogPlace[]): ReadonlyMap<number, LogRow> {
    const rows = this.#book.all<LogRow>(
      'SELECT id, table_name, row_id, image FROM change_row WHERE id BETWEEN @from AND @to',
      boundsOf(run),
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  #table(name: string): LoggedTable {
    const table = this.#tables.get(name);
    if (table === undefined) {
      throw new Error(`The change log names a table ${name}, which is not there.`);
    }
    return table;
  }
}

function rowOf(rows: ReadonlyMap<number, LogRow>, id: number): LogRow {
  const row = rows.get(id);
  if (row === undefined) throw new Error(`The change log has lost its row ${id}.`);
  return row;
}

/** Neighbours in the log of one table, of which all have an image or none has. */
function runsOf(rows: readonly LogPlace[]): LogPlace[][] {
  const runs: LogPlace[][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const isLike = last?.table_name === row.table_name && last.has_image === row.has_image;
    if (isLike) run?.push(row);
    else runs.push([row]);
  }
  return runs;
}

/** The ids of a run, which no other step's rows lie between: steps are recorded one after the other. */
function boundsOf(run: readonly LogPlace[]): { from: number; to: number } {
  const [first, last] = [run[0]?.id ?? 0, run.at(-1)?.id ?? 0];
  return { from: Math.min(first, last), to: Math.max(first, last) };
}

function swapSql(table: Table): SwapSql {
  const name = `"${table.name}"`;
  const columns = table.columns.map((column) => column.name);
  const into = `INSERT INTO ${name} (${columns.map((column) => `"${column}"`).join(', ')})`;
  const image = imageExpression(table, name);
  const values = columns.map((column) => `@${column}`).join(', ');
  const assignments = columns
    .filter((column) => column !== 'id')
    .map((column) => `"${column}" = @${column}`);
  return {
    read: `SELECT ${image} FROM ${name} WHERE id = @id`,
    insert: `${into} VALUES (${values})`,
    update: `UPDATE ${name} SET ${assignments.join(', ')} WHERE id = @id`,
    present: `SELECT count(*) FROM ${name} WHERE id IN
      (SELECT row_id FROM change_row WHERE id BETWEEN @from AND @to)`,
    // in the order of ids, as the rows lie in the table
    insertAll: `${into} SELECT ${valueExpressions(table, 'change_row.image').join(', ')}
      FROM change_row WHERE id BETWEEN @from AND @to ORDER BY row_id`,
    keepAll: `UPDATE change_row SET image = (SELECT ${image} FROM ${name} WHERE ${name}.id = change_row.row_id)
      WHERE id BETWEEN @from AND @to`,
    removeAll: `DELETE FROM ${name} WHERE id IN
      (SELECT row_id FROM change_row WHERE id BETWEEN @from AND @to)`,
  };
}
