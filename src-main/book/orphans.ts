import type { WritableBook } from './access.ts';

interface Orphan {
  readonly table: string;
  readonly rowid: number;
  readonly fkid: number;
}

/**
 * Frees rows of references to rows that are gone, or deletes them where they cannot be without one, until every
 * reference leads somewhere. Foreign keys must be off.
 */
export function dropOrphans(book: WritableBook): void {
  for (;;) {
    const orphans = book.all<Orphan>('SELECT "table", rowid, fkid FROM pragma_foreign_key_check');
    if (orphans.length === 0) return;
    for (const orphan of orphans) {
      if (!free(book, orphan)) {
        book.run(`DELETE FROM "${orphan.table}" WHERE id = @id`, { id: orphan.rowid });
      }
    }
  }
}

/** False when the column must refer to something, or the row breaks another rule without. */
function free(book: WritableBook, { fkid, rowid, table }: Orphan): boolean {
  const column = book.value<string>(
    `SELECT "from" FROM pragma_foreign_key_list(@table) WHERE id = @fkid`,
    { table, fkid },
  );
  const mustBe = book.value<number>(
    'SELECT "notnull" FROM pragma_table_info(@table) WHERE name = @column',
    { table, column: column ?? '' },
  );
  if (column === undefined || mustBe !== 0) return false;
  try {
    return (
      book.run(`UPDATE "${table}" SET "${column}" = NULL WHERE id = @rowid`, { rowid }).changes > 0
    );
  } catch {
    return false;
  }
}
