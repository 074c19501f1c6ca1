import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FromStore } from './messages.ts';
import { serveMessages } from './serve-messages.ts';

const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-store-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A store process without the process: messages in, and the messages that came out. */
function setUp() {
  const sent: FromStore[] = [];
  const waiting = new Map<number, () => void>();
  const serve = serveMessages((message) => {
    sent.push(message);
    if (message.kind === 'answer') waiting.get(message.id)?.();
  });
  const call = (id: number, path: string, input: unknown): Promise<void> =>
    new Promise((resolve) => {
      waiting.set(id, resolve);
      serve({ kind: 'call', id, path, input });
    });
  return { sent, serve, call };
}

describe('the store process', () => {
  it('opens the book, answers by number, tells what changed, and closes', async () => {
    const { call, sent, serve } = setUp();
    const path = join(folder, 'book.acquaint');
    serve({ kind: 'open', path, migrationsFolder });
    await call(7, 'book.setMe', { name: 'Sam' });
    serve({ kind: 'close' });
    expect(sent).toEqual([
      { kind: 'changed', topics: ['book', 'people'] },
      {
        kind: 'answer',
        id: 7,
        result: { ok: true, value: { me: { id: 1, name: 'Sam', isNamed: true } } },
      },
      { kind: 'closed' },
    ]);
    expect(existsSync(`${path}-wal`)).toBe(false);
  });

  it('encrypts the file itself when the book is reached by a link, and leaves the link', async () => {
    const { call, sent, serve } = setUp();
    for (const name of ['real', 'linked']) mkdirSync(join(folder, name));
    const real = join(realpathSync(folder), 'real', 'book.acquaint');
    const link = join(folder, 'linked', 'book.acquaint');
    serve({ kind: 'open', path: real, migrationsFolder });
    await call(1, 'book.setMe', { name: 'Wilhelmina Plainname' });
    serve({ kind: 'close' });
    symlinkSync(real, link);
    serve({ kind: 'open', path: link, migrationsFolder });
    await call(2, 'encryption.turnOn', { passphrase: 'four plain English words' });
    await call(3, 'book.status', {});
    serve({ kind: 'close' });
    expect(sent.at(-2)).toMatchObject({ result: { value: { path: real, isEncrypted: true } } });
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(real).includes('Plainname')).toBe(false);
    expect(existsSync(`${real}.key`)).toBe(true);
    expect(existsSync(`${link}.key`)).toBe(false);
  });

  it('answers NO_BOOK before a book was opened and after it was closed', async () => {
    const { call, sent } = setUp();
    await call(1, 'people.list', {});
    expect(sent).toMatchObject([{ id: 1, result: { ok: false, error: { code: 'NO_BOOK' } } }]);
  });
});
