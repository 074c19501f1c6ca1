import { expect, settle, tabTo, test } from './app-fixture.ts';
import { askTomForAnAccountant } from './pages/ask-page.ts';
import { TransferPage } from './pages/transfer-page.ts';

test.beforeEach(async ({ app }) => {
  await app.openSample();
});

test('from “need an accountant” to a job won, credited up its line to the event where it began', async ({
  app,
}) => {
  const { window } = app;
  const column = (name: string) => window.getByRole('region', { name: new RegExp(`^${name}, `) });

  await test.step('Tom came by an introduction himself: Siobhán’s, at the late opening', async () => {
    await app.goTo('Introductions');
    await window.getByRole('button', { name: 'New introduction' }).click();
    await window.getByText('You were introduced', { exact: true }).click();
    await pick('Who introduced you?', 'Siobhán Kelly');
    await pick('To whom?', 'Tom Okafor');
    await window.getByRole('button', { name: 'Add to the board' }).click();
    await column('Made')
      .getByRole('button', { name: /Siobhán Kelly introduced you to Tom Okafor/ })
      .click();
    await window.getByRole('combobox', { name: 'Began at' }).click();
    await window.getByRole('option', { name: 'Old Foundry late opening' }).click();
    await expect(
      window.getByRole('list', { name: 'Line of descent' }).getByText('Old Foundry late opening'),
    ).toBeVisible();
    await window.keyboard.press('Escape');
  });

  await test.step('need an accountant: ask the best person', async () => {
    await askTomForAnAccountant(app);
    await window.getByRole('button', { name: 'I have asked' }).click();
  });

  const card = window.getByRole('button', { name: /Tom Okafor to introduce you to Harriet Osei/ });
  await test.step('the ask came from the introduction to Tom', async () => {
    await app.goTo('Introductions');
    await card.click();
    await window.getByRole('combobox', { name: 'Came from' }).click();
    await window.getByRole('option', { name: /Siobhán Kelly introduced you to Tom/ }).click();
    await expect(window.getByRole('list', { name: 'Line of descent' })).toContainText('Siobhán');
    await window.keyboard.press('Escape');
  });

  await test.step('asked → permission asked → accepted → made → met', async () => {
    await card.focus();
    for (const state of ['Permission asked', 'Accepted', 'Made', 'Met']) {
      await window.keyboard.press('ArrowRight');
      await expect(column(state)).toContainText('Harriet Osei');
      await expect(card).toBeFocused();
    }
  });

  await test.step('the outcome offers to log its value', async () => {
    await window.keyboard.press('ArrowRight');
    await window.getByRole('button', { name: 'Keep the outcome' }).click();
    const log = window.getByRole('dialog', { name: 'Log an outcome' });
    await log.getByLabel('What came of it?').fill('Reports for Northgate');
    await log.getByLabel('Value').fill('1,200');
    await log.getByRole('button', { name: 'Keep it' }).click();
    await expect(log).toBeHidden();
  });

  await test.step('credited: the introducer, their introducer, and the event where it began', async () => {
    await app.goTo('Outcomes');
    const job = window.getByRole('article', { name: 'Reports for Northgate' });
    await expect(job).toContainText('£1,200');
    const line = job.getByRole('listitem');
    await expect(line).toContainText([
      'Old Foundry late opening',
      'Siobhán Kelly introduced you to Tom Okafor',
      'Tom Okafor introduced you to Harriet Osei',
      'Reports for Northgate',
    ]);
    const row = (name: RegExp) =>
      window.getByRole('row').filter({ has: window.getByRole('button', { name }) });
    await expect(row(/of Siobhán Kelly/)).toContainText('£1,200');
    await expect(row(/of Tom Okafor/)).toContainText('£7,200');
    await window.getByText('Event', { exact: true }).click();
    await expect(row(/of Old Foundry late opening/)).toContainText('£1,850');
  });

  async function pick(label: string, name: string): Promise<void> {
    await window.getByRole('combobox', { name: label }).fill(name);
    await window
      .getByRole('option', { name: new RegExp(name) })
      .first()
      .click();
  }
});

