import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { App } from '../../e2e/app-fixture.ts';
import { TransferPage } from '../../e2e/pages/transfer-page.ts';
import { readKnown } from '../import.ts';
import { drawConnections } from '../import-files.ts';
import type { Figure } from '../lifetime.ts';
import { figuresOfFrames } from './figures.ts';
import { watchFrames } from './in-page.ts';
import { watchMainProcess } from './main-process.ts';

const rows = 30_000;
/** Milliseconds: on a busy machine planning takes its time. */
const patience = 300_000;

/**
 * Imports a list of LinkedIn by hand: chosen, looked at, applied, then five seconds in which the search index follows.
 * Meanwhile every frame is timed, and the main process against a clock of 10 ms. Changes the book: to be measured last.
 */
export async function measureImporting(
  app: App,
  { book, folder }: { readonly book: string; readonly folder: string },
): Promise<Figure[]> {
  const { window } = app;
  const list = path.join(folder, 'Connections.csv');
  writeFileSync(list, drawConnections(rows, readKnown(book)));
  await app.goTo('Import & export');
  const transfer = new TransferPage(app);
  const phases: Figure[] = [];
  const time = async (name: string, act: () => Promise<void>): Promise<void> => {
    const begun = performance.now();
    let stalls: number[] = [];
    const frames = await watchFrames(window, async () => {
      stalls = await watchMainProcess(app, act);
    });
    phases.push(
      { name: `importing, ${name}: time`, value: performance.now() - begun, unit: 'ms' },
      ...figuresOfFrames(`importing, ${name}`, frames),
      {
        name: `importing, ${name}: longest stall of the main process`,
        value: Math.max(...stalls),
        unit: 'ms',
      },
    );
  };
  await time('planning', async () => {
    await window.locator('input[type=file]').setInputFiles([list]);
    await window.getByRole('button', { name: 'See what it would do' }).click();
    await transfer.heading('This is what the import would do').waitFor({ timeout: patience });
  });
  await time('applying', async () => {
    await window.getByRole('button', { name: /^Import/ }).click();
    await transfer.heading('Imported').waitFor({ timeout: patience });
  });
  await time('afterwards', () => window.waitForTimeout(5000));
  return phases;
}
