import type { ReadableBook } from './access.ts';

/** The types that a STRICT table may declare and that the change log can keep exactly. */
export const columnTypes = ['INTEGER', 'REAL', 'TEXT', 'BLOB'] as const;
export type ColumnType = (typeof columnTypes)[number];

export interface TableColumn {
  readonly name: string;
  readonly type: ColumnType;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly TableColumn[];
}

/** Tables of the machinery around the data: they are neither undone nor exported. */
const machinery: ReadonlySet<string> = new Set([
  'change_step',
  'change_row',
  'setting',
  'graph_copy',
  'search_pending',
  'migration',
  'seal',
]);

/**
 * The tables that hold the user's data, in the order of their names, as the file itself describes them.
 * Full-text indexes are left out: they are derived.
 *
 * @throws Error when a table breaks a rule that undo rests on (STRICT, an INTEGER PRIMARY KEY named id)
 */
export function readDataTables(book: ReadableBook): Table[] {
  const found = book.all<{ name: string; strict: number }>(
    `SELECT name, strict FROM pragma_table_list
     WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
  );
  return found
    .filter((table) => !machinery.has(table.name))
    .map((table) => {
      if (table.strict !== 1) throw new Error(`Table ${table.name} is not STRICT.`);
      return { name: table.name, columns: readColumns(book, table.name) };
    });
}

function readColumns(book: ReadableBook, table: string): TableColumn[] {
  const columns = book.all<{ name: string; type: string; pk: number; hidden: number }>(
    'SELECT name, type, pk, hidden FROM pragma_table_xinfo(@table) ORDER BY cid',
    { table },
  );
  const key = columns.filter((column) => column.pk > 0);
  if (key.length !== 1 || key[0]?.name !== 'id' || key[0].type !== 'INTEGER') {
    throw new Error(`Table ${table} has no INTEGER PRIMARY KEY named id.`);
  }
  // generated columns follow from the others and cannot be written
  return columns
    .filter((column) => column.hidden === 0)
    .map((column) => {
      const type = columnTypes.find((known) => known === column.type);
      if (type === undefined) {
        throw new Error(`Column ${table}.${column.name} has the type ${column.type}.`);
      }
      return { name: column.name, type };
    });
}
