import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { verifyBackup } from '../src-main/book/backup.ts';
import { makeCalls } from './history.ts';
import { makeSmallDisk, sayUntried, type SmallDisk } from './small-disk.ts';
import { StoreOnTrial } from './store-on-trial.ts';
import { seededRandom, timeFor, trials } from './trials.ts';

/*
 * A disk that is full while copies of the book are worked on: what could not be done is told, and done later.
 */

const name = 'Quirina Zabludowska';
let folder: string;
const disk = makeSmallDisk();
const trial = new StoreOnTrial();

beforeAll(async () => {
  if (disk === null) sayUntried('a really full disk (only root may mount one)');
  folder = mkdtempSync(join(tmpdir(), 'acquaint-full-copies-'));
  trial.open(join(folder, 'filled.acquaint'));
  for (const { path, input } of makeCalls(5, 120)) await trial.store.dispatch(path, input);
  trial.close();
});
afterEach(() => trial.close());
afterAll(() => {
  disk?.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** The small disk, empty. */
function begin(): SmallDisk {
  if (disk === null) throw new Error('There is no small disk.');
  trial.close();
  for (const entry of readdirSync(disk.folder)) {
    rmSync(join(disk.folder, entry), { recursive: true });
  }
  return disk;
}

function filesOn(place: string): string[] {
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'filling')
    .map((entry) => join(entry.parentPath, entry.name));
}

async function call<Value>(method: string, input: unknown): Promise<Value> {
  const result = await trial.store.dispatch(method, input);
  expect(result).toMatchObject({ ok: true });
  return (result as { value: Value }).value;
}

/** What becomes of an erasing: refused for want of room, done but for some files, or done. */
async function tryErasing(id: number): Promise<'refused' | 'left' | 'whole'> {
  const result = await trial.store.dispatch('erasure.erase', { ids: [id], prove: false });
  if (!result.ok && result.error.code === 'DISK_FULL') return 'refused';
  expect(result).toMatchObject({ ok: true });
  const { backups } = (result as { value: { backups: { left: string[] } } }).value;
  return backups.left.length > 0 ? 'left' : 'whole';
}

describe.skipIf(disk === null)('a full disk under the copies of a book', () => {
  it(
    `erasing is refused as a whole, or names what is left and cleans it later (${trials(20)} times)`,
    async () => {
      const seen = { refused: 0, left: 0, whole: 0 };
      for (let at = 0; at < trials(20); at++) {
        const small = begin();
        const path = join(small.folder, 'book.acquaint');
        copyFileSync(join(folder, 'filled.acquaint'), path);
        trial.open(path, join(small.folder, 'backups'));
        const { person } = await call<{ person: { id: number } }>('people.create', { name });
        await call('backups.make', {});
        trial.close();
        trial.open(path, join(small.folder, 'backups'));
        // too little for a row, or enough for some of the files
        const least = seededRandom(at)() * 40_000;
        small.leave(at % 4 === 0 ? least : (at / trials(20)) * 3_000_000);
        const outcome = await tryErasing(person.id);
        seen[outcome] += 1;
        // refused, nothing has changed
        const isThere = (await trial.answer('people.get', { id: person.id })) === 'ok';
        expect({ at, isThere }).toEqual({ at, isThere: outcome === 'refused' });
        small.free();
        if (outcome === 'refused') await call('erasure.erase', { ids: [person.id], prove: false });
        trial.close();
        trial.open(path, join(small.folder, 'backups'));
        expect(await trial.answer('people.get', { id: person.id })).toBe('NOT_FOUND');
        trial.close();
        const holding = filesOn(small.folder).filter((file) =>
          readFileSync(file).includes('Zabludowska'),
        );
        expect({ at, holding }).toEqual({ at, holding: [] });
      }
      // otherwise the sizes above have come out of step with the book
      expect(Object.values(seen).filter((times) => times === 0 && trials(20) >= 20)).toEqual([]);
    },
    timeFor(600_000),
  );

  it(
    `a second folder that is full is told of, and has the next backup (${trials(20)} times)`,
    async () => {
      const path = join(folder, 'book.acquaint');
      const own = join(folder, 'backups');
      for (let at = 0; at < trials(20); at++) {
        const small = begin();
        rmSync(own, { recursive: true, force: true });
        copyFileSync(join(folder, 'filled.acquaint'), path);
        trial.open(path, own);
        await call('backups.setSecondFolder', { folder: small.folder });
        const before = filesOn(small.folder);
        const needed = before.reduce((sum, file) => sum + readFileSync(file).length, 0);
        small.leave(seededRandom(at)() * needed * 0.9);
        await call('backups.make', {});
        interface List {
          second: { problem: string | null };
        }
        const told = await call<List>('backups.list', {});
        expect(told.second.problem).toContain('no room left');
        expect(filesOn(small.folder)).toEqual(before);
        small.free();
        const { name: made } = await call<{ name: string }>('backups.make', {});
        expect((await call<List>('backups.list', {})).second.problem).toBeNull();
        const copy = filesOn(small.folder).find((file) => file.endsWith(made));
        verifyBackup(copy ?? '');
        await call('backups.setSecondFolder', { folder: null });
      }
    },
    timeFor(600_000),
  );
});
