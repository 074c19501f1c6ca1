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

/** In points; Chromium rounds a page up to whole pixels. */
function expectSize(size: readonly number[] | undefined, wanted: readonly number[]): void {
  expect(size).toHaveLength(wanted.length);
  wanted.forEach((points, at) => expect(Math.abs((size?.[at] ?? 0) - points)).toBeLessThan(1.5));
}

test('the sheet for a meeting is reached from the palette and saved as a PDF that says the same', async ({
  app,
}) => {
  const { window } = app;
  await app.useScheme('dark');
  await app.openSample();
  await openPalette(window);
  await window.keyboard.type('tom okafor');
  await window.getByRole('option', { name: /^Tom Okafor/ }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Tom Okafor' })).toBeVisible();
  await openPalette(window);
  await window.keyboard.type('sheet for a meeting');
  await window.getByRole('option', { name: 'Sheet for a meeting with Tom Okafor' }).click();
  const sheet = window.getByRole('article', { name: 'Meeting Tom Okafor' });
  await expect(sheet.getByRole('heading', { name: 'What I know' })).toBeVisible();
  expect(await app.findAccessibilityFaults()).toEqual([]);

  const squeeze = (text: string): string => text.replace(/\s+/gu, '');
  const pdf = await savePdf(app, 'tom.pdf', 'A4');
  expectSize(pdf.pageSizes[0], [595.3, 841.9]);
  const printed = squeeze(pdf.text);
  expect(printed).toContain(squeeze('Meeting Tom Okafor'));
  for (const line of await sheet.getByRole('listitem').allInnerTexts())
    expect(printed).toContain(squeeze(line));
  expect(printed).toContain(`1/${pdf.pageSizes.length}`);
  // what is for the screen alone is not on paper
  expect(printed).not.toContain(squeeze('Save as PDF'));
  expect(printed).not.toContain(squeeze('Search or run a command'));

  const letter = await savePdf(app, 'tom-letter.pdf', 'Letter');
  expectSize(letter.pageSizes[0], [612, 792]);
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
