import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccess } from '../src-main/book/database.ts';
import { readBookHeader } from '../src-main/book/header.ts';
import { migrate } from '../src-main/book/migrate.ts';
import type { Migration } from '../src-main/book/migration-files.ts';
import { readDataTables } from '../src-main/book/schema.ts';
import { repositoryMigrations } from '../src-main/book/testing/make-book.ts';
import { fillTables } from '../src-main/book/testing/random-writes.ts';
import { checkBook } from '../src-main/store/check-book.ts';
import { clock, openStore } from './history.ts';
import { sha256 } from './trials.ts';

const migrations = repositoryMigrations();
const goldenFolder = fileURLToPath(new URL('./fixtures/released', import.meta.url));
const golden = readdirSync(goldenFolder).filter((name) => name.endsWith('.gz'));

/** A table's rows in its columns of one version: how many there are, and the hash of their exact values. */
interface TablePicture {
  readonly columns: readonly string[];
  readonly rows: number;
  readonly hash: string;
}
type Picture = ReadonlyMap<string, TablePicture>;

const versionOf = (sqlite: Database.Database): number =>
  Number(sqlite.pragma('user_version', { simple: true }));

/** Values to the last bit: reals as SQLite writes them exactly, texts and blobs as their bytes. */
function takeTable(
  sqlite: Database.Database,
  table: string,
  columns: readonly string[],
): TablePicture {
  const exact = columns.map(
    (column) => `typeof("${column}") || ':' || CASE typeof("${column}")
      WHEN 'text' THEN hex("${column}") WHEN 'blob' THEN hex("${column}") ELSE quote("${column}") END`,
  );
  const rows = sqlite
    .prepare(`SELECT json_array(${exact.join(', ')}) FROM "${table}" ORDER BY id`)
    .pluck()
    .all();
  return { columns, rows: rows.length, hash: sha256(rows.join('\n')) };
}

/** All data tables, in the columns that they have now. */
function takePicture(sqlite: Database.Database): Picture {
  const tables = readDataTables(createAccess(sqlite).reader);
  return new Map(
    tables.map(({ columns, name }) => [
      name,
      takeTable(
        sqlite,
        name,
        columns.map((column) => column.name),
      ),
    ]),
  );
}

/** The same tables and columns as in an earlier picture, as they are now. */
function takeAgain(sqlite: Database.Database, before: Picture): Picture {
  return new Map(
    [...before].map(([table, { columns }]) => [table, takeTable(sqlite, table, columns)]),
  );
}

function run(sqlite: Database.Database, upTo: readonly Migration[]): number {
  return migrate(sqlite, { migrations: upTo, clock, path: 'book', backUp: () => null });
}

/** A book of a version, in memory, with rows in every table that it has. */
function makeFilled(version: number): Buffer {
  const sqlite = new Database(':memory:');
  sqlite.pragma('foreign_keys = ON');
  run(sqlite, migrations.slice(0, version));
  // the first tables refer to one that came later
  const isWhole = migrations
    .slice(0, version)
    .some(({ name }) => name.endsWith('create_imports.sql'));
  if (!isWhole) sqlite.pragma('foreign_keys = OFF');
  const { reader, writer } = createAccess(sqlite);
  fillTables(writer, readDataTables(reader));
  const bytes = sqlite.serialize();
  sqlite.close();
  return bytes;
}

function openBytes(bytes: Buffer): Database.Database {
  const sqlite = new Database(bytes);
  sqlite.pragma('foreign_keys = ON');
  return sqlite;
}

const wholeness = (sqlite: Database.Database): unknown => ({
  orphans: sqlite.pragma('foreign_key_check'),
  integrity: sqlite.pragma('integrity_check', { simple: true }),
});
const whole = { orphans: [], integrity: 'ok' };

