import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type App, expect, test } from './app-fixture.ts';
import { writeCodeFilm, writeCodePicture } from './qr-files.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'acquaint-codes-'));
const film = path.join(folder, 'card.y4m');
const picture = path.join(folder, 'card.bmp');
writeCodeFilm(film, 'MECARD:N:Doe,Jane;ORG:Acme Print;EMAIL:jane@acme.example;;');
writeCodePicture(
  picture,
  'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë Müller\r\nORG:Atelier Nord\r\nTITLE:Photographer\r\nEND:VCARD\r\n',
);

test.use({
  launchArguments: [
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ],
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the page gets when it asks for the camera, or the name of the refusal. */
function askForCamera(app: App, wanted: { video?: boolean; audio?: boolean }): Promise<string> {
  return app.window.evaluate(
    (constraints) =>
      navigator.mediaDevices.getUserMedia(constraints).then(
        (stream) => {
          for (const track of stream.getTracks()) track.stop();
          return 'given';
        },
        (error: unknown) => (error instanceof DOMException ? error.name : String(error)),
      ),
    wanted,
  );
}

test('a card is scanned with the camera, which is shut before and after', async ({ app }) => {
  const { window } = app;
  await app.startOwnBook('Robin Me');
  const made = await app.call<{ event: { id: number } }>('events.create', { title: 'Fair' });
  await window.evaluate((id) => {
    location.hash = `#/events/${id}`;
  }, made.event.id);
  const field = window.getByLabel('Whom did you meet?');
  await expect(field).toBeFocused();
  expect(await askForCamera(app, { video: true })).toBe('NotAllowedError');

  await window.keyboard.press('Control+b');
  await expect(field).toHaveValue('Jane Doe, Acme Print jane@acme.example');
  await expect(field).toBeFocused();
  await expect(window.getByRole('status', { name: /understood/ })).toContainText('Acme Print');
  await window.keyboard.press('Enter');
  await expect(window.getByText('Jane Doe is new in your book.').first()).toBeVisible();
  await expect.poll(() => askForCamera(app, { video: true })).toBe('NotAllowedError');
  expect(await askForCamera(app, { audio: true })).toBe('NotAllowedError');
});

test('a card is read from a picture, and what is no card is told so', async ({ app }) => {
  const { window } = app;
  await app.startOwnBook('Robin Me');
  const made = await app.call<{ event: { id: number } }>('events.create', { title: 'Fair' });
  await window.evaluate((id) => {
    location.hash = `#/events/${id}`;
  }, made.event.id);
  const field = window.getByLabel('Whom did you meet?');
  await expect(field).toBeFocused();
  // the film would be quicker than the picture
  await app.electron.evaluate(({ session }) =>
    session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) =>
      answer(false),
    ),
  );
  await window.getByRole('button', { name: 'Scan a card' }).click();
  await expect(window.getByText('The camera cannot be used')).toBeVisible();
  await window.locator('input[type=file][accept="image/*"]').setInputFiles(picture);
  await expect(field).toHaveValue('Zoë Müller, Atelier Nord, Photographer');

  await window.getByRole('button', { name: 'Scan a card' }).click();
  await window.locator('input[type=file][accept="image/*"]').setInputFiles({
    name: 'x.png',
    mimeType: 'image/png',
    buffer: Buffer.from('no picture'),
  });
  await expect(window.getByRole('alert').filter({ hasText: 'No code was found' })).toBeVisible();
});

test('my own card is shown as a code that reads back as my card', async ({ app }) => {
  const { window } = app;
  await app.startOwnBook('Robin Me');
  const card = window.getByRole('dialog', { name: 'My card' });
  const code = card.getByRole('img', { name: /QR code of the card of Robin Me/ });
  // the first page closes what is open above it when it arrives
  await expect(async () => {
    await window.keyboard.press('Control+Shift+M');
    await expect(code).toBeVisible({ timeout: 2000 });
  }).toPass();
  expect(await app.findAccessibilityFaults()).toEqual([]);
  const { vcard } = await app.call<{ vcard: string }>('cards.mine', { fields: [] });
  expect(await app.call('cards.read', { text: vcard })).toEqual({
    line: 'Robin Me',
    isNamed: true,
  });
});
