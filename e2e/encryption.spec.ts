import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type App } from './app-fixture.ts';
import { readPdf } from './pdf-text.ts';

const passphrase = 'four plain English words';
const name = 'Wilhelmina Plainname';

/** Files of the data folder's book in which a name can be read. */
function filesWith(app: App, text: string): string[] {
  return readdirSync(app.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.includes('book'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(text));
}

test('a book is encrypted, locked, asked for after a restart, recovered by its sheet, and plain again', async ({
  app,
}) => {
  await app.startOwnBook('Sam Carter');
  await app.call('people.create', { name });
  await app.call('backups.make', {});
  let recoveryKey = '';

  await test.step('settings encrypt it and show the recovery sheet', async () => {
    const { window } = app;
    await app.goTo('Settings');
    await window.getByRole('button', { name: 'Encrypt the book…' }).click();
    await expect(window.getByLabel('New passphrase')).toBeFocused();
    await window.keyboard.type(passphrase);
    await window.getByLabel('The same once more').fill('something else');
    await window.getByLabel('The same once more').press('Enter');
    await expect(window.getByRole('alert')).toHaveText('The two are not the same.');
    expect(await app.findAccessibilityFaults()).toEqual([]);
    await window.getByLabel('The same once more').fill(passphrase);
    await window.getByLabel('The same once more').press('Enter');
    const sheet = window.getByRole('dialog', { name: 'Your recovery sheet' });
    recoveryKey = (await sheet.getByText(/^(\w{4}-){13}\w{4}$/).textContent()) ?? '';
    expect(await app.findAccessibilityFaults()).toEqual([]);
    await expectSheetOnPaper(app, recoveryKey);
    await sheet.getByRole('button', { name: 'I have put it away' }).click();
    await expect(window.getByRole('button', { name: 'Lock now' })).toBeVisible();
    expect(await app.findAccessibilityFaults()).toEqual([]);
    expect(filesWith(app, name)).toEqual([]);
  });

  await test.step('a shortcut locks it, and nothing of it is left in the page', async () => {
    const { window } = app;
    await app.goTo('People');
    await expect(window.getByRole('grid')).toContainText(name);
    await window.keyboard.press('Control+Shift+L');
    await expect(window.getByRole('heading', { level: 1 })).toHaveText('Your book is locked');
    expect(await window.content()).not.toContain('Plainname');
    expect(await app.findAccessibilityFaults()).toEqual([]);
    await window.getByLabel('Passphrase').fill('not the right one');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('alert')).toContainText('This is not the passphrase');
    // typed once more without a hand on the mouse
    await window.keyboard.press('Control+a');
    await window.keyboard.type(passphrase);
    await window.keyboard.press('Enter');
    await app.goTo('People');
    await expect(window.getByRole('grid')).toContainText(name);
  });

  await test.step('so does a computer that goes to sleep', async () => {
    await app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
    await expect(app.window.getByRole('heading', { level: 1 })).toHaveText('Your book is locked');
  });

  await test.step('a restart asks again, and the sheet opens it', async () => {
    await app.stop();
    await app.start();
    const { window } = app;
    await window.getByRole('button', { name: 'I have forgotten the passphrase' }).click();
    await expect(window.getByLabel('Recovery key')).toBeFocused();
    await window.keyboard.type(recoveryKey.toLowerCase());
    await window.getByLabel('New passphrase').fill('another line of words');
    await window.getByLabel('The same once more').fill('another line of words');
    expect(await app.findAccessibilityFaults()).toEqual([]);
    await window.getByRole('button', { name: 'Open with the recovery key' }).click();
    await app.goTo('Settings');
  });

  await test.step('it can be taken off', async () => {
    const { window } = app;
    await window.getByRole('button', { name: 'Turn encryption off…' }).click();
    await window.getByLabel('Passphrase').fill('another line of words');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('button', { name: 'Encrypt the book…' })).toBeVisible();
    await app.stop();
    await app.start();
    await app.goTo('People');
    await expect(app.window.getByRole('grid')).toContainText(name);
  });
});

