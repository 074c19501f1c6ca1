import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from './migrate.ts';
import { repositoryMigrations } from './testing/make-book.ts';

const clock = { now: '2026-06-15T12:00:00.000Z', today: '2026-06-15' };

function openAt(version: number) {
  const sqlite = new Database(':memory:');
  const bringTo = (next: number): void => {
    const migrations = repositoryMigrations().slice(0, next);
    migrate(sqlite, { migrations, clock, path: ':memory:', backUp: () => 'backup' });
  };
  bringTo(version);
  return { sqlite, bringTo };
}

it('keeps the templates of letters when a kind is added, and still one in the place of each shipped one', () => {
  const { sqlite, bringTo } = openAt(18);
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

it('keeps the letters that were sent when thanks become letters too', () => {
  const { sqlite, bringTo } = openAt(21);
  sqlite.exec(`INSERT INTO person (id, created_at) VALUES (1, ''), (2, ''), (3, '');
    INSERT INTO introduction (id, kind, state, introducer_id, first_person_id, second_person_id, created_at)
    VALUES (5, 'ask', 'asked', 2, 1, 3, '')`);
  const add = (kind: string): void => {
    sqlite
      .prepare(
        `INSERT INTO introduction_letter (introduction_id, kind, sent_on, subject, body)
         VALUES (5, ?, '2026-06-15', 'Hi', 'Hello')`,
      )
      .run(kind);
  };
  add('ask');
  add('reminder');
  expect(() => add('let_go')).toThrow(/CHECK/);
  const before = sqlite.prepare('SELECT * FROM introduction_letter').all();
  bringTo(22);
  expect(sqlite.prepare('SELECT * FROM introduction_letter').all()).toEqual(before);
  add('let_go');
  add('thanks');
  sqlite.close();
});
