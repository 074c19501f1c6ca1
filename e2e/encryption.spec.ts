import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type App } from './app-fixture.ts';

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
    await window.getByLabel('New passphrase').fill(passphrase);
    await window.getByLabel('The same once more').fill('something else');
    await window.getByLabel('The same once more').press('Enter');
    await expect(window.getByRole('alert')).toHaveText('The two are not the same.');
    expect(await app.findAccessibilityFaults()).toEqual([]);
    await window.getByLabel('The same once more').fill(passphrase);
    await window.getByLabel('The same once more').press('Enter');
    const sheet = window.getByRole('dialog', { name: 'Your recovery sheet' });
    recoveryKey = (await sheet.getByText(/^(\w{4}-){13}\w{4}$/).textContent()) ?? '';
    expect(await app.findAccessibilityFaults()).toEqual([]);
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
    await window.getByLabel('Passphrase').fill(passphrase);
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
    await window.getByLabel('Recovery key').fill(recoveryKey.toLowerCase());
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
