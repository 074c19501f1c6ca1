import { expect, test } from './app-fixture.ts';
import { takeIfWanted } from './pictures.ts';

const first = 'four plain English words';
const second = 'another line of words';

test('the passphrase is changed in Settings, the sheet is shown again, and locking by itself is set', async ({
  app,
}) => {
  const { window } = app;
  await app.startOwnBook('Sam Carter');
  const { recoveryKey } = await app.call<{ recoveryKey: string }>('encryption.turnOn', {
    passphrase: first,
  });
  await app.goTo('Settings');

  await test.step('a wrong one changes nothing, and is typed again without the mouse', async () => {
    await window.getByRole('button', { name: 'Change the passphrase…' }).click();
    const old = window.getByLabel('Passphrase', { exact: true });
    await expect(old).toBeFocused();
    await window.keyboard.type('not the right one');
    await window.getByLabel('New passphrase').fill(second);
    await window.getByLabel('The same once more').fill(second);
    await takeIfWanted(app, 'safety/changing');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('alert')).toContainText('This is not the passphrase');
    expect(await app.findAccessibilityFaults()).toEqual([]);
    await old.fill(first);
    await window.keyboard.press('Enter');
    await expect(window.getByText('The passphrase is changed.')).toBeVisible();
  });

  await test.step('the sheet is the one of the beginning', async () => {
    await window.getByRole('button', { name: 'Recovery sheet…' }).click();
    await expect(window.getByLabel('Passphrase', { exact: true })).toBeFocused();
    await window.keyboard.type(second);
    await window.keyboard.press('Enter');
    const sheet = window.getByRole('dialog', { name: 'Your recovery sheet' });
    await expect(sheet).toContainText(recoveryKey);
    await sheet.getByRole('button', { name: 'I have put it away' }).click();
  });

  await test.step('a minute without a key locks it, by the clock of the program', async () => {
    await window.getByRole('combobox', { name: 'Lock by itself' }).click();
    await window.getByRole('option', { name: 'After 1 minute without a key or the mouse' }).click();
    await expect.poll(() => app.call('shell.lockSettings', {})).toMatchObject({ afterMinutes: 1 });
    await app.electron.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() + 60_000;
    });
    await expect(window.getByRole('heading', { level: 1 })).toHaveText('Your book is locked');
  });

  await test.step('only the new passphrase opens it', async () => {
    await expect(window.getByLabel('Passphrase')).toBeFocused();
    await window.keyboard.type(first);
    await window.keyboard.press('Enter');
    await expect(window.getByRole('alert')).toContainText('This is not the passphrase');
    await window.keyboard.press('Control+a');
    await window.keyboard.type(second);
    await window.keyboard.press('Enter');
    await expect(window.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  });
});
