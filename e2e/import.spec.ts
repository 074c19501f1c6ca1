import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { App } from './app-fixture.ts';
import { expect, test } from './app-fixture.ts';
import { TransferPage } from './pages/transfer-page.ts';

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'acquaint-import-'));
});
test.afterEach(() => rmSync(folder, { recursive: true }));

function file(name: string, ...lines: readonly string[]): string {
  const whole = path.join(folder, name);
  writeFileSync(whole, lines.join('\n'));
  return whole;
}

const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';
const member = (name: string, company: string): string =>
  `${name.replace(' ', ',')},https://www.linkedin.com/in/${name.replace(' ', '-')},${name.split(' ', 1)[0]}@x.example,${company},Editor,08 Feb 2026`;
const linkedin = (...rows: readonly string[]): string => file('Connections.csv', header, ...rows);
const facebook = (...names: readonly string[]): string =>
  file(
    'your_friends.json',
    JSON.stringify({ friends_v2: names.map((name) => ({ name, timestamp: 1_600_000_000 })) }),
  );

interface Role {
  readonly organisation: { readonly name: string } | null;
  readonly isCurrent: boolean;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
}

/** The jobs of somebody as the book has them. */
async function rolesOf(app: App, text: string): Promise<Role[]> {
  const found = await app.call<{ people: { id: number }[] }>('search.find', { text });
  const { roles } = await app.call<{ roles: Role[] }>('people.get', { id: found.people[0]?.id });
  return roles.map(({ endedOn, isCurrent, organisation, startedOn }) => ({
    endedOn,
    isCurrent,
    organisation,
    startedOn,
  }));
}

/** A book with these people, all at Acme as LinkedIn has it. */
async function startWithColleagues(app: App, ...names: readonly string[]): Promise<TransferPage> {
  const transfer = new TransferPage(app);
  await app.startOwnBook('Robin Me');
  await transfer.importFiles([linkedin(...names.map((name) => member(name, 'Acme')))]);
  return transfer;
}

async function expectNoFaults(app: App): Promise<void> {
  expect(await app.findAccessibilityFaults()).toEqual([]);
}

test('undecided rows are answered by keyboard before the import is applied', async ({ app }) => {
  const { window } = app;
  const transfer = await startWithColleagues(app, 'Jane Doe', 'Tom Brown', 'Ann Lee');
  await transfer.look([facebook('Jane Doe', 'Tom Brown', 'Ann Lee', 'Kim Oh')]);
  const review = window.getByRole('region', { name: 'To be decided first, if you like' });
  const card = review.getByRole('group', { name: 'Are these the same?' });
  await expect(card).toContainText('Jane Doe');
  await expect(card).toContainText('in your book');
  await expectNoFaults(app);
  await card.focus();
  await window.keyboard.press('y');
  await expect(card).toContainText('Tom Brown');
  await window.keyboard.press('n');
  await expect(card).toContainText('Ann Lee');
  await window.keyboard.press('l');
  await expect(review).toContainText('2 questions are answered, 1 left for later.');
  await expect(transfer.count('Known, completed')).toContainText('1');
  await expect(transfer.count('New')).toContainText('2');
  await expectNoFaults(app);
  await transfer.apply();
  // me, the three of LinkedIn, another Tom, another Ann and Kim
  expect(await app.call('people.list', {})).toMatchObject({ total: 7 });
  await window.getByRole('button', { name: 'Import something else' }).click();
  await transfer.look([facebook('Jane Doe', 'Tom Brown', 'Ann Lee', 'Kim Oh')]);
  await expect(transfer.count('Nothing new')).toContainText('4');
});

test('rows of which more than the name speaks for one person are answered together, and taken back together', async ({
  app,
}) => {
  const { window } = app;
  const transfer = await startWithColleagues(app, 'Jane Doe', 'Tom Brown', 'Ann Lee');
  await transfer.look([
    file('people.csv', 'name,company', 'Jane Doe,Acme', 'Tom Brown,Acme', 'Ann Lee,Bolt'),
  ]);
  await expect(window.getByRole('button', { name: /^Import/ })).toBeInViewport();
  await expect(transfer.heading('This is what the import would do')).toBeInViewport();
  await window.getByRole('button', { name: /^The same person in all 2/ }).press('Enter');
  await expect(transfer.count('To be decided')).toContainText('1');
  await expect(window.getByText('1 question left')).toBeVisible();
  await window.getByRole('button', { name: 'Take back the last answer' }).press('Enter');
  await expect(transfer.count('To be decided')).toContainText('3');
  await expectNoFaults(app);
});

