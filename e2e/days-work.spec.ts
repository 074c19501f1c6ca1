import type { JSHandle, Page } from 'playwright/test';
import { expect, openPalette, test } from './app-fixture.ts';

test('a day’s work: filter, tag in bulk, merge two, undo three times, redo, find by a misspelt name', async ({
  app,
}) => {
  const { window } = app;
  const { keyboard } = window;
  await app.startOwnBook('Sam Carter');
  for (const [name, email] of [
    ['Wilhelmina Quick', 'mina@quick.example'],
    ['Mina Quick', 'mina@quick.example'],
    ['Jane Doe', 'jane@acme.example'],
  ]) {
    await app.call('people.create', { name, email, organisation: 'Larkspur Studio' });
  }
  await app.goTo('People');
  const grid = window.getByRole('grid');
  const shownTag = grid.getByText('spring fair');

  await test.step('filter: those called Quick are left', async () => {
    await keyboard.press('/');
    await keyboard.type('quick');
    await expect(grid).not.toContainText('Jane Doe');
    await expect(grid).toContainText('Wilhelmina Quick');
    await keyboard.press('ArrowDown');
    await expect(grid).toBeFocused();
  });

  await test.step('bulk tag: both get it', async () => {
    await keyboard.press('Control+a');
    await expect(window.getByRole('toolbar')).toContainText('2 selected');
    await window.getByRole('button', { name: 'Tag', exact: true }).press('Enter');
    await expect(window.getByRole('combobox', { name: 'Tag', exact: true }).last()).toBeFocused();
    await keyboard.type('spring fair');
    await expect(window.getByRole('option', { name: 'New tag “spring fair”' })).toBeVisible();
    await keyboard.press('Enter');
    await expect(shownTag).toHaveCount(2);
  });

  await test.step('merge the two, side by side', async () => {
    await window.getByRole('link', { name: 'Merge', exact: true }).press('Enter');
    await expect(window.getByRole('heading', { level: 1, name: 'Merge two people' })).toBeVisible();
    expect(await app.findAccessibilityFaults()).toEqual([]);
    await window.getByRole('button', { name: 'Merge', exact: true }).press('Enter');
    await expect(window.getByText(/^Merged into /)).toBeVisible();
    await app.goTo('People');
    await expect(grid).toHaveAttribute('aria-rowcount', '4');
  });

  await test.step('undo three times: the merge, the tag, the person entered last', async () => {
    await keyboard.press('Control+z');
    await expect(shownTag).toHaveCount(2);
    await expect(grid).toContainText('Wilhelmina Quick');
    await keyboard.press('Control+z');
    await expect(shownTag).toHaveCount(0);
    // with her under the cursor, the quick look shows somebody who is about to go
    const quickLook = window.getByRole('complementary', { name: 'Quick look' });
    await grid.focus();
    await keyboard.press('Home');
    await expect(quickLook).toContainText('jane@acme.example');
    const failures = await noteFailures(window);
    await keyboard.press('Control+z');
    await expect(grid).not.toContainText('Jane Doe');
    await expect(quickLook).not.toContainText('jane@acme.example');
    expect(await failures.evaluate((noted) => noted)).toEqual([]);
    // one notice says what was undone last, and none offers to undo what is undone already
    await expect(window.getByRole('alert')).toHaveCount(1);
    await expect(window.getByRole('alert')).toContainText('Undone: ');
  });

  await test.step('redo brings her back', async () => {
    await keyboard.press('Control+Shift+Z');
    await expect(grid).toContainText('Jane Doe');
  });

  await test.step('a misspelt name finds', async () => {
    await openPalette(window);
    await keyboard.type('wilhelmna qick');
    await expect(window.getByRole('option', { name: /Wilhelmina Quick/ })).toBeVisible();
    await keyboard.press('Enter');
    await expect(window.getByRole('heading', { level: 1, name: 'Wilhelmina Quick' })).toBeVisible();
  });

  await test.step('her page leads to a merge as well', async () => {
    await window.getByRole('button', { name: /^More/ }).press('Enter');
    await window.getByRole('menuitem', { name: 'Merge with…' }).press('Enter');
    await expect(window.getByRole('heading', { level: 1, name: 'Merge two people' })).toBeVisible();
    await expect(window.getByLabel('Who is joined in')).toBeFocused();
  });
});

/** Every sentence of a failure that the page shows from now on, however briefly. */
function noteFailures(window: Page): Promise<JSHandle<string[]>> {
  return window.evaluateHandle(() => {
    const noted: string[] = [];
    new MutationObserver(() => {
      for (const alert of document.querySelectorAll('main [role="alert"]'))
        noted.push(alert.textContent);
    }).observe(document.body, { childList: true, subtree: true });
    return noted;
  });
}
