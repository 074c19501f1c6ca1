import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type App, expect, openPalette, type Scheme, test } from './app-fixture.ts';

const pages = [
  'Today',
  'People',
  'Events',
  'Who to ask',
  'Overlap',
  'Reach',
  'Introductions',
  'Outcomes',
  'Map',
  'Import & export',
  'Settings',
];

for (const scheme of ['light', 'dark'] satisfies Scheme[]) {
  test(`every page of the sample book passes the accessibility check, ${scheme}`, async ({
    app,
  }) => {
    await app.useScheme(scheme);
    expect(await app.findAccessibilityFaults()).toEqual([]);
    await app.openSample();
    for (const page of pages) {
      await app.goTo(page);
      await test.step(page, async () => {
        await expect(app.window.getByRole('status', { name: 'Loading…' })).toHaveCount(0);
        expect(await app.findAccessibilityFaults()).toEqual([]);
      });
    }
  });
}

test('pages that open from others pass the accessibility check too', async ({ app }) => {
  const { window } = app;
  await app.openSample();
  await test.step('a person', async () => {
    await window.getByRole('link', { name: /Mara Lindqvist/ }).click();
    await expect(window.getByRole('heading', { level: 1, name: 'Mara Lindqvist' })).toBeVisible();
    expect(await app.findAccessibilityFaults()).toEqual([]);
  });
  await test.step('the sheet for a meeting', async () => {
    const { id } = await app.call<{ id: number }>('people.resolve', { name: 'Tom Okafor' });
    await window.evaluate((hash) => {
      location.hash = hash;
    }, `#/people/${id}`);
    await window.getByRole('button', { name: 'More about Tom Okafor' }).click();
    await window.getByRole('menuitem', { name: 'Sheet for a meeting' }).click();
    await expect(window.getByRole('article', { name: 'Meeting Tom Okafor' })).toBeVisible();
    expect(await app.findAccessibilityFaults()).toEqual([]);
  });
  await test.step('the letters, each kind', async () => {
    await app.goTo('Settings');
    await window.getByRole('link', { name: 'Open letters' }).click();
    const kinds = window.getByRole('combobox', { name: 'Kind of letter' });
    const values = await kinds.locator('option').all();
    expect(values.length).toBeGreaterThan(5);
    for (let index = 0; index < values.length; index += 1) {
      await kinds.selectOption({ index });
      expect(await app.findAccessibilityFaults()).toEqual([]);
    }
  });
  await test.step('an event', async () => {
    await app.goTo('Events');
    await window.getByRole('table').getByRole('link').first().click();
    await window
      .getByLabel('Whom did you meet?')
      .fill('Jane Doe, Acme Print #brand knows Tom Okafor');
    await expect(window.getByRole('status', { name: /understood/ })).toContainText('Acme Print');
    expect(await app.findAccessibilityFaults()).toEqual([]);
  });
  await test.step('the tags and topics', async () => {
    await app.goTo('Settings');
    await window.getByRole('link', { name: 'Open tags & topics' }).click();
    await expect(window.getByRole('heading', { level: 1, name: 'Tags & topics' })).toBeVisible();
    await expect(window.getByText('bookkeeper')).toBeVisible();
    expect(await app.findAccessibilityFaults()).toEqual([]);
    await window.getByRole('button', { name: /^Colour of brand/ }).click();
    await expect(window.getByRole('radiogroup')).toBeVisible();
    expect(await app.findAccessibilityFaults()).toEqual([]);
    await window.keyboard.press('Escape');
  });
  await test.step('an answer of Who to ask', async () => {
    await app.goTo('Who to ask');
    await window
      .getByRole('combobox', { name: 'Whom or what are you looking for?' })
      .fill('accountant');
    await window.getByRole('option', { name: /Offers accountant/ }).click();
    await expect(window.getByRole('article').first()).toBeVisible();
    expect(await app.findAccessibilityFaults()).toEqual([]);
  });
  await test.step('an overlap', async () => {
    await app.goTo('Overlap');
    await window
      .getByRole('button', { name: /new to you/ })
      .first()
      .click();
    await expect(window.getByRole('img', { name: /areas in proportion/ })).toBeVisible();
    expect(await app.findAccessibilityFaults()).toEqual([]);
  });
});

const pictures = process.env['ACQUAINT_SCREENS'];

/** Light and wide, dark and as narrow as a window can be; pictured where pictures are made. */
async function checkTwice(app: App, name: string): Promise<void> {
  for (const [scheme, width] of [
    ['light', 1280],
    ['dark', 720],
  ] as const) {
    await app.useScheme(scheme);
    await app.resize(width, 860);
    expect(await app.findAccessibilityFaults()).toEqual([]);
    if (pictures === undefined) continue;
    const file = path.join(pictures, 'encryption', `${name}-${scheme}-${width}.png`);
    await app.window.screenshot({ path: file, animations: 'disabled' });
  }
}

