import { expect, openPalette, test } from './app-fixture.ts';

test('likely duplicates are worked through by keyboard: many at once, told apart, side by side', async ({
  app,
}) => {
  const { window } = app;
  const { keyboard } = window;
  await app.startOwnBook('Robin Me');
  for (const person of [
    { name: 'Ann Leopold', email: 'leopold@home.example' },
    { name: 'Anne Leopold', email: 'leopold@home.example' },
    { name: 'Bo Ray', organisation: 'Acme Print' },
    { name: 'Bo Ray', organisation: 'Acme Print' },
    { name: 'Cy Fox', organisation: 'Larkspur' },
    { name: 'Cy Fox', organisation: 'Moonrake' },
  ]) {
    await app.call('people.create', person);
  }
  const list = window.getByRole('listbox', { name: /^Likely duplicates/ });
  const pairs = list.getByRole('option');

  await test.step('the palette leads to them, and the list has the focus', async () => {
    await openPalette(window);
    await keyboard.type('find duplicates');
    await expect(window.getByRole('option', { name: /Find duplicates/ })).toBeVisible();
    await keyboard.press('Enter');
    await expect(window.getByRole('heading', { level: 1, name: 'Duplicates' })).toBeVisible();
    await expect(list).toBeFocused();
    await expect(window.getByRole('link', { name: 'People', exact: true })).toHaveAttribute(
      'aria-current',
      'page',
    );
    await expect(pairs).toHaveCount(3);
    expect(await app.findAccessibilityFaults()).toEqual([]);
  });

  await test.step('the obvious ones are merged at once; another name is not obvious', async () => {
    await window.getByRole('button', { name: /^Merge 2 pairs that agree/ }).press('Enter');
    const dialog = window.getByRole('dialog');
    await expect(dialog.getByRole('checkbox', { name: 'Bo Ray' })).toBeChecked();
    await expect(
      dialog.getByRole('checkbox', { name: 'Ann Leopold = Anne Leopold' }),
    ).not.toBeChecked();
    expect(await app.findAccessibilityFaults()).toEqual([]);
    await dialog.getByRole('button', { name: 'Merge 1 pair' }).press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(pairs).toHaveCount(2);
  });

  await test.step('d tells two apart, and the next pair is under the cursor', async () => {
    await list.focus();
    await keyboard.press('End');
    await expect(pairs.filter({ hasText: 'Cy Fox' })).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('d');
    await expect(pairs).toHaveCount(1);
    await expect(pairs.first()).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('“g s” leads to Settings from the list, and merges nobody', async () => {
    await list.focus();
    await keyboard.press('g');
    await keyboard.press('s');
    await expect(window.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
    await window.goBack();
    await expect(pairs).toHaveCount(1);
    await expect(list).toBeFocused();
  });

  await test.step('Enter compares field by field; merged, the work goes on in the list', async () => {
    await keyboard.press('Enter');
    await expect(window.getByRole('heading', { level: 1, name: 'Merge two people' })).toBeVisible();
    await expect(window.getByRole('radiogroup', { name: 'Name' })).toBeVisible();
    expect(await app.findAccessibilityFaults()).toEqual([]);
    await window.getByRole('radio', { name: 'Anne Leopold' }).press('Space');
    await window.getByRole('button', { name: 'Merge', exact: true }).press('Enter');
    await expect(window.getByRole('heading', { name: 'No duplicates' })).toBeVisible();
  });

  await test.step('undo takes each answer back, the last first', async () => {
    await window.getByRole('main').focus();
    await keyboard.press('Control+z');
    await expect(pairs).toHaveCount(1);
    await expect(pairs.first()).toContainText('Ann Leopold · Anne Leopold');
    await keyboard.press('Control+z');
    await expect(pairs).toHaveCount(2);
    await keyboard.press('Control+z');
    await expect(pairs).toHaveCount(3);
  });
});
