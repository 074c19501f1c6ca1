import * as fc from 'fast-check';
import type { ReadableBook, SqlValue, WritableBook } from '../access.ts';
import type { Table, TableColumn } from '../schema.ts';

/*
 * Random writes over all tables of the schema. Values are drawn so that many writes pass the constraints;
 * those that break one are skipped, as a command would skip a row that it leaves out.
 */

/** `replace` is an insert that first deletes whatever row is in its way; `together` inserts one to three rows in bulk. */
export const writeKinds = ['insert', 'replace', 'update', 'delete', 'together'] as const;

type Values = Readonly<Record<string, SqlValue>>;

export interface RandomWrite {
  readonly kind: (typeof writeKinds)[number];
  readonly table: string;
  /** Which row is changed or deleted, counted from the newest, and from there again after the oldest. */
  readonly pick: number;
  /** Of a column that refers to another table: which of the rows there, counted likewise. */
  readonly values: Values;
  /** Further rows of those that are inserted together. */
  readonly more: readonly Values[];
}

const text = fc.oneof(
  fc.constantFrom('Jane Doe', 'Zoë', "O'Brien", '{"a":1}', 'a\u0000b', '', '日本', '2026-02-28'),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const integer = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 1, arbitrary: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }) },
);
const real = fc.oneof(fc.double({ noNaN: true }), fc.double({ noNaN: true, min: 1e-300, max: 1 }));
const bytes = fc.uint8Array({ maxLength: 6 });

/** The words that the CHECK of a column allows, from the table's own text. */
function wordsOf(sql: string, column: string): string[] {
  const list = new RegExp(`\\b${column} IN\\s*\\(([^)]*)\\)`).exec(sql)?.[1] ?? '';
  return [...list.matchAll(/'([^']*)'/g)].flatMap((match) => match[1] ?? []);
}

function valueOf(column: TableColumn, sql: string): fc.Arbitrary<SqlValue> {
  const isRequired = new RegExp(`\\b${column.name} [A-Z]+ NOT NULL`).test(sql);
  const maybe = (arbitrary: fc.Arbitrary<SqlValue>): fc.Arbitrary<SqlValue> =>
    fc.oneof(
      { weight: isRequired ? 30 : 3, arbitrary },
      { weight: 1, arbitrary: fc.constant(null) },
    );
  const words = wordsOf(sql, column.name);
  if (words.length > 0) return maybe(fc.constantFrom(...words));
  if (column.name.endsWith('_id') && column.name !== 'external_id') return maybe(fc.nat(5));
  if (/^is_|^have_|^do_/.test(column.name)) return fc.integer({ min: 0, max: 1 });
  if (/_on$|_date$|^since$|^as_of$|^birthday$/.test(column.name)) {
    return maybe(fc.constantFrom('2026-01-02', '2024-02-29'));
  }
  if (column.name === 'source_sha256') return fc.constant('0'.repeat(64));
  if (column.name === 'hash') return fc.stringMatching(/^[0-9a-f]{64}$/);
  const byType = { TEXT: text, INTEGER: integer, REAL: real, BLOB: bytes };
  return maybe(byType[column.type]);
}

/** One random write to one table. */
export function randomWrite(
  book: ReadableBook,
  tables: readonly Table[],
): fc.Arbitrary<RandomWrite> {
  return fc.oneof(
    ...tables.map((table) => {
      const sql =
        book.value<string>('SELECT sql FROM sqlite_schema WHERE name = @name', {
          name: table.name,
        }) ?? '';
      const columns = table.columns.filter((column) => column.name !== 'id');
      const values = Object.fromEntries(
        columns.map((column) => [column.name, valueOf(column, sql)]),
      );
      return fc.record({
        kind: fc.constantFrom('insert', ...writeKinds),
        table: fc.constant(table.name),
        pick: fc.nat(5),
        values: fc.record(values),
        more: fc.array(fc.record(values), { maxLength: 2 }),
      });
    }),
  );
}

