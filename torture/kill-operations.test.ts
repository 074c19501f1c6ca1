import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listBackups, verifyBackup, writeBackup } from '../src-main/book/backup.ts';
import { makeKeyBytes, type BookKey } from '../src-main/book/book-key.ts';
import { findKey } from '../src-main/book/find-key.ts';
import { hashFile } from '../src-main/book/hash-file.ts';
import { readBookHeader } from '../src-main/book/header.ts';
import { lockKey, writeKeyFile } from '../src-main/book/key-file.ts';
import { openBook } from '../src-main/book/open-book.ts';
import { readProtection, recryptBook } from '../src-main/book/protect.ts';
import { repositoryMigrations } from '../src-main/book/testing/make-book.ts';
import { checkBook } from '../src-main/store/check-book.ts';
import { clock, hashBook, makeCalls, openStore } from './history.ts';
import { runAndKill } from './kill.ts';
import { seededRandom, timeFor, trials } from './trials.ts';

const list = fileURLToPath(
  new URL('../src-main/transfer/fixtures/world/me/linkedin/Connections.csv', import.meta.url),
);
const migrations = repositoryMigrations();
/** The version that was released first. */
const released = 8;

let folder: string;
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-operations-'));
  const store = openStore(at('filled.acquaint'));
  for (const call of makeCalls(5, 150)) await store.dispatch(call.path, call.input);
  writeBackup(store.session().book.sqlite, at('backup.acquaint'));
  await store.dispatch('people.create', { name: 'Came After The Backup' });
  store.close();
  makeOldBook(at('old.acquaint'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  rmSync(at('trial'), { recursive: true, force: true });
  mkdirSync(at('trial'));
});

/** A book of the released version with a thousand people. */
function makeOldBook(path: string): void {
  const book = openBook({ path, migrations: migrations.slice(0, released), clock });
  for (let i = 0; i < 1000; i++) {
    book.writer.run(
      `INSERT INTO person (display_name, folded_name, created_at) VALUES (@name, lower(@name), @now)`,
      { name: `Person ${i}`, now: clock.now },
    );
  }
  book.sqlite.close();
}

interface State {
  readonly hash: string;
  readonly problems: readonly string[];
  readonly version: number;
}

/** What a book is when it is opened (and so brought up to date). */
function look(path: string, key: BookKey | null = null): State {
  const book = openBook({ path, migrations, clock, key });
  try {
    const version = Number(book.sqlite.pragma('user_version', { simple: true }));
    return { hash: hashBook(book.reader), problems: checkBook(book.reader).problems, version };
  } finally {
    book.close();
  }
}

/** Runs the operation to its end once, for how long it takes and what comes of it. */
async function measure(args: readonly string[]): Promise<number> {
  let begun = 0;
  let ended = 0;
  await runAndKill(
    'child-operation.ts',
    args,
    (line) => {
      if (line === 'begun') begun = performance.now();
      if (line === 'ended') ended = performance.now();
      return line === 'ended';
    },
    0,
  );
  return ended - begun;
}

/** Kills the operation at a moment between its beginning and its end. */
const killWithin = (args: readonly string[], duration: number, trial: number): Promise<unknown> =>
  runAndKill(
    'child-operation.ts',
    args,
    (line) => line === 'begun',
    seededRandom(trial)() * duration,
  );

function refill(): string {
  rmSync(at('trial'), { recursive: true, force: true });
  mkdirSync(at('trial'));
  const path = at('trial/book.acquaint');
  copyFileSync(at('filled.acquaint'), path);
  return path;
}

