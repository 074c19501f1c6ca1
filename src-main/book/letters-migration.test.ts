import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from './migrate.ts';
import { repositoryMigrations } from './testing/make-book.ts';

const clock = { now: '2026-06-15T12:00:00.000Z', today: '2026-06-15' };

it('keeps the templates of letters when a kind is added, and still one in the place of each shipped one', () => {
  const sqlite = new Database(':memory:');
  const bringTo = (version: number): void => {
    const migrations = repositoryMigrations().slice(0, version);
    migrate(sqlite, { migrations, clock, path: ':memory:', backUp: () => 'backup' });
  };
  bringTo(18);
  const add = (kind: string, replaces: number): void => {
    sqlite
      .prepare(
        `INSERT INTO letter_template (kind, name, subject, body, replaces_shipped)
         VALUES (?, 'Mine', 'Hi', 'Hello {to}', ?)`,
      )
      .run(kind, replaces);
  };
  add('thanks', 1);
  add('thanks', 0);
  expect(() => add('let_go', 1)).toThrow(/CHECK/);
  const before = sqlite.prepare('SELECT * FROM letter_template').all();
  bringTo(19);
  expect(sqlite.prepare('SELECT * FROM letter_template').all()).toEqual(before);
  add('let_go', 1);
  expect(() => add('thanks', 1)).toThrow(/UNIQUE/);
  sqlite.close();
});
