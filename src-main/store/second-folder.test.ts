import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, type TestBook } from '../book/testing/make-book.ts';
import type { BookCopy } from '../contract/backups.ts';
import type { contract, OutputOf } from '../contract/index.ts';

type List = OutputOf<(typeof contract)['backups']['list']>;

let t: TestBook;
const at = (name: string): string => join(dirname(t.path), name);
const list = (): Promise<List> => t.call<List>('backups.list');
const add = (name: string) => t.call<{ person: { id: number } }>('people.create', { name });
const make = (): Promise<BookCopy> => t.call<BookCopy>('backups.make');
const pick = ({ name, place }: Pick<BookCopy, 'name' | 'place'>) => ({ name, place });
const missing = { place: 'second', name: 'not listed' } as const;

beforeEach(async () => {
  t = makeTestBook({ onDisk: true });
  await t.call('book.setMe', { name: 'Sam' });
  await add('Jane Doe');
});
afterEach(() => t.close());

describe('a second folder', () => {
  const inSecond = (): string[] =>
    readdirSync(at('disk'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.acquaint'),
    );

  it('is given each backup, the newest at once, and nothing while its disk is away', async () => {
    await make();
    mkdirSync(at('disk'));
    await t.call('backups.setSecondFolder', { folder: at('disk') });
    expect(inSecond()).toHaveLength(1);
    await make();
    expect(inSecond()).toHaveLength(2);
    renameSync(at('disk'), at('unplugged'));
    await make();
    expect(existsSync(at('disk'))).toBe(false);
    const gone = { folder: at('disk'), isThere: false, newest: null, problem: null };
    expect((await list()).second).toEqual(gone);
    // the place where the disk is put in stays on many systems: what is there without the disk is not it
    mkdirSync(at('disk'));
    await make();
    expect(readdirSync(at('disk'))).toEqual([]);
    expect((await list()).second).toEqual(gone);
    rmSync(at('disk'), { recursive: true });
    renameSync(at('unplugged'), at('disk'));
    const { copies, second } = await list();
    expect(second?.isThere).toBe(true);
    const copy = copies.find(({ place }) => place === 'second') ?? missing;
    expect(copy).toMatchObject({ bytesAre: 'same' });
    expect(await t.call('backups.verify', pick(copy))).toMatchObject({ isWhole: true });
    await t.call('backups.setSecondFolder', { folder: null });
    expect((await list()).second).toBeNull();
    expect(inSecond().length).toBeGreaterThan(1);
  });

  it('catches up when its disk is back: by looking at the list, or by opening the book', async () => {
    mkdirSync(at('disk'));
    await make();
    await t.call('backups.setSecondFolder', { folder: at('disk') });
    const [known] = inSecond();
    for (const comeBack of [list, async () => t.reopen()]) {
      renameSync(at('disk'), at('unplugged'));
      t.setToday(comeBack === list ? '2026-06-16' : '2026-06-17');
      const { name } = await make();
      renameSync(at('unplugged'), at('disk'));
      expect(inSecond().some((file) => file.endsWith(name))).toBe(false);
      await comeBack();
      expect(inSecond().some((file) => file.endsWith(name))).toBe(true);
    }
    expect(inSecond()).toContain(known);
  });

  it('tells when a backup could not be copied there, until one can be', async () => {
    await make();
    mkdirSync(at('disk'));
    await t.call('backups.setSecondFolder', { folder: at('disk') });
    const [inner = ''] = readdirSync(at('disk'));
    rmSync(at(`disk/${inner}`), { recursive: true });
    // something of that name, but nothing that could take a file
    writeFileSync(at(`disk/${inner}`), '');
    await make();
    expect((await list()).second).toMatchObject({ isThere: true, problem: expect.any(String) });
    rmSync(at(`disk/${inner}`));
    mkdirSync(at(`disk/${inner}`));
    await make();
    expect((await list()).second).toMatchObject({ problem: null, newest: expect.any(String) });
  });

  it('that cannot be used does not take the place of the one before', async () => {
    await make();
    for (const name of ['first', 'second']) mkdirSync(at(name));
    await t.call('backups.setSecondFolder', { folder: at('first') });
    writeFileSync(at('file'), 'no folder');
    expect((await t.dispatch('backups.setSecondFolder', { folder: at('file') })).ok).toBe(false);
    expect((await list()).second).toMatchObject({ folder: at('first'), isThere: true });
    // chosen once more, it goes on with the copies that are there
    await t.call('backups.setSecondFolder', { folder: at('first') });
    expect(readdirSync(at('first'))).toHaveLength(1);
  });

  it('that is given up while erased people are left there is named', async () => {
    const { person } = await add('Quirina Zabludowska');
    mkdirSync(at('disk'));
    await t.call('backups.setSecondFolder', { folder: at('disk') });
    renameSync(at('disk'), at('unplugged'));
    await t.call('erasure.erase', { ids: [person.id] });
    expect(await t.call('backups.setSecondFolder', { folder: null })).toEqual({
      unerased: at('disk'),
    });
    expect(await t.call('backups.setSecondFolder', { folder: null })).toEqual({ unerased: null });
  });

  it('is refused when it cannot be written', async () => {
    await make();
    writeFileSync(at('file'), 'no folder');
    const result = await t.dispatch('backups.setSecondFolder', { folder: at('file') });
    expect(result.ok).toBe(false);
    expect((await list()).second).toBeNull();
  });

  it('has erased people erased too, once it can be reached again', async () => {
    const { person } = await add('Quirina Zabludowska');
    mkdirSync(at('disk'));
    await t.call('backups.setSecondFolder', { folder: at('disk') });
    await make();
    const holdsHer = (): boolean =>
      inSecond().some((name) => readFileSync(at(join('disk', name))).includes('Zabludowska'));
    expect(holdsHer()).toBe(true);
    renameSync(at('disk'), at('unplugged'));
    expect(await t.call('erasure.erase', { ids: [person.id] })).toMatchObject({
      backups: { waiting: at('disk') },
    });
    renameSync(at('unplugged'), at('disk'));
    expect(holdsHer()).toBe(true);
    t.reopen();
    expect(holdsHer()).toBe(false);
    rmSync(at('disk'), { recursive: true });
  });
});
