import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from './migrate.ts';
import { repositoryMigrations } from './testing/make-book.ts';

const clock = { now: '2026-06-15T12:00:00.000Z', today: '2026-06-15' };

it('makes goals of the asks that are under way, and of nothing else', () => {
  const sqlite = new Database(':memory:');
  const bringTo = (version: number): void => {
    const migrations = repositoryMigrations().slice(0, version);
    migrate(sqlite, { migrations, clock, path: ':memory:', backUp: () => 'backup' });
  };
  bringTo(16);
  sqlite.exec(`
    INSERT INTO person (id, is_me, display_name, folded_name, created_at)
    SELECT value, value = 1, 'P' || value, 'p' || value, '2026-01-01' FROM json_each('[1, 2, 3, 4]')`);
  const add = sqlite.prepare(
    `INSERT INTO introduction (id, kind, state, introducer_id, first_person_id, second_person_id, goal, created_at)
     VALUES (@id, @kind, @state, 2, @first, 3, @goal, '2026-01-01')`,
  );
  const change = sqlite.prepare(
    'INSERT INTO introduction_change (introduction_id, state, changed_on) VALUES (?, ?, ?)',
  );
  const rows = [
    ['ask', 'asked', 'Find an accountant'],
    ['ask', 'idea', ' find an accountant'],
    ['ask', 'declined', 'Find an accountant'],
    ['ask', 'accepted', 'A printer'],
    ['ask', 'asked', ''],
    ['received', 'made', 'Paper'],
  ] as const;
  for (const [at, [kind, state, goal]] of rows.entries()) {
    add.run({ id: at + 1, kind, state, goal, first: 1 });
    change.run(at + 1, state, `2026-02-0${9 - at}`);
  }
  bringTo(17);
  const goals = sqlite.prepare('SELECT what, opened_on, closed_on FROM goal ORDER BY what').raw();
  expect(goals.all()).toEqual([
    ['A printer', '2026-02-06', null],
    ['Find an accountant', '2026-02-08', null],
  ]);
  const asks = sqlite
    .prepare(
      `SELECT introduction.id, goal.what, introduction.goal FROM introduction
       LEFT JOIN goal ON goal.id = goal_id ORDER BY introduction.id`,
    )
    .raw();
  expect(asks.all()).toEqual([
    [1, 'Find an accountant', 'Find an accountant'],
    [2, 'Find an accountant', 'Find an accountant'],
    [3, null, 'Find an accountant'],
    [4, 'A printer', 'A printer'],
    [5, null, ''],
    [6, null, 'Paper'],
  ]);
  sqlite.close();
});
