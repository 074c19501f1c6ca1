import path from 'node:path';
import type { App } from '../../e2e/app-fixture.ts';
import { TransferPage } from '../../e2e/pages/transfer-page.ts';
import type { Figure } from '../lifetime.ts';
import { figuresOfPhase } from './figures.ts';

/** Milliseconds: on a busy machine a hundred thousand files take their time. */
const patience = 300_000;

/** The whole book as one file, and as a folder with a card for each person: every frame, and the main process. */
export async function measureExporting(
  app: App,
  { folder }: { readonly folder: string },
): Promise<Figure[]> {
  const to = path.join(folder, 'exported');
  // nobody is there to answer what the system asks
  await app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: `${chosen}.json` });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, to);
  await app.goTo('Import & export');
  const transfer = new TransferPage(app);
  return [
    ...(await figuresOfPhase(app, 'exporting, whole book', async () => {
      await transfer.exportAs('Whole book (JSON)');
      await app.window.getByText(`Saved as ${to}.json`).waitFor({ timeout: patience });
    })),
    ...(await figuresOfPhase(app, 'exporting, folder of cards', async () => {
      await transfer.exportAs('Folder of contacts');
      await app.window.getByText(/\d written, /).waitFor({ timeout: patience });
    })),
  ];
}
