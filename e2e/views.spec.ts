import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { type App, expect, openPalette, test } from './app-fixture.ts';

/** Four people: who has which tag and address decides which filters they fit. */
async function fillBook(app: App): Promise<void> {
  const idOf = async (name: string, email?: string): Promise<number> => {
    const made = await app.call<{ person: { id: number } }>('people.create', {
      name,
      ...(email === undefined ? {} : { email }),
    });
    return made.person.id;
  };
  const ann = await idOf('Ann Lee', 'ann@acme.example');
  const bo = await idOf('Bo Ray');
  const cy = await idOf('Cy Fox');
  const dee = await idOf('Dee Oak');
  await app.call('people.tag', { ids: [ann, bo, cy], tag: 'Café crowd' });
  await app.call('people.tag', { ids: [dee], tag: 'Elsewhere' });
  await app.call('topics.addStatement', { personId: bo, kind: 'offers', topic: 'logos' });
  await app.call('topics.addStatement', { personId: cy, kind: 'needs', topic: 'logos' });
  await app.call('events.create', { title: 'Print fair' });
}

/** Adds a filter of a kind by the menu. */
async function addFilter(window: Page, kind: string): Promise<void> {
  await window.getByRole('button', { name: 'Add a filter' }).press('Enter');
  await window.getByRole('menuitem', { name: kind, exact: true }).press('Enter');
}

test('filters combine, are kept as a view that outlives a restart, and whom they leave is worked in bulk, by keyboard', async ({
  app,
}) => {
  const { window } = app;
  const { keyboard } = window;
  await app.startOwnBook('Robin Me');
  await fillBook(app);
  const grid = window.getByRole('grid');
  const filters = window.getByRole('group', { name: 'Filters' });
  const toolbar = window.getByRole('toolbar');
  await expect(grid).toContainText('Dee Oak');

  await test.step('a tag is found without its accent; no e-mail is asked for beside it', async () => {
    await addFilter(window, 'Tag');
    await keyboard.type('cafe');
    await expect(window.getByRole('option', { name: /Café crowd/ })).toBeVisible();
    await keyboard.press('Enter');
    await expect(grid).not.toContainText('Dee Oak');
    await keyboard.press('Escape');
    await addFilter(window, 'E-mail');
    await keyboard.press('Escape');
    await expect(filters).toContainText('Tag: Café crowd');
    await expect(filters).toContainText('No e-mail');
    await expect(grid).not.toContainText('Ann Lee');
    await expect(grid).toContainText('Bo Ray');
    await expect(grid).toContainText('Cy Fox');
  });

  await test.step('what they offer narrows it to one, and is taken away again', async () => {
    await addFilter(window, 'Offers or needs');
    await window.getByRole('radio', { name: 'Offers', exact: true }).press('Space');
    await expect(grid).not.toContainText('Cy Fox');
    await expect(grid).toContainText('Bo Ray');
    await keyboard.press('Escape');
    await filters.getByRole('button', { name: /^Remove the filter: Offers/ }).press('Enter');
    await expect(grid).toContainText('Cy Fox');
  });

  await test.step('the two filters are kept as a view', async () => {
    await window.getByRole('button', { name: 'Views', exact: true }).press('Enter');
    await window.getByRole('menuitem', { name: 'Save as a view…' }).press('Enter');
    await expect(window.getByLabel('Name of the view')).toBeFocused();
    await keyboard.type('To be found');
    await keyboard.press('Enter');
    await expect(window.getByRole('button', { name: 'To be found', exact: true })).toBeVisible();
  });

  await test.step('both are put down for an event and lose a tag, each taken back by one step', async () => {
    await grid.focus();
    await keyboard.press('Control+a');
    await expect(toolbar).toContainText('2 selected');
    await toolbar.getByRole('button', { name: 'Add to event' }).press('Enter');
    await expect(window.getByRole('combobox', { name: 'Event' })).toBeFocused();
    await keyboard.type('print');
    await expect(window.getByRole('option', { name: /Print fair/ })).toBeVisible();
    await keyboard.press('Enter');
    await expect(window.getByText('Added 2 people to Print fair.')).toBeVisible();
    await toolbar.getByRole('button', { name: 'Remove tag' }).press('Enter');
    await expect(window.getByRole('combobox', { name: 'Tag', exact: true }).last()).toBeFocused();
    // only what one of the two has can be taken from them
    await expect(window.getByRole('option', { name: /Café crowd/ })).toBeVisible();
    await expect(window.getByRole('option', { name: /Elsewhere/ })).toHaveCount(0);
    await keyboard.type('cafe');
    await keyboard.press('Enter');
    await expect(window.getByText('Removed “Café crowd” from 2 people.')).toBeVisible();
    await expect(window.getByText('Nobody fits', { exact: true })).toBeVisible();
    await window.getByRole('main').focus();
    await keyboard.press('Control+z');
    await expect(grid).toContainText('Bo Ray');
    await keyboard.press('Control+z');
    await expect(window.getByRole('button', { name: /^Redo/ })).toBeEnabled();
  });

  await test.step('they are saved as a table', async () => {
    const target = path.join(app.folder, 'two.csv');
    await app.electron.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, target);
    await grid.focus();
    await keyboard.press('Control+a');
    await expect(toolbar).toContainText('2 selected');
    await toolbar.getByRole('button', { name: 'Export' }).press('Enter');
    await window.getByRole('menuitem', { name: /CSV/ }).press('Enter');
    await expect(window.getByText(/^Saved 2 people to .*two\.csv/)).toBeVisible();
    const table = readFileSync(target, 'utf8');
    expect(['Bo Ray', 'Cy Fox', 'Ann Lee'].map((name) => table.includes(name))).toEqual([
      true,
      true,
      false,
    ]);
  });

  await test.step('after a restart the palette leads to the view', async () => {
    await app.stop();
    await app.start();
    await openPalette(app.window);
    await app.window.keyboard.type('to be found');
    await app.window.getByRole('option', { name: 'People: To be found' }).click();
    await expect(app.window.getByRole('grid')).toContainText('Cy Fox');
    await expect(app.window.getByRole('grid')).not.toContainText('Ann Lee');
    expect(await app.findAccessibilityFaults()).toEqual([]);
  });
});
