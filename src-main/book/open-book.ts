import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { AppError } from '../contract/result.ts';
import { ChangeLog, type LogBounds } from './change-log.ts';
import type { BookKey } from './book-key.ts';
import { keyOf, openSqlite } from './cipher.ts';
import type { Clock } from './context.ts';
import { type BookAccess, createAccess } from './database.ts';
import { watchGraph } from './graph-token.ts';
import { applicationId, readBookHeader } from './header.ts';
import { readKeyFile } from './key-file.ts';
import { migrate, refuseForeignHistory } from './migrate.ts';
import type { Migration } from './migration-files.ts';
import { findAbsent, logPath, removeTraces } from './reading-traces.ts';
import { refuse, translateError } from './refusals.ts';
import { breakSeal, endGeneration, examineSeal, hasLog, sealBook } from './seal.ts';

export interface OpenOptions {
  /** Where the book lies; made if missing. ':memory:' for one that is never kept. */
  readonly path: string;
  readonly migrations: readonly Migration[];
  readonly clock: Clock;
  /** Makes a verified backup before a migration changes an existing book and returns its path. */
  readonly backUp?: (sqlite: Database.Database) => string | null;
  readonly logBounds?: LogBounds;
  /** For a book that is encrypted; a new one is made under it. A plain book is opened all the same. */
  readonly key?: BookKey | null;
}

/** An open book. Only book/ uses `sqlite` itself; everybody else is given a reader or a writer. */
export interface Book extends BookAccess {
  readonly path: string;
  readonly sqlite: Database.Database;
  /** Null when the book is not encrypted. */
  readonly key: BookKey | null;
  readonly log: ChangeLog;
  close(): void;
}

/**
 * Order matters: EXCLUSIVE before the first use of the log (then no shared-memory file is needed), and
 * `synchronous` after `journal_mode`, which silently lowers it. `recursive_triggers` makes INSERT OR REPLACE
 * fire delete triggers, on which undo rests.
 */
const settings: readonly (readonly [pragma: string, value: string, readBack: string | number])[] = [
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['recursive_triggers', 'ON', 1],
  ['temp_store', 'MEMORY', 2],
];

/** Another process keeps its lock as long as it runs; waiting longer than a start-up hiccup helps nobody. */
const lockTimeout = 250;

/**
 * Opens a book: refuses what is not ours, newer, or damaged with the file untouched, locks it, checks its
 * settings, and brings it up to date (section 9 of the design).
 *
 * @throws AppError with a refusal code (DISK_FULL, READ_ONLY, LOCKED, NEWER_VERSION, CORRUPT, NOT_OURS,
 *   PASSPHRASE_NEEDED) or NOT_FOUND when the folder does not exist
 */
export function openBook(options: OpenOptions): Book {
  const { path } = options;
  try {
    if (path !== ':memory:') examineFile(path, options);
    const hadLog = hasLog(path);
    const sqlite = openSqlite(path, { timeout: lockTimeout }, options.key ?? null);
    try {
      return prepareBook(sqlite, options, hadLog);
    } catch (error) {
      sqlite.close();
      throw error;
    }
  } catch (error) {
    throw translateError(error, path) ?? error;
  }
}

/** All checks that need no writing. */
function examineFile(path: string, { key = null, migrations }: OpenOptions): void {
  const folder = dirname(path);
  if (!existsSync(folder)) {
    throw new AppError(
      'NOT_FOUND',
      `The folder ${folder} does not exist. Make it, or choose another place for the book.`,
    );
  }
  if (existsSync(path) && !statSync(path).isFile()) throw refuse('NOT_OURS', path);
  const header = readBookHeader(path);
  // the first page of an encrypted book may be what is damaged: its key file says whose it was
  const isOurs = header !== 'foreign' || (key === null && readKeyFile(path) !== null);
  if (!isOurs) throw refuse('NOT_OURS', path);
  if (header === 'foreign') throw refuse('PASSPHRASE_NEEDED', path);
  if (header === 'short') throw refuse('CORRUPT', path);
  accessSync(folder, constants.W_OK);
  if (header === null) return;
  if (header.applicationId !== applicationId) throw refuse('NOT_OURS', path);
  if (header.userVersion > migrations.length) throw refuse('NEWER_VERSION', path);
  accessSync(path, constants.W_OK);
  if (hasLog(path)) accessSync(`${path}-wal`, constants.W_OK);
  if (header.isEncrypted && key === null) throw refuse('PASSPHRASE_NEEDED', path);
  // version 0: making it was cut short before the first commit; a reader could not roll that back
  if (header.userVersion > 0) checkIntegrity(path, migrations, key);
}

