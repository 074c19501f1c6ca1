import { expect, test, worldFile } from './app-fixture.ts';
import { TransferPage } from './pages/transfer-page.ts';

const facebook = (who: string): string =>
  worldFile(`${who}/facebook/connections/friends/your_friends.json`);

test('from an empty book to both questions answered, on real exports', async ({ app }) => {
  const { window } = app;
  const transfer = new TransferPage(app);
  await app.startOwnBook('Robin Me');

  await test.step('my LinkedIn list: the plan says what it will do, and does it', async () => {
    await transfer.look([worldFile('me/linkedin/Connections.csv')]);
    await expect(transfer.count('New')).toContainText('412');
    await expect(transfer.count('Left out')).toContainText('5');
    await transfer.count('Left out').click();
    await expect(window.getByText(/hides their name/).first()).toBeVisible();
    await transfer.apply();
    await expect(window.getByText(/412 new people/)).toBeVisible();
    await window.getByRole('button', { name: 'Import something else' }).click();
  });

  await test.step('the same file again adds nothing', async () => {
    await transfer.look([worldFile('me/linkedin/Connections.csv')]);
    await expect(transfer.count('Nothing new')).toContainText('412');
    await expect(
      window.getByText('Everything in these files is in your book already.'),
    ).toBeVisible();
    await window.getByRole('button', { name: 'Cancel' }).click();
  });

  await transfer.importFiles([worldFile('colleague/linkedin/Connections.csv')], 'Casey Colleague');
  await transfer.importFiles([facebook('me')]);
  await transfer.importFiles([facebook('partner')], 'Pat Partner');

  await test.step('overlap: 62 of the 115 people my partner knows on Facebook are mine', async () => {
    await app.goTo('Overlap');
    await window.getByRole('combobox', { name: 'and of' }).fill('Pat Partner');
    await window.getByRole('option', { name: /Pat Partner/ }).click();
    await window.getByRole('button', { name: 'Facebook' }).click();
    await expect(
      window.getByText('62 of the 115 people Pat Partner knows are also yours.'),
    ).toBeVisible();
    await expect(window.getByText('53 people are new to you through Pat Partner.')).toBeVisible();
    await expect(window.getByRole('img', { name: /Both: 62\./ })).toBeVisible();
  });

  await test.step('who to ask at a company: the colleague, for those only she knows', async () => {
    await app.goTo('Who to ask');
    await window
      .getByRole('combobox', { name: 'Whom or what are you looking for?' })
      .fill('at Digbeth');
    await window.getByRole('option', { name: /Digbeth Digital/ }).click();
    await expect(window.getByText('You know 19 of them yourself')).toBeVisible();
    const best = window.getByRole('article').first();
    // one of the nine whom only the colleague knows, by the answers that came with the exports
    await expect(best).toContainText(
      /Casey Colleague can introduce you to (Charlene Simmons|Isaac Baron|Kajetan Buława|Korinna Gumprich|Luke Bell|Marian Hodgson|Sheila Stewart|Steven Shah|Zoé Lacroix)/,
    );
    await best
      .getByRole('button', { name: /Show the evidence/ })
      .first()
      .click();
    await expect(window.getByText(/Handed over the list of contacts/)).toBeVisible();
    await window.keyboard.press('Escape');
    await best.getByRole('button', { name: 'Ask Casey Colleague' }).click();
    await expect(window.getByRole('textbox', { name: 'Message' })).toHaveValue(/Casey/);
    await window.getByRole('button', { name: 'I have asked' }).click();
  });

  await test.step('the ask is on the board, and still there after a restart', async () => {
    await app.goTo('Introductions');
    await expect(window.getByRole('region', { name: 'Asked, 1 introduction' })).toContainText(
      'Casey',
    );
    await app.stop();
    await app.start();
    await app.goTo('Introductions');
    await expect(app.window.getByRole('region', { name: 'Asked, 1 introduction' })).toContainText(
      'Casey',
    );
  });
});

test('a damaged file ends in a sentence and leaves the book as it was', async ({ app }) => {
  const { window } = app;
  await app.startOwnBook('Robin Me');
  await app.goTo('Import & export');
  await window.locator('input[type=file]').setInputFiles({
    name: 'your_friends.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"friends_v2":[{"name":"Ann'),
  });
  await window.getByRole('button', { name: 'See what it would do' }).click();
  await expect(window.getByRole('alert')).toContainText(/\w+ .*\./);
  await app.goTo('People');
  await expect(window.getByText('Ann')).toHaveCount(0);
});
