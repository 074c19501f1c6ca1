import { expect, test } from './app-fixture.ts';

const lines = ['Jane Doe !today "send the portfolio"', 'Tom Brown !today "lend a book"'];

test('what was promised at an event comes up on Today and is worked off by keyboard alone', async ({
  app,
}) => {
  const { window } = app;
  const { keyboard } = window;
  const promises = window.getByRole('region', { name: 'Promised at events' });
  const line = (name: string) => promises.getByRole('listitem').filter({ hasText: name });
  await app.startOwnBook('Robin Me');
  expect(await app.findAccessibilityFaults()).toEqual([]);

  await test.step('an empty book has nothing that waits, and says what will come here', async () => {
    await keyboard.press('g');
    await keyboard.press('t');
    await expect(window.getByRole('heading', { name: 'Nothing waits' })).toBeVisible();
    expect(await app.findAccessibilityFaults()).toEqual([]);
  });

  await test.step('two people are logged at an event, each with a promise for today', async () => {
    await keyboard.press('g');
    await keyboard.press('e');
    await expect(window.getByLabel('What was it?')).toBeFocused();
    await keyboard.type('Print fair');
    await keyboard.press('Enter');
    const box = window.getByLabel('Whom did you meet?');
    const justLogged = window.getByRole('list', { name: 'Just logged' });
    await expect(box).toBeFocused();
    for (const [index, said] of lines.entries()) {
      await keyboard.insertText(said);
      await keyboard.press('Enter');
      await expect(justLogged.getByRole('listitem')).toHaveCount(index + 1);
    }
  });

  await test.step('g t leads to Today, where both wait', async () => {
    await window.getByRole('heading', { level: 1 }).click();
    await keyboard.press('g');
    await keyboard.press('t');
    await expect(window.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
    await expect(line('Jane Doe')).toContainText('send the portfolio');
    await expect(line('Tom Brown')).toContainText('Print fair');
  });

  await test.step('j goes to a line, d ends it, and the focus is on the next', async () => {
    await keyboard.press('j');
    await expect(line('Jane Doe').getByRole('link', { name: /Jane Doe/ })).toBeFocused();
    await keyboard.press('d');
    await expect(line('Jane Doe')).toHaveCount(0);
    await expect(line('Tom Brown').getByRole('link', { name: /Tom Brown/ })).toBeFocused();
  });

  await test.step('Ctrl+Z brings it back', async () => {
    await keyboard.press('Control+z');
    await expect(line('Jane Doe')).toBeVisible();
  });

  await test.step('s puts a line off, by the arrows and Enter', async () => {
    await keyboard.press('s');
    await expect(window.getByRole('menuitem', { name: /Tomorrow/ })).toBeFocused();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expect(line('Tom Brown')).toHaveCount(0);
    const coming = window.getByRole('region', { name: 'The next seven days' });
    await expect(coming).toContainText('Tom Brown');
    await keyboard.press('Control+z');
    await expect(line('Tom Brown').getByRole('button')).toHaveCount(3);
  });

  await test.step('l logs a contact in one line and ends what it was about', async () => {
    await keyboard.press('k');
    await keyboard.press('k');
    await expect(line('Jane Doe').getByRole('link', { name: /Jane Doe/ })).toBeFocused();
    await keyboard.press('l');
    await expect(window.getByLabel('What about?')).toBeFocused();
    expect(await app.findAccessibilityFaults()).toEqual([]);
    await keyboard.type('sent it, she liked it');
    await keyboard.press('Enter');
    await expect(line('Jane Doe')).toHaveCount(0);
  });

  await test.step('Enter opens the person, where the contact stands', async () => {
    await keyboard.press('Control+z');
    await expect(line('Jane Doe')).toBeVisible();
    await expect(window.getByRole('button', { name: /^Redo/ })).toBeEnabled();
    await keyboard.press('Control+Shift+z');
    await expect(line('Jane Doe')).toHaveCount(0);
    await keyboard.press('Control+z');
    await expect(line('Jane Doe')).toBeVisible();
    await line('Jane Doe')
      .getByRole('link', { name: /Jane Doe/ })
      .focus();
    await keyboard.press('Enter');
    await expect(window.getByRole('heading', { level: 1, name: 'Jane Doe' })).toBeVisible();
  });
});

test('j and k reach every line of every section, thanks and pairs and all', async ({ app }) => {
  const { window } = app;
  await app.openSample();
  await app.goTo('Today');
  const all = window.locator('main section > ul > li');
  for (const name of ['Thanks owed', 'Pairs worth introducing']) {
    await expect(window.getByRole('region', { name }).locator('li').first()).toBeVisible();
  }
  const total = await all.count();
  const hasFocus = (at: number) =>
    all.nth(at).evaluate((line) => line.contains(document.activeElement));
  for (let at = 0; at < total; at += 1) {
    await window.keyboard.press('j');
    expect(await hasFocus(at)).toBe(true);
  }
  for (let at = total - 2; at >= 0; at -= 1) {
    await window.keyboard.press('k');
    expect(await hasFocus(at)).toBe(true);
  }
});

test('a rhythm that is due ends with the contact that is logged, and begins anew', async ({
  app,
}) => {
  const { window } = app;
  await app.openSample();
  await app.goTo('Today');
  const section = window.getByRole('region', { name: 'Keep in touch' });
  const tom = section.getByRole('listitem').filter({ hasText: 'Tom Okafor' });
  await expect(tom).toContainText('Every 2 weeks');
  await tom.getByRole('button', { name: 'In touch today: Tom Okafor' }).click();
  await expect(tom).toHaveCount(0);
  await window.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
  await expect(tom).toBeVisible();
});

test('a click on the notice of the day brings the window to Today', async ({ app }) => {
  const { window } = app;
  await app.openSample();
  // the notice itself belongs to the desktop: this is what its click tells the window
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('acquaint:show-today', {});
  });
  await expect(window.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
});
