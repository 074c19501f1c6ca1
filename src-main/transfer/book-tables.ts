/** The tables of a whole-book document, as the book itself describes them, so that no migration can forget one. */
import type { ReadableBook } from '../book/access.ts';
import { readDataTables, type Table } from '../book/schema.ts';

export interface BookTable extends Table {
  /** Columns that refer to another row of the same table. */
  readonly selfReferences: readonly string[];
}

/** Settings of the book belong to it, though undo does not touch them. */
const settings: BookTable = {
  name: 'setting',
  columns: [
    { name: 'id', type: 'INTEGER' },
    { name: 'name', type: 'TEXT' },
    { name: 'value', type: 'TEXT' },
  ],
  selfReferences: [],
};

/** A table comes after all that it refers to; otherwise in the order of their names. */
export function readBookTables(book: ReadableBook): BookTable[] {
  const waiting = new Map(
    readDataTables(book).map((table) => [
      table.name,
      { table, needs: readParents(book, table.name) },
    ]),
  );
  const ordered: BookTable[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([name, { needs }]) =>
      needs.every(({ parent }) => parent === name || !waiting.has(parent)),
    );
    if (ready.length === 0) throw new Error('Tables refer to one another in a circle.');
    for (const [name, { table, needs }] of ready) {
      const selfReferences = needs.flatMap(({ parent, column }) =>
        parent === name ? [column] : [],
      );
      ordered.push({ ...table, selfReferences });
      waiting.delete(name);
    }
  }
  return [...ordered, settings];
}

function readParents(book: ReadableBook, table: string): { parent: string; column: string }[] {
  return book.all(
    'SELECT "table" AS parent, "from" AS "column" FROM pragma_foreign_key_list(@table)',
    { table },
  );
}

/** The schema that the book has, counted in migrations. */
export function readBookVersion(book: ReadableBook): number {
  return book.value<number>('PRAGMA user_version') ?? 0;
}
