import { mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { expect, type App } from './app-fixture.ts';

const passphrase = 'four plain English words';

/** Scrolls to a part of Settings, so that it is what is seen. */
async function goToPart(app: App, title: string): Promise<void> {
  await app.goTo('Settings');
  const heading = app.window.getByRole('heading', { name: title, exact: true });
  await expect(heading).toBeVisible();
  await heading.evaluate((element) => element.scrollIntoView({ block: 'start' }));
}

/**
 * Goes through what keeps a book safe, from a plain book to a locked one, and has each picture taken.
 *
 * @param take takes the window as it is, under a name
 */
export async function takeSafety(app: App, take: (name: string) => Promise<void>): Promise<void> {
  const { window } = app;
  await app.startOwnBook('Robin Me');
  for (const name of ['Jane Doe', 'Tom Okafor', 'Ann Lee'])
    await app.call('people.create', { name });
  await app.call('backups.make', {});
  const disk = path.join(app.folder, 'stick');
  mkdirSync(disk);
  await app.call('backups.setSecondFolder', { folder: disk });
  await goToPart(app, 'Backups');
  await expect(window.getByText(/The newest backup there/)).toBeVisible();
  await take('backups');
  renameSync(disk, `${disk}-away`);
  await app.call('backups.make', {});
  await goToPart(app, 'Backups');
  await expect(window.getByText(/Not connected now/)).toBeVisible();
  await take('second-folder-away');

  await goToPart(app, 'Encryption');
  await window.getByRole('button', { name: 'Encrypt the book…' }).click();
  await take('encrypting');
  await window.getByLabel('New passphrase').fill(passphrase);
  await window.getByLabel('The same once more').fill(passphrase);
  await window.getByLabel('The same once more').press('Enter');
  await expect(window.getByRole('dialog', { name: 'Your recovery sheet' })).toBeVisible();
  await take('recovery-sheet');
  await window.getByRole('button', { name: 'I have put it away' }).click();
  await goToPart(app, 'Encryption');
  await expect(window.getByRole('button', { name: 'Lock now' })).toBeVisible();
  await take('encrypted');

  await window.getByRole('button', { name: 'Lock now' }).click();
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Your book is locked');
  await window.getByLabel('Passphrase').fill('not the right one');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('alert')).toBeVisible();
  await take('locked');
  await window.getByRole('button', { name: 'I have forgotten the passphrase' }).click();
  await take('forgotten');
}
