import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './app-fixture.ts';

test('somebody is found on the map, reached by a chain, and opened by keyboard', async ({
  app,
}) => {
  const { window } = app;
  const { keyboard } = window;
  await app.openSample();
  await app.goTo('Map');
  const map = window.getByRole('application', { name: /Map of your network/ });
  await expect(map).toHaveAttribute('data-settled', 'true');
  await expect(window.getByText(/You in the middle, \d+ people around you/)).toBeVisible();

  await test.step('find', async () => {
    await window.getByRole('combobox', { name: 'Find on the map' }).fill('farah');
    await window.getByRole('option', { name: /Farah/ }).click();
    await expect(map).toBeFocused();
    const facts = window.getByRole('complementary', { name: 'Who is who' });
    await expect(facts.getByRole('link', { name: /Farah/ })).toBeVisible();
    await expect(facts).toContainText('Known to contacts of yours');
  });

  await test.step('the chain there', async () => {
    await window.getByRole('button', { name: 'How do I get there?' }).click();
    const steps = window.getByRole('list').filter({ has: window.getByText('Tom Okafor') });
    await expect(steps.first()).toContainText('Farah');
    expect(await app.findAccessibilityFaults()).toEqual([]);
    await window.getByRole('button', { name: 'Hide the chain' }).click();
  });

  await test.step('one group alone, and the same as a list', async () => {
    const groups = window.getByRole('region', { name: 'Groups' }).getByRole('button');
    await groups.first().click();
    await expect(groups.first()).toHaveAttribute('aria-pressed', 'true');
    await window.getByText('List', { exact: true }).click();
    await expect(window.getByRole('table').getByRole('link').first()).toBeVisible();
    expect(await app.findAccessibilityFaults()).toEqual([]);
    await window.getByText('Map', { exact: true }).last().click();
    await window.getByRole('button', { name: 'Show all groups' }).click();
  });

  await test.step('by keyboard to a neighbour and to their page', async () => {
    await window.getByRole('combobox', { name: 'Find on the map' }).fill('priya');
    await keyboard.press('Enter');
    await expect(map).toBeFocused();
    await keyboard.press('+');
    await keyboard.press('0');
    await keyboard.press('ArrowRight');
    const status = window.getByRole('status').filter({ hasText: /\d+ ties?/ });
    await expect(status).not.toContainText('Priya Nair');
    const [name = ''] = ((await status.textContent()) ?? '').split(',');
    await keyboard.press('Enter');
    await expect(window.getByRole('heading', { level: 1, name })).toBeVisible();
  });
});

test('the map is saved as a picture', async ({ app }) => {
  const { window } = app;
  await app.openSample();
  await app.goTo('Map');
  const target = path.join(app.folder, 'network.png');
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, target);
  await expect(window.getByRole('application')).toHaveAttribute('data-settled', 'true');
  await window.getByRole('button', { name: 'Save as picture' }).click();
  await expect(window.getByText(/^Saved .*network\.png/)).toBeVisible();
  const picture = readFileSync(target);
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  // a blank picture compresses to a few kilobytes
  expect(picture.byteLength).toBeGreaterThan(20_000);
});
