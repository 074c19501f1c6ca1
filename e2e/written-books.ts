import path from 'node:path';
import { readMigrations } from '../src-main/book/migration-files.ts';
import { openBook } from '../src-main/book/open-book.ts';
import type { App } from './app-fixture.ts';

const people = 20_000;
const ties = 300_000;
const migrations = path.join(import.meta.dirname, '..', 'migrations');

/** A book with these rows, written straight into the file. */
export function writeBook(file: string, rows: string): void {
  const clock = { now: '2026-06-15T12:00:00.000Z', today: '2026-06-15' };
  const book = openBook({ path: file, migrations: readMigrations(migrations), clock });
  book.sqlite.exec(`BEGIN; ${rows}; COMMIT`);
  book.close();
}

/** A book as large as LinkedIn lets a network become. */
function writeLargeBook(file: string): void {
  writeBook(
    file,
    `WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ${people})
    INSERT INTO person (id, is_me, display_name, folded_name, created_at)
      SELECT i, i = 1, 'Person ' || i, 'person ' || i, '2026-01-01' FROM n;
    WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ${ties}),
      pair (a, b) AS (SELECT 1 + (i * 7919) % ${people}, 1 + (i * 104729 + i * i % 65537) % ${people} FROM n)
    INSERT OR IGNORE INTO tie (low_person_id, high_person_id, stated_strength)
      SELECT min(a, b), max(a, b), 0.3 FROM pair WHERE a <> b`,
  );
}

/** Starts the app anew, on a large book. */
export async function startWithLargeBook(app: App): Promise<void> {
  await app.stop();
  writeLargeBook(path.join(app.folder, 'book.acquaint'));
  await app.start();
}
