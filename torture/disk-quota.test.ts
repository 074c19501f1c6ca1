import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCalls } from './history.ts';
import { StoreOnTrial } from './store-on-trial.ts';
import { pick, seededRandom, timeFor, trials } from './trials.ts';

/*
 * The same as on a full disk where none can be made (see disk-full.test.ts): SQLite itself gives the book no page more.
 */

const trial = new StoreOnTrial();
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-quota-'));
  trial.open(join(folder, 'filled.acquaint'));
  for (const call of makeCalls(3, 120)) await trial.store.dispatch(call.path, call.input);
  trial.close();
});
afterAll(() => {
  trial.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('when the book may have no more pages', () => {
  it(
    `changes and imports are refused, reading goes on, and both go on afterwards (${trials(20)} times)`,
    async () => {
      for (let at = 0; at < trials(20); at++) {
        const path = join(folder, `${at}.acquaint`);
        copyFileSync(join(folder, 'filled.acquaint'), path);
        trial.open(path);
        const { sqlite } = trial.store.session().book;
        const planId = await trial.planImport();
        const pages = Number(sqlite.pragma('page_count', { simple: true }));
        sqlite.pragma(`max_page_count = ${pages + pick(seededRandom(at), 20)}`);
        const before = trial.hash();
        expect(await trial.answer('transfer.apply', { planId })).toBe('DISK_FULL');
        await trial.expectReads(before);
        const { code, hash } = await trial.writeUntilRefused(at);
        expect({ at, code }).toEqual({ at, code: 'DISK_FULL' });
        await trial.expectReads(hash);
        sqlite.pragma('max_page_count = 1000000');
        // a plan that could not be carried out is used up, as after a stop
        const again = await trial.planImport();
        expect(await trial.answer('transfer.apply', { planId: again })).toBe('ok');
        await trial.expectWrites(path);
      }
    },
    timeFor(600_000),
  );
});
