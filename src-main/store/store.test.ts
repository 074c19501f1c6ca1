import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestBook, repositoryMigrations, type TestBook } from '../book/testing/make-book.ts';
import { openBook } from '../book/open-book.ts';
import { readDataTables } from '../book/schema.ts';
import type { BookStatus } from '../contract/book.ts';
import type { PersonRef } from '../contract/common.ts';
import { topicsOfTable } from './changed-topics.ts';
import { Store } from './store.ts';

let t: TestBook;
const status = (): Promise<BookStatus> => t.call<BookStatus>('book.status');
const setMe = async (name: string): Promise<PersonRef> =>
  (await t.call<{ me: PersonRef }>('book.setMe', { name })).me;
const sampleFolders = (): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`acquaint-sample-${process.pid}-`));

beforeEach(() => {
  t = makeTestBook({ onDisk: true });
});
afterEach(() => t.close());

describe('who I am', () => {
  it('makes a new person, or marks the one of exactly that name', async () => {
    const created = await t.call<{ person: PersonRef }>('people.create', {
      name: 'Zoë Müller',
      isMyContact: false,
    });
    expect((await setMe('Zoë Müller')).id).toBe(created.person.id);
    expect((await setMe('zoe muller')).id).not.toBe(created.person.id);
    expect(t.book.value('SELECT count(*) FROM person WHERE is_me = 1')).toBe(1);
  });

  it('asks which one when several bear the name', async () => {
    await t.call('people.create', { name: 'Tom Brown', isMyContact: false });
    await t.call('people.create', { name: 'Tom Brown', isMyContact: false });
    const result = await t.dispatch('book.setMe', { name: 'Tom Brown' });
    expect(result).toMatchObject({ ok: false, error: { code: 'AMBIGUOUS_NAME' } });
    expect(await setMe('#2')).toMatchObject({ id: 2, name: 'Tom Brown' });
  });

  it('gives the placeholder of an early import my name', async () => {
    await t.call('people.create', { name: 'Jane Doe' });
    const placeholder = (await status()).me;
    expect(placeholder?.name).toBe('Me');
    expect(await setMe('Sam')).toMatchObject({ id: placeholder?.id, name: 'Sam' });
  });

  it('joins the placeholder with the person of my name, ties and all', async () => {
    await t.call('people.create', { name: 'Jane Doe' });
    const { id } = (
      await t.call<{ person: PersonRef }>('people.create', { name: 'Sam', isMyContact: false })
    ).person;
    expect((await setMe('Sam')).id).toBe(id);
    expect((await status()).counts).toMatchObject({ people: 1, ties: 1 });
    expect(t.book.column('SELECT name FROM person_name')).toEqual([]);
    await t.call('book.undo');
    expect((await status()).me?.name).toBe('Me');
  });

  it('is where chains begin from then on', async () => {
    const sam = await setMe('Sam');
    await t.call('people.create', { name: 'Jane Doe' });
    const jane = await setMe('Jane Doe');
    const { paths } = await t.call<{ paths: { people: PersonRef[] }[] }>('chains.find', {
      to: sam.id,
    });
    expect(paths.map(({ people }) => people.map(({ id }) => id))).toEqual([[jane.id, sam.id]]);
  });
});

describe('the state of the book', () => {
  it('names what can be undone and redone, also after a restart', async () => {
    await setMe('Sam');
    await t.call('people.create', { name: 'Jane Doe' });
    await t.call('book.undo');
    t.reopen();
    expect(await status()).toMatchObject({ undo: 'Say that I am Sam' });
    expect((await status()).redo).not.toBeNull();
    await t.call('book.redo');
    expect((await status()).counts.people).toBe(1);
  });

  it('is a refusal with its sentence when the file is not ours; every other call gets the same', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'acquaint-refused-'));
    const path = join(folder, 'notes.txt');
    writeFileSync(path, 'Dear diary');
    const store = new Store({ path, migrations: repositoryMigrations(), backupFolder: null });
    expect(await store.dispatch('book.status', {})).toMatchObject({
      ok: true,
      value: { state: 'refused', refusal: { code: 'NOT_OURS' }, me: null },
    });
    expect(await store.dispatch('people.list', {})).toMatchObject({ error: { code: 'NOT_OURS' } });
    expect(await store.dispatch('book.undo', {})).toMatchObject({ error: { code: 'NOT_OURS' } });
    store.close();
    expect(readdirSync(folder)).toEqual(['notes.txt']);
    rmSync(folder, { recursive: true });
  });

  it('opens when asked again, once what stood in the way is gone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'acquaint-refused-'));
    const path = join(folder, 'book.acquaint');
    writeFileSync(path, 'Dear diary');
    const told: unknown[] = [];
    const store = new Store({
      path,
      migrations: repositoryMigrations(),
      backupFolder: null,
      onChanged: (topics) => told.push(topics),
    });
    const again = () => store.dispatch('book.openAgain', {});
    expect(await again()).toMatchObject({ value: { state: 'refused' } });
    expect(told).toEqual([]);
    rmSync(path);
    expect(await again()).toMatchObject({ value: { state: 'open', refusal: null } });
    expect(told).toHaveLength(1);
    expect(await again()).toMatchObject({ value: { state: 'open' } });
    expect(told).toHaveLength(1);
    store.close();
    rmSync(folder, { recursive: true });
  });

  it('checks out, and says in words what does not', async () => {
    await t.call('people.create', { name: 'Jane Doe' });
    expect(await t.call('book.check')).toMatchObject({ ok: true, problems: [] });
    t.book.run('DELETE FROM evidence');
    t.book.run("UPDATE person SET folded_name = 'x' WHERE display_name = 'Jane Doe'");
    t.book.run("INSERT INTO person (created_at) VALUES ('2026-06-15')");
    const { problems } = await t.call<{ problems: string[] }>('book.check');
    expect(problems).toEqual([
      '1 ties have neither evidence nor a strength.',
      '1 people are missing from the search index.',
      '1 names are not found by a search, since their folded form is wrong.',
    ]);
  });
});

