import { expect, test } from './app-fixture.ts';

test.beforeEach(async ({ app }) => {
  await app.openSample();
  await app.goTo('Introductions');
});

test('a card is moved by arrow keys, step by step, until what came of it is known', async ({
  app,
}) => {
  const { window } = app;
  const card = window.getByRole('button', {
    name: /Dev Patel-Shah to introduce you to Sunita Rao/,
  });
  const column = (name: string) => window.getByRole('region', { name: new RegExp(`^${name}, `) });
  await expect(column('Asked')).toContainText('Sunita Rao');
  await card.focus();
  await window.keyboard.press('ArrowRight');
  await expect(column('Permission asked')).toContainText('Sunita Rao');
  await expect(card).toBeFocused();
  for (const state of ['Accepted', 'Made', 'Met']) {
    await window.keyboard.press('ArrowRight');
    await expect(column(state)).toContainText('Sunita Rao');
    await expect(card).toBeFocused();
  }
  await window.keyboard.press('ArrowRight');
  await expect(window.getByRole('dialog', { name: 'What came of it?' })).toBeVisible();
  await window.getByRole('button', { name: 'Keep the outcome' }).click();
  await expect(column('Came of it')).toContainText('Sunita Rao');
});

test('pairs are refused one after the other by keyboard: the focus goes on to the next', async ({
  app,
}) => {
  const { window } = app;
  const refuse = window.getByRole('button', { name: /^Not these two/ });
  await expect(refuse).toHaveCount(3);
  await refuse.first().focus();
  for (const left of [2, 1]) {
    await window.keyboard.press('Enter');
    await expect(refuse).toHaveCount(left);
    await expect(window.locator(':focus')).toHaveAccessibleName(/^Not these two/);
  }
});

test('a card is dragged to another column, and a step that is not possible is refused in words', async ({
  app,
}) => {
  const { window } = app;
  // all columns in view: a drag does not scroll the board
  await app.resize(1900, 1000);
  const card = window.getByRole('button', {
    name: /Dev Patel-Shah to introduce you to Sunita Rao/,
  });
  await card.dragTo(window.getByRole('region', { name: /^Accepted, / }));
  await expect(window.getByRole('region', { name: /^Accepted, / })).toContainText('Sunita Rao');
  await card.dragTo(window.getByRole('region', { name: /^Met, / }));
  await expect(window.getByText(/cannot become “met” at once/)).toBeVisible();
});

test('a need and an offer are brought together, from where they meet on the board of needs', async ({
  app,
}) => {
  const { window } = app;
  await window.getByText('Needs & offers', { exact: true }).click();
  await window.getByRole('button', { name: 'Bring two together for printing' }).click();
  const making = window.getByRole('dialog', { name: 'New introduction' });
  await expect(making).toContainText('Marit Solberg');
  await expect(making).toContainText('Tom Okafor');
  await making.getByRole('combobox', { name: 'Began at' }).click();
  await window.getByRole('option', { name: 'Brews & Books' }).click();
  await making.getByRole('button', { name: 'Add to the board' }).click();
  await expect(making).toBeHidden();
  await window.getByText('Board', { exact: true }).click();
  const card = window.getByRole('button', { name: /You introduce Marit Solberg and Tom Okafor/ });
  await expect(card).toContainText('Next: ask Marit Solberg and Tom Okafor');
  await card.click();
  await expect(window.getByRole('list', { name: 'Line of descent' })).toContainText(
    'Brews & Books',
  );
});

test('of very many topics the board of needs shows a part, and more at the press of a button', async ({
  app,
}) => {
  const { window } = app;
  for (let at = 1; at <= 30; at++)
    await app.call('topics.addStatement', { personId: 3, kind: 'needs', topic: `rarity ${at}` });
  await window.getByText('Needs & offers', { exact: true }).click();
  const rarities = window.getByRole('article', { name: /^rarity/ });
  const more = window.getByRole('button', { name: /^Show \d+ more of \d+$/ });
  await expect(more).toBeVisible();
  expect(await rarities.count()).toBeLessThan(30);
  await more.press('Enter');
  await expect(rarities).toHaveCount(30);
});

test('of many who offer a topic the board of needs names a few, and the others at the press of a button', async ({
  app,
}) => {
  const { window } = app;
  for (let personId = 3; personId <= 12; personId++)
    await app.call('topics.addStatement', { personId, kind: 'offers', topic: 'rarity' });
  await window.getByText('Needs & offers', { exact: true }).click();
  const card = window.getByRole('article', { name: 'rarity' });
  await expect(card.getByRole('link')).toHaveCount(6);
  await card.getByRole('button', { name: '4 more' }).press('Enter');
  await expect(card.getByRole('link')).toHaveCount(10);
  await expect(card.getByRole('button')).toHaveCount(0);
});

test('the list shows one state at a time, with dates and the next step', async ({ app }) => {
  const { window } = app;
  await window.getByText('List', { exact: true }).click();
  const rows = window.getByRole('table').getByRole('row');
  // twelve of the story, and two that came with the lines of events (“via …”)
  await expect(rows).toHaveCount(1 + 14);
  await window.getByRole('combobox', { name: 'State' }).click();
  await window.getByRole('option', { name: 'Asked', exact: true }).click();
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText('remind Dev Patel-Shah');
});
