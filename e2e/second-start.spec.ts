import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readlinkSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type App, expect, test, worldFile } from './app-fixture.ts';
import { writeBook } from './written-books.ts';

interface Start {
  readonly file: string;
  readonly args: readonly string[];
}

/** How the running program was started, without what lets Playwright steer it. */
function startOf(app: App): Start {
  const { spawnargs, spawnfile } = app.electron.process();
  const args = spawnargs
    .slice(1)
    .filter((argument) => !/^(?:-r|.*loader\.js|--inspect.*|--remote-debugging.*)$/.test(argument));
  return { file: spawnfile, args };
}

/** Starts the program once more with files, as the first was started, and waits until it has left by itself. */
async function startAgain({ args, file }: Start, files: readonly string[]): Promise<number | null> {
  const second = spawn(file, [...args, ...files], { stdio: 'ignore' });
  const [exitCode] = (await once(second, 'exit')) as [number | null];
  return exitCode;
}

/** Names the process that has the lock of a data folder; null while there is none. Chromium keeps it as a link. */
function readLock(app: App): string | null {
  try {
    return readlinkSync(path.join(app.folder, 'SingletonLock'));
  } catch {
    return null;
  }
}

const staged = (app: App) =>
  app.window.getByRole('list', { name: /^\d+ files?$/ }).getByRole('listitem');

test('five more starts hand over what they were given, and leave', async ({ app }) => {
  await app.startOwnBook('Sam Carter');

  await test.step('nothing: the first goes on', async () => {
    expect(await startAgain(startOf(app), [])).toBe(0);
    await expect(app.window.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
  });

  await test.step('a file: it waits on the import page, and nothing is written yet', async () => {
    expect(await startAgain(startOf(app), [worldFile('me/linkedin/Connections.csv')])).toBe(0);
    await expect(
      app.window.getByRole('heading', { level: 1, name: 'Import & export' }),
    ).toBeVisible();
    await expect(staged(app)).toContainText(['Connections.csv']);
    expect(await app.call('book.status', {})).toMatchObject({ counts: { people: 0 } });
  });

  await test.step('two files, one of which is not there', async () => {
    const files = [worldFile('me/google/contacts.csv'), path.join(app.folder, 'nowhere.csv')];
    expect(await startAgain(startOf(app), files)).toBe(0);
    await expect(staged(app)).toContainText(['contacts.csv']);
    await expect(staged(app)).toHaveCount(1);
  });

  await test.step('a file while a plan is looked at: it waits until that is done', async () => {
    await app.window.getByRole('button', { name: 'See what it would do' }).click();
    const apply = app.window.getByRole('button', { name: /^Import/ });
    await expect(apply).toBeVisible();
    expect(await startAgain(startOf(app), [worldFile('me/phone/contacts.vcf')])).toBe(0);
    await expect(apply).toBeVisible();
    await app.window.getByRole('button', { name: 'Cancel' }).click();
    await expect(staged(app)).toContainText(['contacts.vcf']);
  });

  await test.step('a book: it is opened in the place of the first, which is closed tidily', async () => {
    const other = path.join(app.folder, 'other.acquaint');
    writeBook(
      other,
      `INSERT INTO person (is_me, display_name, folded_name, created_at)
        VALUES (1, 'Sam Carter', 'sam carter', '2026-01-01')`,
    );
    await app.call('people.create', { name: 'Only In The First' });
    const opened = app.electron.waitForEvent('window');
    expect(await startAgain(startOf(app), [other])).toBe(0);
    const window = await opened;
    await expect(window.getByRole('main')).toBeVisible();
    await expect.poll(() => existsSync(path.join(app.folder, 'book.acquaint.seal'))).toBe(true);
    const status = await window.evaluate(() =>
      (
        globalThis as unknown as { acquaint: { invoke(p: string, i: object): Promise<unknown> } }
      ).acquaint.invoke('book.status', {}),
    );
    expect(status).toMatchObject({ ok: true, value: { path: other, counts: { people: 0 } } });
  });
});

test('a start that comes while the program is quitting is not lost: it comes back with what was given', async ({
  app,
}) => {
  const book = path.join(app.folder, 'book.acquaint');
  const earlier = path.join(app.folder, 'earlier.csv');
  copyFileSync(worldFile('me/linkedin/Connections.csv'), earlier);
  await app.startOwnBook('Sam Carter');
  await app.stop();
  await app.start([earlier]);
  await expect(staged(app)).toContainText(['earlier.csv']);
  // the other start is given another file alone
  const { args, file } = startOf(app);
  const start = { file, args: args.filter((word) => word !== earlier) };
  const given = worldFile('me/phone/contacts.vcf');

  // its window is closed and its store is closing, as a slow disk would make it; what it does then is written down
  await app.electron.evaluate(({ app: program, BrowserWindow }) => {
    const kept = globalThis as unknown as { mayQuit: boolean; cameBack: unknown[] };
    kept.mayQuit = false;
    kept.cameBack = [];
    program.relaunch = (options) => {
      kept.cameBack.push(options?.args);
    };
    program.on('will-quit', (event) => {
      if (!kept.mayQuit) event.preventDefault();
    });
    for (const window of BrowserWindow.getAllWindows()) window.destroy();
  });
  expect(await startAgain(start, [given])).toBe(0);
  const words = await app.electron.evaluate(
    () => (globalThis as unknown as { cameBack: string[][] }).cameBack,
  );
  expect(words).toHaveLength(1);
  const isFile = (word: string): boolean =>
    statSync(word, { throwIfNoEntry: false })?.isFile() ?? false;
  expect(words[0]?.filter(isFile)).toEqual([book, given]);

  const ended = app.electron.waitForEvent('close');
  await app.electron.evaluate(({ app: program }) => {
    (globalThis as unknown as { mayQuit: boolean }).mayQuit = true;
    program.quit();
  });
  await ended;
  app.forget();
  await app.start([book, given]);
  await expect(staged(app)).toContainText(['contacts.vcf']);
  await expect(staged(app)).toHaveCount(1);
});

test('the first start takes files, too, once it knows whose book it is', async ({ app }) => {
  const file = path.join(app.folder, 'guests.csv');
  copyFileSync(worldFile('me/linkedin/Connections.csv'), file);
  writeFileSync(path.join(app.folder, 'notes.txt'), 'Jane Doe\n');
  await app.stop();
  await app.start([file]);
  await app.window.getByLabel('Your name').fill('Sam Carter');
  await app.window.getByRole('button', { name: 'Start my book' }).click();
  await expect(staged(app)).toContainText(['guests.csv']);
});

test('a file that is given before the first start is ready waits until it is', async ({ app }) => {
  await app.startOwnBook('Sam Carter');
  const start = startOf(app);
  await app.stop();
  const before = readLock(app);
  const started = app.start();
  await expect.poll(() => [null, before].includes(readLock(app))).toBe(false);
  // the first has its lock and is on its way; the second leaves as soon as it has told what it was given
  expect(await startAgain(start, [worldFile('me/linkedin/Connections.csv')])).toBe(0);
  await started;
  await expect(staged(app)).toContainText(['Connections.csv']);
});