test('the pages of encryption pass the accessibility check, in both schemes and narrow', async ({
  app,
}) => {
  // twelve checks of long pages
  test.setTimeout(300_000);
  const { window } = app;
  await app.startOwnBook('Sam Carter');
  await app.call('people.create', { name: 'Jane Doe' });
  await app.goTo('Settings');
  await window.getByRole('button', { name: 'Encrypt the book…' }).click();
  await window.getByLabel('New passphrase').scrollIntoViewIfNeeded();
  await checkTwice(app, 'turn-on');
  await window.getByLabel('New passphrase').fill('four plain English words');
  await window.getByLabel('The same once more').fill('four plain English words');
  await window.getByLabel('The same once more').press('Enter');
  const sheet = window.getByRole('dialog', { name: 'Your recovery sheet' });
  await expect(sheet).toBeVisible();
  await checkTwice(app, 'sheet');
  await sheet.getByRole('button', { name: 'I have put it away' }).click();
  await window.getByRole('button', { name: 'Lock now' }).scrollIntoViewIfNeeded();
  await checkTwice(app, 'settings');
  await window.getByRole('row').filter({ hasText: 'Encrypted' }).first().scrollIntoViewIfNeeded();
  await checkTwice(app, 'backups');
  await window.getByRole('button', { name: 'Lock now' }).click();
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Your book is locked');
  await checkTwice(app, 'locked');
  await window.getByRole('button', { name: 'I have forgotten the passphrase' }).click();
  await checkTwice(app, 'recover');
});

test('the sample book is closed without a trace', async ({ app }) => {
  const { window } = app;
  const before = readdirSync(app.folder, { recursive: true }).filter((name) =>
    String(name).includes('sample'),
  );
  await app.openSample();
  await expect(window.getByRole('grid')).toContainText('Abigail Stone');
  await window.getByRole('button', { name: 'Close it' }).click();
  await expect(window.getByLabel('Your name')).toBeVisible();
  const after = readdirSync(app.folder, { recursive: true }).filter((name) =>
    String(name).includes('sample'),
  );
  expect(after).toEqual(before);
  await app.startOwnBook('Robin Me');
  await expect(window.getByText('Abigail Stone')).toHaveCount(0);
});

test('who undoes the start of their own book is offered the way back, by keys and by a button', async ({
  app,
}) => {
  const { window } = app;
  const { keyboard } = window;
  await app.startOwnBook('Robin Me');
  const name = window.getByLabel('Your name');
  for (const keys of ['Control+Shift+z', 'Control+y']) {
    await window.locator('#main').focus();
    await keyboard.press('Control+z');
    await expect(name).toBeFocused();
    await keyboard.press(keys);
    await expect(name).toHaveCount(0);
    await expect(window.getByRole('main')).toBeVisible();
  }
  await window.locator('#main').focus();
  await keyboard.press('Control+z');
  // what is typed into the field has an undo of its own
  await name.fill('Robyn');
  await keyboard.press('Control+y');
  await expect(name).toHaveValue('Robyn');
  await window.getByRole('button', { name: 'Redo: Say that I am Robin Me' }).click();
  await expect(name).toHaveCount(0);
});

test('the palette reaches people and actions, and undo names what it takes back', async ({
  app,
}) => {
  const { window } = app;
  const { keyboard } = window;
  await app.openSample();
  await keyboard.press('Control+k');
  const palette = window.getByRole('combobox', { name: /Find anything/ });
  await expect(palette).toBeFocused();
  await keyboard.type('tom okafor');
  await expect(window.getByRole('option', { name: /Tom Okafor/ })).toBeVisible();
  await keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: 'Tom Okafor' })).toBeVisible();

  await test.step('a command answers to what other programs call it', async () => {
    await openPalette(window);
    await keyboard.type('add contact');
    await expect(window.getByRole('option', { name: /^New person/ })).toBeVisible();
    await keyboard.press('Escape');
  });
  await test.step('a name that nobody bears leads to somebody new', async () => {
    await openPalette(window);
    await keyboard.type('Xanthe Quill');
    await window.getByRole('option', { name: 'Add “Xanthe Quill” as a new person' }).click();
    const form = window.getByRole('dialog', { name: 'New person' });
    await expect(form.getByRole('textbox', { name: /^Name/ })).toHaveValue('Xanthe Quill');
    await keyboard.press('Escape');
  });

  await app.goTo('People');
  await window
    .getByRole('searchbox')
    .or(window.getByPlaceholder('Name, company…'))
    .first()
    .fill('okafro');
  await expect(window.getByRole('grid')).toContainText('Tom Okafor');
});
