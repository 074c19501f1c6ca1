import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { App } from '../../e2e/app-fixture.ts';
import { TransferPage } from '../../e2e/pages/transfer-page.ts';
import { readKnown } from '../import.ts';
import { drawCards, drawConnections } from '../import-files.ts';
import type { Figure } from '../lifetime.ts';
import { figuresOfPhase } from './figures.ts';

/** Milliseconds: on a busy machine planning takes its time. */
const patience = 300_000;

interface List {
  /** As its figures name it. */
  readonly name: string;
  readonly path: string;
}

/**
 * Imports a list of LinkedIn and a file of cards by hand: chosen, looked at, applied, then five seconds in which the
 * search index follows. Meanwhile every frame is timed, and the main process against a clock of 10 ms. Changes the book:
 * to be measured last.
 */
export async function measureImporting(
  app: App,
  { book, folder }: { readonly book: string; readonly folder: string },
): Promise<Figure[]> {
  const connections = path.join(folder, 'Connections.csv');
  writeFileSync(connections, drawConnections(30_000, readKnown(book)));
  const cards = path.join(folder, 'contacts.vcf');
  writeFileSync(cards, drawCards(100_000));
  await app.goTo('Import & export');
  const ofConnections = await importList(app, { name: 'importing', path: connections });
  await app.window.getByRole('button', { name: 'Import something else' }).click();
  return [...ofConnections, ...(await importList(app, { name: 'importing cards', path: cards }))];
}

async function importList(app: App, list: List): Promise<Figure[]> {
  const { window } = app;
  const transfer = new TransferPage(app);
  const phases: Figure[] = [];
  const time = async (phase: string, act: () => Promise<void>): Promise<void> => {
    phases.push(...(await figuresOfPhase(app, `${list.name}, ${phase}`, act)));
  };
  await time('planning', async () => {
    await window.locator('input[type=file]').setInputFiles([list.path]);
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
