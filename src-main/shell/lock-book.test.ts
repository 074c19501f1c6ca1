import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LockedDraft } from '../contract/encryption.ts';
import type { Result } from '../contract/result.ts';
import { BookLock, type KeyStore } from './lock-book.ts';

const minute = 60_000;
const draft: LockedDraft = { address: '#/events/3', texts: { 'event-line:3': 'Jane Doe, Ac' } };
const ok: Result<unknown> = { ok: true, value: { recoveryKey: 'THE-KEY' } };
const failed = (code: 'CONFLICT' | 'WRONG_PASSPHRASE' | 'STORE_DOWN'): Result<unknown> => ({
  ok: false,
  error: { code, message: 'No.' },
});

/** A key store of another making: what it keeps is readable to it alone. */
class FakeKeyStore implements KeyStore {
  trouble: 'none' | 'plain' | null = null;
  password = 'one';
  problem = () => this.trouble;
  encrypt = (text: string) => `${this.password}:${text.split('').toReversed().join('')}`;
  decrypt(kept: string): string {
    const [password, secret = ''] = kept.split(':');
    if (password !== this.password) throw new Error('another password');
    return secret.split('').toReversed().join('');
  }
}

let folder: string;
let now: number;
let bookPath: string;
let calls: [path: string, input: unknown][];
let answers: Record<string, Result<unknown>>;
let reloads: number;
let typed: LockedDraft | null;
let keyStore: FakeKeyStore;
const file = (): string => join(folder, 'lock.json');

