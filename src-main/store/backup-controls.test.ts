import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { BookCopy } from '../contract/backups.ts';
import type { BookStatus } from '../contract/book.ts';
import type { contract, OutputOf } from '../contract/index.ts';

type List = OutputOf<(typeof contract)['backups']['list']>;
type Restored = OutputOf<(typeof contract)['backups']['restore']>;
type Saved = OutputOf<(typeof contract)['backups']['salvage']>;

let t: TestBook;
const at = (name: string): string => join(dirname(t.path), name);
const list = (): Promise<List> => t.call<List>('backups.list');
const status = (): Promise<BookStatus> => t.call<BookStatus>('book.status');
const add = (name: string) => t.call<{ person: { id: number } }>('people.create', { name });
const make = (): Promise<BookCopy> => t.call<BookCopy>('backups.make');
const pick = ({ name, place }: Pick<BookCopy, 'name' | 'place'>) => ({ name, place });
const missing = { place: 'aside', name: 'not listed' } as const;
const names = (): Promise<string[]> =>
  Promise.resolve(t.book.column<string>('SELECT display_name FROM person ORDER BY id'));

beforeEach(async () => {
  t = makeTestBook({ onDisk: true });
  await t.call('book.setMe', { name: 'Sam' });
  await add('Jane Doe');
});
afterEach(() => t.close());

/** As a bad disk would: the file of the closed book is noise in its middle. */
function damageBook(): Buffer {
  t.opened.close();
  const bytes = readFileSync(t.path);
  bytes.fill(0x5a, 4096 * 2, 4096 * 6);
  writeFileSync(t.path, bytes);
  t.reopen();
  return bytes;
}

describe('backups', () => {
  it('are listed, the newest first, with why they were made and whether they are what they were', async () => {
    const made = await make();
    expect(made).toMatchObject({ place: 'beside', reason: 'asked', bytesAre: 'same' });
    const file = at(join('backups', made.name));
    writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from('x')]));
    const { copies } = await list();
    expect(copies.map(({ bytesAre, reason }) => [reason, bytesAre])).toEqual([
      ['asked', 'changed'],
      ['daily', 'same'],
    ]);
    expect(await t.call('backups.verify', pick(made))).toMatchObject({ isWhole: false });
  });

  it('can be verified', async () => {
    const made = await make();
    expect(await t.call('backups.verify', pick(made))).toEqual({ isWhole: true, problem: null });
  });

  it('are asked for by what the list says and by nothing else', async () => {
    const made = await make();
    for (const name of ['../book.acquaint', '/etc/passwd', `../backups/${made.name}`, 'book']) {
      for (const method of ['verify', 'lookInto', 'restore']) {
        expect(await t.dispatch(`backups.${method}`, { place: 'beside', name })).toMatchObject({
          error: { code: 'NOT_FOUND' },
        });
      }
    }
  });
});

describe('looking into a backup', () => {
  it('shows what was in it, lets nothing be changed, and goes back', async () => {
    const made = await make();
    const before = readFileSync(at(join('backups', made.name)));
    await add('Tom Brown');
    const inside = await t.call<BookStatus>('backups.lookInto', pick(made));
    expect(inside).toMatchObject({ kind: 'backup', backupOf: made.takenAt, counts: { people: 1 } });
    // what cannot be taken back is not offered either
    expect(inside).toMatchObject({ undo: null, redo: null });
    for (const [path, input] of [
      ['people.create', { name: 'Zoë' }],
      ['book.undo', {}],
      ['erasure.erase', { ids: [2] }],
    ] as const) {
      expect(await t.dispatch(path, input)).toMatchObject({ error: { code: 'READ_ONLY' } });
    }
    expect(await t.dispatch('book.openSample')).toMatchObject({ error: { code: 'CONFLICT' } });
    const back = await t.call<BookStatus>('backups.leave');
    expect(back).toMatchObject({ kind: 'own', backupOf: null, counts: { people: 2 } });
    expect(readFileSync(at(join('backups', made.name))).equals(before)).toBe(true);
  });

  it('names the backup, and not the file that was opened in its place, when it is damaged', async () => {
    const made = await make();
    const file = at(join('backups', made.name));
    writeFileSync(file, readFileSync(file).subarray(0, 3 * 4096));
    const result = await t.dispatch('backups.lookInto', pick(made));
    expect(result).toMatchObject({ error: { code: 'CORRUPT' } });
    expect(JSON.stringify(result)).toContain(made.name);
    expect(await status()).toMatchObject({ kind: 'own' });
  });
});

