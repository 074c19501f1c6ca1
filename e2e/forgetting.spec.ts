import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openBook } from '../src-main/book/open-book.ts';
import { repositoryMigrations } from '../src-main/book/testing/make-book.ts';
import { expect, test } from './app-fixture.ts';
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
  await window.getByRole('button', { name: 'Erase 2 people for good…' }).click();
  const dialog = window.getByRole('dialog');
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
