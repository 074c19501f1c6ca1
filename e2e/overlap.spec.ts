import { expect, test } from './app-fixture.ts';

test('three networks in one diagram, with the names of each part', async ({ app }) => {
  const { window } = app;
  await app.openSample();
  await app.goTo('Overlap');
  await window.getByRole('button', { name: /Priya Nair/ }).click();
  await window.getByRole('combobox', { name: 'and, if you like, of' }).fill('jonas');
  await window.getByRole('option', { name: /Jonas Weber/ }).click();
  await expect(window.getByRole('img', { name: /Three circles/ })).toBeVisible();
  await window.getByRole('tab', { name: /^Only Priya Nair/ }).click();
  await expect(window.getByRole('tabpanel').getByRole('link').first()).toBeVisible();
  expect(await app.findAccessibilityFaults()).toEqual([]);
});

test('many networks as a matrix, from cell to cell by keyboard, and names on demand', async ({
  app,
}) => {
  const { window } = app;
  const { keyboard } = window;
  await app.openSample();
  await app.goTo('Overlap');
  await window.getByText('Many', { exact: true }).click();
  await window.getByRole('button', { name: /Begin with \d+ contacts/ }).click();
  const grid = window.getByRole('grid', { name: 'How many people each two networks share' });
  await expect(grid).toBeVisible();

  // the address says which of the two it is: back and forward, and the choice itself, keep those chosen
  await window.goBack();
  await window.goBack();
  await expect(window.getByRole('radio', { name: 'Many' })).not.toBeChecked();
  await window.goForward();
  await window.goForward();
  await expect(grid).toBeVisible();
  await window.getByText('Two or three', { exact: true }).click();
  await expect(grid).toHaveCount(0);
  await window.getByText('Many', { exact: true }).click();
  await expect(grid).toBeVisible();
  expect(await app.findAccessibilityFaults()).toEqual([]);

  await grid.locator('[tabindex="0"]').focus();
  await keyboard.press('ArrowDown');
  await keyboard.press('Home');
  const focused = grid.locator(':focus');
  await expect(focused).toHaveAccessibleName(/shared by/);
  const label = (await focused.getAttribute('aria-label')) ?? '';
  await keyboard.press('Enter');
  const heading = label.replace(/^[\d,]+ shared/, 'Shared');
  await expect(window.getByRole('heading', { name: heading })).toBeVisible();

  const first = grid.getByRole('rowheader').first();
  const name = ((await first.textContent()) ?? '').replace(/^1 /, '');
  await window.getByRole('button', { name: `Take out ${name}` }).click();
  await expect(first).not.toContainText(name);
});
