import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { makeSmallDisk } from '../torture/small-disk.ts';
import { App, expect, type Scheme, test } from './app-fixture.ts';
import { takeIfWanted } from './pictures.ts';

/*
 * Every refusal of a book has a screen of its own: what happened, to which file, what can be done. Pictures of them go
 * where those of the pages go.
 */

/** A book with one person and a backup, closed. */
async function makeBook(app: App): Promise<string> {
  await app.startOwnBook('Sam Carter');
  await app.call('people.create', { name: 'Jane Doe' });
  await app.call('backups.make', {});
  await app.stop();
  return path.join(app.folder, 'book.acquaint');
}

interface Screen {
  readonly title: string;
  /** What is said on it: of this very case. */
  readonly says: readonly (string | RegExp)[];
  /** Its buttons, the first of them first. */
  readonly offers: readonly string[];
}

async function expectScreen(
  app: App,
  name: string,
  { offers, says, title }: Screen,
): Promise<void> {
  const { window } = app;
  await expect(window.getByRole('heading', { level: 1 })).toHaveText(title);
  for (const words of says) await expect(window.getByRole('main')).toContainText(words);
  for (const [index, offer] of offers.entries()) {
    await expect(window.getByRole('button').nth(index)).toHaveText(offer);
  }
  await expect(window.getByRole('button', { name: /delete/i })).toHaveCount(0);
  for (const scheme of ['light', 'dark'] satisfies Scheme[]) {
    await app.useScheme(scheme);
    expect(await app.findAccessibilityFaults()).toEqual([]);
  }
  await takeIfWanted(app, `refusals/${name}`);
}

/** Of the same length as what takes its place. */
const ownRelease = '0.1.0';
/** A book as the version 16 of its format was released. */
const released = fileURLToPath(
  new URL('../torture/fixtures/released/version-16.acquaint.gz', import.meta.url),
);
const sample = 'Look around in the sample book';

