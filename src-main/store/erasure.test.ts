import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyBackup } from '../book/backup.ts';
import { openBook } from '../book/open-book.ts';
import { makeTestBook, repositoryMigrations, type TestBook } from '../book/testing/make-book.ts';
import type { contract, OutputOf } from '../contract/index.ts';
import { cards, facebook, linkedin, ties } from '../transfer/testing/made-files.ts';
import { importFile, ofPerson } from '../transfer/testing/import-files.ts';

type Erased = OutputOf<(typeof contract)['erasure']['erase']>;
type Proof = OutputOf<(typeof contract)['erasure']['prove']>;

/** Names that no test text contains by chance: their bytes can be looked for. */
const name = 'Quirina Zabludowska';
const email = 'quirina@zabludowska.example';

let test: TestBook;

beforeEach(async () => {
  test = makeTestBook({ onDisk: true });
  await test.call('book.setMe', { name: 'Ada Me' });
});
afterEach(() => test.close());

const idOf = async (who: string): Promise<number> =>
  (await test.call<{ id: number }>('people.resolve', { name: who })).id;

/** Somebody with something in every corner: accounts, addresses, notes of others, an event, an introduction, a log. */
async function fillBook(): Promise<number> {
  await importFile(
    test,
    linkedin(
      `Quirina,Zabludowska,https://www.linkedin.com/in/quirina-z,${email},Acme Print,Designer,08 Feb 2026`,
      'Tom,Brown,https://www.linkedin.com/in/tom,,Acme Print,Printer,09 Feb 2026',
    ),
  );
  await importFile(test, facebook('Lena Lamb'), ofPerson('Ben Partner'));
  const id = await idOf(name);
  const tom = await idOf('Tom Brown');
  await test.call('people.update', { id, note: 'Likes hedgehogs' });
  await test.call('people.update', {
    id: tom,
    note: `Married to ${name}, met ${name.toUpperCase()}.`,
  });
  await test.call('people.tag', { ids: [id], tag: 'brand' });
  return id;
}

const bytesOf = (path: string): string => readFileSync(path, 'latin1');

