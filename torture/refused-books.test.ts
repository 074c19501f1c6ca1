import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicationId } from '../src-main/book/header.ts';
import { openBook } from '../src-main/book/open-book.ts';
import { repositoryMigrations } from '../src-main/book/testing/make-book.ts';
import { clock, makeCalls, openStore } from './history.ts';
import { makeSmallDisk, sayUntried } from './small-disk.ts';
import { sha256 } from './trials.ts';

/*
 * Files that must not be opened for writing, or not be opened at all: each is refused by its own code, and neither the
 * file nor anything beside it has changed by a byte.
 */

const migrations = repositoryMigrations();
/** The version that was released first. */
const released = 8;

let folder: string;
const at = (name: string): string => join(folder, name);

/** The states in which a book may be found: closed, with a log beside it as after a crash, of an old version. */
const states = ['closed', 'crashed', 'old', 'none'] as const;
type State = (typeof states)[number];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-refused-'));
  for (const state of states) mkdirSync(at(state));
  const store = openStore(at('closed/book.acquaint'));
  for (const call of makeCalls(3, 60)) await store.dispatch(call.path, call.input);
  for (const end of ['', '-wal']) {
    copyFileSync(at(`closed/book.acquaint${end}`), at(`crashed/book.acquaint${end}`));
  }
  store.close();
  const old = openBook({
    path: at('old/book.acquaint'),
    migrations: migrations.slice(0, released),
    clock,
  });
  old.writer.run("INSERT INTO person (created_at) VALUES ('2026-01-01')");
  old.sqlite.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function putBook(state: State, target: string): void {
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(at(state)))
    copyFileSync(join(at(state), name), join(target, name));
}

/** Every file of a folder with the hash of its bytes. */
function takePicture(target: string): Record<string, string> {
  const names = readdirSync(target).toSorted();
  return Object.fromEntries(names.map((name) => [name, sha256(readFileSync(join(target, name)))]));
}

/** The code of the refusal, by the whole program; 'open' when there was none. */
async function tryOpening(path: string): Promise<string> {
  const store = openStore(path, join(path, '..', 'backups'));
  try {
    const result = await store.dispatch('people.list', {});
    return result.ok ? 'open' : result.error.code;
  } finally {
    store.close();
  }
}

async function expectRefused(target: string, code: string): Promise<void> {
  const before = takePicture(target);
  expect(await tryOpening(join(target, 'book.acquaint'))).toBe(code);
  expect(takePicture(target)).toEqual(before);
}

/** What cannot be written can be read, but for a book that is not there or has nobody in it. */
async function expectReadable(target: string, state: State): Promise<void> {
  if (state !== 'closed' && state !== 'crashed') return;
  const path = join(target, 'book.acquaint');
  const before = takePicture(target);
  const store = openStore(path, join(path, '..', 'backups'));
  try {
    const status = await store.dispatch('book.status', {});
    expect(status).toMatchObject({ value: { refusal: { facts: { unwritable: 'disk' } } } });
    const opened = await store.dispatch('book.openToRead', {});
    expect(opened).toMatchObject({ ok: true, value: { state: 'open', kind: 'backup' } });
    const people = await store.dispatch('people.list', {});
    expect(people).toMatchObject({ ok: true });
    const refused = await store.dispatch('people.create', { name: 'Nobody New' });
    expect(refused).toMatchObject({ error: { code: 'READ_ONLY' } });
    const left = await store.dispatch('backups.leave', {});
    expect(left).toMatchObject({ value: { state: 'refused' } });
  } finally {
    store.close();
  }
  expect(takePicture(target)).toEqual(before);
}

/** The same in a process that may not write everywhere, as root may: permissions alone are in its way. */
function tryAsOrdinaryUser(path: string): string {
  const url = (file: string): string => JSON.stringify(new URL(file, import.meta.url).href);
  const script = `
    import { openStore } from ${url('./history.ts')};
    if (process.getuid() === 0) { process.setgid(65534); process.setuid(65534); }
    const store = openStore(${JSON.stringify(path)});
    const result = await store.dispatch('people.list', {});
    console.log(result.ok ? 'open' : result.error.code);
    store.close();`;
  const { stderr, stdout } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', script],
    {
      encoding: 'utf8',
    },
  );
  expect(stderr).toBe('');
  return stdout.trim();
}

