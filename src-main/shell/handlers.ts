import { app, type BrowserWindow, clipboard, dialog, shell } from 'electron';
import type { Controls } from '../book/context.ts';
import { translateError } from '../book/refusals.ts';
import { replaceFile } from '../book/replace-file.ts';
import type { InputOf, InsideContract, OutputOf } from '../contract/index.ts';
import { AppError } from '../contract/result.ts';
import { closeCamera, openCamera } from './camera.ts';
import { answerClosing } from './close-window.ts';
import type { HandedFiles } from './handed-files.ts';
import type { BookLock } from './lock-book.ts';
import { answerLocking } from './lock-pages.ts';
import { readNoticeState, setNotice } from './daily-notice.ts';
import { askForFolder, askWhereToSave, mirrorCards, saveExport } from './save-export.ts';

type Files = InsideContract['files'];

export interface ShellContext {
  readonly window: BrowserWindow;
  /** Of the book that is open now. */
  readonly bookPath: () => string;
  /** Where the notice of the day keeps its state. */
  readonly noticeFile: string;
  readonly handed: HandedFiles;
  /** The text of `diagnostics`. */
  diagnose(): Promise<string>;
  readonly lock: BookLock;
  /** Opens another book in the place of the present one, once that has been closed. */
  readonly openBook: (path: string) => void;
  stopJob(jobId: string): void;
  /** Calls a method of the store that no page may call, as the job that the page's own call is. Throws its error. */
  readonly askInside: <Name extends keyof Files>(
    name: Name,
    input: InputOf<Files[Name]>,
  ) => Promise<OutputOf<Files[Name]>>;
}

/** What may leave through the browser, the mail program or the telephone. */
const outsideSchemes: ReadonlySet<string> = new Set(['https:', 'mailto:', 'tel:']);

async function saveAs(
  window: BrowserWindow,
  suggestedName: string,
  bytes: Uint8Array,
): Promise<{ saved: string | null }> {
  const filePath = await askWhereToSave(window, suggestedName);
  if (filePath === null) return { saved: null };
  try {
    await replaceFile(filePath, bytes);
  } catch (error) {
    throw translateError(error, filePath) ?? error;
  }
  return { saved: filePath };
}

/** The methods that only the shell can answer: dialogs, clipboard, other programs. */
export const shellHandlers: Controls<'shell', ShellContext> = {
  saveFile: ({ window }, { bytes, suggestedName }) => saveAs(window, suggestedName, bytes),

  async savePdf({ window }, { paper, suggestedName }) {
    // before the dialog: what is saved is what was seen when it was asked for
    const bytes = await window.webContents.printToPDF({
      pageSize: paper,
      printBackground: true,
      generateTaggedPDF: true,
    });
    return saveAs(window, suggestedName, bytes);
  },

  saveExport,
  mirrorCards,

  async openExternal({ window }, { url }) {
    const address = URL.parse(url);
    if (address === null || !outsideSchemes.has(address.protocol)) {
      throw new AppError(
        'INVALID_INPUT',
        'Only web (https), e-mail and telephone addresses are opened outside of Acquaint.',
      );
    }
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      message: 'Open this address outside of Acquaint?',
      detail: address.href.length > 500 ? `${address.href.slice(0, 500)}…` : address.href,
      buttons: ['Open', 'Cancel'],
      defaultId: 0,
      cancelId: 1,
    });
    if (response === 0) await shell.openExternal(address.href);
    return {};
  },

  copyText(_context, { text }) {
    clipboard.writeText(text);
    return {};
  },

  answerClosing({ window }, { mayClose }) {
    answerClosing(window, mayClose);
    return {};
  },
  answerLocking({ window }, { draft }) {
    answerLocking(window.webContents, draft);
    return {};
  },
  openCamera({ window }) {
    openCamera(window.webContents);
    return {};
  },
  closeCamera({ window }) {
    closeCamera(window.webContents);
    return {};
  },
  dailyNotice: ({ noticeFile }) => ({ isOn: readNoticeState(noticeFile).isOn }),

  setDailyNotice({ noticeFile }, { isOn }) {
    setNotice(noticeFile, isOn);
    return {};
  },

  takeHandedFiles: ({ handed }) => ({ files: handed.take() }),
  readHandedFile: ({ handed }, { id, start }) => handed.read(id, start),
  async lock({ lock }) {
    await lock.lock();
    return {};
  },
  lockSettings({ lock }) {
    const { afterMinutes } = lock.read();
    return { afterMinutes, isKeyKept: lock.isKept(), keyStoreProblem: lock.keyStoreProblem() };
  },
  setLockAfter({ lock }, { minutes }) {
    lock.setAfter(minutes);
    return {};
  },
  async keepKey({ lock }, { passphrase }) {
    await lock.keep(passphrase);
    return {};
  },
  forgetKey({ lock }) {
    lock.forget();
    return {};
  },

  showBookInFolder({ bookPath }) {
    shell.showItemInFolder(bookPath());
    return {};
  },

  async chooseBook({ openBook, window }) {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      properties: ['openFile'],
      filters: [{ name: 'Acquaint', extensions: ['acquaint'] }],
    });
    const path = canceled ? null : (filePaths[0] ?? null);
    if (path !== null) openBook(path);
    return { path };
  },

  chooseFolder: async ({ window }) => ({ folder: await askForFolder(window) }),

  stopJob(context, { jobId }) {
    context.stopJob(jobId);
    return {};
  },

  diagnostics: async (context) => ({ text: await context.diagnose() }),

  about: () => ({
    version: app.getVersion(),
    electron: process.versions['electron'] ?? '',
    platform: process.platform,
  }),
};
