import { basename, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { readSystemClock } from '../book/clock.ts';
import type { OutputOf, ParsedInputOf, ShellContract } from '../contract/index.ts';
import type { ExportForm } from '../contract/files.ts';
import type { ShellContext } from './handlers.ts';
import { askOfOneBook } from './ask-of-one-book.ts';

type Shell = ShellContract['shell'];

const endings: Readonly<Record<ExportForm, string>> = {
  json: 'json',
  csv: 'csv',
  vcard4: 'vcf',
  vcard3: 'vcf',
  graphml: 'graphml',
  gexf: 'gexf',
  ics: 'ics',
};

/** Asks where to save. What is chosen is the only file that is written; null: none. */
export async function askWhereToSave(
  window: BrowserWindow,
  suggestedName: string,
): Promise<string | null> {
  // a page suggests a name, never a folder
  const defaultPath = join(app.getPath('documents'), basename(suggestedName));
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath });
  return canceled || filePath === '' ? null : filePath;
}

/** Asks for a folder; null when the user cancelled. */
export async function askForFolder(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** The bytes go from the store to the file: through the window they would be copied four times, and stop it meanwhile. */
export async function saveExport(
  { askInside, bookPath, window }: ShellContext,
  { as, people }: ParsedInputOf<Shell['saveExport']>,
): Promise<OutputOf<Shell['saveExport']>> {
  const name = `acquaint-${readSystemClock().today}.${endings[as]}`;
  const path = await askOfOneBook(bookPath, () => askWhereToSave(window, name));
  if (path === null) return { saved: null };
  await askInside('export', { as, path, ...(people === undefined ? {} : { people }) });
  return { saved: path };
}

export async function mirrorCards({
  askInside,
  bookPath,
  window,
}: ShellContext): Promise<OutputOf<Shell['mirrorCards']>> {
  const folder = await askOfOneBook(bookPath, () => askForFolder(window));
  if (folder === null) return { mirrored: null };
  return { mirrored: { folder, ...(await askInside('mirrorCards', { folder })) } };
}