/** Carries out a write; false when there was nothing to change or a constraint refused it. */
export function applyWrite(book: WritableBook, write: RandomWrite): boolean {
  const { kind, pick, table } = write;
  const values = resolveReferences(book, write, write.values);
  const names = Object.keys(values);
  try {
    if (kind === 'together') return insertTogether(book, write, names);
    if (kind === 'insert' || kind === 'replace') {
      const verb = kind === 'insert' ? 'INSERT' : 'INSERT OR REPLACE';
      book.run(
        `${verb} INTO "${table}" (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
        values,
      );
      return true;
    }
    const id = nthNewest(
      book,
      table,
      pick,
      kind === 'delete' ? freeCondition(book, table) : 'TRUE',
    );
    if (id === null) return false;
    const sql =
      kind === 'delete'
        ? `DELETE FROM "${table}" WHERE id = @id`
        : `UPDATE "${table}" SET ${names.map((name) => `${name} = @${name}`).join(', ')} WHERE id = @id`;
    book.run(sql, kind === 'delete' ? { id } : { ...values, id });
    return true;
  } catch (error) {
    if (error instanceof Error && /constraint/i.test(error.message)) return false;
    throw error;
  }
}

/** What a command would undo as a whole if one of the rows were refused. */
function insertTogether(book: WritableBook, write: RandomWrite, names: readonly string[]): boolean {
  const rows = [write.values, ...write.more].map((row) => resolveReferences(book, write, row));
  book.run('SAVEPOINT together');
  try {
    book.insertAll(
      write.table,
      names,
      rows.map((row) => names.map((name) => row[name] ?? null)),
      1 + (write.pick % 2),
    );
    return true;
  } catch (error) {
    book.run('ROLLBACK TO together');
    throw error;
  } finally {
    book.run('RELEASE together');
  }
}

/**
 * Puts rows into every table, the same ones each time. In an empty book hardly any write passes that needs rows
 * of two other tables, and fewer still that change such a row.
 */
export function fillTables(book: WritableBook, tables: readonly Table[]): void {
  const rowsEach = 3;
  const left = new Map(tables.map(({ name }) => [name, rowsEach]));
  for (const write of fc.sample(randomWrite(book, tables), { seed: 1, numRuns: 10_000 })) {
    const missing = left.get(write.table) ?? 0;
    if (write.kind !== 'insert' || missing === 0) continue;
    if (applyWrite(book, write)) left.set(write.table, missing - 1);
  }
  const empty = [...left].filter(([, missing]) => missing === rowsEach).map(([name]) => name);
  if (empty.length > 0) throw new Error(`No random row passes the constraints of ${empty.join()}.`);
}

function nthNewest(
  book: ReadableBook,
  table: string,
  pick: number,
  condition = 'TRUE',
): number | null {
  const ids = book.column<number>(
    `SELECT id FROM "${table}" AS parent WHERE ${condition} ORDER BY id DESC`,
  );
  return ids[pick % ids.length] ?? null;
}

/** The condition that no row refers to one: in a filled book nearly every other delete would be refused. */
function freeCondition(book: ReadableBook, table: string): string {
  const references = book.all<{ child: string; from: string }>(
    `SELECT child.name AS child, key."from" AS "from"
     FROM sqlite_schema AS child, pragma_foreign_key_list(child.name) AS key
     WHERE child.type = 'table' AND key."table" = @table`,
    { table },
  );
  return ['TRUE', ...references.map(({ child, from }) => noRowRefers(child, from))].join(' AND ');
}

function noRowRefers(child: string, from: string): string {
  return `NOT EXISTS (SELECT 1 FROM "${child}" AS child WHERE child."${from}" = parent.id)`;
}

function hasTable(book: ReadableBook, name: string): boolean {
  return book.value('SELECT 1 FROM sqlite_schema WHERE name = @name', { name }) === 1;
}

function resolveReferences(
  book: ReadableBook,
  write: RandomWrite,
  drawn: Values,
): Record<string, SqlValue> {
  const values: Record<string, SqlValue> = { ...drawn };
  const references = book.all<{ from: string; table: string }>(
    'SELECT "from", "table" FROM pragma_foreign_key_list(@table)',
    { table: write.table },
  );
  for (const { from, table } of references) {
    const pick = values[from];
    // a book of an early version may lack the table that a column refers to
    if (!hasTable(book, table)) values[from] = null;
    else if (typeof pick === 'number') values[from] = nthNewest(book, table, pick);
  }
  const { low_person_id: low, high_person_id: high } = values;
  if (typeof low === 'number' && typeof high === 'number') {
    values['low_person_id'] = Math.min(low, high);
    values['high_person_id'] = Math.max(low, high);
  }
  const fitting = Object.entries(fitTogether(write.table, values));
  // a book of an earlier version may not have all of these columns yet
  return Object.fromEntries(fitting.filter(([name]) => name in drawn));
}

/** Columns that a CHECK ties to each other: drawn apart they would nearly never pass. */
function fitTogether(table: string, values: Record<string, SqlValue>): Record<string, SqlValue> {
  if (table === 'person') values['folded_name'] = values['display_name'] ?? null;
  if (table === 'evidence') {
    values['direction'] = values['kind'] === 'follow' ? 'low_to_high' : null;
  }
  if (table === 'introduction') {
    values['outcome'] = values['state'] === 'outcome' ? 'value' : null;
    values['came_from_id'] = null;
  }
  if (table === 'outcome') fitOutcome(values);
  if (table === 'import_insert') {
    values['first_row_id'] = 1;
    values['last_row_id'] = 1;
    values['checksums'] = new Uint8Array(4);
  }
  return values;
}

function fitOutcome(values: Record<string, SqlValue>): void {
  values['currency'] = values['amount'] === null ? null : 'GBP';
  if (values['client_person_id'] !== null) values['client_organisation_id'] = null;
  const origins = ['introduction_id', 'event_id', 'person_id', 'share_id'];
  // one at most: which one, the platform decides, being as random as any
  const kept = origins[Number(values['platform_id'] ?? 0) % origins.length];
  for (const origin of origins) if (origin !== kept) values[origin] = null;
}

/** Every row of every table, comparable: all values to the last bit. */
export function takePicture(book: ReadableBook, tables: readonly Table[]): string {
  return tables
    .map(({ columns, name }) => {
      const exact = columns.map((column) =>
        column.type === 'REAL'
          ? `exact_real("${column.name}")`
          : `CASE WHEN "${column.name}" IS NULL THEN NULL ELSE hex("${column.name}") END`,
      );
      const rows = book.column<string>(
        `SELECT json_array(${exact.join(', ')}) FROM "${name}" ORDER BY id`,
      );
      return `${name}:\n${rows.join('\n')}`;
    })
    .join('\n');
}
