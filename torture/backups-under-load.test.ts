import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyBackup } from '../src-main/book/backup.ts';
import { restoreBook } from '../src-main/book/restore.ts';
import { openBook } from '../src-main/book/open-book.ts';
import { repositoryMigrations } from '../src-main/book/testing/make-book.ts';
import { checkBook } from '../src-main/store/check-book.ts';
import { clock, hashBook, makeCalls, openStore, recordStates } from './history.ts';
import { runAndKill } from './kill.ts';
import { timeFor, trials } from './trials.ts';

const seed = 23;
const count = 240;
const migrations = repositoryMigrations();

let folder: string;
let states: readonly string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-load-'));
  states = await recordStates(join(folder, 'whole.acquaint'), makeCalls(seed, count));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Restores a backup to a place of its own, and says what is in it. */
function restoreAndLook(backup: string): { hash: string; problems: readonly string[] } {
  const path = join(folder, 'restored.acquaint');
  rmSync(path, { force: true });
  restoreBook(backup, { path, migrations, clock });
  const book = openBook({ path, migrations, clock });
  try {
    return { hash: hashBook(book.reader), problems: checkBook(book.reader).problems };
  } finally {
    book.close();
    for (const end of ['', '-wal', '.seal']) rmSync(`${path}${end}`, { force: true });
  }
}

describe('a backup that is made while the book is written', () => {
  it(
    `holds just what was committed then (${trials(20)} backups)`,
    async () => {
      const each = 20;
      const pace = Math.floor(count / each);
      for (let round = 0; round < trials(20); round += each) {
        const store = openStore(join(folder, `written-${round}.acquaint`));
        const made: { path: string; from: number }[] = [];
        for (const [done, call] of makeCalls(seed, count).entries()) {
          const written = store.dispatch(call.path, call.input);
          if ((done + 1) % pace === 0) {
            // asked for while the command is not answered yet, as another window would
            const path = join(folder, `backup-${round}-${done}.acquaint`);
            const { ok } = await store.dispatch('files.backup', { path });
            if (ok) made.push({ path, from: done });
          }
          await written;
        }
        store.close();
        expect(made).toHaveLength(each);
        for (const { from, path } of made) {
          verifyBackup(path);
          const { hash, problems } = restoreAndLook(path);
          expect({ from, problems }).toEqual({ from, problems: [] });
          expect(states.slice(from, from + 2)).toContain(hash);
          rmSync(path);
        }
      }
    },
    timeFor(600_000),
  );

  it(
    `is whole however the process ends that writes on (${trials(20)} backups)`,
    async () => {
      const path = join(folder, 'killed.acquaint');
      const backups = join(folder, 'killed-backups');
      for (let trial = 0; trial < trials(20); trial++) {
        for (const end of ['', '-wal', '.seal']) rmSync(`${path}${end}`, { force: true });
        rmSync(backups, { recursive: true, force: true });
        mkdirSync(backups);
        let last = '';
        await runAndKill(
          'child-backup.ts',
          [path, backups, String(seed), String(count)],
          (line) => {
            if (line.startsWith('backup ')) last = line;
            return Number(line) >= 20 + trial * 2;
          },
          trial % 5,
        );
        const at = Number(last.slice('backup '.length));
        const backup = join(backups, `${at}.acquaint`);
        verifyBackup(backup);
        const { hash, problems } = restoreAndLook(backup);
        expect({ trial, problems }).toEqual({ trial, problems: [] });
        expect(hash).toBe(states[at]);
      }
    },
    timeFor(600_000),
  );
});