describe('a book that is missing', () => {
  const lose = async (): Promise<BookCopy> => {
    const made = await make();
    t.opened.close();
    rmSync(t.path);
    t.reopen();
    return made;
  };

  it('is not taken for a first start while its backups are there, and is restored from one', async () => {
    const made = await lose();
    expect(await status()).toMatchObject({
      state: 'refused',
      refusal: { code: 'NOT_FOUND', facts: { missing: 'file' } },
    });
    expect(existsSync(t.path)).toBe(false);
    const { kept, status: after } = await t.call<Restored>('backups.restore', pick(made));
    expect(kept).toBeNull();
    expect(after).toMatchObject({ state: 'open', counts: { people: 1 } });
  });

  it('is begun anew when that is asked for, and the backups stay', async () => {
    await lose();
    const begun = await t.call<BookStatus>('book.startNew');
    expect(begun).toMatchObject({ state: 'open', me: null, counts: { people: 0 } });
    expect((await list()).copies).toHaveLength(2);
    expect(await t.dispatch('book.startNew')).toMatchObject({ error: { code: 'CONFLICT' } });
  });

  it('does not get the log of the lost one when it is begun anew', async () => {
    const log = readFileSync(`${t.path}-wal`);
    await lose();
    writeFileSync(`${t.path}-wal`, log);
    expect(await t.call<BookStatus>('book.startNew')).toMatchObject({ counts: { people: 0 } });
    const kept = readdirSync(dirname(t.path)).filter((name) => name.endsWith('Z.acquaint-wal'));
    expect(kept).toHaveLength(1);
  });
});

describe('restoring a backup', () => {
  it('keeps the present book beside it, from where it can be restored again', async () => {
    const made = await make();
    await add('Tom Brown');
    const { kept, status: after } = await t.call<Restored>('backups.restore', pick(made));
    expect(after).toMatchObject({ state: 'open', counts: { people: 1 } });
    expect(kept).not.toBeNull();
    const aside = (await list()).copies.find(({ place }) => place === 'aside') ?? missing;
    expect(aside).toMatchObject({ reason: 'before-restore' });
    t.setToday('2026-06-16');
    await t.call('backups.restore', pick(aside));
    expect(await names()).toEqual(['Sam', 'Jane Doe', 'Tom Brown']);
  });

  it('works while the book is refused, and the damaged file is kept byte for byte', async () => {
    const made = await make();
    const damaged = damageBook();
    expect(await status()).toMatchObject({ state: 'refused', refusal: { code: 'CORRUPT' } });
    expect((await list()).copies).toHaveLength(2);
    const { kept, status: after } = await t.call<Restored>('backups.restore', pick(made));
    expect(after).toMatchObject({ state: 'open', me: { name: 'Sam' } });
    expect(readFileSync(kept ?? '').equals(damaged)).toBe(true);
  });

  it('works when not even the first page of the book is known as ours', async () => {
    const made = await make();
    t.opened.close();
    writeFileSync(t.path, 'noise');
    t.reopen();
    expect(await status()).toMatchObject({ refusal: { code: 'NOT_OURS' } });
    const { kept } = await t.call<Restored>('backups.restore', pick(made));
    expect(readFileSync(kept ?? '', 'utf8')).toBe('noise');
  });

  it('leaves the book as it is when the backup is damaged', async () => {
    const made = await make();
    await add('Tom Brown');
    writeFileSync(at(join('backups', made.name)), 'noise');
    expect(await t.dispatch('backups.restore', pick(made))).toMatchObject({ ok: false });
    expect(await names()).toEqual(['Sam', 'Jane Doe', 'Tom Brown']);
  });
});

describe('saving what can be read', () => {
  it('makes a new book of a damaged one, which can then be opened', async () => {
    const damaged = damageBook();
    const { copy, path, tables } = await t.call<Saved>('backups.salvage');
    expect(existsSync(path)).toBe(true);
    expect(tables.length).toBeGreaterThan(20);
    expect(readFileSync(t.path).equals(damaged)).toBe(true);
    expect(copy).toMatchObject({ place: 'aside', reason: 'saved', bytesAre: 'same' });
    await t.call('backups.restore', pick(copy));
    expect(await t.call('book.check')).toMatchObject({ ok: true });
  });

  it('is refused for a book that is sound', async () => {
    expect(await t.dispatch('backups.salvage')).toMatchObject({ error: { code: 'CONFLICT' } });
  });
});

it('what crashes have left half made of copies is deleted when the book is next opened, and nothing else', async () => {
  const { name } = await make();
  const draft = (stem: string): string => at(`${stem}.0b1c2d3e-0000-4000-8000-000000000000.part`);
  const drafts = [draft('.book.acquaint'), draft(`backups/.${name}`)];
  const others = [draft('.book2.acquaint'), draft('book.acquaint'), at('.book.part')];
  for (const file of [...drafts, ...others]) writeFileSync(file, 'half a book');
  t.reopen();
  expect(drafts.filter((file) => existsSync(file))).toEqual([]);
  expect(others.filter((file) => !existsSync(file))).toEqual([]);
});
