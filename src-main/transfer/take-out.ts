/**
 * Takes a past import out of the book again. What was edited since, or what something newer hangs on, stays, and is
 * said first. Looking and doing use the same list, so that what is shown is what is done.
 */
import type { ReadableBook, SqlValue } from '../book/access.ts';
import { readDataTables } from '../book/schema.ts';
import type { ImportId } from '../contract/common.ts';
import { checksumOf, tracedTables } from './import-traces.ts';
import type { TableName } from './plan-stage.ts';

/** Something of the import that stays, and why. */
export interface Kept {
  readonly table: TableName;
  readonly id: number;
  readonly reason: string;
}

export interface Restore {
  readonly table: TableName;
  readonly id: number;
  readonly values: Record<string, SqlValue>;
  /** The row was taken away by the import and is put back. */
  readonly isRemoved: boolean;
}

export interface TakeOut {
  readonly importId: ImportId;
  /** Ids of rows to delete. */
  readonly removals: ReadonlyMap<TableName, ReadonlySet<number>>;
  readonly restores: readonly Restore[];
  readonly kept: readonly Kept[];
}

interface Reference {
  readonly child: string;
  readonly column: string;
}

/** These go, or let go, with what they are about: they keep nothing. */
const softReferences: ReadonlySet<string> = new Set([
  'import_row.person_id',
  'identity_question.low_person_id',
  'identity_question.high_person_id',
  'list_change.person_id',
]);

/** Tables that speak of somebody or something: what of them stays is worth a line. */
const toldTables: ReadonlySet<TableName> = new Set([
  'person',
  'contact_point',
  'role',
  'account',
  'person_field',
  'tie',
  'event',
  'attendance',
  'interaction',
]);

/** That a tie stays which has other reasons as well goes without saying. */
function isTold(table: TableName, reason: string): boolean {
  return toldTables.has(table) && (table !== 'tie' || reason === editedReason);
}

/** The weightiest first. */
const reasonOfChild: ReadonlyMap<string, string> = new Map([
  ['interaction', 'you have been in contact since'],
  ['attendance', 'was at an event since'],
  ['follow_up', 'there is a follow-up'],
  ['introduction', 'has a part in an introduction'],
  ['topic_statement', 'offers or needs something'],
  ['person_tag', 'has a tag'],
  ['tie', 'has a tie from elsewhere'],
  ['evidence', 'there is other evidence'],
  ['import', 'a list of theirs was imported'],
  ['circle', 'a list of theirs was imported'],
  ['circle_member', 'is in another list'],
  ['reported_size', 'the size of their network was noted'],
]);
const editedReason = 'was edited since';
const otherReason = 'more is known from elsewhere';

export function planTakeOut(book: ReadableBook, importId: ImportId): TakeOut {
  const references = readReferences(book);
  const removals = new Map<TableName, Set<number>>();
  const kept: Kept[] = [];
  for (const table of tracedTables) {
    const removed = new Set<number>();
    removals.set(table, removed);
    for (const run of readRuns(book, importId, table)) {
      const held = heldRows(book, run, references.get(table) ?? [], removals);
      for (const { id, isEdited } of readRows(book, run)) {
        const reason = isEdited ? editedReason : (held.get(id) ?? null);
        if (reason === null) removed.add(id);
        else if (isTold(table, reason)) kept.push({ table, id, reason });
      }
    }
  }
  const restores: Restore[] = [];
  for (const change of readUpdates(book, importId)) {
    // A row that was taken away may have left its id to one that the import made.
    const goes = removals.get(change.table)?.has(change.id) === true;
    if (goes && change.after !== null) continue;
    const restore = restoreOf(book, change);
    if (restore === 'edited') kept.push({ ...change, reason: editedReason });
    else if (restore !== null) restores.push(restore);
  }
  return { importId, removals, restores, kept };
}

/** Which columns of which tables refer to each table. */
function readReferences(book: ReadableBook): ReadonlyMap<string, readonly Reference[]> {
  const found = new Map<string, Reference[]>();
  for (const { name: child } of readDataTables(book)) {
    const keys = book.all<{ parent: string; column: string }>(
      'SELECT "table" AS parent, "from" AS "column" FROM pragma_foreign_key_list(@child)',
      { child },
    );
    for (const { column, parent } of keys) {
      if (softReferences.has(`${child}.${column}`)) continue;
      const known = found.get(parent);
      if (known === undefined) found.set(parent, [{ child, column }]);
      else known.push({ child, column });
    }
  }
  return found;
}

interface Run {
  readonly importId: ImportId;
  readonly table: TableName;
  readonly first: number;
  readonly last: number;
  readonly columns: string;
  readonly checksums: Uint8Array;
}

