import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applicationId, readBookHeader } from './header.ts';
import { openBook, type Book } from './open-book.ts';
import { runCommand } from './run-command.ts';
import { repositoryMigrations } from './testing/make-book.ts';

const clock = { now: '2026-06-15T12:00:00.000Z', today: '2026-06-15' };
const migrations = repositoryMigrations();
let folder: string;
let path: string;

const open = (): Book => openBook({ path, migrations, clock });
const sha256 = (file: string): string =>
  createHash('sha256').update(readFileSync(file)).digest('hex');
const refusal = (code: string): unknown => expect.objectContaining({ name: 'AppError', code });

/** A book with some content, closed. */
function makeBook(): void {
  const book = open();
  runCommand(book, { label: 'x', now: clock.now, refresh: () => {} }, (writer) => {
    for (let at = 0; at < 2000; at += 1) {
      writer.run('INSERT INTO organisation (name, folded_name) VALUES (@name, @name)', {
        name: `Organisation ${at}`,
      });
    }
  });
  book.close();
}

/** Overwrites the head of the page that holds a text. */
function damagePageWith(text: string): void {
  const bytes = readFileSync(path);
  const page = Math.floor(bytes.indexOf(text) / 4096);
  expect(page).toBeGreaterThan(0);
  bytes.fill(0x5a, page * 4096, page * 4096 + 100);
  writeFileSync(path, bytes);
}

