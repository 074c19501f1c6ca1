import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type App, expect, openPalette, test } from './app-fixture.ts';
import { readPdf } from './pdf-text.ts';

async function savePdf(app: App, file: string, paper: 'A4' | 'Letter') {
  const { window } = app;
  const target = path.join(app.folder, file);
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, target);
  await window.getByLabel('Paper').selectOption(paper);
  await window.getByRole('button', { name: 'Save as PDF' }).click();
  await expect(window.getByText(`Saved: ${target}`)).toBeVisible();
  return readPdf(readFileSync(target));
}

test('the sheet for a meeting is reached from the palette and saved as a PDF that says the same', async ({
  app,
}) => {
  const { window } = app;
  await app.useScheme('dark');
  await app.openSample();
  await window.getByRole('searchbox').first().fill('Tom Okafor');
  await window
    .getByRole('grid')
    .getByRole('link', { name: /Tom Okafor/ })
    .first()
    .click();
  await expect(window.getByRole('heading', { level: 1, name: 'Tom Okafor' })).toBeVisible();
  await openPalette(window);
  await window.keyboard.type('sheet for a meeting');
  await window.getByRole('option', { name: 'Sheet for a meeting with Tom Okafor' }).click();
  const sheet = window.getByRole('article', { name: 'Meeting Tom Okafor' });
  await expect(sheet.getByRole('heading', { name: 'What I know' })).toBeVisible();
  expect(await app.findAccessibilityFaults()).toEqual([]);

  const squeeze = (text: string): string => text.replace(/\s+/gu, '');
  const pdf = await savePdf(app, 'tom.pdf', 'A4');
  // points: 210 x 297 mm
  expect(pdf.pageSizes[0]?.map(Math.round)).toEqual([595, 842]);
  const printed = squeeze(pdf.text);
  expect(printed).toContain(squeeze('Meeting Tom Okafor'));
  for (const line of await sheet.getByRole('listitem').allInnerTexts())
    expect(printed).toContain(squeeze(line));
  expect(printed).toContain(`1/${pdf.pageSizes.length}`);
  // what is for the screen alone is not on paper
  expect(printed).not.toContain(squeeze('Save as PDF'));
  expect(printed).not.toContain(squeeze('Search or run a command'));

  const letter = await savePdf(app, 'tom-letter.pdf', 'Letter');
  expect(letter.pageSizes[0]?.map(Math.round)).toEqual([612, 792]);
});

test('outcomes are saved as a PDF with the figures of the bars', async ({ app }) => {
  await app.openSample();
  await app.goTo('Outcomes');
  await expect(app.window.getByRole('img', { name: /By person|person/i }).first()).toBeVisible();
  const { text } = await savePdf(app, 'outcomes.pdf', 'A4');
  const cells = await app.window.getByRole('table').first().getByRole('cell').allInnerTexts();
  expect(cells.length).toBeGreaterThan(3);
  for (const cell of cells) expect(text.replace(/\s+/gu, '')).toContain(cell.replace(/\s+/gu, ''));
});
