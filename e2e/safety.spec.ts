import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './app-fixture.ts';
import { takeIfWanted } from './pictures.ts';

/** As a bad disk would: noise in the middle of the closed file. */
function damage(file: string): Buffer {
  const bytes = readFileSync(file);
  const middle = Math.floor(bytes.length / 2);
  bytes.fill(0xa5, middle, middle + 3 * 4096);
  writeFileSync(file, bytes);
  return bytes;
}

test('a damaged book says so, is saved as far as it can be read, and a backup is back in two clicks', async ({
  app,
}) => {
  const file = path.join(app.folder, 'book.acquaint');
  await app.startOwnBook('Sam Carter');
  await app.call('people.create', { name: 'Jane Doe' });
  await app.call('backups.make', {});
  await app.stop();
  const damaged = damage(file);
  await app.start();
  const { window } = app;

  await expect(window.getByRole('heading', { level: 1 })).toHaveText('The book is damaged');
  await expect(window.getByText(file).first()).toBeVisible();
  await expect(window.getByRole('button', { name: /delete/i })).toHaveCount(0);
  await expect(window.getByRole('table')).toContainText('You asked for it');
  await expect(window.getByRole('main')).toContainText('Nothing below writes to it');
  expect(await app.findAccessibilityFaults()).toEqual([]);
  await takeIfWanted(app, 'refusals/damaged');

  await test.step('what can be read is saved into a new book', async () => {
    await window.getByRole('button', { name: 'Save what can be read' }).click();
    await expect(window.getByRole('button', { name: 'Open the new book' })).toBeVisible();
    expect(readFileSync(file).equals(damaged)).toBe(true);
    expect(await app.findAccessibilityFaults()).toEqual([]);
  });

  await test.step('two clicks bring the backup back', async () => {
    const row = window.getByRole('row').filter({ hasText: 'You asked for it' });
    await row.getByRole('button', { name: /^Restore this one/ }).click();
    await window.getByRole('dialog').getByRole('button', { name: 'Restore it' }).click();
    await app.goTo('People');
    await expect(window.getByRole('grid')).toContainText('Jane Doe');
    const kept = readdirSync(app.folder).filter(
      (name) => name.includes('before-restore') && name.endsWith('.acquaint'),
    );
    expect(kept).toHaveLength(1);
    expect(readFileSync(path.join(app.folder, kept[0] ?? '')).equals(damaged)).toBe(true);
  });

  await test.step('settings list the backups, and let one be looked into', async () => {
    await app.goTo('Settings');
    const row = window.getByRole('row').filter({ hasText: 'You asked for it' });
    await row.getByRole('button', { name: /^Verify/ }).click();
    await expect(row).toContainText('Verified just now');
    expect(await app.findAccessibilityFaults()).toEqual([]);
    await row.getByRole('button', { name: /^Look into/ }).click();
    await expect(window.getByText(/^You are looking into a backup of/)).toBeVisible();
    await takeIfWanted(app, 'safety/looking');
    await expect(window.getByRole('button', { name: 'Nothing to undo' })).toBeDisabled();
    await expect(window.getByRole('region', { name: 'Forgetting' })).toContainText(
      'Nobody can be erased from here',
    );
    await window.getByRole('button', { name: 'Back to my book' }).click();
    await expect(window.getByText(/^You are looking into a backup of/)).toHaveCount(0);
  });
});

test('somebody who is erased for good is in no file any more', async ({ app }) => {
  const { window } = app;
  const name = 'Quirina Zabludowska';
  await app.startOwnBook('Sam Carter');
  const made = await app.call<{ person: { id: number } }>('people.create', { name });
  await app.call('backups.make', {});
  await window.evaluate((id) => {
    location.hash = `#/people/${id}`;
  }, made.person.id);
  await expect(window.getByRole('heading', { level: 1, name })).toBeVisible();
  await window.getByRole('button', { name: `More about ${name}` }).click();
  await window.getByRole('menuitem', { name: 'Erase for good…' }).click();

  const dialog = window.getByRole('dialog');
  const confirm = dialog.getByRole('button', { name: 'Erase for good', exact: true });
  await expect(dialog).toContainText('undo history');
  await expect(confirm).toBeDisabled();
  expect(await app.findAccessibilityFaults()).toEqual([]);
  await dialog.getByRole('textbox').fill(name);
  await takeIfWanted(app, 'safety/erase');
  await confirm.click();
  await expect(dialog).toContainText('Nothing of them was found');
  expect(await app.findAccessibilityFaults()).toEqual([]);
  await dialog.getByText('Where it was searched').click();
  await takeIfWanted(app, 'safety/erased');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(window.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
  await expect(window.getByText(name)).toHaveCount(0);
  await app.goTo('Settings');
  await expect(window.getByText(/of erased people kept/)).toBeVisible();

  await app.stop();
  const files = readdirSync(app.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  expect(files.some((file) => file.endsWith('.acquaint'))).toBe(true);
  const holding = files.filter((file) => readFileSync(file).includes('Zabludowska'));
  expect(holding).toEqual([]);
});
