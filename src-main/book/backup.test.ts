import { createHash } from 'node:crypto';
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
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepBackup, listBackups, verifyBackup, writeBackup } from './backup.ts';
import { openBook, type Book } from './open-book.ts';
import { restoreBook } from './restore.ts';
import { repositoryMigrations } from './testing/make-book.ts';

const clock = { now: '2026-06-15T12:00:00.000Z', today: '2026-06-15' };
const migrations = repositoryMigrations();
let folder: string;
let book: Book;

const at = (name: string): string => join(folder, name);
const open = (name: string): Book => openBook({ path: at(name), migrations, clock });
const refusal = (code: string): unknown => expect.objectContaining({ name: 'AppError', code });
const tagNames = (of: Book): string[] => of.reader.column('SELECT name FROM tag ORDER BY id');
const addTag = (name: string): void => {
  book.writer.run('INSERT INTO tag (name, folded_name) VALUES (@name, @name)', { name });
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-backup-'));
  book = open('book.acquaint');
  addTag('a');
});
afterEach(() => {
  book.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup', () => {
  it('is a whole book that opens by itself, with its checksum beside it', () => {
    const backup = writeBackup(book.sqlite, at('copy.acquaint'));
    const bytes = readFileSync(backup.path);
    expect(backup.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(readFileSync(`${backup.path}.sha256`, 'utf8')).toBe(`${backup.sha256}  copy.acquaint\n`);
    const copy = open('copy.acquaint');
    expect(tagNames(copy)).toEqual(['a']);
    copy.close();
  });

  it('that somebody puts in the place of the book by hand is not taken for a damaged book', () => {
    book.close();
    // looked into only: the seal stays of the generation that the copy was made in
    book = open('book.acquaint');
    writeBackup(book.sqlite, at('copy.acquaint'));
    book.close();
    expect(existsSync(at('book.acquaint.seal'))).toBe(true);
    copyFileSync(at('copy.acquaint'), at('book.acquaint'));
    book = open('book.acquaint');
    expect(tagNames(book)).toEqual(['a']);
  });

  it('holds what was committed when it was made, and nothing later', () => {
    writeBackup(book.sqlite, at('copy.acquaint'));
    addTag('b');
    const copy = open('copy.acquaint');
    expect(tagNames(copy)).toEqual(['a']);
    copy.close();
  });

  it('never overwrites, and leaves no draft behind', () => {
    writeFileSync(at('mine.txt'), 'mine');
    expect(() => writeBackup(book.sqlite, at('mine.txt'))).toThrow(refusal('CONFLICT'));
    expect(readFileSync(at('mine.txt'), 'utf8')).toBe('mine');
    expect(() => writeBackup(book.sqlite, at('no/such/folder.acquaint'))).toThrow();
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  });

  it('is found to be bad when any one byte has changed', () => {
    const { path } = writeBackup(book.sqlite, at('copy.acquaint'));
    const bytes = readFileSync(path);
    for (let turn = 0; turn < 100; turn += 1) {
      const position = Math.floor((turn / 100) * bytes.length);
      const damaged = Buffer.from(bytes);
      damaged[position] = (damaged[position] ?? 0) ^ 0x10;
      writeFileSync(path, damaged);
      expect(() => verifyBackup(path)).toThrow(refusal('CORRUPT'));
    }
    writeFileSync(path, bytes);
    expect(verifyBackup(path).path).toBe(path);
  });

  it('without a checksum is still checked for being whole and ours', () => {
    writeFileSync(at('text.acquaint'), 'no database');
    expect(() => verifyBackup(at('text.acquaint'))).toThrow(refusal('CORRUPT'));
    expect(() => verifyBackup(at('missing.acquaint'))).toThrow(refusal('NOT_FOUND'));
  });

  it('takes its turn: of many within a day three stay, each with its checksum', () => {
    for (let minute = 10; minute < 17; minute += 1) {
      keepBackup(book.sqlite, at('backups'), 'import', `2026-06-15T12:${minute}:00.000Z`);
    }
    expect(readdirSync(at('backups')).toSorted()).toEqual(
      ['14', '15', '16'].flatMap((minute) => [
        `book-2026-06-15T12-${minute}-00-000Z-import.acquaint`,
        `book-2026-06-15T12-${minute}-00-000Z-import.acquaint.sha256`,
      ]),
    );
  });

  it('gets a name of its own when two fall on one moment, and leaves other files alone', () => {
    keepBackup(book.sqlite, at('backups'), 'daily', clock.now);
    writeFileSync(at('backups/holiday.jpg'), 'x');
    keepBackup(book.sqlite, at('backups'), 'daily', clock.now);
    expect(
      listBackups(at('backups'))
        .map(({ takenAt }) => takenAt)
        .toSorted(),
    ).toEqual(['2026-06-15T12:00:00.000Z', '2026-06-15T12:00:00.001Z']);
    expect(existsSync(at('backups/holiday.jpg'))).toBe(true);
  });
});

describe('restoring', () => {
  const restore = (backup: string, name = 'book.acquaint') =>
    restoreBook(at(backup), { path: at(name), migrations, clock });

  beforeEach(() => {
    writeBackup(book.sqlite, at('copy.acquaint'));
    addTag('b');
  });

  it('puts the backup in the place of the book and keeps that one beside it', () => {
    book.close();
    const { kept } = restore('copy.acquaint');
    expect(basename(kept ?? '')).toBe('book.before-restore-2026-06-15T12-00-00-000Z.acquaint');
    book = open('book.acquaint');
    expect(tagNames(book)).toEqual(['a']);
    const old = open(basename(kept ?? ''));
    expect(tagNames(old)).toEqual(['a', 'b']);
    old.close();
  });

  it('is refused while the book is open, with both untouched', () => {
    expect(() => restore('copy.acquaint')).toThrow(refusal('LOCKED'));
    expect(tagNames(book)).toEqual(['a', 'b']);
  });

  it('moves a damaged book aside as it is', () => {
    book.close();
    const damaged = readFileSync(at('book.acquaint'));
    damaged.fill(0x5a, 4096, 9000);
    writeFileSync(at('book.acquaint'), damaged);
    const { kept } = restore('copy.acquaint');
    expect(readFileSync(kept ?? '').equals(damaged)).toBe(true);
    book = open('book.acquaint');
    expect(tagNames(book)).toEqual(['a']);
  });

  it('moves the log of a damaged book along, so that it is not replayed into the restored one', () => {
    // as a crash leaves them: the last change is in the log only
    book.close();
    book = open('book.acquaint');
    addTag('c');
    copyFileSync(at('book.acquaint'), at('crashed.acquaint'));
    copyFileSync(at('book.acquaint-wal'), at('crashed.acquaint-wal'));
    const damaged = readFileSync(at('crashed.acquaint'));
    damaged.fill(0x5a, 4096 * 3);
    writeFileSync(at('crashed.acquaint'), damaged);
    const { kept } = restore('copy.acquaint', 'crashed.acquaint');
    expect(existsSync(`${kept}-wal`)).toBe(true);
    const restored = open('crashed.acquaint');
    expect(tagNames(restored)).toEqual(['a']);
    restored.close();
  });

  it('makes the book when there is none', () => {
    expect(restore('copy.acquaint', 'new.acquaint').kept).toBeNull();
    const made = open('new.acquaint');
    expect(tagNames(made)).toEqual(['a']);
    made.close();
  });

  it('moves a log away that a book which is missing has left, so that it is not replayed into the restored one', () => {
    book.close();
    book = open('book.acquaint');
    addTag('c');
    copyFileSync(at('book.acquaint-wal'), at('lost.acquaint-wal'));
    const log = readFileSync(at('lost.acquaint-wal'));
    expect(restore('copy.acquaint', 'lost.acquaint').kept).toBeNull();
    const restored = open('lost.acquaint');
    expect(tagNames(restored)).toEqual(['a']);
    restored.close();
    const kept = readdirSync(folder).find((name) => /^lost\.before-restore.*-wal$/.test(name));
    expect(readFileSync(at(kept ?? '')).equals(log)).toBe(true);
    book.close();
    book = open('book.acquaint');
  });

  it('touches nothing when the backup is bad, or what is there is not ours', () => {
    book.close();
    const before = readFileSync(at('book.acquaint'));
    const bytes = readFileSync(at('copy.acquaint'));
    writeFileSync(at('bad.acquaint'), bytes.subarray(0, bytes.length - 4096));
    expect(() => restore('bad.acquaint')).toThrow(refusal('CORRUPT'));
    expect(readFileSync(at('book.acquaint')).equals(before)).toBe(true);
    writeFileSync(at('diary.txt'), 'Dear diary');
    expect(() => restore('copy.acquaint', 'diary.txt')).toThrow(refusal('NOT_OURS'));
    expect(readFileSync(at('diary.txt'), 'utf8')).toBe('Dear diary');
    book = open('book.acquaint');
  });
});