/** Every file that the program keeps of the book. */
function allFiles(): string[] {
  const folder = dirname(test.path);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('erasing for good', () => {
  it('deletes what crashes have left half made of the book and its copies, and names each copy with its folder', async () => {
    const id = await fillBook();
    const half = '00000000-0000-4000-8000-000000000000.part';
    const { folder } = await test.call<{ folder: string }>('backups.list');
    const drafts = [
      join(dirname(test.path), `.${basename(test.path)}.${half}`),
      join(folder, `.book-2026-01-01T00-00-00-000Z-daily.acquaint.${half}`),
    ];
    for (const draft of drafts) writeFileSync(draft, `the half of a book, with ${name} in it`);
    const { proof } = await test.call<Erased>('erasure.erase', { ids: [id], prove: true });
    expect(drafts.filter((draft) => existsSync(draft))).toEqual([]);
    expect(allFiles().filter((file) => bytesOf(file).includes('Zabludowska'))).toEqual([]);
    const bytes = proof?.places.filter(({ kind }) => kind === 'bytes').map(({ place }) => place);
    expect(bytes).toContain(`bytes of ${basename(test.path)}`);
    expect(bytes).toContainEqual(expect.stringMatching(/^bytes of backups[\\/]book-/));
    expect(new Set(bytes).size).toBe(bytes?.length);
  });

  it('leaves neither a row nor a byte in the book and its backups', async () => {
    const id = await fillBook();
    // a backup that holds her, and one that a restore put aside
    await importFile(test, ties('Ada Me,Tom Two,LinkedIn,0.5,,'));
    expect(allFiles().filter((file) => bytesOf(file).includes(email)).length).toBeGreaterThan(1);

    const answer = await test.call<Erased>('erasure.erase', { ids: [id], prove: true });

    expect(answer.erased.map((person) => person.name)).toEqual([name]);
    expect(answer.proof?.isClean).toBe(true);
    expect(answer.backups.cleaned).toBeGreaterThan(0);
    for (const file of allFiles()) {
      for (const text of [name, email, 'quirina-z', 'hedgehogs', 'Zabludowska', 'zabludowska']) {
        expect({ file, text, found: bytesOf(file).includes(text) }).toEqual({
          file,
          text,
          found: false,
        });
      }
    }
    expect(await test.call('book.check')).toMatchObject({ ok: true });
    expect(await test.dispatch('book.undo')).toMatchObject({ ok: false });
  });

  it('replaces mentions in the texts of others and keeps the rest of them', async () => {
    const id = await fillBook();
    const { redactions } = await test.call<Erased>('erasure.erase', { ids: [id] });
    expect(redactions).toBeGreaterThan(0);
    expect(
      test.book.value("SELECT note FROM person WHERE note <> '' AND display_name = 'Tom Brown'"),
    ).toBe('Married to [erased], met [erased].');
    expect(await test.call('search.find', { text: 'zabludowska' })).toMatchObject({ people: [] });
    expect(
      await test.call<{ people: unknown[] }>('search.find', { text: 'married' }),
    ).toMatchObject({ people: [{ name: 'Tom Brown' }] });
  });

  it('cleans backups so that each is still a whole book with everybody else', async () => {
    const id = await fillBook();
    await importFile(test, ties('Ada Me,Tom Two,LinkedIn,0.5,,'));
    await test.call('erasure.erase', { ids: [id] });
    const backups = allFiles().filter((file) => /backups.*\.acquaint$/.test(file));
    expect(backups.length).toBeGreaterThan(0);
    for (const path of backups) {
      verifyBackup(path);
      const copy = openBook({
        path,
        migrations: repositoryMigrations(),
        clock: { now: '2026-06-16T00:00:00.000Z', today: '2026-06-16' },
      });
      const names = copy.reader.column<string>('SELECT display_name FROM person');
      copy.close();
      expect(names).toContain('Ada Me');
      expect(names).not.toContain(name);
    }
  });

  it.each([
    [
      'the same list',
      linkedin(`Quirina,Zabludowska,https://www.linkedin.com/in/quirina-z,,,,08 Feb 2026`),
    ],
    ['a list that has only the address', linkedin(`Q,Z,,${email},,,08 Feb 2026`)],
    ['a list of names', facebook(name)],
    ['a card', cards(`FN:Quirina Z\nEMAIL:${email}`)],
    ['ties', ties(`Ada Me,${name},LinkedIn,0.5,,`)],
  ])('keeps her from coming back with %s, and says so', async (_, file) => {
    const id = await fillBook();
    await test.call('erasure.erase', { ids: [id] });
    const before = test.book.column<string>('SELECT display_name FROM person ORDER BY id');
    const report = await importFile(test, file);
    expect(report.people.created).toBe(0);
    expect(report.leftOut).toEqual([
      { line: expect.any(Number), reason: expect.stringContaining('erased for good') },
    ]);
    expect(test.book.column<string>('SELECT display_name FROM person ORDER BY id')).toEqual(before);
    const proof = await test.call<Proof>('erasure.prove', { texts: [name, email] });
    expect(proof).toMatchObject({ isOnErasedList: true, proof: { isClean: true } });
  });

  it('does not keep out a namesake who is added by hand and stands in a list afterwards', async () => {
    const id = await fillBook();
    await test.call('erasure.erase', { ids: [id] });
    await test.call('people.create', { name });
    const report = await importFile(test, ties(`Ada Me,${name},LinkedIn,0.5,,`));
    expect(report.leftOut).toEqual([]);
  });

  it('leaves a name that somebody else bears, and says so', async () => {
    const id = await fillBook();
    await test.call('people.create', { name });
    const { proof, shared } = await test.call<Erased>('erasure.erase', { ids: [id] });
    expect(shared).toEqual([name]);
    expect(proof?.isClean).toBe(true);
    expect(await idOf(name)).not.toBe(id);
  });

  it('refuses to erase me, and somebody who is not there, without changing anything', async () => {
    await fillBook();
    const before = test.book.value<number>('SELECT count(*) FROM person');
    const me = await idOf('Ada Me');
    expect(await test.dispatch('erasure.erase', { ids: [me] })).toMatchObject({
      error: { code: 'CONFLICT' },
    });
    expect(await test.dispatch('erasure.erase', { ids: [999_999] })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    expect(test.book.value('SELECT count(*) FROM person')).toBe(before);
  });

  it('goes on at the next start when it was cut short before the backups', async () => {
    const id = await fillBook();
    await importFile(test, ties('Ada Me,Tom Two,LinkedIn,0.5,,'));
    const backups = join(dirname(test.path), 'backups');
    const away = join(dirname(test.path), 'away');
    renameSync(backups, away);
    await test.call('erasure.erase', { ids: [id] });
    // as if the process had ended between the rows and the backups
    renameSync(away, backups);
    test.book.run("INSERT INTO setting (name, value) VALUES ('erasure_unfinished', '')");
    expect(allFiles().some((file) => bytesOf(file).includes(email))).toBe(true);
    test.reopen();
    expect(allFiles().some((file) => bytesOf(file).includes(email))).toBe(false);
  });

  it('names a backup that could not be written anew, and goes on with it at the next start', async () => {
    const id = await fillBook();
    await test.call('backups.make');
    const backups = join(dirname(test.path), 'backups');
    const [copy = ''] = readdirSync(backups).filter((file) => file.endsWith('.acquaint'));
    const away = join(dirname(test.path), 'away');
    renameSync(join(backups, copy), away);
    // a folder in its place cannot be copied, as nothing can on a full disk
    mkdirSync(join(backups, copy));
    const { backups: outcome } = await test.call<Erased>('erasure.erase', {
      ids: [id],
      prove: false,
    });
    expect(outcome.left).toEqual([copy]);
    rmSync(join(backups, copy), { recursive: true });
    renameSync(away, join(backups, copy));
    expect(bytesOf(join(backups, copy)).includes(email)).toBe(true);
    test.reopen();
    expect(bytesOf(join(backups, copy)).includes(email)).toBe(false);
    expect(
      test.book.value("SELECT 1 FROM setting WHERE name = 'erasure_unfinished'"),
    ).toBeUndefined();
    // of the drafts that the copies are cleaned in, nothing stays either
    expect(readdirSync(backups).filter((file) => file.startsWith('.'))).toEqual([]);
  });

  it('names a backup that it cannot open', async () => {
    const id = await fillBook();
    const backups = join(dirname(test.path), 'backups');
    mkdirSync(backups, { recursive: true });
    const broken = 'book-2026-06-01T10-00-00-000Z-daily.acquaint';
    writeFileSync(join(backups, broken), `not a book, but ${name}`);
    const { backups: outcome, proof } = await test.call<Erased>('erasure.erase', { ids: [id] });
    expect(outcome.unreadable).toEqual([broken]);
    expect(proof?.isClean).toBe(false);
    expect(proof?.places.find(({ found }) => found > 0)?.place).toBe(
      `bytes of ${join('backups', broken)}`,
    );
  });
});

describe('who might be forgotten', () => {
  it('names people who came by an import long ago and whom nothing has happened with since', async () => {
    test.setToday('2020-03-01');
    await importFile(
      test,
      linkedin(
        'Old,Stranger,https://www.linkedin.com/in/old,,,,08 Feb 2019',
        'Old,Friend,https://www.linkedin.com/in/friend,,,,08 Feb 2019',
      ),
    );
    await test.call('people.update', { id: await idOf('Old Friend'), note: 'Plays the tuba' });
    test.setToday('2026-06-15');
    await importFile(test, linkedin('New,Face,https://www.linkedin.com/in/new,,,,08 Feb 2026'));
    expect(await test.call('erasure.overview', { years: 5 })).toMatchObject({
      erasedMarks: 0,
      lastErasedOn: null,
      forgotten: [{ name: 'Old Stranger', importedOn: '2020-03-01' }],
      forgottenTotal: 1,
    });
  });
});