describe('a book with rows in every table', () => {
  const steps = migrations.slice(0, -1).map(({ version }) => version);

  it.each(steps)(
    'of version %d keeps all of them in the next version and in the newest',
    (version) => {
      const bytes = makeFilled(version);
      for (const target of new Set([version + 1, migrations.length])) {
        const sqlite = openBytes(bytes);
        const before = takePicture(sqlite);
        expect(Math.min(...[...before.values()].map(({ rows }) => rows))).toBeGreaterThan(0);
        expect(run(sqlite, migrations.slice(0, target))).toBe(target - version);
        expect(takeAgain(sqlite, before)).toEqual(before);
        expect(versionOf(sqlite)).toBe(target);
        expect(wholeness(sqlite)).toEqual(whole);
        sqlite.close();
      }
    },
  );

  it.each(steps)(
    'of version %d is left as it is, whichever statement of what follows fails',
    (version) => {
      const bytes = makeFilled(version);
      const sqlite = openBytes(bytes);
      const schema = (): unknown => sqlite.prepare('SELECT name, sql FROM sqlite_schema').all();
      const before = { rows: takePicture(sqlite), schema: schema() };
      const next = migrations[version];
      if (next === undefined) throw new Error('There is no next version.');
      for (let at = 0; at <= next.statements.length; at++) {
        const statements = next.statements.toSpliced(at, 0, {
          text: 'INSERT INTO nowhere VALUES (1);',
          line: at + 1,
          verb: 'INSERT',
        });
        const broken = [...migrations.slice(0, version), { ...next, statements }];
        expect(() => run(sqlite, broken)).toThrow('nowhere');
        expect({ rows: takePicture(sqlite), schema: schema() }).toEqual(before);
        expect(versionOf(sqlite)).toBe(version);
      }
      expect(wholeness(sqlite)).toEqual(whole);
      expect(run(sqlite, migrations.slice(0, version + 1))).toBe(1);
      sqlite.close();
    },
  );
});

describe('a book of a released version', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'acquaint-released-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is here for each release', () => {
    expect(golden).toEqual(['version-08.acquaint.gz', 'version-16.acquaint.gz']);
  });

  it.each(golden)(
    '%s opens, is backed up and brought up to date, and keeps everything',
    async (name) => {
      const version = Number(/\d+/.exec(name)?.[0]);
      const path = join(folder, `${version}.acquaint`);
      writeFileSync(path, gunzipSync(readFileSync(join(goldenFolder, name))));
      const old = new Database(path, { readonly: true });
      expect(versionOf(old)).toBe(version);
      const before = takePicture(old);
      old.close();
      for (const end of ['-wal', '-shm']) rmSync(`${path}${end}`, { force: true });

      const backups = join(folder, `${version}-backups`);
      const store = openStore(path, backups);
      const { sqlite, reader } = store.session().book;
      expect(versionOf(sqlite)).toBe(migrations.length);
      expect(takeAgain(sqlite, before)).toEqual(before);
      expect(wholeness(sqlite)).toEqual(whole);
      expect(checkBook(reader).problems).toEqual([]);
      expect(await store.dispatch('people.get', { id: 2 })).toMatchObject({
        ok: true,
        value: { note: 'Zoë says: **日本** in spring.\nSecond line “with quotes”.' },
      });
      const found = await store.dispatch('search.find', { text: 'priya nair' });
      expect(JSON.stringify(found)).toContain('Priya Nair');
      expect(
        await store.dispatch('chains.ask', { target: { kind: 'people', ids: [2] } }),
      ).toMatchObject({ ok: true });
      expect(await store.dispatch('people.update', { id: 2, note: 'changed' })).toMatchObject({
        ok: true,
      });
      expect(await store.dispatch('book.undo', {})).toMatchObject({ ok: true });
      expect(takeAgain(sqlite, before)).toEqual(before);
      store.close();

      // what was there before is still to be had, as it was
      const kept = version === migrations.length ? [] : readdirSync(backups);
      const backup = kept.find((file) => file.endsWith('-migration.acquaint'));
      expect(backup !== undefined).toBe(version < migrations.length);
      if (backup === undefined) return;
      expect(readBookHeader(join(backups, backup))).toMatchObject({ userVersion: version });
      const copy = new Database(join(backups, backup), { readonly: true });
      expect(takePicture(copy)).toEqual(before);
      copy.close();
    },
  );
});
