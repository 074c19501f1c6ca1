import type { WritableBook } from './access.ts';
import type { RowChange } from './row-changes.ts';
import { imageExpression, parseImage, type RowImage, valueExpressions } from './row-images.ts';
import type { Table } from './schema.ts';

/*
 * How the rows of the change log and the rows of the book change places. Runs of rows of one table that all come or
 * all go are exchanged together: an undo of a large delete is hundreds of thousands of rows, and three statements
 * for each are too many.
 */

/** A row of change_row. */
interface LogRow {
  readonly id: number;
  readonly table_name: string;
  readonly row_id: number;
  readonly image: string | null;
}

/** The same without its image: of a run that changes places as a whole, that never leaves the file. */
export interface LogPlace extends Pick<LogRow, 'id' | 'table_name' | 'row_id'> {
  readonly has_image: 0 | 1;
}

/** Where present rows wait while images of the log take their places. To be made in each connection. */
export const swappingTables =
  'CREATE TEMP TABLE swapped_image (id INTEGER PRIMARY KEY, image TEXT NOT NULL);';

/** How a row of a table is read and put back, and all those of a run of the log are taken out or put in. */
interface SwapSql {
  readonly read: string;
  readonly insert: string;
  readonly update: string;
  readonly present: string;
  readonly insertAll: string;
  readonly keepAll: string;
  readonly removeAll: string;
  readonly setAside: string;
  readonly differing: string;
}
interface LoggedTable extends SwapSql {
  readonly table: Table;
  readonly values: readonly string[];
}

export class RowSwapper {
  readonly #book: WritableBook;
  readonly #tables: ReadonlyMap<string, LoggedTable>;

  constructor(book: WritableBook, tables: readonly Table[]) {
    this.#book = book;
    this.#tables = new Map(
      tables.map((table) => {
        const values = valueExpressions(table, 'change_row.image');
        return [table.name, { table, values, ...swapSql(table, values) }];
      }),
    );
  }

  /** Puts images in place of rows and rows in place of images, in the order given; tells what each row was. */
  swapAll(rows: readonly LogPlace[]): RowChange[] {
    return runsOf(rows).flatMap((run) => this.#swapRun(run));
  }

  /** Rows of the log as the changes they stand for. */
  describe(rows: readonly LogPlace[]): RowChange[] {
    return runsOf(rows).flatMap((run) => this.#describeRun(run));
  }

  #describeRun(run: readonly LogPlace[]): RowChange[] {
    const [first] = run;
    if (first === undefined) return [];
    const { table } = this.#table(first.table_name);
    if (first.has_image === 0) return joinNew(run);
    const images = new RunImages(this.#book, table, run);
    return run.map((row) => new LoggedChange(row, images));
  }

  #swapRun(run: readonly LogPlace[]): RowChange[] {
    const [first] = run;
    if (first === undefined) return [];
    if (first.has_image === 0) return this.#takeOut(run);
    const isEachOnce = new Set(run.map((row) => row.row_id)).size === run.length;
    const { present } = this.#table(first.table_name);
    const there = isEachOnce ? this.#book.value<number>(present, boundsOf(run)) : null;
    if (there === 0) return this.#putIn(run);
    if (there === run.length && run.length >= leastTogether && this.#exchangeAll(run)) {
      return this.#describeRun(run);
    }
    const rows = readRun(this.#book, run);
    for (const { id } of run) this.#exchange(rowOf(rows, id));
    return this.#describeRun(run.map((row) => ({ ...row, has_image: 1 })));
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
    return this.#describeRun(run.map((row) => ({ ...row, has_image: 1 })));
  }

  /** Rows that come, none of which is there. */
  #putIn(run: readonly LogPlace[]): RowChange[] {
    const { insertAll } = this.#table(run[0]?.table_name ?? '');
    const bounds = boundsOf(run);
    this.#book.run(insertAll, bounds);
    this.#book.run('UPDATE change_row SET image = NULL WHERE id BETWEEN @from AND @to', bounds);
    return joinNew(run);
  }

  /**
   * Rows that are all there, each once, become what they were, and only in the columns in which any of them differs:
   * an index over others is not touched. False when they cannot become so all at once: two may have exchanged what no
   * two may have at a time.
   */
  #exchangeAll(run: readonly LogPlace[]): boolean {
    const { differing, setAside, table, values } = this.#table(run[0]?.table_name ?? '');
    const bounds = boundsOf(run);
    const found = this.#book.get<Record<string, number>>(differing, bounds) ?? {};
    const assignments = table.columns.flatMap(({ name }, place) =>
      found[`differs${place}`] === 1 ? [`"${name}" = ${values[place] ?? 'NULL'}`] : [],
    );
    if (assignments.length === 0) return true;
    this.#book.run('DELETE FROM temp.swapped_image');
    this.#book.run(setAside, bounds);
    try {
      this.#book.run(
        `UPDATE "${table.name}" SET ${assignments.join(', ')} FROM change_row
         WHERE change_row.id BETWEEN @from AND @to AND "${table.name}".id = change_row.row_id`,
        bounds,
      );
    } catch (error) {
      if (isConstraint(error)) return false;
      throw error;
    }
    this.#book.run(
      `UPDATE change_row SET image = (SELECT image FROM temp.swapped_image AS kept WHERE kept.id = change_row.id)
       WHERE id BETWEEN @from AND @to`,
      bounds,
    );
    this.#book.run('DELETE FROM temp.swapped_image');
    return true;
  }

  /** One row whose image takes the place of what is there now, if anything is. */
  #exchange(row: LogRow): void {
    const { insert, read, table, update } = this.#table(row.table_name);
    const present = this.#book.value<string>(read, { id: row.row_id });
    if (row.image !== null) {
      this.#book.run(present === undefined ? insert : update, parseImage(table, row.image));
    }
    this.#book.run('UPDATE change_row SET image = @image WHERE id = @id', {
      id: row.id,
      image: present ?? null,
    });
  }

  #table(name: string): LoggedTable {
    const table = this.#tables.get(name);
    if (table === undefined) {
      throw new Error(`The change log names a table ${name}, which is not there.`);
    }
    return table;
  }
}

