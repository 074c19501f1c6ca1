import type { ReadableBook, SqlValue } from './access.ts';
import { idsOf, type RowChange } from './row-changes.ts';

/*
 * The references of a large change, looked at together instead of row by row: SQLite looks up what each row refers to,
 * and would have to be able to take back a part of each statement, which takes a third of an import. What is looked at
 * here is the same: no row may refer to one that is not there when the change is committed.
 */

/** A column that holds ids of rows of another table. */
interface Reference {
  readonly table: string;
  readonly column: string;
  readonly parent: string;
}

/** Rows that are known to be there. */
class KnownRows {
  /** Rows inserted together, with ids in a row. */
  first = 0;
  last = -1;
  readonly ids = new Set<number>();
  /** What rows refer to that has not been looked up yet. */
  readonly wanted = new Set<number>();
}

/** Looks at the rows of one `insertAll` as they come. */
export interface RowsWatch {
  look(values: readonly SqlValue[]): void;
  /** All are there, under these ids. Throws when one refers to a row that is not. */
  end(first: number, last: number): void;
}

/** Of one change, from its beginning to its commit. */
export class ReferenceWatch {
  readonly #book: ReadableBook;
  readonly #references: readonly Reference[];
  readonly #known = new Map<string, KnownRows>();
  readonly #seen: RowChange[] = [];

  constructor(book: ReadableBook) {
    this.#book = book;
    this.#references = readReferences(book);
  }

  watchRows(table: string, columns: readonly string[]): RowsWatch {
    const own = this.#of(table);
    const parents = own.map(({ parent }) => this.#knownRows(parent));
    const places = own.map(({ column }) => columns.indexOf(column));
    const before: SqlValue[] = own.map(() => null);
    return {
      look: (values) => {
        for (let at = 0; at < places.length; at++) {
          const value = values[places[at] ?? -1] ?? null;
          // most rows refer to what the one before them does, or to what has just been inserted
          if (value === null || value === before[at]) continue;
          before[at] = value;
          const id = Number(value);
          const parent = parents[at];
          if (parent === undefined || (id >= parent.first && id <= parent.last)) continue;
          parent.wanted.add(id);
        }
      },
      end: (firstId, lastId) => {
        const rows = this.#knownRows(table);
        [rows.first, rows.last] = [firstId, lastId];
        for (const { column, parent } of own) this.#lookUp(parent, `${table}.${column}`);
        this.#seen.push({ table, firstId, lastId, before: null });
      },
    };
  }

  /**
   * Looks at all else that was changed: rows that came or changed refer to rows that are there, and nothing refers to
   * rows that went.
   *
   * @param changes all that the log noted
   * @throws Error when a row would refer to one that is not there
   */
  check(changes: readonly RowChange[]): void {
    const left = changes.filter((change) => !this.#isSeen(change));
    for (const [table, rows] of Map.groupBy(left, (change) => change.table)) {
      const ids = JSON.stringify([...new Set(idsOf(rows))].toSorted((a, b) => a - b));
      this.#checkChildren(table, ids);
      this.#checkParents(table, ids);
    }
  }

  #isSeen({ firstId, lastId, table }: RowChange): boolean {
    return (
      firstId < lastId &&
      this.#seen.some(
        (run) => run.table === table && run.firstId <= firstId && lastId <= run.lastId,
      )
    );
  }

  #lookUp(parent: string, referrer: string): void {
    const { ids, wanted } = this.#knownRows(parent);
    // in the order in which they lie in the file
    const asked = [...wanted].filter((id) => !ids.has(id)).toSorted((a, b) => a - b);
    wanted.clear();
    const found = this.#book.value<number>(
      `SELECT count(*) FROM json_each(@asked) AS asked CROSS JOIN "${parent}" AS row ON row.id = asked.value`,
      { asked: JSON.stringify(asked) },
    );
    if (found !== asked.length) throw dangling(referrer);
    for (const id of asked) ids.add(id);
  }

  #checkChildren(table: string, ids: string): void {
    const isDangling = this.#of(table).map(
      ({ column, parent }) =>
        `(row."${column}" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "${parent}" WHERE id = row."${column}"))`,
    );
    if (isDangling.length === 0) return;
    const found = this.#book.value<number>(
      `SELECT row.id FROM json_each(@ids) AS changed CROSS JOIN "${table}" AS row ON row.id = changed.value
       WHERE ${isDangling.join(' OR ')}`,
      { ids },
    );
    if (found !== undefined) throw dangling(`Row ${found} of ${table}`);
  }

  #checkParents(table: string, ids: string): void {
    const gone = this.#book.column<number>(
      `SELECT value FROM json_each(@ids) AS changed
       WHERE NOT EXISTS (SELECT 1 FROM "${table}" WHERE id = changed.value)`,
      { ids },
    );
    if (gone.length === 0) return;
    for (const { column, parent, table: child } of this.#references) {
      if (parent !== table) continue;
      const found = this.#book.value(
        `SELECT 1 FROM "${child}" WHERE "${column}" IN (SELECT value FROM json_each(@gone))`,
        { gone: JSON.stringify(gone) },
      );
      if (found !== undefined) throw dangling(`${child}.${column}`);
    }
  }

  #of(table: string): Reference[] {
    return this.#references.filter((reference) => reference.table === table);
  }

  #knownRows(table: string): KnownRows {
    let known = this.#known.get(table);
    if (known === undefined) {
      known = new KnownRows();
      this.#known.set(table, known);
    }
    return known;
  }
}

function dangling(referrer: string): Error {
  return new Error(`${referrer} refers to a row that is not there.`);
}

/** As the book itself declares them. Throws when one is of several columns, or to another column than `id`. */
function readReferences(book: ReadableBook): Reference[] {
  const found = book.all<Reference & { place: number; target: string | null }>(
    `SELECT listed.name AS "table", declared."from" AS "column", declared."table" AS parent,
       declared."to" AS target, declared.seq AS place
     FROM pragma_table_list AS listed JOIN pragma_foreign_key_list(listed.name) AS declared
     WHERE listed.schema = 'main' AND listed.type = 'table'`,
  );
  for (const { column, place, table, target } of found) {
    if (place !== 0 || (target ?? 'id') !== 'id') {
      throw new Error(`${table}.${column} refers to something else than an id.`);
    }
  }
  return found;
}
