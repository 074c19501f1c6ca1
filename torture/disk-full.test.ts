import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { verifyBackup } from '../src-main/book/backup.ts';
import { type BookHeader, readBookHeader } from '../src-main/book/header.ts';
import { repositoryMigrations } from '../src-main/book/testing/make-book.ts';
import { runCli } from '../src-main/cli/run-cli.ts';
import { makeCalls } from './history.ts';
import { makeSmallDisk, sayUntried, type SmallDisk } from './small-disk.ts';
import { StoreOnTrial } from './store-on-trial.ts';
import { pick, seededRandom, timeFor, trials } from './trials.ts';

/*
 * A disk that is full at any moment of any work: the answer is DISK_FULL, what was there can be read meanwhile, and as
 * soon as there is room the same work is done. The disk is a small file system of the test's own.
 */

/** The version that was released first. */
const released = 8;
const newest = repositoryMigrations().length;

/** Where the books are made that each trial begins with: no part of the full disk. */
let folder: string;
const disk = makeSmallDisk();
const trial = new StoreOnTrial();

beforeAll(async () => {
  if (disk === null) {
    sayUntried(
      'a really full disk (only root may mount one). In its place the number of pages of the book is bounded, which tries writing and importing alone.',
    );
  }
  folder = mkdtempSync(join(tmpdir(), 'acquaint-full-'));
  trial.open(join(folder, 'filled.acquaint'));
  for (const call of makeCalls(3, 120)) await trial.store.dispatch(call.path, call.input);
  trial.close();
  const old = new URL('./fixtures/released/version-08.acquaint.gz', import.meta.url);
  writeFileSync(join(folder, 'old.acquaint'), gunzipSync(readFileSync(old)));
});
afterEach(() => trial.close());
afterAll(() => {
  disk?.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** An empty disk with a copy of a book on it. */
function begin(source: 'filled' | 'old'): { path: string; backups: string; disk: SmallDisk } {
  if (disk === null) throw new Error('There is no small disk.');
  trial.close();
  for (const name of readdirSync(disk.folder)) {
    rmSync(join(disk.folder, name), { recursive: true });
  }
  const path = join(disk.folder, 'book.acquaint');
  copyFileSync(join(folder, `${source}.acquaint`), path);
  return { path, backups: join(disk.folder, 'backups'), disk };
}

/** How many bytes some work takes in the end; it takes no fewer while it is being done. */
async function measure(work: () => Promise<unknown>): Promise<number> {
  const before = disk?.room() ?? 0;
  await work();
  return before - (disk?.room() ?? 0);
}

describe.skipIf(disk === null)('on a disk that is full', () => {
  it(
    `a change is refused, reading goes on, and changes go on as soon as there is room (${trials(20)} times)`,
    async () => {
      for (let at = 0; at < trials(20); at++) {
        const { disk: small, path } = begin('filled');
        trial.open(path);
        small.leave(pick(seededRandom(at), 60) * 4096);
        const { code, hash } = await trial.writeUntilRefused(at);
        expect({ at, code }).toEqual({ at, code: 'DISK_FULL' });
        await trial.expectReads(hash);
        small.free();
        await trial.expectWrites(path);
      }
    },
    timeFor(600_000),
  );

  it(
    `a migration leaves the old version or the new one, and is made as soon as there is room (${trials(20)} times)`,
    async () => {
      const first = begin('old');
      const needed = await measure(async () => {
        trial.open(first.path, first.backups);
      });
      for (let at = 0; at < trials(20); at++) {
        const { backups, disk: small, path } = begin('old');
        small.leave(seededRandom(at)() * needed * 0.9);
        trial.open(path, backups);
        expect({ at, code: await trial.answer('people.list', {}) }).toEqual({
          at,
          code: 'DISK_FULL',
        });
        // with nearly enough room it is the making of the search index, afterwards, that finds none
        const header = readBookHeader(path) as BookHeader;
        expect([released, newest]).toContain(header.userVersion);
        expect(readdirSync(small.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
        small.free();
        expect(await trial.answer('book.openAgain', {})).toBe('ok');
        expect(trial.store.session().book.reader.value('SELECT count(*) FROM person')).toBe(117);
        await trial.expectWrites(path);
      }
    },
    timeFor(600_000),
  );

  it(
    `an import leaves the book as it was, and is made as soon as there is room (${trials(20)} times)`,
    async () => {
      // the backup before it may be what finds no room, or the import itself
      for (const hasBackups of [true, false]) {
        const open = (): { path: string; disk: SmallDisk } => {
          const { backups, disk: small, path } = begin('filled');
          trial.open(path, hasBackups ? backups : null);
          return { path, disk: small };
        };
        open();
        const firstPlan = await trial.planImport();
        const needed = await measure(() => trial.answer('transfer.apply', { planId: firstPlan }));
        for (let at = 0; at < trials(10); at++) {
          const { disk: small, path } = open();
          const planId = await trial.planImport();
          const hash = trial.hash();
          small.leave(seededRandom(at)() * needed * 0.9);
          const code = await trial.answer('transfer.apply', { planId });
          expect({ at, code }).toEqual({ at, code: 'DISK_FULL' });
          await trial.expectReads(hash);
          small.free();
          // a plan that could not be carried out is used up, as after a stop
          expect(await trial.answer('transfer.apply', { planId: await trial.planImport() })).toBe(
            'ok',
          );
          await trial.expectWrites(path);
        }
      }
    },
    timeFor(600_000),
  );

  it(
    `a backup leaves no trace of itself, and is made as soon as there is room (${trials(20)} times)`,
    async () => {
      const first = begin('filled');
      trial.open(first.path, first.backups);
      const needed = await measure(() => trial.answer('backups.make', {}));
      for (let at = 0; at < trials(20); at++) {
        const { backups, disk: small, path } = begin('filled');
        trial.open(path, backups);
        const hash = trial.hash();
        // the last pages are the checksum's and the folder's
        small.leave(at % 4 === 0 ? needed - 4096 : seededRandom(at)() * needed * 0.9);
        expect({ at, code: await trial.answer('backups.make', {}) }).toEqual({
          at,
          code: 'DISK_FULL',
        });
        expect(existsSync(backups) ? readdirSync(backups) : []).toEqual([]);
        await trial.expectReads(hash);
        small.free();
        expect(await trial.answer('backups.make', {})).toBe('ok');
        for (const name of readdirSync(backups)) {
          if (name.endsWith('.acquaint')) verifyBackup(join(backups, name));
        }
        await trial.expectWrites(path);
      }
    },
    timeFor(600_000),
  );

  it(
    `an export leaves the file that was there, and is written as soon as there is room (${trials(20)} times)`,
    async () => {
      const forms = ['json', 'csv', 'vcard4', 'graphml', 'gexf'];
      for (let at = 0; at < trials(20); at++) {
        const { disk: small } = begin('filled');
        const form = forms[at % forms.length] ?? 'json';
        const target = join(small.folder, 'export');
        const book = join(folder, 'filled.acquaint');
        const run = (): ReturnType<typeof runCli> =>
          runCli(['--book', book, 'export', '--as', form, target, '--json'], {});
        expect((await run()).exitCode).toBe(0);
        const before = readFileSync(target);
        small.leave(seededRandom(at)() * before.length * 0.9);
        expect({ at, ...(await run()) }).toMatchObject({
          at,
          exitCode: 1,
          out: expect.stringContaining('"code":"DISK_FULL"') as string,
        });
        expect(readFileSync(target).equals(before)).toBe(true);
        expect(readdirSync(small.folder).toSorted()).toEqual([
          'book.acquaint',
          'export',
          'filling',
        ]);
        small.free();
        expect((await run()).exitCode).toBe(0);
      }
    },
    timeFor(600_000),
  );

  it(
    `a book that is there opens and is read, and is written as soon as there is room (${trials(20)} times)`,
    async () => {
      for (let at = 0; at < trials(20); at++) {
        const { disk: small, path } = begin('filled');
        trial.open(path);
        const hash = trial.hash();
        trial.close();
        small.leave(pick(seededRandom(at), 3) * 4096);
        trial.open(path);
        await trial.expectReads(hash);
        expect((await trial.writeUntilRefused(at)).code).toBe('DISK_FULL');
        small.free();
        await trial.expectWrites(path);
      }
    },
    timeFor(600_000),
  );

  it(
    `a new book is refused, and made as soon as there is room (${trials(20)} times)`,
    async () => {
      const first = begin('filled');
      rmSync(first.path);
      const needed = await measure(async () => {
        trial.open(first.path);
      });
      for (let at = 0; at < trials(20); at++) {
        const { disk: small, path } = begin('filled');
        rmSync(path);
        small.leave(seededRandom(at)() * needed * 0.9);
        trial.open(path);
        expect({ at, code: await trial.answer('people.list', {}) }).toEqual({
          at,
          code: 'DISK_FULL',
        });
        small.free();
        expect(await trial.answer('book.openAgain', {})).toBe('ok');
        await trial.expectWrites(path);
      }
    },
    timeFor(600_000),
  );
});
