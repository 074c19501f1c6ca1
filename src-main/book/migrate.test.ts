import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate, type MigrateOptions } from './migrate.ts';
import { parseMigration, type Migration } from './migration-files.ts';
import { release } from './release.ts';
import { repositoryMigrations } from './testing/make-book.ts';

const clock = { now: '2026-06-15T12:00:00.000Z', today: '2026-06-15' };
const logTables = `CREATE TABLE change_step (id INTEGER PRIMARY KEY) STRICT;
  CREATE TABLE change_row (id INTEGER PRIMARY KEY) STRICT;`;

const first = parseMigration(
  '0001_create_parent.sql',
  `CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT) STRICT;
   CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL REFERENCES parent (id) ON DELETE CASCADE) STRICT;
   ${logTables}`,
);
/** The rebuild that SQLite's manual describes; with foreign keys on, dropping the table empties "child". */
const rebuild = parseMigration(
  '0002_rebuild_parent.sql',
  `CREATE TABLE parent_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT '') STRICT;
   INSERT INTO parent_new SELECT id, coalesce(name, '') FROM parent;
   DROP TABLE parent;
   ALTER TABLE parent_new RENAME TO parent;`,
);

let sqlite: Database.Database;
let backups: number;

function run(...migrations: readonly Migration[]): number {
  const options: MigrateOptions = {
    migrations,
    clock,
    path: 'book.acquaint',
    backUp: () => {
      backups += 1;
      return 'backups/one.acquaint';
    },
  };
  return migrate(sqlite, options);
}

const version = (): unknown => sqlite.pragma('user_version', { simple: true });
const schema = (): unknown => sqlite.prepare('SELECT name, sql FROM sqlite_schema').all();
const count = (table: string): unknown =>
  sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

beforeEach(() => {
  backups = 0;
  sqlite = new Database(':memory:');
  sqlite.pragma('foreign_keys = ON');
});
afterEach(() => sqlite.close());

describe('migrating', () => {
  it('applies what is missing, once, with a ledger of names and hashes', () => {
    expect(run(first)).toBe(1);
    expect(run(first, rebuild)).toBe(1);
    expect(run(first, rebuild)).toBe(0);
    expect(version()).toBe(2);
    expect(sqlite.prepare('SELECT * FROM migration').all()).toEqual([
      { id: 1, name: first.name, sha256: first.sha256, applied_at: clock.now, release },
      { id: 2, name: rebuild.name, sha256: rebuild.sha256, applied_at: clock.now, release },
    ]);
  });

  it('keeps which release did so, from now on also in a ledger of the first books', () => {
    run(first);
    sqlite.exec('ALTER TABLE migration DROP COLUMN release');
    run(first, rebuild);
    expect(release).toMatch(/^\d+\.\d+\.\d+/);
    expect(sqlite.prepare('SELECT id, release FROM migration').all()).toEqual([
      { id: 1, release: null },
      { id: 2, release },
    ]);
  });

  it('backs up a book with content first, and not a new one', () => {
    run(first);
    expect(backups).toBe(0);
    run(first, rebuild);
    expect(backups).toBe(1);
  });

  it('rebuilds a table without losing the rows that refer to it', () => {
    run(first);
    sqlite.exec("INSERT INTO parent VALUES (1, 'a'); INSERT INTO child VALUES (1, 1), (2, 1)");
    run(first, rebuild);
    expect(count('child')).toBe(2);
    expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('changes nothing when rows would lose what they refer to', () => {
    run(first);
    sqlite.exec("INSERT INTO parent VALUES (1, 'a'); INSERT INTO child VALUES (1, 1)");
    const orphaning = parseMigration('0002_delete_parents.sql', 'DELETE FROM parent;');
    expect(() => run(first, orphaning)).toThrow(
      /0002_delete_parents\.sql: 1 rows lost what they refer to, first in child.*A backup is at backups/,
    );
    expect([version(), count('parent'), count('child')]).toEqual([1, 1, 1]);
    expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('clears the undo log, whose images fit the old tables only', () => {
    run(first);
    sqlite.exec('INSERT INTO change_step VALUES (1); INSERT INTO change_row VALUES (1)');
    run(first, rebuild);
    expect([count('change_step'), count('change_row')]).toEqual([0, 0]);
  });

  it('refuses a book with a migration that differs from ours, untouched', () => {
    run(first);
    const other = { ...first, sha256: '0'.repeat(64) };
    expect(() => run(other, rebuild)).toThrow(
      expect.objectContaining({
        code: 'NEWER_VERSION',
        message: expect.stringContaining(first.name),
      }),
    );
    expect(version()).toBe(1);
  });

  it('refuses a book with more migrations than we know', () => {
    run(first, rebuild);
    expect(() => run(first)).toThrow(expect.objectContaining({ code: 'NEWER_VERSION' }));
  });

  it('leaves the old book whole, whichever statement of an upgrade fails', () => {
    run(first);
    sqlite.exec("INSERT INTO parent VALUES (1, 'a'); INSERT INTO child VALUES (1, 1)");
    const before = schema();
    for (let at = 0; at <= rebuild.statements.length; at += 1) {
      const statements = rebuild.statements.toSpliced(at, 0, {
        text: 'INSERT INTO nowhere VALUES (1);',
        line: at + 1,
        verb: 'INSERT',
      });
      expect(() => run(first, { ...rebuild, statements })).toThrow(`line ${at + 1}`);
      expect(schema()).toEqual(before);
      expect([version(), count('parent'), count('child'), count('migration')]).toEqual([
        1, 1, 1, 1,
      ]);
    }
  });

  it('leaves an empty book empty, whichever statement of our own migrations fails', () => {
    const all = repositoryMigrations();
    for (const [index, migration] of all.entries()) {
      for (let at = 0; at <= migration.statements.length; at += 1) {
        const statements = migration.statements.toSpliced(at, 0, {
          text: 'INSERT INTO nowhere VALUES (1);',
          line: 1,
          verb: 'INSERT',
        });
        expect(() => run(...all.with(index, { ...migration, statements }))).toThrow('nowhere');
        expect(schema()).toEqual([]);
        expect(version()).toBe(0);
      }
    }
    expect(run(...all)).toBe(all.length);
  });
});

describe('a migration file', () => {
  it.each([
    'BEGIN',
    'COMMIT',
    'END',
    'ROLLBACK',
    'SAVEPOINT a',
    'RELEASE a',
    'PRAGMA foreign_keys = OFF',
    'VACUUM',
  ])('may not contain %s', (statement) => {
    expect(() => parseMigration('0001_make_it.sql', `SELECT 1;\n/* x */ ${statement};`)).toThrow(
      'line 2',
    );
  });

  it('has a numbered name and at least one statement', () => {
    expect(() => parseMigration('1_make_it.sql', 'SELECT 1')).toThrow('NNNN_verb_object');
    expect(() => parseMigration('0001_people.sql', 'SELECT 1')).toThrow('NNNN_verb_object');
    expect(() => parseMigration('0001_make_it.sql', '-- nothing')).toThrow('has no statement');
  });

  it('hashes alike whatever the line ends of the checkout', () => {
    const hash = (sql: string): string => parseMigration('0001_make_it.sql', sql).sha256;
    expect(hash('SELECT 1;\r\nSELECT 2;\r\n')).toBe(hash('SELECT 1;\nSELECT 2;\n'));
  });
});