/** The sheet is saved as a PDF of one page, with the key and how to use it, and nothing of the page behind it. */
async function expectSheetOnPaper(app: App, key: string): Promise<void> {
  const file = path.join(app.folder, 'sheet.pdf');
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await app.window.getByRole('button', { name: 'Save as PDF…' }).click();
  await expect(app.window.getByText(`Saved: ${file}`)).toBeVisible();
  const pdf = readPdf(readFileSync(file));
  expect(pdf.pageSizes).toHaveLength(1);
  const printed = pdf.text.replaceAll(/\s+/gu, '');
  const groups = key.split('-');
  for (const group of groups) expect(printed).toContain(group);
  expect(printed).toContain(path.join(app.folder, 'book.acquaint'));
  expect(printed).toContain('Ihaveforgottenthepassphrase');
  for (const other of ['Settings', 'Ihaveputitaway', 'Backups']) {
    expect(printed).not.toContain(other);
  }
}

/** A book of one's own with one event, encrypted; the page is that of the event. */
async function startEncrypted(app: App): Promise<void> {
  await app.startOwnBook('Sam Carter');
  const { event } = await app.call<{ event: { id: number } }>('events.create', {
    title: 'Brews & Books',
    kind: 'meetup',
    heldOn: '2026-06-15',
  });
  await app.call('encryption.turnOn', { passphrase });
  await app.window.evaluate((address) => {
    location.hash = address;
  }, `#/events/${event.id}`);
  await expect(app.window.getByRole('heading', { level: 1 })).toHaveText('Brews & Books');
}

async function unlock(app: App): Promise<void> {
  await expect(app.window.getByRole('heading', { level: 1 })).toHaveText('Your book is locked');
  await app.window.getByLabel('Passphrase').fill(passphrase);
  await app.window.keyboard.press('Enter');
}

test('what is half typed is there again after the lock, whatever locked the book', async ({
  app,
}) => {
  await startEncrypted(app);
  const { window } = app;
  const line = window.getByLabel('Whom did you meet?');
  const half = 'Wilhelmina Plainname, Ac';

  await test.step('the computer sleeps: the line comes back, on the page where it was', async () => {
    await line.fill(half);
    await app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
    await expect(window.getByRole('heading', { level: 1 })).toHaveText('Your book is locked');
    expect(await window.content()).not.toContain('Plainname');
    expect(filesWith(app, 'Plainname')).toEqual([]);
    await unlock(app);
    await expect(line).toHaveValue(half);
  });

  await test.step('ten minutes without a key: the same, by the clock of the program', async () => {
    await app.electron.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() + 10 * 60_000;
    });
    await unlock(app);
    await expect(line).toHaveValue(half);
  });

  await test.step('locked once more without being looked at, nothing is lost either', async () => {
    await app.goTo('People');
    await app.goTo('Settings');
    await window.getByRole('button', { name: 'Lock now' }).click();
    await unlock(app);
    await expect(window.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  });
});

test('a note that saves itself is saved before the lock, and a window’s fields come back when it is opened', async ({
  app,
}) => {
  await startEncrypted(app);
  const { window } = app;
  const made = await app.call<{ person: { id: number } }>('people.create', { name });
  await window.evaluate((address) => {
    location.hash = address;
  }, `#/people/${made.person.id}`);
  const notes = window.getByRole('region', { name: 'Notes' });
  await notes.getByRole('button', { name: 'Edit' }).click();
  await window.getByRole('textbox', { name: /^Notes/ }).fill('Likes rowing.');
  await app.call('shell.lock', {});
  await unlock(app);
  await expect(window.getByText('Likes rowing.')).toBeVisible();

  await window.keyboard.press('Control+n');
  await window.getByRole('dialog').getByLabel('Name').fill('Half Typed');
  await app.call('shell.lock', {});
  await unlock(app);
  await expect(window.getByRole('heading', { level: 1, name })).toBeVisible();
  await window.keyboard.press('Control+n');
  await expect(window.getByRole('dialog').getByLabel('Name')).toHaveValue('Half Typed');
});