describe('the sample book', () => {
  it('opens beside the own book and closes without a trace', async () => {
    await setMe('Sam');
    const sample = await t.call<BookStatus>('book.openSample');
    expect(sample).toMatchObject({ kind: 'sample', state: 'open', undo: null });
    expect(sample.counts.people).toBeGreaterThan(50);
    expect(await t.call('book.check')).toMatchObject({ ok: true });
    await t.call('people.create', { name: 'Somebody New' });
    expect(sampleFolders()).toHaveLength(1);
    const own = await t.call<BookStatus>('book.closeSample');
    expect(own).toMatchObject({ kind: 'own', me: { name: 'Sam' }, undo: 'Say that I am Sam' });
    expect(own.counts.people).toBe(0);
    expect(sampleFolders()).toEqual([]);
  });

  it('leaves nothing when the program ends while it is open', async () => {
    await t.call('book.openSample');
    t.reopen();
    expect(sampleFolders()).toEqual([]);
    expect((await status()).kind).toBe('own');
  });

  it('is cleared away at the next start after a crash, unless its process still runs', () => {
    // no process has this number: it is beyond what any system gives out
    const dead = join(tmpdir(), 'acquaint-sample-99999999-crashed');
    const alive = join(tmpdir(), `acquaint-sample-${process.ppid}-running`);
    for (const folder of [dead, alive]) mkdirSync(folder, { recursive: true });
    t.reopen();
    expect([existsSync(dead), existsSync(alive)]).toEqual([false, true]);
    rmSync(alive, { recursive: true });
  });
});

describe('automatic backups', () => {
  const folder = (): string => join(t.path, '..', 'backups');
  const backups = (): string[] =>
    existsSync(folder()) ? readdirSync(folder()).filter((name) => name.endsWith('.acquaint')) : [];

  it('are made before the first command of a day, once there is something to lose', async () => {
    await setMe('Sam');
    expect(backups()).toEqual([]);
    await t.call('people.create', { name: 'Jane Doe' });
    await t.call('people.create', { name: 'Tom Brown' });
    expect(backups()).toHaveLength(1);
    t.reopen();
    await t.call('people.create', { name: 'Zoë' });
    expect(backups()).toHaveLength(1);
    t.setToday('2026-06-16');
    await t.call('people.create', { name: 'Anna' });
    expect(backups()).toHaveLength(2);
  });

  it('are made before each import, of the book as it was, also on a day that has one', async () => {
    await setMe('Sam');
    await t.call('people.create', { name: 'Jane Doe' });
    const list = 'First Name,Last Name,Email\nOswin,Trelawney,oswin@acme.example\n';
    const files = [{ name: 'guests.csv', bytes: new TextEncoder().encode(list) }];
    for (const _ of ['once', 'again']) {
      const { planId } = await t.call<{ planId: string }>('transfer.plan', { files });
      await t.call('transfer.apply', { planId });
    }
    const made = backups().filter((name) => name.endsWith('-import.acquaint'));
    expect(made).toHaveLength(2);
    const people = made.map((name) => {
      const path = join(folder(), name);
      const copy = openBook({ path, migrations: repositoryMigrations(), clock: t.context().clock });
      const count = copy.reader.value('SELECT count(*) FROM person');
      copy.close();
      return count;
    });
    expect(people).toEqual([2, 3]);
  });

  it('do not keep anybody from working when their folder cannot be had', async () => {
    await t.call('people.create', { name: 'Jane Doe' });
    writeFileSync(join(t.path, '..', 'backups'), 'a file in the place of the folder');
    expect(await t.dispatch('people.create', { name: 'Tom Brown' })).toMatchObject({ ok: true });
  });
});

describe('the topics of a change', () => {
  it('are known for every table', () => {
    const tables = readDataTables(t.book).map(({ name }) => name);
    expect([...topicsOfTable.keys()].toSorted()).toEqual(tables);
  });
});
