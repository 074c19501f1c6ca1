import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openBook } from '../src-main/book/open-book.ts';
import { repositoryMigrations } from '../src-main/book/testing/make-book.ts';
import { expect, test } from './app-fixture.ts';
import { takeIfWanted } from './pictures.ts';
import { TransferPage } from './pages/transfer-page.ts';

const list = `First Name,Last Name,URL,Email Address,Company,Position,Connected On
Quirina,Zabludowska,https://www.linkedin.com/in/quirina-z,,Acme Print,Designer,08 Feb 2016
Oswin,Trelawney,https://www.linkedin.com/in/oswin-t,,Acme Print,Printer,09 Feb 2016
Jane,Doe,https://www.linkedin.com/in/jane-doe,,Acme Print,Owner,10 Feb 2016
`;

/** Makes all imports of a closed book six years older than they are. */
function age(file: string): void {
  const clock = { now: '2026-06-15T12:00:00.000Z', today: '2026-06-15' };
  const book = openBook({ path: file, migrations: repositoryMigrations(), clock });
  book.writer.run(
    "UPDATE import SET imported_at = strftime('%Y-%m-%dT%H:%M:%fZ', imported_at, '-6 years')",
  );
  book.close();
}

test('people imported long ago and never met are forgotten together, and no import brings them back', async ({
  app,
}) => {
  const file = path.join(app.folder, 'Connections.csv');
  writeFileSync(file, list);
  await app.startOwnBook('Sam Carter');
  const transfer = new TransferPage(app);
  await transfer.importFiles([file]);
  const { id } = await app.call<{ id: number }>('people.resolve', { name: 'Jane Doe' });
  await app.call('people.logInteraction', { id, kind: 'call' });
  await app.stop();
  age(path.join(app.folder, 'book.acquaint'));
  await app.start();
  const { window } = app;

  await app.goTo('Settings');
  await expect(window.getByRole('checkbox', { name: /^Quirina Zabludowska/ })).toBeVisible();
  await expect(window.getByRole('checkbox', { name: /^Oswin Trelawney/ })).toBeVisible();
  await expect(window.getByRole('checkbox', { name: /^Jane Doe/ })).toHaveCount(0);
  await window.getByRole('checkbox', { name: 'Select all listed' }).check();
  await takeIfWanted(app, 'safety/forgetting');
  await window.getByRole('button', { name: 'Erase 2 people for good…' }).click();
  const dialog = window.getByRole('dialog');
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await takeIfWanted(app, 'safety/erase-several');
  await dialog.getByRole('textbox').fill('erase 2');
  await dialog.getByRole('button', { name: 'Erase for good', exact: true }).click();
  await expect(dialog).toContainText('Nothing of them was found');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(window.getByText(/marks of erased people kept/)).toBeVisible();

  await transfer.look([file]);
  await transfer.apply();
  expect(await app.call('book.status', {})).toMatchObject({ counts: { people: 1 } });
  await app.stop();
  const holding = readdirSync(app.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'Connections.csv')
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((name) => /Zabludowska|Trelawney|oswin-t/.test(readFileSync(name, 'latin1')));
  expect(holding).toEqual([]);
});

test('all whom a search finds are forgotten in bulk from the list, and nobody else', async ({
  app,
}) => {
  const { window } = app;
  await app.startOwnBook('Sam Carter');
  for (const name of ['Quirina Zabludowska', 'Oswin Trelawney', 'Pia Lund'])
    await app.call('people.create', { name, organisation: 'Acme Print' });
  await app.call('people.create', { name: 'Jane Doe', note: 'Was at school with Pia Lund.' });
  await app.call('backups.make', {});
  const grid = window.getByRole('grid');
  await expect(grid).toContainText('Jane Doe');
  await window.keyboard.press('/');
  await window.keyboard.type('acme');
  await expect(grid).not.toContainText('Jane Doe');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Control+a');
  await expect(window.getByRole('toolbar')).toContainText('3 selected');
  await takeIfWanted(app, 'safety/erase-from-list');
  await window.getByRole('button', { name: 'Erase for good…' }).press('Enter');

  const dialog = window.getByRole('dialog');
  await expect(dialog.getByText('Erase 3 people for good?')).toBeVisible();
  for (const name of ['Quirina Zabludowska', 'Oswin Trelawney', 'Pia Lund'])
    await expect(dialog).toContainText(name);
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await window.keyboard.type('erase 3');
  await window.keyboard.press('Enter');
  await expect(dialog).toContainText('Nothing of them was found');
  await expect(dialog).toContainText('1 mention in other texts replaced.');
  await takeIfWanted(app, 'safety/erased-from-list');
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  await window.keyboard.press('/');
  await window.keyboard.press('Escape');
  await expect(grid).toContainText('Jane Doe');
  await expect(window.getByRole('toolbar')).toHaveCount(0);
  expect(await app.call('book.status', {})).toMatchObject({ counts: { people: 1 }, undo: null });
  await app.stop();
  const holding = readdirSync(app.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((name) => /Zabludowska|Trelawney|Lund/.test(readFileSync(name, 'latin1')));
  expect(holding).toEqual([]);
});
