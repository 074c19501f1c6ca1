import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';

const passphrase = 'four plain English words';
let t: TestBook;
const turnOn = () => t.call('encryption.turnOn', { passphrase });
const unlock = (word = passphrase) => t.dispatch('encryption.unlock', { passphrase: word });

beforeEach(async () => {
  t = makeTestBook({ onDisk: true });
  await t.call('book.setMe', { name: 'Sam' });
});
afterEach(() => t.close());

/** Files beside the book, at any depth, in which a text can be read. */
function filesWith(text: string): string[] {
  return readdirSync(dirname(t.path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(text));
}

describe('what was half typed when the book was locked', () => {
  const draft = { address: '#/events/3', texts: { 'event-line:3': 'Jane Doe, Ac' } };
  const take = () => t.call('encryption.takeDraft');

  it('comes back once, after unlocking, and lies in no file meanwhile', async () => {
    await turnOn();
    await t.call('encryption.lock', { draft });
    expect(await take()).toEqual({ draft: null });
    expect(filesWith('Jane Doe, Ac')).toEqual([]);
    await unlock('not the passphrase');
    expect(await take()).toEqual({ draft: null });
    await unlock();
    expect(await take()).toEqual({ draft });
    expect(await take()).toEqual({ draft: null });
  });

  it('is not kept from an earlier lock, and not for a book under another key', async () => {
    await turnOn();
    await t.call('encryption.lock', { draft });
    await unlock();
    await t.call('encryption.lock');
    await unlock();
    expect(await take()).toEqual({ draft: null });
    await t.call('encryption.lock', { draft });
    await unlock();
    await t.call('encryption.turnOff', { passphrase });
    expect(await take()).toEqual({ draft: null });
    await turnOn();
    expect(await take()).toEqual({ draft: null });
  });

  it('is refused with the lock for a book that is not encrypted', async () => {
    expect(await t.dispatch('encryption.lock', { draft })).toMatchObject({
      error: { code: 'CONFLICT' },
    });
  });
});
