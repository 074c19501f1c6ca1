import type Database from 'better-sqlite3';
import { AppError } from '../contract/result.ts';
import type { WritableBook } from './access.ts';
import { expandRuns, recordingTable } from './bulk-changes.ts';
import type { RowChange } from './row-changes.ts';
import {
  exactRealFunction,
  formatExactReal,
  imageExpression,
  readExactReal,
  readRealFunction,
} from './row-images.ts';
import { readDataTables, type Table } from './schema.ts';
import { type LogPlace, RowSwapper, swappingTables } from './swap-rows.ts';

/*
 * Undo for every command, without any command knowing of it. Temporary triggers, made from the schema at
 * each open, write the other side of each changed row into change_row. Undoing a step walks its rows
 * backwards and swaps each image with the row's present content; redoing walks forwards and swaps again.
 * Since rows are put back in the exact reverse of the order in which they changed, every state on the way
 * has existed before and breaks no constraint (foreign keys wait for the commit).
 */

/** How much is kept: whole steps are dropped, oldest first, never the newest. */
export interface LogBounds {
  readonly steps: number;
  readonly rows: number;
}
const defaultLogBounds: LogBounds = { steps: 200, rows: 2_000_000 };

type Direction = 'undo' | 'redo';

/** Rows are swapped in batches of this size: no statement may write while another is being iterated. */
const batchSize = 50_000;

export class ChangeLog {
  readonly #book: WritableBook;
  readonly #swapper: RowSwapper;
  readonly #bounds: LogBounds;

  /** Makes the triggers. The connection must not be in a transaction. */
  constructor(sqlite: Database.Database, book: WritableBook, bounds: LogBounds = defaultLogBounds) {
    this.#book = book;
    this.#bounds = bounds;
    const tables = readDataTables(book);
    this.#swapper = new RowSwapper(book, tables);
    sqlite.function(exactRealFunction, { deterministic: true }, formatExactReal);
    sqlite.function(readRealFunction, { deterministic: true }, readExactReal);
    sqlite.exec(`${recordingTable}${swappingTables}
      ${tables.map(triggersOf).join('\n')}`);
  }

