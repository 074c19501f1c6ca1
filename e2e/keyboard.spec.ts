import { expect, openPalette, tabTo, test } from './app-fixture.ts';

test('Events are worked with the keyboard alone', async ({ app }) => {
  const { window } = app;
  const { keyboard } = window;
  await app.openSample();
  await keyboard.press('g');
  await keyboard.press('e');
  await expect(window.getByLabel('What was it?')).toBeFocused();

  await test.step('sorted by what they brought, from the palette', async () => {
    await openPalette(window);
    await keyboard.type('sort by what it brought');
    await keyboard.press('Enter');
    await expect(window.getByText(/Ranked by what is hardest to get/)).toBeVisible();
    await expect(window.getByRole('columnheader', { name: 'Event', exact: true })).toHaveAttribute(
      'aria-sort',
      'none',
    );
    await tabTo(window, window.getByRole('button', { name: 'Met', exact: true }));
    await keyboard.press('Enter');
    await expect(window.getByRole('columnheader', { name: 'Met', exact: true })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
  });

  await test.step('one is made, a known name completed, the line kept and taken back', async () => {
    await keyboard.press('g');
    await keyboard.press('e');
    await tabTo(window, window.getByLabel('What was it?'));
    await keyboard.type('Print fair');
    await keyboard.press('Enter');
    const field = window.getByLabel('Whom did you meet?');
    await expect(field).toBeFocused();
    await keyboard.type('Tom Oka');
    await expect(window.getByRole('option', { name: 'Tom Okafor' })).toBeVisible();
    await keyboard.press('Tab');
    await expect(field).toHaveValue('Tom Okafor ');
    await keyboard.type('!friday "send the samples"');
    await keyboard.press('Enter');
    await expect(window.getByText('1 person met, 1 there')).toBeVisible();
    await keyboard.press('Control+z');
    await expect(window.getByText('0 people met, 0 there')).toBeVisible();
  });

  await test.step('its title is changed, and the event removed and brought back', async () => {
    await keyboard.press('Control+e');
    const dialog = window.getByRole('dialog', { name: 'Edit event' });
    await expect(dialog.getByLabel('What was it?')).toBeFocused();
    await keyboard.press('Control+a');
    await keyboard.type('Paper fair');
    await keyboard.press('Enter');
    await expect(window.getByRole('heading', { level: 1, name: 'Paper fair' })).toBeVisible();
    await openPalette(window);
    await keyboard.type('remove event');
    await keyboard.press('Enter');
    await expect(window.getByRole('heading', { level: 1, name: 'Events' })).toBeVisible();
    await expect(window.getByRole('link', { name: 'Paper fair' })).toHaveCount(0);
    await openPalette(window);
    await keyboard.type('undo: remove event');
    await expect(window.getByRole('option', { name: /Undo: Remove event/ })).toBeVisible();
    await keyboard.press('Enter');
    await expect(window.getByRole('link', { name: 'Paper fair' })).toBeVisible();
  });
});

test('keys typed ahead of the window are not lost', async ({ app }) => {
  const { window } = app;
  const { keyboard } = window;
  const box = window.getByRole('combobox', { name: /Find anything/ });
  await app.openSample();

  await test.step('a name typed right after the palette is called', async () => {
    await keyboard.press('Control+k');
    await keyboard.type('events');
    await expect(box).toHaveValue('events');
  });
  await test.step('the palette called again before the page is there, which takes the focus', async () => {
    await keyboard.press('Enter');
    await keyboard.press('Control+k');
    await keyboard.type('sunita rao');
    await expect(window.getByLabel('What was it?')).toBeVisible();
    await expect(box).toHaveValue('sunita rao');
    await keyboard.press('Enter');
    await expect(window.getByRole('heading', { level: 1, name: 'Sunita Rao' })).toBeVisible();
  });
  await test.step('redo right after undo', async () => {
    await keyboard.press('Control+k');
    await keyboard.type('events');
    await keyboard.press('Enter');
    await expect(window.getByLabel('What was it?')).toBeFocused();
    await keyboard.type('Print fair');
    await keyboard.press('Enter');
    await expect(window.getByLabel('Whom did you meet?')).toBeFocused();
    await tabTo(window, window.getByRole('link', { name: 'Events' }).first());
    await keyboard.press('Control+z');
    await keyboard.press('Control+Shift+Z');
    await expect(window.getByText(/^Done again: /)).toBeVisible();
    await expect(window.getByRole('heading', { level: 1, name: 'Print fair' })).toBeVisible();
  });
});

test('the introductions board is worked with the keyboard alone', async ({ app }) => {
  const { window } = app;
  const { keyboard } = window;
  await app.openSample();
  await keyboard.press('g');
  await keyboard.press('i');
  const card = window.getByRole('button', {
    name: /Dev Patel-Shah to introduce you to Sunita Rao/,
  });
  const column = (name: string) => window.getByRole('region', { name: new RegExp(`^${name}, `) });
  await expect(column('Asked')).toContainText('Sunita Rao');
  await tabTo(window, card);
  await keyboard.press('ArrowRight');
  await expect(column('Permission asked')).toContainText('Sunita Rao');
  await expect(card).toBeFocused();
  await keyboard.press('Enter');
  await expect(window.getByRole('dialog')).toBeVisible();
  await keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await expect(card).toBeFocused();
  await keyboard.press('ArrowLeft');
  await expect(column('Asked')).toContainText('Sunita Rao');

  await test.step('a new one is begun, and the view changed', async () => {
    await keyboard.press('n');
    await expect(window.getByRole('dialog')).toBeVisible();
    await keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toHaveCount(0);
    await keyboard.press('v');
    await expect(window.getByRole('table')).toContainText('Sunita Rao');
  });
});

test('tags and topics are worked with the keyboard alone', async ({ app }) => {
  const { window } = app;
  const { keyboard } = window;
  await app.openSample();
  await keyboard.press('g');
  await keyboard.press('l');
  await expect(window.getByRole('heading', { level: 1, name: 'Tags & topics' })).toBeVisible();
  await test.step('any button of a page can be pressed from the palette', async () => {
    await openPalette(window);
    await keyboard.type('colour of brand');
    await expect(window.getByRole('option', { name: /Colour of brand/ })).toBeVisible();
    await keyboard.press('Enter');
    const colours = window.getByRole('radiogroup', { name: 'Colour of brand' });
    await expect(colours.locator(':focus')).toHaveCount(1);
    await keyboard.press('Escape');
    await expect(window.getByRole('radiogroup')).toHaveCount(0);
  });
  await keyboard.press('/');
  await keyboard.type('accountant');
  await tabTo(window, window.getByRole('button', { name: 'Add another word for accountant' }));
  await keyboard.press('Enter');
  await expect(window.getByLabel('Another word', { exact: true })).toBeFocused();
  await keyboard.type('numbers person');
  await keyboard.press('Enter');
  await expect(window.getByText('numbers person')).toBeVisible();

  await test.step('the new word is understood by Who to ask', async () => {
    await keyboard.press('Escape');
    await openPalette(window);
    await keyboard.type('who to ask');
    await keyboard.press('Enter');
    await expect(window.getByRole('combobox', { name: /looking for/ })).toBeFocused();
    await keyboard.type('numbers person');
    await expect(window.getByRole('option', { name: /Offers accountant/ })).toBeVisible();
  });
});

test('a job is logged for somebody with the keyboard alone, and the focus never leaves its window', async ({
  app,
}) => {
  const { window } = app;
  const { keyboard } = window;
  await app.openSample();
  await keyboard.press('g');
  await keyboard.press('c');
  await expect(window.getByRole('heading', { level: 1, name: 'Outcomes' })).toBeVisible();
  await keyboard.press('n');
  const log = window.getByRole('dialog', { name: 'Log an outcome' });
  await expect(log.getByLabel('What came of it?')).toBeFocused();
  await keyboard.type('Poster for the fair');
  await tabTo(window, log.getByLabel('Value'));
  await keyboard.type('450');
  await tabTo(window, log.getByRole('radiogroup', { name: 'For whom?' }).getByLabel('Nobody'));
  await keyboard.press('ArrowRight');
  await tabTo(window, log.getByRole('combobox', { name: 'Person', exact: true }));
  await keyboard.type('rafael');
  await expect(window.getByRole('option', { name: /Rafael Moreno/ })).toBeVisible();
  await keyboard.press('Enter');
  await expect(log.getByRole('group', { name: 'Person: Rafael Moreno' })).toBeFocused();
  await tabTo(window, log.getByRole('button', { name: 'Keep it' }));
  await keyboard.press('Enter');
  await expect(window.getByRole('article', { name: 'Poster for the fair' })).toContainText('£450');
});

test('a letter takes the focus when it is there, and gives it back to the button that opened it', async ({
  app,
}) => {
  const { window } = app;
  const { keyboard } = window;
  await app.openSample();
  await app.goTo('Who to ask');
  await keyboard.type('acountant');
  await expect(window.getByRole('option', { name: /if “.+” is misspelt/ }).first()).toBeVisible();
  await keyboard.press('Enter');
  await expect(window.getByText('taken for a misspelling')).toBeVisible();
  const ask = window.getByRole('button', { name: 'Ask Tom Okafor' });
  await tabTo(window, ask);
  await keyboard.press('Enter');
  await expect(window.getByRole('textbox', { name: 'Message' })).toBeFocused();
  await keyboard.type('Dear ');
  await keyboard.press('Escape');
  await expect(ask).toBeFocused();
  await keyboard.press('Enter');
  await expect(window.getByText('it stands as you left it')).toBeVisible();
});
