import type { Page } from 'playwright/test';
import { expect, test } from './app-fixture.ts';

/** A wide picture of one colour, as a file that a user chooses. */
async function drawPicture(page: Page): Promise<Buffer> {
  const url = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 900;
    canvas.height = 600;
    const context = canvas.getContext('2d');
    if (context !== null) {
      context.fillStyle = '#1f7362';
      context.fillRect(0, 0, 900, 600);
    }
    return canvas.toDataURL('image/png');
  });
  return Buffer.from(url.split(',')[1] ?? '', 'base64');
}

test('a person’s page is filled: photo, fields of one’s own, roles, rhythm; and read as a document', async ({
  app,
}) => {
  const { window } = app;
  const { keyboard } = window;
  await app.openSample();
  const main = window.getByRole('main');
  await window.getByRole('grid').getByText('Abigail Stone').click();
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Abigail Stone');

  await test.step('a photo is chosen, cropped to a square of 512, and shown beside the name', async () => {
    await window.getByLabel('Choose a picture…').setInputFiles({
      name: 'portrait.png',
      mimeType: 'image/png',
      buffer: await drawPicture(window),
    });
    const photo = main.locator('header img');
    await expect(photo).toBeVisible();
    expect(
      await photo.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]),
    ).toEqual([512, 512]);
  });

  await test.step('a field of one’s own is added', async () => {
    await main.getByRole('button', { name: 'Add a field' }).click();
    await window.getByLabel('Name of the field').fill('Shirt size');
    await window.getByLabel('What is to be noted').fill('M');
    await window.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
    await expect(main.getByRole('list', { name: 'Fields of my own' })).toContainText('Shirt size');
  });

  await test.step('a role gets its dates', async () => {
    await main
      .getByRole('button', { name: /Change the role/ })
      .first()
      .click();
    await window.getByLabel('Since').fill('2019-03-01');
    await window.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(main).toContainText('2019–today');
  });

  await test.step('a rhythm is set', async () => {
    await main.getByRole('button', { name: 'Set a rhythm' }).click();
    await window.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(main.getByRole('region', { name: 'Keep in touch' })).toContainText(
      'Every 3 months',
    );
  });
  expect(await app.findAccessibilityFaults()).toEqual([]);

  await test.step('] and [ step through the list', async () => {
    await window.getByRole('heading', { level: 1 }).click();
    await keyboard.press(']');
    await expect(window.getByRole('heading', { level: 1 })).not.toHaveText('Abigail Stone');
    await keyboard.press('[');
    await expect(window.getByRole('heading', { level: 1 })).toHaveText('Abigail Stone');
  });

  await test.step('all that is held is a document', async () => {
    await main.getByRole('button', { name: 'More about Abigail Stone' }).click();
    await window.getByRole('menuitem', { name: 'All that I hold about them' }).click();
    const paper = window.getByRole('article');
    await expect(paper).toContainText('Shirt size');
    await expect(paper).toContainText('Moonrake Films');
    await expect(paper.getByRole('heading', { name: /Knows/ })).toBeVisible();
    expect(await app.findAccessibilityFaults()).toEqual([]);
    await window.getByRole('link', { name: 'Back to the page' }).click();
  });

  await test.step('into the archive and out of it by undo', async () => {
    await main.getByRole('button', { name: 'More about Abigail Stone' }).click();
    await window.getByRole('menuitem', { name: 'Put into the archive' }).click();
    await expect(main.locator('header')).toContainText('In the archive');
    await window.getByRole('heading', { level: 1 }).click();
    await keyboard.press('Control+z');
    await expect(main.locator('header')).not.toContainText('In the archive');
  });
});