function readRuns(book: ReadableBook, importId: ImportId, table: TableName): Run[] {
  return book.all<Run>(
    `SELECT import_id AS importId, table_name AS "table", first_row_id AS first, last_row_id AS last, column_names AS columns, checksums
     FROM import_insert WHERE import_id = @importId AND table_name = @table ORDER BY id`,
    { importId, table },
  );
}

/** The rows that are still there, each with whether it differs from what the import made. */
function* readRows(book: ReadableBook, run: Run): Iterable<{ id: number; isEdited: boolean }> {
  const columns = JSON.parse(run.columns) as string[];
  const bytes = Buffer.from(run.checksums);
  const rows = book.all<Record<string, SqlValue> & { rowId: number; isPlain: 0 | 1 }>(
    `SELECT id AS rowId, ${columns.join(', ')}, ${plainExpression(book, run.table, columns)} AS isPlain
     FROM ${run.table} WHERE id BETWEEN @first AND @last ORDER BY id`,
    { first: run.first, last: run.last },
  );
  for (const row of rows) {
    const values = columns.map((column) => row[column] ?? null);
    const made = bytes.readUInt32LE(4 * (row.rowId - run.first));
    yield { id: row.rowId, isEdited: row.isPlain === 0 || checksumOf(values) !== made };
  }
}

/** Whether the columns that the import left alone still have what they have by default. */
function plainExpression(book: ReadableBook, table: string, filled: readonly string[]): string {
  const others = book
    .all<{ name: string; standard: string | null }>(
      'SELECT name, dflt_value AS standard FROM pragma_table_info(@table)',
      { table },
    )
    .filter(({ name }) => name !== 'id' && !filled.includes(name));
  const tests = others.map(({ name, standard }) => `${name} IS ${standard ?? 'NULL'}`);
  return tests.length === 0 ? '1' : `(${tests.join(' AND ')})`;
}

/** Rows of a run that something refers to which does not go itself, with what that is. */
function heldRows(
  book: ReadableBook,
  { first, importId, last }: Run,
  references: readonly Reference[],
  removals: ReadonlyMap<string, ReadonlySet<number>>,
): ReadonlyMap<number, string> {
  const held = new Map<number, string>();
  for (const { child, column } of references) {
    const going = removals.get(child);
    const rows = book.all<{ id: number; parent: number }>(
      `SELECT id, ${column} AS parent FROM ${child} WHERE ${column} BETWEEN @first AND @last`,
      { first, last },
    );
    for (const { id, parent } of rows) {
      if (going?.has(id) === true || (child === 'import' && id === importId)) continue;
      const before = held.get(parent);
      if (before === undefined || weightOf(child) < weightOf(before)) held.set(parent, child);
    }
  }
  return new Map([...held].map(([id, child]) => [id, reasonOfChild.get(child) ?? otherReason]));
}

function weightOf(child: string): number {
  const at = [...reasonOfChild.keys()].indexOf(child);
  return at === -1 ? reasonOfChild.size : at;
}

interface Update {
  readonly table: TableName;
  readonly id: number;
  readonly before: string;
  readonly after: string | null;
}

/** The newest first: a row that was changed twice goes back by both. */
function readUpdates(book: ReadableBook, importId: ImportId): Update[] {
  return book.all<Update>(
    `SELECT table_name AS "table", row_id AS id, before, after FROM import_update
     WHERE import_id = @importId ORDER BY after IS NULL, import_update.id DESC`,
    { importId },
  );
}

function hasEnded(book: ReadableBook, role: number): boolean {
  return (
    book.value('SELECT 1 FROM role WHERE id = @role AND ended_on IS NOT NULL', { role }) !==
    undefined
  );
}

/** What to put back; null: nothing is left to put it into. */
function restoreOf(
  book: ReadableBook,
  { after, before, id, table }: Update,
): Restore | 'edited' | null {
  const values = JSON.parse(before) as Record<string, SqlValue>;
  if (after === null) return { table, id, values, isRemoved: true };
  const names = Object.keys(values);
  const now = book.get<Record<string, SqlValue>>(
    `SELECT ${names.join(', ')} FROM ${table} WHERE id = @id`,
    { id },
  );
  if (now === undefined) return null;
  const made = JSON.parse(after) as Record<string, SqlValue>;
  if (names.some((name) => now[name] !== made[name])) return 'edited';
  // a job that has been given its end cannot be a present one again
  if (table === 'role' && values['is_current'] === 1 && hasEnded(book, id)) return 'edited';
  return { table, id, values, isRemoved: false };
}
