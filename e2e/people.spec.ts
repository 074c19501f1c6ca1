import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, settle, test } from './app-fixture.ts';

test('people are filtered, selected, tagged and deleted by keyboard alone, and all of it undone', async ({
  app,
}) => {
  const { window } = app;
  const { keyboard } = window;
  await app.openSample();
  const grid = window.getByRole('grid');
  await expect(grid).toContainText('Abigail Stone');
  const everybody = await grid.getAttribute('aria-rowcount');

  await test.step('a search leaves those who fit, arrow down leads into them', async () => {
    await keyboard.press('/');
    await keyboard.type('larkspur');
    await expect(grid).not.toContainText('Abigail Stone');
    await keyboard.press('ArrowDown');
    await expect(grid).toBeFocused();
    expect(await app.findAccessibilityFaults()).toEqual([]);
  });

  await test.step('space selects, shift extends', async () => {
    await keyboard.press('Space');
    await keyboard.press('Shift+ArrowDown');
    await expect(window.getByRole('toolbar')).toContainText('2 selected');
  });

  await test.step('a new tag is put on both', async () => {
    await window.getByRole('button', { name: 'Tag', exact: true }).press('Enter');
    await expect(window.getByRole('combobox', { name: 'Tag', exact: true }).last()).toBeFocused();
    await keyboard.type('spring fair');
    await expect(window.getByRole('option', { name: 'New tag “spring fair”' })).toBeVisible();
    await keyboard.press('Enter');
    await expect(window.getByText('Tagged 2 people “spring fair”.')).toBeVisible();
    await expect(grid.getByText('spring fair')).toHaveCount(2);
  });

  await test.step('both are deleted, and undo brings them back', async () => {
    await grid.focus();
    await keyboard.press('Delete');
    await expect(window.getByText('Deleted 2 people.')).toBeVisible();
    await expect(grid.getByText('spring fair')).toHaveCount(0);
    await keyboard.press('Control+z');
    await expect(grid.getByText('spring fair')).toHaveCount(2);
    await keyboard.press('Control+z');
    await expect(grid.getByText('spring fair')).toHaveCount(0);
    await keyboard.press('Control+Shift+Z');
    await expect(grid.getByText('spring fair')).toHaveCount(2);
  });

  await test.step('all can be selected, also those not shown', async () => {
    await keyboard.press('/');
    await keyboard.press('Escape');
    await expect(grid).toHaveAttribute('aria-rowcount', everybody ?? '');
    await grid.focus();
    await keyboard.press('Control+a');
    // The head has a row of its own, and I cannot select myself.
    await expect(window.getByRole('toolbar')).toContainText(`${Number(everybody) - 2} selected`);
    await keyboard.press('Escape');
    await expect(window.getByRole('toolbar')).toHaveCount(0);
  });

  await test.step('enter opens the page of whom the cursor is on', async () => {
    await keyboard.press('Home');
    await keyboard.press('Enter');
    await expect(window.getByRole('heading', { level: 1, name: 'Abigail Stone' })).toBeVisible();
    await expect(window.getByRole('main')).toBeFocused();
  });
});

