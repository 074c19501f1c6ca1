import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { keepBackup } from './backup.ts';
import { makeKeyBytes, readRecoveryKey, writeRecoveryKey } from './book-key.ts';
import { findKey } from './find-key.ts';
import { readBookHeader } from './header.ts';
import { lockKey, unlockKey, writeKeyFile } from './key-file.ts';
import { openBook } from './open-book.ts';
import { repositoryMigrations } from './testing/make-book.ts';

const passphrase = 'four plain English words';
const clock = { now: '2026-06-15T12:00:00.000Z', today: '2026-06-15' };

it('brings an encrypted book of an older version up to date, with an encrypted backup before', () => {
  const folder = mkdtempSync(join(tmpdir(), 'acquaint-key-'));
  const path = join(folder, 'older.acquaint');
  const key = lockKey(makeKeyBytes(), passphrase, 4);
  const older = openBook({ path, migrations: repositoryMigrations().slice(0, -1), clock, key });
  older.close();
  writeKeyFile(path, key.keyFile);
  const newer = openBook({
    path,
    migrations: repositoryMigrations(),
    clock,
    key: findKey(path, [], passphrase),
    backUp: (sqlite) => keepBackup(sqlite, join(folder, 'b'), 'migration', clock.now).path,
  });
  newer.close();
  const [backup] = readdirSync(join(folder, 'b')).filter((name) => name.endsWith('.acquaint'));
  expect(readBookHeader(join(folder, 'b', backup ?? ''))).toMatchObject({
    isEncrypted: true,
    userVersion: repositoryMigrations().length - 1,
  });
  expect(readBookHeader(path)).toMatchObject({ userVersion: repositoryMigrations().length });
  rmSync(folder, { recursive: true, force: true });
});

it('keeps whatever passphrase is typed, to the letter', () => {
  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(words, words, (right, wrong) => {
      const bytes = makeKeyBytes();
      const { keyFile } = lockKey(bytes, right, 1);
      expect(unlockKey(keyFile, right).bytes).toEqual(bytes);
      expect(readRecoveryKey(writeRecoveryKey(bytes))).toEqual(bytes);
      fc.pre(wrong.normalize('NFKC') !== right.normalize('NFKC'));
      expect(() => unlockKey(keyFile, wrong)).toThrow(/not the passphrase/);
    }),
  );
});