test('two whom I introduced appear in each other’s imported list: it took, and is said once', async ({
  app,
}) => {
  const { window } = app;
  // Callum and Leonie were introduced thirteen days ago; his list says that they linked a week later
  const connectedOn = new Intl.DateTimeFormat('en-GB', {
    day: '2-digit',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.now() - 6 * 86_400_000);
  await app.goTo('Import & export');
  await window.locator('input[type=file]').setInputFiles({
    name: 'Connections.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      `First Name,Last Name,URL,Email Address,Company,Position,Connected On
Leonie,Achterberg,https://www.linkedin.com/in/leonie-a,leonie@example.org,Old Foundry Museum,Guest curator,${connectedOn.replace('Sept', 'Sep')}
`,
    ),
  });
  await window.getByText('Somebody else’s').click();
  await window.getByRole('combobox', { name: 'Who exported this list?' }).fill('Callum Reid');
  await window.getByRole('option', { name: /^Callum Reid/ }).click();
  await window.getByRole('button', { name: 'See what it would do' }).click();
  await new TransferPage(app).apply();

  await app.goTo('Today');
  await expect(window.getByRole('region', { name: 'Introductions that took' })).toContainText(
    'Leonie Achterberg',
  );
  await app.goTo('Introductions');
  const took = window.getByRole('list', { name: 'Introductions that took' });
  const sign = took.getByRole('listitem').filter({ hasText: 'Leonie Achterberg' });
  await expect(sign).toContainText('They are linked on LinkedIn since');
  await expect(window.getByText(/2 of the \d introductions you made took/)).toBeVisible();
  await sign.getByRole('button', { name: /^Nice/ }).click();
  await expect(sign).toHaveCount(0);
  await expect(window.getByText(/2 of the \d introductions you made took/)).toBeVisible();
});

test('a suggested pair is put on the board, and another is not suggested again', async ({
  app,
}) => {
  const { window } = app;
  await app.goTo('Introductions');
  const suggested = window.getByRole('region', { name: /^Suggested, / });
  await expect(suggested).toContainText('Marit Solberg needs printing, which Tom Okafor offers');
  await suggested.getByRole('button', { name: /Put on the board: Tom Okafor and Marit/ }).click();
  await expect(window.getByRole('region', { name: /^Idea, / })).toContainText(
    'You introduce Tom Okafor and Marit Solberg',
  );
  await expect(suggested).not.toContainText('needs printing');

  await suggested.getByRole('button', { name: /Not these two: .*Adaeze Nwosu/ }).click();
  await expect(suggested.getByRole('article', { name: /Adaeze/ })).toHaveCount(0);
  await suggested.getByText('Not these two (2)').click();
  await suggested.getByRole('button', { name: /Suggest .*Adaeze Nwosu.* again/ }).click();
  await expect(suggested.getByRole('article', { name: /Adaeze/ })).toBeVisible();
});

test('thanks owed are noted, and leave the list', async ({ app }) => {
  const { window } = app;
  await app.goTo('Outcomes');
  const owed = window.getByRole('region', { name: 'Thanks owed' });
  await owed.getByRole('button', { name: 'I thanked them: Chloe Whitfield' }).click();
  await window.getByRole('textbox', { name: /How\?/ }).fill('A card');
  await window
    .getByRole('dialog')
    .getByRole('button', { name: 'I thanked them', exact: true })
    .click();
  await expect(owed.getByRole('button', { name: 'I thanked them: Chloe Whitfield' })).toHaveCount(
    0,
  );
  await owed.getByText(/Thanks given/).click();
  await expect(owed).toContainText('A card');
});

test('of long lists of thanks owed a few are shown, the others at the press of a button, by keyboard', async ({
  app,
}) => {
  const { window } = app;
  const { keyboard } = window;
  for (let personId = 30; personId < 42; personId++)
    await app.call('favours.logShare', { direction: 'received', personId });
  await app.goTo('Outcomes');
  const owed = window.getByRole('region', { name: 'Thanks owed' });
  const buttons = owed.getByRole('button', { name: /^I thanked them: / });
  await expect(buttons).toHaveCount(6);
  // the last one shown leaves: the one before it has the focus, not the page
  const before = await buttons.nth(4).getAttribute('aria-label');
  await buttons.nth(5).focus();
  await keyboard.press('Enter');
  await expect(window.getByRole('textbox', { name: /How\?/ })).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(window.getByText(/^Thanks to .* noted/)).toBeVisible();
  await expect(owed.getByRole('button', { name: before ?? '' })).toBeFocused();
  await owed.getByRole('button', { name: /^Show all \d+$/ }).press('Enter');
  await expect(owed.getByRole('button', { name: /^Show all/ })).toHaveCount(0);
  expect(await buttons.count()).toBeGreaterThanOrEqual(12);
  await expect(owed.getByRole('listitem').filter({ has: window.locator(':focus') })).toHaveCount(1);
});

test('what ends a long form stays in sight in a small window', async ({ app }) => {
  const { window } = app;
  await app.resize(1024, 720);
  await app.goTo('Outcomes');
  await window.getByRole('button', { name: 'Log an outcome' }).click();
  const log = window.getByRole('dialog', { name: 'Log an outcome' });
  await log.getByText('Share', { exact: true }).click();
  await expect(log.getByRole('button', { name: 'Keep it' })).toBeInViewport({ ratio: 1 });
  // the field of the notes is not beneath it when it has the focus
  await tabTo(window, log.getByLabel('Notes'));
  await window.keyboard.type('Paid at once');
  await log.getByRole('button', { name: 'Keep it' }).click({ trial: true });
  await expect(log.getByLabel('Notes')).toBeInViewport({ ratio: 1 });
  await window.keyboard.press('Escape');

  await askTomForAnAccountant(app);
  await expect(window.getByRole('button', { name: 'I have asked' })).toBeInViewport({ ratio: 1 });
});

test('an outcome is tied to an introduction, an event, a person or a share, and read behind its bar, by keyboard alone', async ({
  app,
}) => {
  const { window } = app;
  const { keyboard } = window;
  await app.goTo('Outcomes');
  const log = window.getByRole('dialog', { name: 'Log an outcome' });
  const origins = log.getByRole('radiogroup', { name: 'Where did it come from?' });
  const logButton = window.getByRole('button', { name: 'Log an outcome' });
  /** Opens the window, says what and how much, and goes to where it came from. */
  const begin = async (title: string, origin: string): Promise<void> => {
    await tabTo(window, logButton);
    await keyboard.press('Enter');
    await expect(log.getByLabel('What came of it?')).toBeFocused();
    await keyboard.type(title);
    await keyboard.press('Tab');
    await expect(log.getByLabel('Value')).toBeFocused();
    await keyboard.type('1,250.50');
    await expect(log).toContainText('That is £1,250.50.');
    await tabTo(window, origins.getByRole('radio', { name: 'Not known' }));
    const radio = origins.getByRole('radio', { name: origin, exact: true });
    for (let press = 0; press < 4 && !(await radio.isChecked()); press++)
      await keyboard.press('ArrowRight');
    await expect(radio).toBeChecked();
  };
  /** Types into the box that asks which, takes the first that fits, and keeps it all. */
  const finish = async (box: string, typed: string, option: RegExp): Promise<void> => {
    await tabTo(window, log.getByRole('combobox', { name: box }));
    await keyboard.type(typed);
    await expect(window.getByRole('option', { name: option }).first()).toBeVisible();
    await settle(window);
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await tabTo(window, log.getByRole('button', { name: 'Keep it' }));
    await keyboard.press('Enter');
    await expect(log).toBeHidden();
    // Tab goes on where the window was opened from
    await keyboard.press('Tab');
    await expect(logButton).toBeFocused();
  };
  const job = (title: string) => window.getByRole('article', { name: title });

  await begin('By introduction', 'Introduction');
  await finish('Which introduction?', 'Rafael Moreno introduced', /Rafael Moreno introduced you/);
  await expect(job('By introduction').getByRole('listitem')).toContainText([/Rafael Moreno/]);

  await begin('By event', 'Event');
  await finish('Which event?', 'Brews', /Brews & Books/);
  await expect(job('By event').getByRole('listitem').first()).toContainText('Brews & Books');

  await begin('By person', 'Person');
  await finish('Through whom?', 'Kwame', /Kwame Boateng/);
  await expect(job('By person').getByRole('listitem').first()).toContainText('Kwame Boateng');

  await begin('By share', 'Share');
  await finish('Which message that somebody passed on?', 'Chloe', /Chloe Whitfield/);
  await expect(job('By share').getByRole('listitem').first()).toContainText('Chloe Whitfield');

  await test.step('Tab stops nowhere in the drawing', async () => {
    const chart = window.getByRole('img', { name: /^Bars by / });
    await expect(chart.locator('svg')).toBeVisible();
    const takeFocus = await chart.evaluate((image) =>
      [...image.querySelectorAll<SVGElement>('svg, svg *')].filter((part) => {
        part.focus();
        return part === document.activeElement;
      }),
    );
    expect(takeFocus).toEqual([]);
  });

  await test.step('the figures behind a bar', async () => {
    const row = window.getByRole('button', { name: 'Show the 1 outcome of Kwame Boateng' });
    await tabTo(window, row);
    await keyboard.press('Enter');
    await expect(row).toHaveAttribute('aria-pressed', 'true');
    await expect(
      window.getByRole('heading', { name: /Jobs and gains of Kwame Boateng/ }),
    ).toBeVisible();
    await expect(job('By person')).toBeVisible();
    await expect(job('By event')).toHaveCount(0);
  });
});
