import { expect, test } from './app-fixture.ts';

test('two people pass it on: figures, names, a reported size, and the best to ask instead', async ({
  app,
}) => {
  const { window } = app;
  await app.openSample();
  await app.goTo('Reach');
  const picker = window.getByRole('combobox', { name: /Who passes it on|And who else/ });

  await test.step('choose two', async () => {
    for (const name of ['Priya Nair', 'Tom Okafor']) {
      await picker.fill(name);
      await window.getByRole('option', { name: new RegExp(name) }).click();
    }
    await expect(window.getByText('17 people new to you')).toBeVisible();
    await expect(window.getByRole('button', { name: /Priya Nair adds 16 new/ })).toBeVisible();
    expect(await app.findAccessibilityFaults()).toEqual([]);
  });

  await test.step('another order, by keyboard', async () => {
    await window.getByRole('button', { name: 'Move Tom Okafor up' }).press('Enter');
    const names = window.getByRole('listitem').filter({ has: window.getByText(/adds \d+ new/) });
    await expect(names.first()).toContainText('Tom Okafor');
  });

  await test.step('who can be reached through one of them only', async () => {
    await window.getByRole('button', { name: /Priya Nair alone reaches them/ }).click();
    await expect(window.getByRole('tab', { name: 'Only through Priya Nair (16)' })).toBeVisible();
    await expect(window.getByRole('tabpanel').getByRole('link')).toHaveCount(16);
    expect(await app.findAccessibilityFaults()).toEqual([]);
  });

  await test.step('a reported size makes the answer an interval, in words', async () => {
    await window.getByRole('button', { name: /Note how many contacts .* of Tom Okafor/ }).click();
    await window.getByLabel('Platform').last().selectOption({ label: 'Facebook' });
    await window.getByLabel('Contacts shown').fill('115');
    await window.getByLabel('Of these shared with me').fill('62');
    await window.keyboard.press('Enter');
    await expect(window.getByText('Between 53 and 70 people new to you')).toBeVisible();
  });

  await test.step('the best three become the set', async () => {
    await window.getByRole('textbox', { name: 'How many', exact: true }).fill('3');
    await window.getByRole('button', { name: 'Use these 3 above' }).click();
    await expect(window.getByRole('button', { name: /Jonas Weber adds 16 new/ })).toBeVisible();
    await expect(window.getByRole('img', { name: /New people reached/ })).toBeVisible();
  });
});