/** Opens what must be refused, and holds the file's bytes and its neighbours against those before. */
function expectRefused(code: string): void {
  const bytes = sha256(path);
  const neighbours = readdirSync(folder);
  expect(open).toThrow(refusal(code));
  expect(sha256(path)).toBe(bytes);
  expect(readdirSync(folder)).toEqual(neighbours);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-open-'));
  path = join(folder, 'book.acquaint');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('opening a book', () => {
  it('makes a new one that is marked as ours and of the newest version', () => {
    open().close();
    expect(readBookHeader(path)).toEqual({
      applicationId,
      userVersion: migrations.length,
      isEncrypted: false,
    });
    expect(readdirSync(folder)).toEqual(['book.acquaint', 'book.acquaint.seal']);
  });

  it('has every setting that its safety rests on', () => {
    const book = open();
    const read = (pragma: string): unknown => book.sqlite.pragma(pragma, { simple: true });
    expect(read('locking_mode')).toBe('exclusive');
    expect(read('journal_mode')).toBe('wal');
    expect(read('synchronous')).toBe(2);
    expect(read('foreign_keys')).toBe(1);
    expect(read('trusted_schema')).toBe(0);
    expect(read('cell_size_check')).toBe(1);
    expect(read('recursive_triggers')).toBe(1);
    // no shared-memory file: the lock was taken before the first use of the log
    expect(existsSync(`${path}-shm`)).toBe(false);
    book.close();
  });

  it('keeps what was written, and still has every setting, when opened again', () => {
    makeBook();
    const book = open();
    expect(book.reader.value('SELECT count(*) FROM organisation')).toBe(2000);
    expect(book.sqlite.pragma('synchronous', { simple: true })).toBe(2);
    book.close();
    expect(readdirSync(folder)).toEqual(['book.acquaint', 'book.acquaint.seal']);
  });

  it('goes on with a book whose making was cut short', () => {
    const sqlite = new Database(path);
    sqlite.pragma(`application_id = ${applicationId}`);
    sqlite.close();
    const book = open();
    expect(book.sqlite.pragma('user_version', { simple: true })).toBe(migrations.length);
    book.close();
  });

  it('takes an empty file for a book to be made', () => {
    writeFileSync(path, '');
    open().close();
    expect(readBookHeader(path)).toMatchObject({ applicationId });
  });
});

describe('refusing, with the file untouched', () => {
  it.each([
    ['text', Buffer.from('Dear diary, this is no database at all.\n'.repeat(50))],
    ['a few bytes', Buffer.from('x')],
    ['random bytes', createHash('sha512').update('seed').digest()],
  ])('%s: NOT_OURS', (_name, bytes) => {
    writeFileSync(path, bytes);
    expectRefused('NOT_OURS');
  });

  it("another program's database: NOT_OURS", () => {
    const sqlite = new Database(path);
    sqlite.exec('CREATE TABLE moz_places (id INTEGER PRIMARY KEY)');
    sqlite.close();
    expectRefused('NOT_OURS');
  });

  it('a folder: NOT_OURS', () => {
    mkdirSync(path);
    expect(open).toThrow(refusal('NOT_OURS'));
  });

  it('a book of a newer version: NEWER_VERSION', () => {
    makeBook();
    const sqlite = new Database(path);
    sqlite.pragma(`user_version = ${migrations.length + 1}`);
    sqlite.pragma('journal_mode = DELETE');
    sqlite.close();
    expectRefused('NEWER_VERSION');
  });

  it('a newer version that only its log knows of yet: NEWER_VERSION', () => {
    makeBook();
    const sqlite = new Database(path);
    sqlite.pragma(`user_version = ${migrations.length + 1}`);
    // as a crash leaves them: the file still says the old version
    const copy = join(folder, 'crashed.acquaint');
    copyFileSync(path, copy);
    copyFileSync(`${path}-wal`, `${copy}-wal`);
    sqlite.close();
    path = copy;
    expect(readFileSync(path).readInt32BE(60)).toBe(migrations.length);
    const log = sha256(`${path}-wal`);
    expectRefused('NEWER_VERSION');
    expect(sha256(`${path}-wal`)).toBe(log);
  });

  it('a book with garbled pages: CORRUPT', () => {
    makeBook();
    const bytes = readFileSync(path);
    for (let page = 2; page < bytes.length / 4096; page += 3)
      bytes.fill(0x5a, page * 4096, page * 4096 + 200);
    writeFileSync(path, bytes);
    expectRefused('CORRUPT');
  });

  it('a book with one bad page among its data, which opening alone never reads: CORRUPT', () => {
    makeBook();
    damagePageWith('Organisation 1500');
    expectRefused('CORRUPT');
  });

  it('a book whose search index is not what it was, on which the check itself stumbles: CORRUPT', () => {
    makeBook();
    const sqlite = new Database(path);
    sqlite.unsafeMode(true).exec("UPDATE person_words_config SET v = 0 WHERE k = 'version'");
    sqlite.close();
    expectRefused('CORRUPT');
  });

  it('a damaged book with changes in its log: CORRUPT, and the log is not moved into it', () => {
    makeBook();
    const book = open();
    book.writer.run("INSERT INTO tag (name, folded_name) VALUES ('a', 'a')");
    // as a crash leaves them
    const copy = join(folder, 'crashed.acquaint');
    copyFileSync(path, copy);
    copyFileSync(`${path}-wal`, `${copy}-wal`);
    book.close();
    path = copy;
    damagePageWith('Organisation 1500');
    const log = sha256(`${path}-wal`);
    const bytes = sha256(path);
    expect(open).toThrow(refusal('CORRUPT'));
    expect([sha256(path), sha256(`${path}-wal`)]).toEqual([bytes, log]);
  });

  it('a book that was cut short: CORRUPT', () => {
    makeBook();
    truncateSync(path, 3 * 4096);
    expectRefused('CORRUPT');
    truncateSync(path, 60);
    expectRefused('CORRUPT');
  });

  it('a folder that does not exist: NOT_FOUND, and none is made', () => {
    path = join(folder, 'nowhere', 'book.acquaint');
    expect(open).toThrow(refusal('NOT_FOUND'));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a book that this very program has open: LOCKED', () => {
    const book = open();
    expect(open).toThrow(refusal('LOCKED'));
    book.close();
    open().close();
  });

  it('a book that another process has open: LOCKED, until that process ends', async () => {
    makeBook();
    // kept in a global: a book that is garbage collected closes itself
    const script = scriptThatOpens(
      "globalThis.book = open(); console.log('open'); setInterval(() => {}, 1000)",
    );
    const other = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      await once(other.stdout, 'data');
      expect(open).toThrow(refusal('LOCKED'));
    } finally {
      other.kill('SIGKILL');
    }
    await once(other, 'exit');
    open().close();
  }, 60_000);

  it.skipIf(process.platform === 'win32')(
    'a read-only folder, or a read-only file: READ_ONLY',
    () => {
      makeBook();
      expect(openAsOrdinaryUser(0o555, 0o444)).toBe('READ_ONLY');
      expect(openAsOrdinaryUser(0o777, 0o444)).toBe('READ_ONLY');
      expect(openAsOrdinaryUser(0o777, 0o666)).toBe('open');
    },
    60_000,
  );
});

/** A module in which `open()` opens the book. */
function scriptThatOpens(body: string): string {
  const url = (file: string): string => JSON.stringify(new URL(file, import.meta.url).href);
  return `
    import { openBook } from ${url('./open-book.ts')};
    import { repositoryMigrations } from ${url('./testing/make-book.ts')};
    const migrations = repositoryMigrations();
    const open = () =>
      openBook({ path: ${JSON.stringify(path)}, migrations, clock: ${JSON.stringify(clock)} });
    ${body}`;
}

/** What another process that may not write everywhere, as root may, gets on opening: 'open' or a code. */
function openAsOrdinaryUser(folderMode: number, fileMode: number): string {
  const script = scriptThatOpens(`
    if (process.getuid() === 0) {
      process.setgid(65_534);
      process.setuid(65_534);
    }
    try {
      open().close();
      console.log('open');
    } catch (error) {
      console.log(error.code ?? error);
    }`);
  chmodSync(path, fileMode);
  chmodSync(folder, folderMode);
  const bytes = sha256(path);
  try {
    const result = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      encoding: 'utf8',
    });
    expect(result.stderr).toBe('');
    expect(sha256(path)).toBe(bytes);
    return result.stdout.trim();
  } finally {
    chmodSync(folder, 0o755);
  }
}
