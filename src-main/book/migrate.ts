import type Database from 'better-sqlite3';
import { AppError } from '../contract/result.ts';
import type { Clock } from './context.ts';
import type { Migration } from './migration-files.ts';
import { translateError } from './refusals.ts';
import { release } from './release.ts';

export interface MigrateOptions {
  /** All migrations of this program, ascending from 1. */
  readonly migrations: readonly Migration[];
  readonly clock: Clock;
  /** Names the book in messages. */
  readonly path: string;
  /** Makes a verified backup and returns where; called only when a book with content is about to change. */
  backUp(): string | null;
}

const createLedger = `CREATE TABLE IF NOT EXISTS migration (
  id INTEGER PRIMARY KEY, -- the migration's number
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  applied_at TEXT NOT NULL,
  release TEXT -- of Acquaint that brought the book to this version: told when an older one cannot open it
) STRICT`;

/**
 * Brings the schema up to this program's, in one transaction: a book is of the old version or of the new
 * one, never between. Returns how many migrations ran.
 *
 * @throws AppError NEWER_VERSION when the book has migrations that this program has not, or others of the
 *   same number; the error of the first migration that fails, with the book unchanged
 */
export function migrate(sqlite: Database.Database, options: MigrateOptions): number {
  const version = Number(sqlite.pragma('user_version', { simple: true }));
  refuseForeignHistory(sqlite, options);
  const pending = options.migrations.filter((migration) => migration.version > version);
  if (pending.length === 0) return 0;
  const backup = version > 0 ? options.backUp() : null;
  // must happen before BEGIN: inside a transaction this pragma silently does nothing
  setForeignKeys(sqlite, false);
  try {
    sqlite.exec('BEGIN IMMEDIATE');
    prepareLedger(sqlite);
    for (const migration of pending) apply(sqlite, migration, options.clock);
    // images of rows of the old form cannot be put back into tables of the new one
    if (version > 0 && hasLog(sqlite)) {
      sqlite.exec('DELETE FROM change_row; DELETE FROM change_step');
    }
    sqlite.exec('COMMIT');
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
    throw describeFailure(error, options.path, backup);
  } finally {
    setForeignKeys(sqlite, true);
  }
  return pending.length;
}

/** It is the runner's own, and made before the first migration. Those of the first books had no releases. */
function prepareLedger(sqlite: Database.Database): void {
  sqlite.exec(createLedger);
  const columns = sqlite.pragma('table_info(migration)') as { name: string }[];
  if (columns.some(({ name }) => name === 'release')) return;
  sqlite.exec('ALTER TABLE migration ADD COLUMN release TEXT');
}

/** The log of undo came with a migration of its own. */
function hasLog(sqlite: Database.Database): boolean {
  return (
    sqlite.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'change_row'").get() !== undefined
  );
}

/**
 * Compares what was applied with what this program would apply. Only reads.
 *
 * @throws AppError NEWER_VERSION
 */
export function refuseForeignHistory(
  sqlite: Database.Database,
  { migrations, path }: Pick<MigrateOptions, 'migrations' | 'path'>,
): void {
  const version = Number(sqlite.pragma('user_version', { simple: true }));
  const newer = (why: string): AppError =>
    new AppError(
      'NEWER_VERSION',
      `${path} was written by another version of Acquaint (${why}). It was not touched; open it with that version.`,
    );
  if (version > migrations.length) {
    throw newer(`its schema is ${version}, this program's is ${migrations.length}`);
  }
  if (version === 0) return;
  const ledger = sqlite.prepare('SELECT id, name, sha256 FROM migration ORDER BY id').all() as {
    id: number;
    name: string;
    sha256: string;
  }[];
  if (ledger.length !== version) {
    throw newer(`its ledger has ${ledger.length} migrations, its version is ${version}`);
  }
  for (const [index, row] of ledger.entries()) {
    if (migrations[index]?.sha256 !== row.sha256) throw newer(`its migration ${row.name} differs`);
  }
}

function apply(sqlite: Database.Database, migration: Migration, clock: Clock): void {
  for (const statement of migration.statements) {
    try {
      sqlite.exec(statement.text);
    } catch (error) {
      throw new MigrationFailure(`${migration.name}, line ${statement.line}`, error);
    }
  }
  const orphans = sqlite.pragma('foreign_key_check') as { table: string; parent: string }[];
  const [orphan] = orphans;
  if (orphan !== undefined) {
    throw new MigrationFailure(
      migration.name,
      new Error(`${orphans.length} rows lost what they refer to, first in ${orphan.table}`),
    );
  }
  sqlite
    .prepare('INSERT INTO migration (id, name, sha256, applied_at, release) VALUES (?, ?, ?, ?, ?)')
    .run(migration.version, migration.name, migration.sha256, clock.now, release);
  sqlite.pragma(`user_version = ${migration.version}`);
}

/** Says at which statement a migration stopped. */
class MigrationFailure extends Error {
  constructor(place: string, cause: unknown) {
    super(place, { cause });
  }
}

function describeFailure(error: unknown, path: string, backup: string | null): AppError {
  const cause = error instanceof MigrationFailure ? error.cause : error;
  const known = translateError(cause, path);
  if (known !== null) return known;
  const place = error instanceof MigrationFailure ? ` at ${error.message}` : '';
  const kept = backup === null ? '' : ` A backup is at ${backup}.`;
  return new AppError(
    'INTERNAL',
    `Bringing ${path} up to date failed${place}: ${cause instanceof Error ? cause.message : String(cause)}. The book is as it was.${kept}`,
  );
}

function setForeignKeys(sqlite: Database.Database, isOn: boolean): void {
  sqlite.pragma(`foreign_keys = ${isOn ? 'ON' : 'OFF'}`);
  if (Number(sqlite.pragma('foreign_keys', { simple: true })) !== (isOn ? 1 : 0)) {
    throw new Error('SQLite did not take the foreign_keys setting.');
  }
}
