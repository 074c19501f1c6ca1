import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readProtection } from '../book/protect.ts';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { BookCopy } from '../contract/backups.ts';
import type { BookStatus } from '../contract/book.ts';
import type { contract, OutputOf } from '../contract/index.ts';

type TurnedOn = OutputOf<(typeof contract)['encryption']['turnOn']>;

const passphrase = 'four plain English words';
let t: TestBook;
let recoveryKey: string;
let copy: BookCopy;
const at = (name: string): string => join(dirname(t.path), name);
const backup = (): string => at(`backups/${copy.name}`);
const chosen = () => ({ name: copy.name, place: copy.place });
const status = (): Promise<BookStatus> => t.call<BookStatus>('book.status');
const names = () => t.book.column<string>('SELECT display_name FROM person ORDER BY id');
const whole = { isWhole: true, problem: null };

/** Also of all other copies, so that none can help out; the book's own is named. */
function loseKeyFiles(alsoOfBook: boolean): void {
  const folder = at('backups');
  for (const name of readdirSync(folder)) if (name.endsWith('.key')) rmSync(join(folder, name));
  if (alsoOfBook) rmSync(`${t.path}.key`);
}

beforeEach(async () => {
  t = makeTestBook({ onDisk: true });
  await t.call('book.setMe', { name: 'Sam' });
  await t.call('people.create', { name: 'Wilhelmina Plainname' });
  ({ recoveryKey } = await t.call<TurnedOn>('encryption.turnOn', { passphrase }));
  copy = await t.call<BookCopy>('backups.make');
});
afterEach(() => t.close());

describe('an encrypted backup that has lost its key file', () => {
  it('is opened by the book itself while that is unlocked', async () => {
    loseKeyFiles(false);
    expect(await t.call('backups.verify', chosen())).toEqual(whole);
    expect(await t.call('backups.lookInto', chosen())).toMatchObject({ kind: 'backup' });
    await t.call('backups.leave');
  });

  it('is opened by its passphrase through the key file of the book, though that is locked', async () => {
    loseKeyFiles(false);
    t.reopen();
    expect(await t.dispatch('backups.verify', chosen())).toMatchObject({
      error: { code: 'PASSPHRASE_NEEDED' },
    });
    expect(
      await t.dispatch('backups.verify', { ...chosen(), passphrase: 'another line of words' }),
    ).toMatchObject({ error: { code: 'WRONG_PASSPHRASE' } });
    expect(await t.call('backups.verify', { ...chosen(), passphrase })).toEqual(whole);
  });

  it('is opened by the recovery sheet alone, and says that the sheet is what is needed', async () => {
    loseKeyFiles(true);
    t.reopen();
    expect(await t.dispatch('backups.verify', { ...chosen(), passphrase })).toMatchObject({
      error: { code: 'PASSPHRASE_NEEDED', message: expect.stringContaining('recovery sheet') },
    });
    const asked = { ...chosen(), passphrase: recoveryKey.toLowerCase() };
    expect(await t.call('backups.verify', asked)).toEqual(whole);
    expect(await t.call('backups.lookInto', asked)).toMatchObject({ kind: 'backup' });
    await t.call('backups.leave');
  });

  it('is restored by the recovery sheet, which then gives the book a new passphrase', async () => {
    loseKeyFiles(true);
    t.opened.close();
    rmSync(t.path);
    t.reopen();
    await t.call('backups.restore', { ...chosen(), passphrase: recoveryKey });
    expect(await status()).toMatchObject({ state: 'locked', isEncrypted: true });
    await t.call('encryption.recover', { recoveryKey, newPassphrase: 'another line of words' });
    expect(names()).toEqual(['Sam', 'Wilhelmina Plainname']);
    // trying the key has left no index of a log beside a book that needs none
    expect(readdirSync(dirname(t.path)).filter((name) => name.endsWith('-shm'))).toEqual([]);
    t.reopen();
    await t.call('encryption.unlock', { passphrase: 'another line of words' });
  });
});

describe('what is restored', () => {
  it('is encrypted under the key of the open book, though that has vanished and the copy is plain', async () => {
    await t.call('encryption.turnOff', { passphrase });
    copyFileSync(backup(), at('kept'));
    await t.call('encryption.turnOn', { passphrase });
    copyFileSync(at('kept'), backup());
    for (const end of ['.key', '.sha256']) rmSync(`${backup()}${end}`, { force: true });
    t.opened.close();
    rmSync(t.path);
    rmSync(`${t.path}.key`);
    await t.call('backups.restore', chosen());
    expect(await status()).toMatchObject({ state: 'open', isEncrypted: true });
    expect(readProtection(t.path)).toBe('encrypted');
    t.reopen();
    await t.call('encryption.unlock', { passphrase });
    expect(names()).toEqual(['Sam', 'Wilhelmina Plainname']);
  });

  it('is plain, and said to be, where a plain copy takes the place of a locked book', async () => {
    await t.call('encryption.turnOff', { passphrase });
    copyFileSync(backup(), at('kept'));
    await t.call('encryption.turnOn', { passphrase });
    copyFileSync(at('kept'), backup());
    rmSync(`${backup()}.sha256`);
    t.reopen();
    // the key file beside it is left over from when it was encrypted: nothing asks for its passphrase
    await t.call('backups.restore', chosen());
    expect(await status()).toMatchObject({ state: 'open', isEncrypted: false });
    t.reopen();
    expect(await status()).toMatchObject({ state: 'open', isEncrypted: false });
  });
});
