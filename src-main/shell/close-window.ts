import type { BrowserWindow, WebContents } from 'electron';
import { closingChannel } from './channels.ts';

/** How long a page may take to save what is typed before the window closes over it, in milliseconds. */
const patience = 10_000;

/** Pages that have said that nothing is left to save. */
const settled = new WeakSet<WebContents>();
/** What is done once a page's window has closed; forgotten when it stays open. */
const afterwards = new WeakMap<WebContents, () => void>();
const timers = new WeakMap<WebContents, NodeJS.Timeout>();

/**
 * Lets the page save what is still being typed before its window closes: it is told, and answers. A page that
 * hangs, or cannot answer because it crashed or is not loaded, holds nothing up.
 */
export function saveBeforeClose(window: BrowserWindow): void {
  window.on('close', (event) => {
    const { webContents } = window;
    if (settled.has(webContents) || webContents.isCrashed() || webContents.isLoadingMainFrame()) {
      return;
    }
    event.preventDefault();
    webContents.send(closingChannel, {});
    if (timers.has(webContents)) return;
    timers.set(
      webContents,
      setTimeout(() => window.destroy(), patience),
    );
  });
}

/** Closes the window as its button does, after the page has saved what is typed, and then goes on. */
export function closeAndThen(window: BrowserWindow, goOn: () => void): void {
  const { webContents } = window;
  afterwards.set(webContents, goOn);
  window.once('closed', () => afterwards.get(webContents)?.());
  window.close();
}

/** The page's answer: all is saved and the window may close, or it is to stay because something could not be. */
export function answerClosing(window: BrowserWindow, mayClose: boolean): void {
  const { webContents } = window;
  clearTimeout(timers.get(webContents));
  timers.delete(webContents);
  if (!mayClose) {
    afterwards.delete(webContents);
    return;
  }
  settled.add(webContents);
  window.close();
}
