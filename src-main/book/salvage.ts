import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../contract/result.ts';
import type { WritableBook } from './access.ts';
import { writeBackup, type Backup } from './backup.ts';
import type { BookKey } from './book-key.ts';
import { openSqlite } from './cipher.ts';
import type { Checkpoint, Clock } from './context.ts';
import { createAccess } from './database.ts';
import { applicationId, readBookHeader, replaceHeader } from './header.ts';
import { migrate } from './migrate.ts';
import type { Migration } from './migration-files.ts';
import { openBook, type Book } from './open-book.ts';
import { dropOrphans } from './orphans.ts';
import { refuse } from './refusals.ts';
import { SalvageReader } from './salvage-reader.ts';
import { readDataTables, type Table } from './schema.ts';

/** `lost` is null when not even the number of a table's rows can be read. */
export interface SavedTable {
  readonly table: string;
  readonly saved: number;
  readonly lost: number | null;
}

export interface Salvaged {
  readonly copy: Backup;
  readonly tables: readonly SavedTable[];
}

export interface SalvageOptions {
  /** Only ever read; its log counts as far as it is whole. */
  readonly damaged: string;
  /** Where the new book is to be; must not exist yet. */
  readonly target: string;
  readonly migrations: readonly Migration[];
  readonly clock: Clock;
  readonly checkpoint: Checkpoint;
  /** Of a damaged book that is encrypted; what is saved from it is, too. */
  readonly key: BookKey | null;
  /** Makes the new book sound by rules that lie above this layer. Foreign keys are off meanwhile. */
  readonly mend: (book: Book) => void;
}

/** Kept besides the user's data. The undo log is not: its images belong to rows that may be gone. */
const settings: Table = {
  name: 'setting',
  columns: [
    { name: 'id', type: 'INTEGER' },
    { name: 'name', type: 'TEXT' },
    { name: 'value', type: 'TEXT' },
  ],
};

/**
 * Saves what can be read of a damaged book into a new one, row by row; rows whose parents are lost are left out,
 * or freed of the reference where they can do without. Works on a copy of the damaged file.
 *
 * @throws AppError NEWER_VERSION; NOT_OURS when no table of a book can be found in the file; CONFLICT when the
 *   target exists; DISK_FULL
 */
export function salvageBook(options: SalvageOptions): Salvaged {
  const { damaged, target } = options;
  if (existsSync(target)) throw refuse('CONFLICT', target);
  const folder = join(dirname(target), `.${basename(target)}.${randomUUID()}.part`);
  mkdirSync(folder);
  try {
    const copy = join(folder, 'damaged');
    copyFileSync(damaged, copy);
    if (existsSync(`${damaged}-wal`)) copyFileSync(`${damaged}-wal`, `${copy}-wal`);
    const draft = join(folder, 'saved.acquaint');
    const tables = fillDraft(copy, draft, options);
    const book = openBook({ path: draft, ...options });
    try {
      mendDraft(book, options.mend, tables);
      return { copy: writeBackup(book.sqlite, target), tables: [...tables.values()] };
    } finally {
      book.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A new book of the damaged one's version with all rows that could be read. */
function fillDraft(
  copy: string,
  draft: string,
  { checkpoint, clock, damaged, key, migrations }: SalvageOptions,
): Map<string, SavedTable> {
  const header = readBookHeader(copy);
  const isHeaderLost = header === null || typeof header === 'string';
  const version = isHeaderLost ? migrations.length : header.userVersion;
  if (version > migrations.length) throw refuse('NEWER_VERSION', damaged);
  const known = migrations.slice(0, version === 0 ? migrations.length : version);
  const sqlite = openSqlite(draft, {}, key);
  try {
    sqlite.pragma(`application_id = ${applicationId}`);
    migrate(sqlite, { migrations: known, clock, path: draft, backUp: () => null });
    if (isHeaderLost) replaceHeader(copy, draft);
    sqlite.pragma('foreign_keys = OFF');
    const { writer } = createAccess(sqlite);
    const source = new SalvageReader(copy, key);
    try {
      const tables = [...readDataTables(writer), settings];
      sqlite.exec('BEGIN IMMEDIATE');
      const saved = tables.map((table, index) => {
        checkpoint(index / tables.length, table.name.replaceAll('_', ' '));
        return saveTable(source, writer, table);
      });
      // a file of which nothing is found was no book
      if (saved.every(({ lost, saved: rows }) => lost === null && rows === 0)) {
        throw new AppError(
          'NOT_OURS',
          `Nothing of a book can be read in ${damaged}. It was not touched; restore a backup.`,
        );
      }
      sqlite.exec('COMMIT');
      return new Map(saved.map((table) => [table.table, table]));
    } finally {
      source.close();
    }
  } finally {
    sqlite.close();
  }
}

function saveTable(source: SalvageReader, book: WritableBook, table: Table): SavedTable {
  const { name } = table;
  // a new book has platforms and weights of its own, which stay only where the damaged one's cannot be read
  const seeded = book.column<number>(`SELECT id FROM "${name}"`);
  const columns = table.columns.map((column) => column.name);
  const insert = `INSERT ${seeded.length > 0 ? 'OR REPLACE ' : ''}INTO "${name}"
    (${columns.map((column) => `"${column}"`).join(', ')})
    VALUES (${columns.map((column) => `@${column}`).join(', ')})`;
  const found = new Set<number>();
  let refused = 0;
  const { expected, unreadable } = source.readTable(name, columns, (row) => {
    try {
      book.run(insert, row);
      found.add(Number(row['id']));
    } catch (error) {
      if (isBeyondTheRow(error)) throw error;
      refused++;
    }
  });
  const saved = found.size;
  const lost = expected === null ? null : Math.max(expected - saved, 0);
  if (lost === 0 && unreadable === 0) {
    for (const id of seeded) {
      if (!found.has(id)) book.run(`DELETE FROM "${name}" WHERE id = @id`, { id });
    }
  }
  const isGone = lost === null && saved === 0 && unreadable === 0 && refused === 0;
  return { table: name, saved, lost: isGone ? null : (lost ?? unreadable + refused) };
}

/** A full disk is no fault of the row, which breaks a constraint at most. */
function isBeyondTheRow(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_') && !/^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG)/.test(code);
}

function mendDraft(
  book: Book,
  mend: SalvageOptions['mend'],
  tables: Map<string, SavedTable>,
): void {
  const { sqlite, writer } = book;
  const counts = (): Map<string, number> =>
    new Map(
      [...tables.keys()].map((name) => [
        name,
        writer.value<number>(`SELECT count(*) FROM "${name}"`) ?? 0,
      ]),
    );
  sqlite.pragma('foreign_keys = OFF');
  sqlite
    .transaction(() => {
      const before = counts();
      dropOrphans(writer);
      mend(book);
      dropOrphans(writer);
      for (const [name, rows] of counts()) {
        const table = tables.get(name);
        const gone = Math.max((before.get(name) ?? 0) - rows, 0);
        if (table === undefined || gone === 0) continue;
        const saved = Math.max(table.saved - gone, 0);
        tables.set(name, { table: name, saved, lost: (table.lost ?? 0) + gone });
      }
    })
    .immediate();
  sqlite.pragma('foreign_keys = ON');
}