/** Fewer rows are exchanged as quickly one by one. */
const leastTogether = 20;

function isConstraint(error: unknown): boolean {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && code.startsWith('SQLITE_CONSTRAINT');
}

/**
 * The images of a run, read from the log when the first is asked for: of the half a million rows of a large change
 * hardly anybody asks what they were. They are there until the book is changed again.
 */
class RunImages {
  readonly #book: WritableBook;
  readonly #table: Table;
  readonly #run: readonly LogPlace[];
  #images: ReadonlyMap<number, LogRow> | null = null;

  constructor(book: WritableBook, table: Table, run: readonly LogPlace[]) {
    this.#book = book;
    this.#table = table;
    this.#run = run;
  }

  read(id: number): RowImage | null {
    this.#images ??= readRun(this.#book, this.#run);
    const { image } = rowOf(this.#images, id);
    return image === null ? null : parseImage(this.#table, image);
  }
}

class LoggedChange implements RowChange {
  readonly table: string;
  readonly firstId: number;
  readonly #id: number;
  readonly #images: RunImages;

  constructor({ id, row_id, table_name }: LogPlace, images: RunImages) {
    this.table = table_name;
    this.firstId = row_id;
    this.#id = id;
    this.#images = images;
  }

  get lastId(): number {
    return this.firstId;
  }

  get before(): RowImage | null {
    return this.#images.read(this.#id);
  }
}

/** Rows of one table that are new: neighbours in the log whose ids are neighbours too, rising or falling, are one change. */
function joinNew(rows: readonly LogPlace[]): RowChange[] {
  const joined: { table: string; firstId: number; lastId: number; before: null }[] = [];
  for (const { row_id: id, table_name: table } of rows) {
    const last = joined.at(-1);
    if (last?.lastId === id - 1) last.lastId = id;
    else if (last?.firstId === id + 1) last.firstId = id;
    else joined.push({ table, firstId: id, lastId: id, before: null });
  }
  return joined;
}

function readRun(book: WritableBook, run: readonly LogPlace[]): ReadonlyMap<number, LogRow> {
  const rows = book.all<LogRow>(
    'SELECT id, table_name, row_id, image FROM change_row WHERE id BETWEEN @from AND @to',
    boundsOf(run),
  );
  return new Map(rows.map((row) => [row.id, row]));
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

function swapSql(table: Table, imageValues: readonly string[]): SwapSql {
  const name = `"${table.name}"`;
  const columns = table.columns.map((column) => column.name);
  const into = `INSERT INTO ${name} (${columns.map((column) => `"${column}"`).join(', ')})`;
  const image = imageExpression(table, name);
  const values = columns.map((column) => `@${column}`).join(', ');
  const assignments = columns
    .filter((column) => column !== 'id')
    .map((column) => `"${column}" = @${column}`);
  const ofRun = 'change_row.id BETWEEN @from AND @to';
  const differs = columns.map(
    (column, place) =>
      `max(${name}."${column}" COLLATE BINARY IS NOT ${imageValues[place] ?? 'NULL'}) AS differs${place}`,
  );
  return {
    read: `SELECT ${image} FROM ${name} WHERE id = @id`,
    insert: `${into} VALUES (${values})`,
    update: `UPDATE ${name} SET ${assignments.join(', ')} WHERE id = @id`,
    present: `SELECT count(*) FROM ${name} WHERE id IN (SELECT row_id FROM change_row WHERE ${ofRun})`,
    // in the order of ids, as the rows lie in the table
    insertAll: `${into} SELECT ${imageValues.join(', ')} FROM change_row WHERE ${ofRun} ORDER BY row_id`,
    keepAll: `UPDATE change_row SET image = (SELECT ${image} FROM ${name} WHERE ${name}.id = change_row.row_id)
      WHERE ${ofRun}`,
    removeAll: `DELETE FROM ${name} WHERE id IN (SELECT row_id FROM change_row WHERE ${ofRun})`,
    setAside: `INSERT INTO temp.swapped_image (id, image)
      SELECT change_row.id, ${image} FROM change_row CROSS JOIN ${name} ON ${name}.id = change_row.row_id WHERE ${ofRun}`,
    differing: `SELECT ${differs.join(', ')}
      FROM change_row CROSS JOIN ${name} ON ${name}.id = change_row.row_id WHERE ${ofRun}`,
  };
}
