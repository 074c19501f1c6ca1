import { BrowserWindow, type WebContents } from 'electron';
import type { LockedDraft } from '../contract/encryption.ts';
import { lockingChannel } from './channels.ts';
import { pageUrl } from './page-address.ts';

/** How long a page may take to save and tell what is typed before the book is locked over it, in milliseconds. */
const patience = 3_000;

const waiting = new WeakMap<WebContents, (draft: LockedDraft | null) => void>();

/** Asks the page to save what saves itself, and for what is half typed. A page that hangs or has crashed holds nothing up. */
export function collectDraft(): Promise<LockedDraft | null> {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) return Promise.resolve(null);
  const { webContents } = window;
  if (webContents.isCrashed() || webContents.isLoadingMainFrame()) return Promise.resolve(null);
  return new Promise((resolve) => {
    const timer = setTimeout(() => answerLocking(webContents, null), patience);
    waiting.set(webContents, (draft) => {
      clearTimeout(timer);
      resolve(draft);
    });
    webContents.send(lockingChannel, {});
  });
}

export function answerLocking(contents: WebContents, draft: LockedDraft | null): void {
  waiting.get(contents)?.(draft);
  waiting.delete(contents);
}

/** Loads the pages anew, so that nothing that they held stays in memory. */
export function reloadPages(): void {
  for (const { webContents } of BrowserWindow.getAllWindows()) {
    webContents.navigationHistory.clear();
    void webContents.loadURL(pageUrl);
  }
}
