import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { stagedTables } from '../src-main/transfer/plan-stage.ts';
import { parseFile } from '../src-main/transfer/parse-file.ts';
import type { BenchBook } from './bench-book.ts';
import { drawCards, drawConnections, type KnownMember } from './import-files.ts';
import type { ImportTimes } from './import-once.ts';
import type { Figure } from './lifetime.ts';
import { timeOnce } from './measure.ts';
import type { Report } from './report.ts';

const connections = 30_000;
const cards = 100_000;
/** Of what takes some seconds the least of several counts, on both sides: a virtual machine shares its processors. */
const repeats = 3;
const importOnce = fileURLToPath(new URL('import-once.ts', import.meta.url));

/**
 * Imports as the store carries them out, plan and apply, each into a copy of the book of 100,000 people and in a
 * process of its own, so that its memory is its own; beside it the same rows by plain prepared inserts.
 */
export function measureImport(book: BenchBook): Report {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'acquaint-bench-import-'));
  try {
    const known = readKnown(book.path);
    const list = path.join(folder, 'Connections.csv');
    writeFileSync(list, drawConnections(connections, known));
    const vcards = path.join(folder, 'contacts.vcf');
    writeFileSync(vcards, drawCards(cards));
    const figures = [
      ...measureConnections(book, folder, list),
      ...measureCards(book, folder, vcards),
      ...measureGrowth(known),
    ];
    return { size: 'IMPORT', gather: null, figures, results: [] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measureConnections(book: BenchBook, folder: string, list: string): Figure[] {
  const copy = path.join(folder, 'list.acquaint');
  const runs = Array.from({ length: repeats }, () => {
    const times = importInOwnProcess(copyBook(book, folder, 'list.acquaint'), list);
    const plain = insertPlainly(book, copy, folder);
    return { times, plain, whole: times.plan + times.apply };
  });
  const { times, whole } = leastOf(runs, (run) => run.whole);
  const { plain } = leastOf(runs, (run) => run.plain.ms);
  return [
    { name: 'LinkedIn: rows of the file', value: connections, unit: '' },
    { name: 'LinkedIn: plan', value: times.plan, unit: 'ms' },
    { name: 'LinkedIn: apply', value: times.apply, unit: 'ms' },
    {
      name: 'LinkedIn: rows a second, plan and apply',
      value: connections / (whole / 1000),
      unit: '',
    },
    { name: 'LinkedIn: rows written', value: plain.rows, unit: '' },
    { name: 'LinkedIn: the same rows by plain prepared inserts', value: plain.ms, unit: 'ms' },
    {
      name: 'LinkedIn: plan and apply against plain inserts',
      value: whole / plain.ms,
      unit: 'times',
    },
    { name: 'LinkedIn: the first search afterwards', value: times.search, unit: 'ms' },
    { name: 'LinkedIn: the same file once more, plan', value: times.again, unit: 'ms' },
    {
      name: 'LinkedIn: memory beyond the file',
      value: Math.max(...runs.map((run) => run.times.memory)),
      unit: 'MB',
    },
  ];
}

function measureCards(book: BenchBook, folder: string, vcards: string): Figure[] {
  const copy = copyBook(book, folder, 'cards.acquaint');
  const times = importInOwnProcess(copy, vcards);
  const plain = insertPlainly(book, copy, folder);
  const whole = times.plan + times.apply;
  return [
    { name: 'vCard: cards of the file', value: cards, unit: '' },
    { name: 'vCard: plan', value: times.plan, unit: 'ms' },
    { name: 'vCard: apply', value: times.apply, unit: 'ms' },
    { name: 'vCard: cards a second, plan and apply', value: cards / (whole / 1000), unit: '' },
    { name: 'vCard: rows written', value: plain.rows, unit: '' },
    { name: 'vCard: the same rows by plain prepared inserts', value: plain.ms, unit: 'ms' },
    { name: 'vCard: plan and apply against plain inserts', value: whole / plain.ms, unit: 'times' },
    { name: 'vCard: the first search afterwards', value: times.search, unit: 'ms' },
    { name: 'vCard: size of the file', value: times.size, unit: 'MB' },
    { name: 'vCard: memory beyond the file', value: times.memory, unit: 'MB' },
  ];
}

/** Reading alone, at sizes each twice the one before: linear is a time that doubles. */
function measureGrowth(known: readonly KnownMember[]): Figure[] {
  const forms: readonly (readonly [string, (size: number) => string])[] = [
    ['LinkedIn rows', (size) => drawConnections(size, known)],
    ['vCards', drawCards],
  ];
  return forms.flatMap(([name, draw]) => {
    const timesOf = [10_000, 20_000, 40_000].map((size) => {
      const bytes = Buffer.from(draw(size));
      parseFile(bytes.subarray(0, 100_000));
      return { size, ms: timeOnce(() => parseFile(bytes)).ms };
    });
    return timesOf.map(({ ms, size }) => ({
      name: `reading ${size} ${name}`,
      value: ms,
      unit: 'ms',
    }));
  });
}

function leastOf<Run>(runs: readonly Run[], measureOf: (run: Run) => number): Run {
  const [first, ...others] = runs;
  if (first === undefined) throw new Error('Nothing was run.');
  return others.reduce((least, run) => (measureOf(run) < measureOf(least) ? run : least), first);
}

function copyBook(book: BenchBook, folder: string, name: string): string {
  const copy = path.join(folder, name);
  copyFileSync(book.path, copy);
  return copy;
}

/** Times of one import, measured where it runs. */
function importInOwnProcess(book: string, file: string): ImportTimes {
  const run = spawnSync(process.execPath, [importOnce, book, file], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (run.status !== 0) throw new Error(`The import of ${path.basename(file)} failed.`);
  return JSON.parse(run.stdout) as ImportTimes;
}

/** Members of LinkedIn that the book has: half of the file is about them. */
export function readKnown(file: string): KnownMember[] {
  const db = new Database(file, { readonly: true });
  const rows = db
    .prepare<[], KnownMember>(
      `SELECT given_name AS given, family_name AS family, account.handle FROM account
       JOIN platform ON platform.id = platform_id JOIN person ON person.id = person_id
       WHERE platform.key = 'linkedin' AND account.handle IS NOT NULL LIMIT 10000`,
    )
    .all();
  db.close();
  return rows;
}

/**
 * The rows that an import added to a book, put into another copy of it by one prepared statement a table, in one
 * transaction, under the same settings of durability; without log of undo, search index and matching.
 */
function insertPlainly(
  book: BenchBook,
  imported: string,
  folder: string,
): { rows: number; ms: number } {
  const copy = copyBook(book, folder, 'plain.acquaint');
  const from = new Database(imported, { readonly: true });
  const to = new Database(copy);
  to.exec(`PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;`);
  const added = stagedTables.map(({ name }) => {
    const last = to.prepare(`SELECT coalesce(max(id), 0) FROM ${name}`).pluck().get();
    const rows = from.prepare(`SELECT * FROM ${name} WHERE id > ? ORDER BY id`).all(last);
    return { name, rows: rows as Record<string, unknown>[] };
  });
  const { ms } = timeOnce(() => {
    to.exec('BEGIN IMMEDIATE');
    for (const { name, rows } of added) {
      const columns = Object.keys(rows[0] ?? {});
      if (columns.length === 0) continue;
      const marks = columns.map((column) => `@${column}`).join(', ');
      const insert = to.prepare(`INSERT INTO ${name} (${columns.join(', ')}) VALUES (${marks})`);
      for (const row of rows) insert.run(row);
    }
    to.exec('COMMIT');
  });
  from.close();
  to.close();
  return { rows: added.reduce((sum, { rows }) => sum + rows.length, 0), ms };
}
