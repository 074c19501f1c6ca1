import path from 'node:path';
import type { Page } from 'playwright/test';
import { readMigrations } from '../src-main/book/migration-files.ts';
import { openBook } from '../src-main/book/open-book.ts';
import { expect, test } from './app-fixture.ts';

const people = 20_000;
const ties = 300_000;
const migrations = path.join(import.meta.dirname, '..', 'migrations');

/** A book as large as LinkedIn lets a network become, written straight into the file. */
function writeLargeBook(file: string): void {
  const clock = { now: '2026-06-15T12:00:00.000Z', today: '2026-06-15' };
  const book = openBook({ path: file, migrations: readMigrations(migrations), clock });
  book.sqlite.exec(`BEGIN;
    WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ${people})
    INSERT INTO person (id, is_me, display_name, folded_name, created_at)
      SELECT i, i = 1, 'Person ' || i, 'person ' || i, '2026-01-01' FROM n;
    WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ${ties}),
      pair (a, b) AS (SELECT 1 + (i * 7919) % ${people}, 1 + (i * 104729 + i * i % 65537) % ${people} FROM n)
    INSERT OR IGNORE INTO tie (low_person_id, high_person_id, stated_strength)
      SELECT min(a, b), max(a, b), 0.3 FROM pair WHERE a <> b;
    COMMIT`);
  book.close();
}

interface Outcome {
  /** What ended, in that order: a question's number, or 'short'. */
  readonly order: readonly (number | 'short')[];
  readonly shortIsOk: boolean;
  /** Error code of each long question, or 'ok'. */
  readonly codes: readonly string[];
  /** Job ids under which progress was told. */
  readonly told: number;
}

/**
 * Asks one long question after the other, and a short one behind them; when the first of them tells how far it is,
 * all are stopped.
 */
function askAndStop(window: Page): Promise<Outcome> {
  return window.evaluate(async () => {
    interface Answer {
      readonly ok: boolean;
      readonly error?: { readonly code: string };
    }
    interface Bridge {
      invoke(path: string, input: unknown, jobId?: string): Promise<Answer>;
      on(topic: string, callback: (payload: { jobId: string }) => void): () => void;
    }
    const bridge = (globalThis as unknown as { acquaint: Bridge }).acquaint;
    const order: (number | 'short')[] = [];
    const told = new Set<string>();
    const through = Array.from({ length: 1000 }, (_, at) => at + 2);
    const ids = Array.from({ length: 12 }, (_, at) => `job-${at}`);
    const stopAll = (): void => {
      for (const jobId of ids) void bridge.invoke('shell.stopJob', { jobId });
    };
    const end = bridge.on('progress', ({ jobId }) => {
      told.add(jobId);
      if (told.size === 1) stopAll();
    });
    const long = ids.map(async (jobId, at) => {
      const answer = await bridge.invoke('reach.through', { people: through, hops: 3 }, jobId);
      order.push(at);
      return answer.ok ? 'ok' : (answer.error?.code ?? '');
    });
    const short = bridge.invoke('people.get', { id: 1 }).then((answer) => {
      order.push('short');
      return answer.ok;
    });
    const codes = await Promise.all(long);
    const shortIsOk = await short;
    end();
    return { order, shortIsOk, codes, told: told.size };
  });
}

test('long questions let short ones pass, tell how far they are, and stop when asked', async ({
  app,
}) => {
  await app.stop();
  writeLargeBook(path.join(app.folder, 'book.acquaint'));
  await app.start();
  // the ties are read before anything is asked of them: that tells its progress too, and whoever is stopped meanwhile is gone
  await app.call('people.get', { id: 1 });
  const outcome = await askAndStop(app.window);
  expect(outcome.shortIsOk).toBe(true);
  expect(outcome.told).toBeGreaterThan(0);
  // the short one was asked last, behind all of them
  expect(outcome.order.indexOf('short')).toBeLessThan(outcome.order.length - 1);
  // the first may have been over before the stop came; none of those behind it was
  expect(outcome.codes.slice(1)).toEqual(outcome.codes.slice(1).map(() => 'STOPPED'));
  await app.call('people.get', { id: 1 });
});
