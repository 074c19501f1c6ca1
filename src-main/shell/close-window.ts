import type { BrowserWindow, WebContents } from 'electron';
import { closingChannel } from './channels.ts';

/** How long a page may take to save what is typed before the window closes over it, in milliseconds. */
const patience = 10_000;

/** Pages that have said that nothing is left to save. */
const settled = new WeakSet<WebContents>();
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

/** The page's answer: all is saved and the window may close, or it is to stay because something could not be. */
export function answerClosing(window: BrowserWindow, mayClose: boolean): void {
  const { webContents } = window;
  clearTimeout(timers.get(webContents));
  timers.delete(webContents);
  if (!mayClose) return;
  settled.add(webContents);
  window.close();
}
