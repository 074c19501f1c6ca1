import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBookHeader } from '../book/header.ts';
import { hashFile } from '../book/hash-file.ts';
import { openBook } from '../book/open-book.ts';
import { makeTestBook, repositoryMigrations, type TestBook } from '../book/testing/make-book.ts';
import type { BookCopy } from '../contract/backups.ts';
import type { BookStatus } from '../contract/book.ts';
import type { contract, OutputOf } from '../contract/index.ts';
import type { ErasureProof } from '../contract/erasure.ts';

type TurnedOn = OutputOf<(typeof contract)['encryption']['turnOn']>;
type State = OutputOf<(typeof contract)['encryption']['status']>;
type List = OutputOf<(typeof contract)['backups']['list']>;

const passphrase = 'four plain English words';
const clock = { now: '2026-06-15T12:00:00.000Z', today: '2026-06-15' };

let t: TestBook;
const at = (name: string): string => join(dirname(t.path), name);
const turnOn = (): Promise<TurnedOn> => t.call<TurnedOn>('encryption.turnOn', { passphrase });
const unlock = (word = passphrase) => t.dispatch('encryption.unlock', { passphrase: word });
const status = (): Promise<BookStatus> => t.call<BookStatus>('book.status');
const state = (): Promise<State> => t.call<State>('encryption.status');
const add = (name: string) => t.call<{ person: { id: number } }>('people.create', { name });
const make = (): Promise<BookCopy> => t.call<BookCopy>('backups.make');
const list = async (): Promise<BookCopy[]> => (await t.call<List>('backups.list')).copies;
const pick = ({ name, place }: BookCopy) => ({ name, place });
const names = () => t.book.column<string>('SELECT display_name FROM person ORDER BY id');

beforeEach(async () => {
  t = makeTestBook({ onDisk: true });
  await t.call('book.setMe', { name: 'Sam' });
  await add('Wilhelmina Plainname');
});
afterEach(() => t.close());