test('somebody new is entered and their page filled, and everything is there after a restart', async ({
  app,
}) => {
  const { window } = app;
  const { keyboard } = window;
  await app.startOwnBook('Robin Me');
  await expect(window.getByText('Nobody here but you, yet')).toBeVisible();
  await keyboard.press('Control+n');
  await expect(window.getByRole('dialog').getByLabel('Name')).toBeFocused();
  await keyboard.type('Jane Doe');
  await window.getByRole('combobox', { name: 'Organisation' }).fill('Acme Print');
  await window.getByLabel('E-mail').fill('jane@acme.example');
  await keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: 'Jane Doe' })).toBeVisible();

  await test.step('notes say "Saved" when they are', async () => {
    await window.getByRole('button', { name: 'Edit', exact: true }).click();
    await window.getByLabel('Notes on Jane Doe').fill('Likes **letterpress**.');
    const notes = window.getByRole('region', { name: 'Notes' });
    await expect(notes.getByText('Saved', { exact: true })).toBeVisible();
    await keyboard.press('Escape');
    await expect(window.getByRole('strong').getByText('letterpress')).toBeVisible();
  });

  await test.step('I am told whom she knows, and she becomes reachable through the tie', async () => {
    await window.getByRole('button', { name: 'Somebody told me they know…' }).click();
    await keyboard.type('Tom Brown');
    await expect(window.getByRole('option', { name: /Add “Tom Brown”/ })).toBeVisible();
    await keyboard.press('Enter');
    await window.getByRole('button', { name: 'Add the tie' }).click();
    await window
      .getByRole('region', { name: 'Knows' })
      .getByRole('link', { name: 'Tom Brown' })
      .click();
    await expect(window.getByRole('heading', { level: 1, name: 'Tom Brown' })).toBeVisible();
    const chains = window.getByRole('region', { name: 'How I can reach Tom Brown' });
    await expect(chains.getByRole('link', { name: 'Ask Jane Doe' })).toBeVisible();
    await chains.getByRole('button', { name: /Why Jane Doe and Tom Brown/ }).click();
    await expect(window.getByRole('dialog')).toContainText('Told to me');
    expect(await app.findAccessibilityFaults()).toEqual([]);
  });

  await test.step('after a restart all of it is there', async () => {
    await app.stop();
    await app.start();
    await app.goTo('People');
    await app.window.getByRole('grid').getByText('Jane Doe').click();
    const main = app.window.getByRole('main');
    await expect(main.getByText('jane@acme.example').first()).toBeVisible();
    await expect(main.getByText('letterpress')).toBeVisible();
    await expect(main.getByRole('region', { name: 'Knows' })).toContainText('Tom Brown');
  });
});

test('a file that is no book is refused with a way on, and left as it is', async ({ app }) => {
  await app.stop();
  const file = path.join(app.folder, 'book.acquaint');
  rmSync(file, { force: true });
  writeFileSync(file, 'Dear diary');
  await app.start();
  const { window } = app;
  const title = { level: 1, name: 'This file is not an Acquaint book' } as const;
  await expect(window.getByRole('heading', title)).toBeVisible();
  expect(await app.findAccessibilityFaults()).toEqual([]);
  await expect(window.getByRole('button', { name: /delete|remove/i })).toHaveCount(0);
  const tryAgain = window.getByRole('button', { name: 'Try again' });
  await tryAgain.click();
  // it rests while the file is looked at, which must not be gone before
  await settle(window);
  await expect(tryAgain).toBeEnabled();
  await expect(window.getByRole('heading', title)).toBeVisible();
  rmSync(file);
  await tryAgain.click();
  await expect(window.getByLabel('Your name')).toBeVisible();
});

test('those to keep in touch with are filtered, and the list says when each is due', async ({
  app,
}) => {
  const { window } = app;
  const { keyboard } = window;
  await app.openSample();
  const grid = window.getByRole('grid');
  await expect(grid).toContainText('Abigail Stone');
  await window.getByRole('button', { name: 'Add a filter' }).press('Enter');
  await window.getByRole('menuitem', { name: 'Keep in touch' }).press('Enter');
  await expect(grid).not.toContainText('Abigail Stone');
  await keyboard.press('Escape');
  await window.getByRole('button', { name: 'Columns', exact: true }).press('Enter');
  await window.getByRole('checkbox', { name: 'Keep in touch' }).press('Space');
  await keyboard.press('Escape');
  await expect(grid.getByRole('row').filter({ hasText: 'Tom Okafor' })).toContainText(
    /due .*every 2 weeks/,
  );
  await window.getByRole('link', { name: 'Tags & topics' }).press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: 'Tags & topics' })).toBeVisible();
});

test('Enter takes the company that is marked, also when the list has changed under the mark', async ({
  app,
}) => {
  const { window } = app;
  await app.openSample();
  await app.call('people.addRole', { id: 3, organisation: 'Zeta Works' });
  await window.keyboard.press('Control+n');
  const form = window.getByRole('dialog', { name: 'New person' });
  const company = form.getByRole('combobox', { name: 'Organisation' });
  await company.fill('zeta');
  const marked = window.getByRole('option', { name: 'Zeta Works' });
  await expect(marked).toBeVisible();
  await window.keyboard.press('ArrowDown');
  await expect(marked).toHaveAttribute('data-combobox-selected', 'true');
  await app.call('people.addRole', { id: 4, organisation: 'Zeta' });
  await expect(window.getByRole('option').first()).toHaveText('Zeta');
  await window.keyboard.press('Enter');
  await expect(company).toHaveValue('Zeta Works');
  await expect(form).toBeVisible();
});