  /** Starts a step inside the command's transaction; a rollback takes it back. */
  begin(label: string, now: string): number {
    const { id } = this.#book.run(
      'INSERT INTO change_step (label, done_at) VALUES (@label, @now)',
      { label, now },
    );
    this.#book.run('INSERT INTO temp.recording_step (id) VALUES (@id)', { id });
    return id;
  }

  /** Stops recording and returns what the step changed, in order. Nothing after this is logged. */
  stop(step: number): RowChange[] {
    this.#book.run('DELETE FROM temp.recording_step');
    const rows = this.#book.all<LogPlace & { readonly row_count: number }>(
      `SELECT id, table_name, row_id, image IS NOT NULL AS has_image, row_count FROM change_row
       WHERE step_id = @step ORDER BY id`,
      { step },
    );
    const changes: RowChange[] = [];
    let alone: LogPlace[] = [];
    for (const row of rows) {
      if (row.row_count === 1) alone.push(row);
      else {
        for (const change of this.#swapper.describe(alone)) changes.push(change);
        alone = [];
        const { row_count: count, row_id: lastId, table_name: table } = row;
        changes.push({ table, firstId: lastId - count + 1, lastId, before: null });
      }
    }
    for (const change of this.#swapper.describe(alone)) changes.push(change);
    return changes;
  }

  /** Keeps the step under its final name and drops what can no longer be redone; a step without rows vanishes. */
  finish(step: number, label: string, rowCount: number): void {
    if (rowCount === 0) {
      this.#book.run('DELETE FROM change_step WHERE id = @step', { step });
      return;
    }
    this.#drop('is_undone = 1');
    this.#book.run(
      'UPDATE change_step SET label = @label, row_count = @rowCount WHERE id = @step',
      {
        step,
        label,
        rowCount,
      },
    );
    this.#bound(step);
  }

  /** What undo (or redo) would do next, by name; null when there is nothing. */
  peek(direction: Direction): string | null {
    return this.#next(direction)?.label ?? null;
  }

  /**
   * Takes back the last step, or does the last undone one again. Must run inside a transaction.
   *
   * @param tell called now and then with the share done (0 to 1)
   * @throws AppError CONFLICT when there is nothing to undo or redo
   */
  swap(
    direction: Direction,
    tell: (done: number) => void = () => {},
  ): { label: string; changes: RowChange[] } {
    const step = this.#next(direction);
    if (step === undefined) throw new AppError('CONFLICT', `There is nothing to ${direction}.`);
    this.#book.run('PRAGMA defer_foreign_keys = ON');
    expandRuns(this.#book, step.id);
    const changes: RowChange[] = [];
    let done = 0;
    for (let rows = this.#page(step.id, direction, null); rows.length > 0; ) {
      for (const change of this.#swapper.swapAll(rows)) changes.push(change);
      done += rows.length;
      tell(done / Math.max(step.row_count, done));
      rows = this.#page(step.id, direction, rows.at(-1)?.id ?? null);
    }
    this.#book.run('UPDATE change_step SET is_undone = @isUndone WHERE id = @id', {
      id: step.id,
      isUndone: direction === 'undo' ? 1 : 0,
    });
    return { label: step.label, changes };
  }

  /** Empties the log: what is there now is where undo begins. */
  forget(): void {
    this.#drop('true');
  }

  #next(direction: Direction): { id: number; label: string; row_count: number } | undefined {
    return direction === 'undo'
      ? this.#book.get(
          'SELECT id, label, row_count FROM change_step WHERE is_undone = 0 ORDER BY id DESC LIMIT 1',
        )
      : this.#book.get(
          'SELECT id, label, row_count FROM change_step WHERE is_undone = 1 ORDER BY id LIMIT 1',
        );
  }

  #page(step: number, direction: Direction, after: number | null): LogPlace[] {
    const [comparison, order] = direction === 'undo' ? ['<', 'DESC'] : ['>', 'ASC'];
    return this.#book.all(
      `SELECT id, table_name, row_id, image IS NOT NULL AS has_image FROM change_row
       WHERE step_id = @step AND (@after IS NULL OR id ${comparison} @after)
       ORDER BY id ${order} LIMIT ${batchSize}`,
      { step, after },
    );
  }

  #bound(newest: number): void {
    const steps = this.#book.all<{ id: number; row_count: number }>(
      'SELECT id, row_count FROM change_step ORDER BY id DESC',
    );
    let rows = 0;
    const kept = steps.findIndex((step, index) => {
      rows += step.row_count;
      return step.id !== newest && (index >= this.#bounds.steps || rows > this.#bounds.rows);
    });
    const last = steps[kept];
    if (last !== undefined) this.#drop(`id <= ${last.id}`);
  }

  #drop(condition: string): void {
    this.#book.run(
      `DELETE FROM change_row WHERE step_id IN (SELECT id FROM change_step WHERE ${condition})`,
    );
    this.#book.run(`DELETE FROM change_step WHERE ${condition}`);
  }
}

/** An empty recording_step logs nothing; an update that changes nothing is not a change. */
function triggersOf(table: Table): string {
  const { name, columns } = table;
  const log = (row: 'OLD' | 'NEW', image: string, condition = ''): string =>
    `INSERT INTO change_row (step_id, table_name, row_id, image)
       SELECT recording_step.id, '${name}', ${row}.id, ${image} FROM recording_step ${condition};`;
  const differs = columns.map((column) => `OLD."${column.name}" IS NOT NEW."${column.name}"`);
  return `
    CREATE TEMP TRIGGER log_insert_${name} AFTER INSERT ON main."${name}" BEGIN
      ${log('NEW', 'NULL')} END;
    CREATE TEMP TRIGGER log_update_${name} AFTER UPDATE ON main."${name}"
      WHEN ${differs.join(' OR ')} BEGIN
      SELECT RAISE(ABORT, 'the id of a row never changes') WHERE OLD.id <> NEW.id;
      ${log('OLD', imageExpression(table, 'OLD'))} END;
    CREATE TEMP TRIGGER log_delete_${name} AFTER DELETE ON main."${name}" BEGIN
      ${log('OLD', imageExpression(table, 'OLD'), 'WHERE is_bulk = 0')} END;`;
}
