import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SqlValue } from './access.ts';
import { insertTogether } from './insert-rows.ts';

const columns = ['a', 'b', 'c'];
const unwatched = { look: () => {}, end: () => {} };

function insert(sqlite: Database.Database, rows: readonly (readonly SqlValue[])[]): number {
  const prepare = (sql: string): Database.Statement => sqlite.prepare(sql);
  const place = { table: 't', columns, last: 0 };
  return insertTogether(prepare, place, rows.values(), unwatched);
}

function newTable(): Database.Database {
  const sqlite = new Database(':memory:');
  sqlite.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, a, b, c CHECK (c IS NOT 7))');
  return sqlite;
}

/** Long runs of one value, as most columns have, with another one in between now and then. */
const runs = fc
  .array(
    fc.record({
      value: fc.constantFrom<SqlValue>(null, 0, -0, 1, '', 'x', 1.5),
      times: fc.integer({ min: 1, max: 40 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) => all.flatMap(({ times, value }) => Array.from({ length: times }, () => value)));

describe('rows inserted together', () => {
  it('are there with the values they have, under ids in a row', () => {
    fc.assert(
      fc.property(runs, runs, runs, (a, b, c) => {
        const rows = a.map((value, at) => [value, b[at] ?? null, c[at] ?? null]);
        const sqlite = newTable();
        expect(insert(sqlite, rows)).toBe(rows.length);
        const found = sqlite.prepare('SELECT id, a, b, c FROM t ORDER BY id').raw().all();
        expect(found).toEqual(rows.map((row, at) => [at + 1, ...row]));
        sqlite.close();
      }),
      { numRuns: 100 },
    );
  });

  it('need few statements, whatever is in them', () => {
    const texts = new Set<string>();
    const sqlite = newTable();
    const prepare = (sql: string): Database.Statement => {
      texts.add(sql);
      return sqlite.prepare(sql);
    };
    const rows = Array.from({ length: 1000 }, (_, at) => [at % 2, at % 31, Math.floor(at / 100)]);
    insertTogether(
      prepare,
      { table: 't', columns, last: 0 },
      rows.slice(0, 700).values(),
      unwatched,
    );
    expect(texts.size).toBeLessThanOrEqual(columns.length + 2);
    sqlite.close();
  });

  it('leave those before one that is refused', () => {
    const sqlite = newTable();
    const rows = Array.from({ length: 40 }, (_, at): SqlValue[] => ['a', at, at === 25 ? 7 : 0]);
    expect(() => insert(sqlite, rows)).toThrow('CHECK constraint failed');
    expect(sqlite.prepare('SELECT count(*) FROM t').pluck().get()).toBe(25);
    sqlite.close();
  });
});