function makeLock(): BookLock {
  return new BookLock({
    file: file(),
    keyStore,
    bookPath: () => bookPath,
    now: () => now,
    invoke(path, input) {
      calls.push([path, input]);
      return Promise.resolve(answers[path] ?? ok);
    },
    collectDraft: () => Promise.resolve(typed),
    reloadPages() {
      reloads += 1;
    },
  });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-lock-'));
  now = 1_000_000;
  bookPath = '/home/sam/book.acquaint';
  calls = [];
  answers = {};
  reloads = 0;
  typed = null;
  keyStore = new FakeKeyStore();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('locking', () => {
  it('gives the store what was half typed, and loads the pages anew', async () => {
    typed = draft;
    await makeLock().lock();
    expect(calls).toEqual([['encryption.lock', { draft }]]);
    expect(reloads).toBe(1);
  });

  it('leaves the page of a book that is not encrypted alone', async () => {
    answers = { 'encryption.lock': failed('CONFLICT') };
    await makeLock().lock();
    expect(reloads).toBe(0);
  });

  it('says what was in its way', async () => {
    answers = { 'encryption.lock': failed('STORE_DOWN') };
    await expect(makeLock().lock()).rejects.toMatchObject({ code: 'STORE_DOWN' });
    expect(reloads).toBe(0);
  });

  it('happens once when two ask for it, so that the second does not put away the draft of the first', async () => {
    const lock = makeLock();
    typed = draft;
    const first = lock.lock();
    typed = null;
    await Promise.all([first, lock.lock()]);
    expect(calls).toEqual([['encryption.lock', { draft }]]);
    await lock.lock();
    expect(calls).toHaveLength(2);
  });
});

describe('the time without a key', () => {
  it('locks when it is as long as was chosen, each key puts that off, and it begins anew afterwards', async () => {
    const lock = makeLock();
    lock.setAfter(5);
    now += 4 * minute;
    await lock.lockWhenIdle();
    lock.noteInput();
    now += 4 * minute;
    await lock.lockWhenIdle();
    expect(calls).toEqual([]);
    now += minute;
    await lock.lockWhenIdle();
    expect(calls).toHaveLength(1);
    await lock.lockWhenIdle();
    now += 4 * minute;
    await lock.lockWhenIdle();
    expect(calls).toHaveLength(1);
  });

  it('is counted anew when the clock is set back, and not from a moment that is to come', async () => {
    const lock = makeLock();
    now -= 60 * minute;
    await lock.lockWhenIdle();
    now += 9 * minute;
    await lock.lockWhenIdle();
    expect(calls).toHaveLength(0);
    now += minute;
    await lock.lockWhenIdle();
    expect(calls).toHaveLength(1);
  });

  it('is ten minutes at first, and none when that was chosen', async () => {
    const lock = makeLock();
    now += 10 * minute - 1;
    await lock.lockWhenIdle();
    expect(calls).toHaveLength(0);
    now += 1;
    await lock.lockWhenIdle();
    expect(calls).toHaveLength(1);
    lock.setAfter(null);
    now += 1000 * minute;
    await lock.lockWhenIdle();
    expect(calls).toHaveLength(1);
  });

  it('is remembered over a restart, also beside a kept key', async () => {
    const lock = makeLock();
    await lock.keep('a passphrase');
    lock.setAfter(30);
    expect(makeLock().read()).toMatchObject({ afterMinutes: 30, kept: lock.read().kept });
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it.each(['', 'noise', '{"afterMinutes":0,"kept":null}', '{"afterMinutes":5,"kept":7}'])(
    'is the usual one when the file holds %j',
    (text) => {
      writeFileSync(file(), text);
      expect(makeLock().read()).toEqual({ afterMinutes: 10, kept: null, keptFor: null });
    },
  );
});

describe('the key store of the system', () => {
  const recovered = (): unknown[] => calls.filter(([path]) => path === 'encryption.recover');

  it('keeps the key for whoever knows the passphrase, unreadable in the file, and opens the book with it', async () => {
    await makeLock().keep('a passphrase');
    expect(calls).toEqual([['encryption.recoveryKey', { passphrase: 'a passphrase' }]]);
    expect(readFileSync(file(), 'utf8')).not.toMatch(/THE-KEY|passphrase/);
    await makeLock().unlock();
    expect(recovered()).toEqual([
      ['encryption.recover', { recoveryKey: 'THE-KEY', newPassphrase: null }],
    ]);
  });

  it('is given nothing for a wrong passphrase', async () => {
    answers = { 'encryption.recoveryKey': failed('WRONG_PASSPHRASE') };
    const lock = makeLock();
    await expect(lock.keep('guessed')).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    expect(lock.read().kept).toBeNull();
  });

  it.each(['none', 'plain'] as const)('is not used while its problem is %s', async (trouble) => {
    const lock = makeLock();
    await lock.keep('a passphrase');
    keyStore.trouble = trouble;
    await expect(lock.keep('a passphrase')).rejects.toMatchObject({ code: 'CONFLICT' });
    await lock.unlock();
    expect(recovered()).toEqual([]);
    keyStore.trouble = null;
    await lock.unlock();
    expect(recovered()).toHaveLength(1);
  });

  it.each(['another password of the system', 'a new key of the book'])(
    'is asked once and never again after %s, and the minutes stay',
    async (what) => {
      const lock = makeLock();
      await lock.keep('a passphrase');
      lock.setAfter(30);
      if (what === 'a new key of the book')
        answers = { 'encryption.recover': failed('WRONG_PASSPHRASE') };
      else keyStore.password = 'two';
      await lock.unlock();
      expect(lock.read()).toEqual({ afterMinutes: 30, kept: null, keptFor: null });
    },
  );

  it('keeps the key of the one book while another is open, which cannot be opened by it', async () => {
    const lock = makeLock();
    await lock.keep('a passphrase');
    bookPath = '/home/sam/other.acquaint';
    answers = { 'encryption.recover': failed('WRONG_PASSPHRASE') };
    await lock.unlock();
    expect(recovered()).toEqual([]);
    expect(lock.isKept()).toBe(false);
    // encryption of the other is turned off
    lock.forget();
    bookPath = '/home/sam/book.acquaint';
    expect(lock.isKept()).toBe(true);
    await lock.unlock();
    expect(recovered()).toHaveLength(1);
  });

  it('keeps the key when the store was down, or the book was open already', async () => {
    const lock = makeLock();
    await lock.keep('a passphrase');
    answers = { 'encryption.recover': failed('STORE_DOWN') };
    await lock.unlock();
    expect(lock.read().kept).not.toBeNull();
    lock.forget();
    expect(lock.read().kept).toBeNull();
  });
});