/** Every file beside the book, at any depth. */
function allFiles(): string[] {
  return readdirSync(dirname(t.path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Files in which a name can be read, by their names. */
function filesWith(text: string): string[] {
  return allFiles().filter((file) =>
    (['utf8', 'utf16le'] as const).some((form) =>
      readFileSync(file).includes(Buffer.from(text, form)),
    ),
  );
}

describe('an encrypted book', () => {
  it('has no plain name in any file beside it, and the same people once it is unlocked', async () => {
    await make();
    writeFileSync(
      at('.book.acquaint.0b1c2d3e-0000-4000-8000-000000000000.part'),
      'Wilhelmina Plainname, of a backup that was cut short',
    );
    expect(filesWith('Plainname').length).toBeGreaterThan(2);
    const { copies } = await turnOn();
    expect(copies).toEqual({ inStep: 2, left: [], waiting: null });
    await add('Zoë Laterborn');
    expect(filesWith('Plainname')).toEqual([]);
    expect(filesWith('Laterborn')).toEqual([]);
    t.reopen();
    expect(filesWith('Plainname')).toEqual([]);
    expect(await status()).toMatchObject({ state: 'locked', isEncrypted: true, me: null });
    expect(await unlock()).toMatchObject({ ok: true, value: { state: 'open' } });
    expect(names()).toEqual(['Sam', 'Wilhelmina Plainname', 'Zoë Laterborn']);
    expect(await t.call('book.check')).toMatchObject({ ok: true });
    expect((await list()).map(({ isEncrypted }) => isEncrypted)).not.toContain(false);
  });

  it('says what it is, and of which version, without its passphrase', async () => {
    await turnOn();
    t.opened.close();
    expect(readBookHeader(t.path)).toMatchObject({
      userVersion: repositoryMigrations().length,
      isEncrypted: true,
    });
    const older = repositoryMigrations().slice(0, -1);
    expect(() => openBook({ path: t.path, migrations: older, clock })).toThrow(
      expect.objectContaining({ code: 'NEWER_VERSION' }),
    );
  });

  it('answers nothing while it is locked, and writes nothing for a wrong passphrase', async () => {
    await turnOn();
    await t.call('encryption.lock');
    const before = allFiles().map((file) => [file, hashFile(file)]);
    for (const path of ['people.list', 'search.find', 'book.check', 'book.undo', 'backups.make']) {
      const result = await t.dispatch(path, {});
      expect(result.ok).toBe(false);
    }
    for (const wrong of ['Four plain English words', `${passphrase} `, 'x', ' '.repeat(900)]) {
      expect(await unlock(wrong)).toMatchObject({ error: { code: 'WRONG_PASSPHRASE' } });
    }
    expect(allFiles().map((file) => [file, hashFile(file)])).toEqual(before);
    expect(await unlock()).toMatchObject({ ok: true });
  });

  it('opens by its new passphrase alone once that is changed, the copies too; the sheet stays good', async () => {
    const { recoveryKey } = await turnOn();
    await make();
    const newPassphrase = 'another line of words';
    const change = { passphrase, newPassphrase };
    expect(
      await t.dispatch('encryption.changePassphrase', { ...change, passphrase: 'not this one' }),
    ).toMatchObject({ error: { code: 'WRONG_PASSPHRASE' } });
    await t.call('encryption.changePassphrase', change);
    const keyFiles = allFiles().filter((file) => file.endsWith('.key'));
    expect(new Set(keyFiles.map((file) => readFileSync(file, 'utf8'))).size).toBe(1);
    await t.call('encryption.lock');
    expect(await unlock()).toMatchObject({ error: { code: 'WRONG_PASSPHRASE' } });
    expect(await unlock(newPassphrase)).toMatchObject({ ok: true });
    expect(await t.call('encryption.recoveryKey', { passphrase: newPassphrase })).toEqual({
      recoveryKey,
    });
  });

  it('opens by its recovery sheet, also without its key file', async () => {
    const { recoveryKey } = await turnOn();
    await t.call('encryption.lock');
    for (const file of allFiles()) if (file.endsWith('.key')) rmSync(file);
    expect(await unlock()).toMatchObject({ error: { code: 'PASSPHRASE_NEEDED' } });
    expect(await state()).toMatchObject({ isLocked: true, hasKeyFile: false });
    const mistyped = recoveryKey.replace(/.$/, (last) => (last === '2' ? '3' : '2'));
    const recover = (key: string) =>
      t.dispatch('encryption.recover', { recoveryKey: key, newPassphrase: 'made up just now' });
    expect(await recover(mistyped)).toMatchObject({ error: { code: 'INVALID_INPUT' } });
    expect(await recover(recoveryKey.toLowerCase().replaceAll('-', ' '))).toMatchObject({
      value: { state: 'open' },
    });
    expect(names()).toContain('Wilhelmina Plainname');
    t.reopen();
    expect(await unlock('made up just now')).toMatchObject({ ok: true });
  });

  it('does not take the sheet of another book', async () => {
    const other = makeTestBook({ onDisk: true });
    const { recoveryKey } = await other.call<TurnedOn>('encryption.turnOn', { passphrase });
    other.close();
    await turnOn();
    await t.call('encryption.lock');
    const input = { recoveryKey, newPassphrase: null };
    expect(await t.dispatch('encryption.recover', input)).toMatchObject({
      error: { code: 'WRONG_PASSPHRASE' },
    });
    rmSync(`${t.path}.key`);
    expect(await t.dispatch('encryption.recover', input)).toMatchObject({
      error: { code: 'WRONG_PASSPHRASE' },
    });
  });

  it('finds its key file again in a backup', async () => {
    await turnOn();
    await make();
    await t.call('encryption.lock');
    rmSync(`${t.path}.key`);
    expect(await unlock()).toMatchObject({ ok: true });
    expect(existsSync(`${t.path}.key`)).toBe(true);
  });

  it('is plain again when that is taken off, with its copies', async () => {
    await turnOn();
    await make();
    expect(await t.dispatch('encryption.turnOff', { passphrase: 'wrong one' })).toMatchObject({
      error: { code: 'WRONG_PASSPHRASE' },
    });
    await t.call('encryption.turnOff', { passphrase });
    expect(allFiles().filter((file) => file.endsWith('.key'))).toEqual([]);
    t.reopen();
    expect(await status()).toMatchObject({ state: 'open', isEncrypted: false });
    expect(names()).toContain('Wilhelmina Plainname');
    for (const copy of await list()) {
      expect(copy).toMatchObject({ isEncrypted: false, bytesAre: 'same' });
      expect(await t.call('backups.verify', pick(copy))).toMatchObject({ isWhole: true });
    }
  });

  it('encrypts a copy that a crash or an absent disk has left plain, when it is next opened', async () => {
    const plain = await make();
    const file = at(`backups/${plain.name}`);
    const kept = readFileSync(file);
    await turnOn();
    writeFileSync(file, kept);
    expect(await state()).toMatchObject({ plainCopies: [plain.name] });
    t.reopen();
    await unlock();
    expect(filesWith('Plainname')).toEqual([]);
    expect(await t.call('backups.verify', pick(plain))).toMatchObject({ isWhole: true });
  });

  it('names copies that cannot be encrypted, and deletes them when asked to', async () => {
    const damaged = await make();
    const file = at(`backups/${damaged.name}`);
    writeFileSync(file, readFileSync(file).fill(0x5a, 4096, 4096 * 6));
    const { copies } = await turnOn();
    expect(copies.left).toEqual([damaged.name]);
    expect(await state()).toMatchObject({ plainCopies: [damaged.name] });
    await t.call('encryption.deletePlainCopies');
    expect(existsSync(file)).toBe(false);
    expect(await state()).toMatchObject({ plainCopies: [] });
  });
});

describe('the copies of an encrypted book', () => {
  it('are looked into and restored', async () => {
    await turnOn();
    const copy = await make();
    await add('Came Later');
    expect(await t.call('backups.lookInto', pick(copy))).toMatchObject({ kind: 'backup' });
    expect(names()).toEqual(['Sam', 'Wilhelmina Plainname']);
    await t.call('backups.leave');
    const { kept } = await t.call<{ kept: string }>('backups.restore', pick(copy));
    expect(names()).toEqual(['Sam', 'Wilhelmina Plainname']);
    expect(readBookHeader(kept)).toMatchObject({ isEncrypted: true });
    t.setToday('2026-06-16');
    const aside = (await list()).find(({ place }) => place === 'aside');
    await t.call('backups.restore', pick(aside as BookCopy));
    expect(names()).toContain('Came Later');
    t.reopen();
    expect(await unlock()).toMatchObject({ ok: true });
  });

  it('are cleaned of whom the book forgets, which is proved in what they hold', async () => {
    await turnOn();
    await make();
    const { person } = await add('Erasmus Goneforever');
    await make();
    const { backups, proof } = await t.call<{ backups: unknown; proof: ErasureProof }>(
      'erasure.erase',
      { ids: [person.id], prove: true },
    );
    expect(backups).toMatchObject({ unreadable: [] });
    expect(proof.isClean).toBe(true);
    const still = await t.call<{ proof: ErasureProof }>('erasure.prove', {
      texts: ['Wilhelmina Plainname'],
    });
    // the search reaches what is encrypted: it finds whom nobody has erased
    expect(
      still.proof.places.filter(({ found, kind }) => kind === 'texts' && found > 0).length,
    ).toBeGreaterThan(0);
  });

  it('save what can be read of a damaged book, encrypted', async () => {
    for (let i = 0; i < 300; i++) await add(`Person ${i}`);
    await turnOn();
    t.opened.close();
    const bytes = readFileSync(t.path);
    bytes.fill(0x5a, 4096 * 40, 4096 * 44);
    writeFileSync(t.path, bytes);
    t.reopen();
    expect(await unlock()).toMatchObject({ value: { refusal: { code: 'CORRUPT' } } });
    const { copy, tables } = await t.call<{
      copy: BookCopy;
      tables: { table: string; saved: number }[];
    }>('backups.salvage');
    expect(copy.isEncrypted).toBe(true);
    expect(tables.find(({ table }) => table === 'person')?.saved).toBeGreaterThan(100);
    await t.call('backups.restore', pick(copy));
    expect(await status()).toMatchObject({ state: 'open', isEncrypted: true });
  });
});