test('a newer list tells who moved, came and went; a past import is opened and taken out', async ({
  app,
}) => {
  const { window } = app;
  const transfer = await startWithColleagues(app, 'Anna Berg', 'Tom Brown', 'Ann Lee');
  await transfer.look([
    linkedin(member('Anna Berg', 'Bolt'), member('Tom Brown', 'Acme'), member('Kim Oh', 'Acme')),
  ]);
  await window.getByRole('button', { name: /Changed jobs/ }).click();
  await expect(window.getByText(/Acme.*Bolt/).first()).toBeVisible();
  await expectNoFaults(app);
  await transfer.apply();
  const news = window.getByRole('region', { name: 'News from the list' });
  await expect(news).toContainText('moved from');
  await expect(news.getByRole('button', { name: 'Congratulate' })).toBeVisible();
  await expectNoFaults(app);
  await news.getByRole('button', { name: 'Update role of Anna Berg' }).click();
  await expect(news).toContainText('done on');
  const roles = await rolesOf(app, 'Anna Berg');
  expect(roles).toHaveLength(2);
  expect(roles).toContainEqual({
    organisation: expect.objectContaining({ name: 'Acme' }),
    isCurrent: false,
    startedOn: null,
    endedOn: expect.stringMatching(/^\d{4}-/),
  });
  expect(roles).toContainEqual({
    organisation: expect.objectContaining({ name: 'Bolt' }),
    isCurrent: true,
    startedOn: expect.stringMatching(/^\d{4}-/),
    endedOn: null,
  });

  await window.getByRole('button', { name: 'Connections.csv' }).first().click();
  const drawer = window.getByRole('dialog', { name: /^Connections\.csv/ });
  await expect(drawer).toContainText('moved from');
  await expectNoFaults(app);
  await drawer.getByRole('button', { name: 'See what would go' }).click();
  await expect(drawer.getByText(/would go/)).toBeVisible();
  await expectNoFaults(app);
  await drawer.getByRole('button', { name: 'Take it out' }).click();
  await expect(drawer).toHaveCount(0);
  expect(await app.call('transfer.imports', {})).toHaveLength(1);
});

test('a pasted table that nobody knows is taken by saying what its columns hold', async ({
  app,
}) => {
  const { window } = app;
  await app.startOwnBook('Robin Me');
  await app.goTo('Import & export');
  await window.getByRole('button', { name: 'Paste a list' }).click();
  const paste = window.getByRole('dialog', { name: 'Paste a list' });
  await paste.getByRole('textbox').fill('who;where\nJane Doe;Acme\nTom Brown;Bolt');
  await expectNoFaults(app);
  await paste.getByRole('button', { name: 'Take this list' }).click();
  await window.getByRole('button', { name: 'See what it would do' }).click();
  await window.getByRole('button', { name: 'It is a table: say what its columns hold' }).click();
  await expect(window.getByText('What do the columns hold?')).toBeVisible();
  await expectNoFaults(app);
  await window.getByLabel('What “who” holds').selectOption('Whole name');
  await window.getByLabel('What “where” holds').selectOption('Company');
  await window.getByRole('button', { name: 'See what it would do' }).click();
  const transfer = new TransferPage(app);
  await expect(transfer.count('New')).toContainText('2');
  await transfer.apply();
  expect(await rolesOf(app, 'Jane Doe')).toMatchObject([{ organisation: { name: 'Acme' } }]);
  expect(await rolesOf(app, 'Tom Brown')).toMatchObject([{ organisation: { name: 'Bolt' } }]);
});

test('a folder of cards is written, and brought up to date', async ({ app }) => {
  const { window } = app;
  await app.startOwnBook('Robin Me');
  await app.call('people.create', { name: 'Jane Doe' });
  await app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, folder);
  await app.goTo('Import & export');
  await new TransferPage(app).exportAs('Folder of contacts');
  await expect(window.getByText(/2 written/)).toBeVisible();
  expect(readdirSync(folder).filter((name) => name.endsWith('.vcf'))).toHaveLength(2);
});

test('who has no file yet is told where to find one, and rows left out are told with their reasons', async ({
  app,
}) => {
  const transfer = new TransferPage(app);
  await app.startOwnBook('Robin Me');
  await app.goTo('Import & export');
  const where = app.window.getByText('Where do I find these files?');
  await where.click();
  await expect(app.window.getByText(/Get a copy of your data/)).toBeVisible();
  await expectNoFaults(app);
  await transfer.look([linkedin(member('Ann Lee', 'Acme'), ',,,,,,08 Feb 2026')]);
  await transfer.apply();
  await expect(app.window.getByText('1 new person, 1 new tie')).toBeVisible();
  await app.window.getByText('1 row was left out.').click();
  await expect(app.window.getByText(/Connections\.csv, line \d: .+/)).toBeVisible();
  await expectNoFaults(app);
});

test('reading a large file can be stopped, and the files are still chosen', async ({ app }) => {
  const large = file('Large.csv', header);
  // zeros, which take no room on the disk: longer on their way than Stop takes to be pressed
  truncateSync(large, 400 * 1024 * 1024);
  await app.startOwnBook('Robin Me');
  await app.goTo('Import & export');
  const { window } = app;
  await window.locator('input[type=file]').setInputFiles([large]);
  await window.getByRole('button', { name: 'See what it would do' }).click();
  await expect(window.getByRole('main').getByText('Reading the files…')).toBeVisible();
  await window.getByRole('button', { name: 'Stop' }).click();
  await expect(window.getByText('Stopped before it was finished.')).toBeVisible();
  await expect(window.getByRole('listitem').filter({ hasText: 'Large.csv' })).toBeVisible();
  await expect(window.getByRole('button', { name: 'See what it would do' })).toBeEnabled();
  await expectNoFaults(app);
});

test('a file that was taken away since it was chosen is named', async ({ app }) => {
  const gone = file('Gone.csv', header, member('Ann Lee', 'Acme'));
  await app.startOwnBook('Robin Me');
  await app.goTo('Import & export');
  await app.window.locator('input[type=file]').setInputFiles([gone]);
  rmSync(gone);
  await app.window.getByRole('button', { name: 'See what it would do' }).click();
  await expect(app.window.getByText(/“Gone\.csv” cannot be read: it was moved/)).toBeVisible();
});