test('a newer version: which release made it so and what this program knows, and how to update', async ({
  app,
}) => {
  const file = await makeBook(app);
  const bytes = readFileSync(file);
  bytes.writeInt32BE(900, 60);
  // in its ledger, as if a later release had brought it there
  for (let at = bytes.indexOf(ownRelease); at >= 0; at = bytes.indexOf(ownRelease, at + 1)) {
    bytes.write('9.9.9', at, 'latin1');
  }
  writeFileSync(file, bytes);
  await app.start();
  await expectScreen(app, 'newer', {
    title: 'The book was written by a newer Acquaint',
    says: [
      'Acquaint 9.9.9 gave it format 900',
      /this one is \d\S+ and knows formats up to \d+\./,
      'get Acquaint 9.9.9, or a later one, from where you got this one',
      file,
    ],
    offers: ['Choose another book…', 'Try again', 'Show the file in its folder', sample],
  });
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test('another program’s file: choose the book, restore, or save what can be read', async ({
  app,
}) => {
  const file = await makeBook(app);
  writeFileSync(file, 'Dear diary,\n');
  await app.start();
  await expectScreen(app, 'not-ours', {
    title: 'This file is not an Acquaint book',
    says: ['move or rename it', file],
    offers: ['Choose another book…', 'Try again', 'Show the file in its folder', sample],
  });
  expect(readFileSync(file, 'utf8')).toBe('Dear diary,\n');

  await test.step('another book is chosen and opened in the place of this one', async () => {
    const other = path.join(app.folder, 'other.acquaint');
    renameSync(newestBackup(app), other);
    await app.electron.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, other);
    const opened = app.electron.waitForEvent('window');
    await app.window.getByRole('button', { name: 'Choose another book…' }).click();
    const window = await opened;
    await expect(window.getByRole('link', { name: /Sam Carter/ }).first()).toBeVisible();
  });
});

function newestBackup(app: App): string {
  const folder = path.join(app.folder, 'book-backups');
  const names = readdirSync(folder).filter((name) => name.endsWith('-asked.acquaint'));
  return path.join(folder, names.at(-1) ?? '');
}

test('a book that is gone while its backups are there: no empty book in its place', async ({
  app,
}) => {
  const file = await makeBook(app);
  const away = path.join(app.folder, 'moved-away');
  renameSync(file, away);
  await app.start();
  const { window } = app;
  await expectScreen(app, 'missing', {
    title: 'The book is not where it was',
    says: ['Look in the bin', 'restore the newest backup', file],
    offers: ['Try again', 'Choose another book…', 'Begin a new book', sample],
  });
  await test.step('put back, it opens', async () => {
    renameSync(away, file);
    await window.getByRole('button', { name: 'Try again' }).click();
    await app.goTo('People');
    await expect(window.getByRole('grid')).toContainText('Jane Doe');
  });
  await test.step('lost again, two clicks bring the newest backup back', async () => {
    await app.stop();
    rmSync(file);
    await app.start();
    const restore = app.window.getByRole('button', { name: /^Restore this one/ });
    await restore.first().click();
    await takeIfWanted(app, 'refusals/restore');
    await app.window.getByRole('dialog').getByRole('button', { name: 'Restore it' }).click();
    await app.goTo('People');
    await expect(app.window.getByRole('grid')).toContainText('Jane Doe');
  });
});

test('a new book is begun in the place of one that is gone, and the backups stay', async ({
  app,
}) => {
  const file = await makeBook(app);
  rmSync(file);
  await app.start();
  await app.window.getByRole('button', { name: 'Begin a new book' }).click();
  await app.startOwnBook('Robin Me');
  await app.goTo('Settings');
  await expect(app.window.getByRole('row', { name: /You asked for it/ })).toBeVisible();
});

test('a folder that is not there: connect the disk, or choose the book at its new place', async () => {
  await withBookAt('somewhere/book.acquaint', async (app) => {
    await app.start();
    await app.startOwnBook('Sam Carter');
    await app.stop();
    renameSync(path.join(app.folder, 'somewhere'), path.join(app.folder, 'elsewhere'));
    await app.start();
    await expectScreen(app, 'missing-folder', {
      title: 'The folder of the book is not there',
      says: ['Connect that, then try again', path.join('somewhere', 'book.acquaint')],
      offers: ['Try again', 'Choose another book…', sample],
    });
    renameSync(path.join(app.folder, 'elsewhere'), path.join(app.folder, 'somewhere'));
    await app.window.getByRole('button', { name: 'Try again' }).click();
    await app.goTo('People');
  });
});

test('a book that another program has open: it opens when that one is closed', async ({ app }) => {
  await app.startOwnBook('Sam Carter');
  const book = path.join(app.folder, 'book.acquaint');
  await withBookAt(book, async (second) => {
    await second.start();
    await expectScreen(second, 'locked', {
      title: 'The book is open elsewhere',
      says: ['two programs never write one book', 'command line', book],
      offers: ['Try again', 'Choose another book…', sample],
    });
    await app.stop();
    await second.window.getByRole('button', { name: 'Try again' }).click();
    await second.goTo('People');
  });
});

test('a full disk, and one that is read-only: which disk, and how to read on', async () => {
  const disk = makeSmallDisk();
  test.skip(disk === null, 'only root may mount a small disk, and not in every container');
  if (disk === null) return;
  const file = path.join(disk.folder, 'place', 'book.acquaint');
  mkdirSync(path.dirname(file));
  try {
    await withBookAt(file, async (app) => {
      await app.start();
      await app.startOwnBook('Sam Carter');
      await app.call('people.create', { name: 'Jane Doe' });
      await app.stop();

      await test.step('read-only', async () => {
        disk.setReadOnly(true);
        await app.start();
        await expectScreen(app, 'read-only', {
          title: 'The book cannot be written',
          says: [`Nothing can be changed on the disk “${disk.folder}”`, 'has a switch', file],
          offers: [
            'Try again',
            'Open it to read',
            'Choose another book…',
            'Show the file in its folder',
          ],
        });
        await expectReading(app, 'Jane Doe');
        disk.setReadOnly(false);
        await app.window.getByRole('button', { name: 'Try again' }).click();
        await app.goTo('People');
        await app.stop();
      });

      await test.step('full, and the book is of an older version, which needs room', async () => {
        // what is of this version is opened without a byte of room
        writeFileSync(file, gunzipSync(readFileSync(released)));
        disk.leave(0);
        await app.start();
        await expectScreen(app, 'disk-full', {
          title: 'The disk is full',
          says: [`On the disk “${disk.folder}” there is no room left`, 'Free some space', file],
          offers: ['Try again', 'Open it to read', 'Show the file in its folder', sample],
        });
        await expectReading(app, 'Abigail Stone');
        disk.free();
        await app.window.getByRole('button', { name: 'Try again' }).click();
        await app.goTo('People');
      });
    });
  } finally {
    disk.remove();
  }
});

/** The book is read, nothing can be changed in it, and closing it leads back to the refusal. */
async function expectReading(app: App, name: string): Promise<void> {
  const { window } = app;
  await window.getByRole('button', { name: 'Open it to read' }).click();
  await expect(window.getByText(/^You are reading your book/)).toBeVisible();
  await app.goTo('People');
  await expect(window.getByRole('grid')).toContainText(name);
  await window.getByRole('button', { name: 'Close it' }).click();
  await expect(window.getByRole('button', { name: 'Open it to read' })).toBeVisible();
}

/** An app with a folder of its own and a book given by its path, as by a double click on it; not started yet. */
async function withBookAt(book: string, run: (app: App) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'acquaint-e2e-'));
  const file = path.resolve(folder, book);
  mkdirSync(path.dirname(file), { recursive: true });
  const app = new App(folder, [], { ACQUAINT_BOOK: file });
  try {
    await run(app);
  } finally {
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