describe('a process that is killed in the middle of', () => {
  it(
    `an import leaves all of it or nothing (${trials(25)} kills)`,
    async () => {
      const path = refill();
      const before = look(path);
      const duration = await measure(['import', path, list]);
      const after = look(path);
      expect(after.hash).not.toBe(before.hash);
      for (let trial = 0; trial < trials(25); trial++) {
        const copy = refill();
        await killWithin(['import', copy, list], duration, trial);
        const { hash, problems } = look(copy);
        expect({ trial, problems }).toEqual({ trial, problems: [] });
        expect([before.hash, after.hash]).toContain(hash);
      }
    },
    timeFor(900_000),
  );

  it(
    `a migration leaves the old book or the new one (${trials(25)} kills)`,
    async () => {
      const path = at('trial/old.acquaint');
      copyFileSync(at('old.acquaint'), path);
      const duration = await measure(['migrate', path]);
      const after = look(path);
      expect(after.version).toBe(migrations.length);
      for (let trial = 0; trial < trials(25); trial++) {
        const copy = at(`trial/old-${trial}.acquaint`);
        copyFileSync(at('old.acquaint'), copy);
        await killWithin(['migrate', copy], duration, trial);
        const version = readVersion(copy);
        expect([released, migrations.length]).toContain(version);
        expect(look(copy)).toEqual(after);
      }
    },
    timeFor(900_000),
  );

  it(
    `a backup leaves whole backups only, and the book as it was (${trials(25)} kills)`,
    async () => {
      const path = refill();
      const before = look(path);
      const duration = await measure(['backup', path, at('trial/backups')]);
      for (let trial = 0; trial < trials(25); trial++) {
        const copy = refill();
        const backups = at('trial/backups');
        await killWithin(['backup', copy, backups], duration, trial);
        for (const { name } of listBackups(backups)) verifyBackup(join(backups, name));
        expect(look(copy).hash).toBe(before.hash);
      }
    },
    timeFor(900_000),
  );

  it(
    `a restore leaves the present book or the restored one at its place (${trials(25)} kills)`,
    async () => {
      const path = refill();
      const before = look(path);
      const duration = await measure(['restore', path, at('backup.acquaint')]);
      const after = look(path);
      expect(after.hash).not.toBe(before.hash);
      for (let trial = 0; trial < trials(25); trial++) {
        const copy = refill();
        await killWithin(['restore', copy, at('backup.acquaint')], duration, trial);
        expect(existsSync(copy)).toBe(true);
        const { hash } = look(copy);
        expect([before.hash, after.hash]).toContain(hash);
        // whatever is at its place, the book that was there is still to be had
        expect([hash, ...readKept()]).toContain(before.hash);
      }
    },
    timeFor(900_000),
  );
});

describe('a process that is killed in the middle of', () => {
  const passphrase = 'four plain English words';
  const key = lockKey(makeKeyBytes(), passphrase, 1);

  it(
    `encrypting leaves the plain book or the encrypted one (${trials(25)} kills)`,
    async () => {
      writeFileSync(at('made.key'), key.keyFile);
      const path = refill();
      const before = look(path);
      const duration = await measure(['encrypt', path, at('made.key')]);
      expect(readProtection(path)).toBe('encrypted');
      for (let trial = 0; trial < trials(25); trial++) {
        const copy = refill();
        await killWithin(['encrypt', copy, at('made.key')], duration, trial);
        if (readProtection(copy) === 'encrypted') findKey(copy, [], passphrase);
        expect(look(copy, key)).toEqual(before);
      }
    },
    timeFor(900_000),
  );

  it(
    `taking that off leaves the encrypted book or the plain one (${trials(25)} kills)`,
    async () => {
      const encrypted = at('encrypted.acquaint');
      copyFileSync(at('filled.acquaint'), encrypted);
      recryptBook(encrypted, { from: null, to: key }, clock.now);
      const fill = (): string => {
        const path = refill();
        copyFileSync(encrypted, path);
        copyFileSync(`${encrypted}.key`, `${path}.key`);
        return path;
      };
      const path = fill();
      const before = look(path, key);
      const duration = await measure(['decrypt', path]);
      expect(readProtection(path)).toBe('plain');
      for (let trial = 0; trial < trials(25); trial++) {
        const copy = fill();
        await killWithin(['decrypt', copy], duration, trial);
        if (readProtection(copy) === 'encrypted') findKey(copy, [], passphrase);
        expect(look(copy, key)).toEqual(before);
      }
    },
    timeFor(900_000),
  );

  it(
    `a change of passphrase leaves the old one or the new one (${trials(25)} kills)`,
    async () => {
      const other = 'another line of words';
      const path = refill();
      recryptBook(path, { from: null, to: key }, clock.now);
      const hash = hashFile(path);
      const duration = await measure(['passphrase', path, other]);
      for (let trial = 0; trial < trials(25); trial++) {
        writeKeyFile(path, key.keyFile);
        await killWithin(['passphrase', path, other], duration, trial);
        const opened = [passphrase, other].filter((word) => {
          try {
            return findKey(path, [], word).id === key.id;
          } catch {
            return false;
          }
        });
        expect(opened).toHaveLength(1);
        expect(hashFile(path)).toBe(hash);
      }
    },
    timeFor(900_000),
  );
});

/** The version that the file and its log say, without bringing them up to date. */
function readVersion(path: string): number {
  const header = readBookHeader(path);
  return header !== null && typeof header === 'object' ? header.userVersion : -1;
}

/** The books that a restore has put aside. */
function readKept(): string[] {
  return readdirSync(at('trial'))
    .filter((name) => name.includes('before-restore') && name.endsWith('.acquaint'))
    .map((name) => look(join(at('trial'), name)).hash);
}
