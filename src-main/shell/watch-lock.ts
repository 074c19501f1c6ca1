import { app, powerMonitor } from 'electron';
import type { BookLock } from './lock-book.ts';

/** How often the time since the last key is looked at, in milliseconds. */
const lookEvery = 5_000;

/** Locks the book when the computer sleeps or its screen is locked, and when nobody has used a window for long. */
export function watchLock(lock: BookLock): void {
  powerMonitor.on('suspend', () => void lock.lock());
  powerMonitor.on('lock-screen', () => void lock.lock());
  setInterval(() => void lock.lockWhenIdle(), lookEvery);
  app.on('browser-window-created', (_event, { webContents }) => {
    webContents.on('input-event', () => lock.noteInput());
  });
}