test('an introduction, an outcome and the name of a goal that are half typed come back, too', async ({
  app,
}) => {
  await startEncrypted(app);
  const { window } = app;
  const ids: number[] = [];
  for (const each of ['Ann Asked', 'Ben Asked', 'Cleo Sought']) {
    const made = await app.call<{ person: { id: number } }>('people.create', { name: each });
    ids.push(made.person.id);
  }
  const [first, second, sought] = ids;
  for (const introducerId of [first, second]) {
    await app.call('introductions.create', {
      kind: 'ask',
      introducerId,
      secondId: sought,
      goal: 'Find a printer',
      state: 'asked',
    });
  }
  const lockAndUnlock = async (): Promise<void> => {
    await app.call('shell.lock', {});
    await unlock(app);
    await expect(window.getByRole('main')).toBeVisible();
  };

  await test.step('a new introduction, with whom it is about', async () => {
    await app.goTo('Introductions');
    const open = window.getByRole('button', { name: 'New introduction' });
    await open.click();
    const dialog = window.getByRole('dialog');
    await dialog.getByLabel('What is it for?').fill('Half a goal');
    await lockAndUnlock();
    await open.click();
    await expect(dialog.getByLabel('What is it for?')).toHaveValue('Half a goal');
    await window.keyboard.press('Escape');
  });

  await test.step('the new name of a goal', async () => {
    const rename = window.getByRole('button', { name: 'Rename “Find a printer”' });
    await rename.click();
    await window.getByLabel('What are you asking for?').fill('Find a bindery');
    await lockAndUnlock();
    await rename.click();
    await expect(window.getByLabel('What are you asking for?')).toHaveValue('Find a bindery');
    await window.keyboard.press('Escape');
  });

  await test.step('an outcome', async () => {
    await app.goTo('Outcomes');
    const open = window.getByRole('button', { name: 'Log an outcome' }).first();
    await open.click();
    const title = window.getByRole('dialog').getByLabel('What came of it?');
    await title.fill('Half a museum guide');
    await lockAndUnlock();
    await open.click();
    await expect(title).toHaveValue('Half a museum guide');
  });
});

test('backups under an earlier passphrase are marked, and looked into and restored with it', async ({
  app,
}) => {
  await app.startOwnBook('Sam Carter');
  await app.call('people.create', { name });
  await app.call('encryption.turnOn', { passphrase });
  await app.call('backups.make', {});
  const folder = path.join(app.folder, 'book-backups');
  const aside = path.join(app.folder, 'aside');
  cpSync(folder, aside, { recursive: true });
  // the same backups on a disk that was not there when the key was changed
  await app.call('encryption.turnOff', { passphrase });
  await app.call('encryption.turnOn', { passphrase: 'another line of words' });
  cpSync(aside, folder, { recursive: true });
  const { window } = app;
  await app.goTo('Settings');
  const row = window.getByRole('row').filter({ hasText: 'You asked for it' });
  await expect(row).toContainText('Encrypted');

  const dialog = window.getByRole('dialog', { name: 'Which passphrase is it under?' });
  const field = dialog.getByLabel('Its passphrase, or the key of its recovery sheet');
  await row.getByRole('button', { name: /^Look into/ }).click();
  await field.fill('another line of words');
  await field.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('This is not the passphrase');
  expect(await app.findAccessibilityFaults()).toEqual([]);
  await field.fill(passphrase);
  await field.press('Enter');
  await expect(window.getByText(/^You are looking into a backup of/)).toBeVisible();
  await window.getByRole('button', { name: 'Back to my book' }).click();

  await row.getByRole('button', { name: /^Restore this one/ }).click();
  await window.getByRole('dialog').getByRole('button', { name: 'Restore it' }).click();
  await field.fill(passphrase);
  await field.press('Enter');
  await expect(window.getByText(/^Restored\./)).toBeVisible();
  await app.goTo('People');
  await expect(window.getByRole('grid')).toContainText(name);
});