describe('what cannot be written (12 trials)', () => {
  it.each(states)('a whole disk that is read-only: %s', async (state) => {
    const disk = makeSmallDisk();
    if (disk === null) {
      sayUntried('a disk that is mounted read-only (only root may mount one)');
      return;
    }
    try {
      const target = join(disk.folder, 'place');
      putBook(state, target);
      disk.setReadOnly(true);
      await expectRefused(target, 'READ_ONLY');
      await expectReadable(target, state);
      disk.setReadOnly(false);
      expect(await tryOpening(join(target, 'book.acquaint'))).toBe('open');
    } finally {
      disk.remove();
    }
  });

  it.each(states)('a folder without the right to write: %s', (state) => {
    const target = at(`folder-${state}`);
    putBook(state, target);
    chmodSync(folder, 0o755);
    chmodSync(target, 0o555);
    const before = takePicture(target);
    try {
      expect(tryAsOrdinaryUser(join(target, 'book.acquaint'))).toBe('READ_ONLY');
      expect(takePicture(target)).toEqual(before);
    } finally {
      chmodSync(target, 0o755);
    }
  });

  it.each(['closed', 'crashed', 'old'] as const)('a file without it: %s', (state) => {
    const target = at(`file-${state}`);
    putBook(state, target);
    chmodSync(folder, 0o755);
    chmodSync(target, 0o777);
    chmodSync(join(target, 'book.acquaint'), 0o444);
    const before = takePicture(target);
    expect(tryAsOrdinaryUser(join(target, 'book.acquaint'))).toBe('READ_ONLY');
    expect(takePicture(target)).toEqual(before);
  });

  it('a log without it, in which the last changes are', () => {
    const target = at('log-crashed');
    putBook('crashed', target);
    chmodSync(folder, 0o755);
    chmodSync(target, 0o777);
    chmodSync(join(target, 'book.acquaint'), 0o666);
    chmodSync(join(target, 'book.acquaint-wal'), 0o444);
    const before = takePicture(target);
    expect(tryAsOrdinaryUser(join(target, 'book.acquaint'))).toBe('READ_ONLY');
    expect(takePicture(target)).toEqual(before);
  });
});

/** Changes a closed book, and leaves neither a log nor its index beside it. */
function change(path: string, sql: string): void {
  const sqlite = new Database(path);
  sqlite.exec(sql);
  sqlite.pragma('journal_mode = DELETE');
  sqlite.close();
}

const next = migrations.length + 1;
const newer: Readonly<Record<string, (path: string) => void>> = {
  'of the next version': (path) => change(path, `PRAGMA user_version = ${next}`),
  'of a version far away': (path) => change(path, 'PRAGMA user_version = 2147483647'),
  'with a migration more than its number says': (path) =>
    change(
      path,
      `INSERT INTO migration (id, name, sha256, applied_at)
       VALUES (${next}, '${next}_make_it.sql', '${'0'.repeat(64)}', '2026-01-01')`,
    ),
  'whose last migration was another one': (path) =>
    change(path, `UPDATE migration SET sha256 = '${'0'.repeat(64)}' WHERE id = ${next - 1}`),
  'whose first migration was another one': (path) =>
    change(path, `UPDATE migration SET sha256 = '${'0'.repeat(64)}' WHERE id = 1`),
};

describe('a book of a newer version (5 trials)', () => {
  it.each(Object.entries(newer))('%s', async (name, spoil) => {
    const target = at(`newer ${name}`);
    putBook('closed', target);
    // the seal belongs to the file before it was changed
    rmSync(join(target, 'book.acquaint.seal'));
    spoil(join(target, 'book.acquaint'));
    await expectRefused(target, 'NEWER_VERSION');
  });
});

const foreign: Readonly<Record<string, (path: string) => void>> = {
  'a letter': (path) => writeFileSync(path, 'Dear diary,\n'.repeat(500)),
  'a picture': (path) =>
    writeFileSync(
      path,
      Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), randomBytes(9000)]),
    ),
  'an archive': (path) =>
    writeFileSync(path, Buffer.concat([Buffer.from('504b0304', 'hex'), randomBytes(9000)])),
  'the database of another program': (path) => {
    const sqlite = new Database(path);
    sqlite.exec('CREATE TABLE moz_places (id INTEGER PRIMARY KEY); PRAGMA user_version = 3');
    sqlite.close();
  },
  'the database of another program, with a log beside it': (path) => {
    const sqlite = new Database(`${path}.made`);
    sqlite.pragma(`application_id = ${applicationId + 1}`);
    sqlite.pragma('journal_mode = WAL');
    sqlite.exec('CREATE TABLE note (id INTEGER PRIMARY KEY)');
    for (const end of ['', '-wal']) copyFileSync(`${path}.made${end}`, `${path}${end}`);
    sqlite.close();
    rmSync(`${path}.made`);
  },
};

describe('a file that is not ours (5 trials)', () => {
  it.each(Object.entries(foreign))('%s', async (name, make) => {
    const target = at(`foreign ${name}`);
    mkdirSync(target);
    make(join(target, 'book.acquaint'));
    await expectRefused(target, 'NOT_OURS');
  });
});