/**
 * quick_check, the seal and the ledger of migrations, on a read-only connection, because closing a writing one would move
 * the log into a file that we have just found to be damaged.
 */
function checkIntegrity(path: string, migrations: readonly Migration[], key: BookKey | null): void {
  const beside = findAbsent(path);
  try {
    examineContent(path, { migrations, key }, 'reading');
  } catch (error) {
    const code = translateError(error, path)?.code;
    // whoever has the book open may have made them since
    if (code !== 'LOCKED') removeTraces(beside);
    // a reader shares an index file of the log, for which a full disk has no room; without a log there is none to move
    if (code !== 'DISK_FULL' || hasLog(path)) throw error;
    examineContent(path, { migrations, key }, 'alone');
    return;
  }
  removeTraces(beside.filter((file) => file !== logPath(path)));
}

/** Throws what is wrong with the content. 'alone' needs no index file, but the right to write. */
function examineContent(
  path: string,
  { key = null, migrations }: Pick<OpenOptions, 'key' | 'migrations'>,
  how: 'reading' | 'alone',
): void {
  const isReading = how === 'reading';
  const sqlite = openSqlite(path, { readonly: isReading, timeout: lockTimeout }, key);
  try {
    if (how === 'alone') sqlite.pragma('locking_mode = EXCLUSIVE');
    sqlite.pragma('cell_size_check = ON');
    const problem: unknown = sqlite.pragma('quick_check(1)', { simple: true });
    if (problem !== 'ok' || examineSeal(path, sqlite) === 'broken') throw refuse('CORRUPT', path);
    refuseForeignHistory(sqlite, { migrations, path: basename(path) });
  } catch (error) {
    throw isOfContent(error) ? refuse('CORRUPT', path) : error;
  } finally {
    sqlite.close();
  }
}

/**
 * The statements of a check are always the same and right: where one fails as if it were wrong, the file is not what was
 * written. A page of the search index in the place of another ends quick_check like that.
 */
function isOfContent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_ERROR';
}

function prepareBook(sqlite: Database.Database, options: OpenOptions, hadLog: boolean): Book {
  const { path } = options;
  const isOnDisk = path !== ':memory:';
  if (isOnDisk) breakSeal(path);
  // before the first look into the file: otherwise an index of the log is made, for which a full disk has no room
  sqlite.pragma('locking_mode = EXCLUSIVE');
  markNewBook(sqlite);
  applySettings(sqlite, path === ':memory:');
  // takes the lock now, and proves that the file can be written
  sqlite.exec('BEGIN IMMEDIATE; COMMIT');
  migrate(sqlite, {
    migrations: options.migrations,
    clock: options.clock,
    path: basename(path),
    backUp: () => options.backUp?.(sqlite) ?? null,
  });
  const access = createAccess(sqlite);
  const log = new ChangeLog(sqlite, access.writer, options.logBounds);
  watchGraph(sqlite, access.reader);
  const close = (): void => {
    if (isOnDisk) closeSealed(sqlite, path, hadLog);
    else sqlite.close();
  };
  return { path, sqlite, key: keyOf(sqlite), ...access, log, close };
}

/** Closes and seals. */
function closeSealed(sqlite: Database.Database, path: string, hadLog: boolean): void {
  if (!sqlite.open) return;
  let generation: string | null = null;
  try {
    generation = endGeneration(sqlite, hadLog);
  } catch {
    // a full disk, say: what was committed is safe without a seal
  }
  sqlite.close();
  if (generation !== null) sealBook(path, generation);
}

/** Written before the log exists, hence straight into the file: whatever happens later, it is known as ours. */
function markNewBook(sqlite: Database.Database): void {
  const isEmpty = Number(sqlite.pragma('page_count', { simple: true })) === 0;
  if (isEmpty) sqlite.pragma(`application_id = ${applicationId}`);
}

function applySettings(sqlite: Database.Database, isInMemory: boolean): void {
  for (const [pragma, value] of settings) sqlite.pragma(`${pragma} = ${value}`);
  for (const [pragma, , expected] of settings) {
    if (isInMemory && pragma === 'journal_mode') continue;
    const found: unknown = sqlite.pragma(pragma, { simple: true });
    if (found !== expected) {
      throw new AppError(
        'INTERNAL',
        `The book cannot be opened safely: SQLite keeps ${pragma} at ${String(found)}.`,
      );
    }
  }
}
