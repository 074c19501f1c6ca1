import './book/block-network.ts';
import { resolve } from 'node:path';
import { app, BrowserWindow, Menu } from 'electron';
import { openBridge } from './shell/bridge.ts';
import {
  changedChannel,
  handedChannel,
  progressChannel,
  showTodayChannel,
} from './shell/channels.ts';
import { closeAndThen } from './shell/close-window.ts';
import { readVersions } from './shell/diagnose.ts';
import { type EventLog, openEventLog } from './shell/event-log.ts';
import {
  HandedFiles,
  type HandedPaths,
  readHandedPaths,
  wordsToComeBack,
} from './shell/handed-files.ts';
import { closeResolver, harden } from './shell/harden.ts';
import { systemKeyStore } from './shell/key-store.ts';
import { BookLock } from './shell/lock-book.ts';
import { collectDraft, reloadPages } from './shell/lock-pages.ts';
import { buildMenu } from './shell/menu.ts';
import { openWindow } from './shell/open-window.ts';
import { SecondStarts } from './shell/second-starts.ts';
import { declarePageScheme, servePage } from './shell/serve-page.ts';
import { startStore } from './shell/start-store.ts';
import { StoreClient } from './shell/store-client.ts';
import { watchDay } from './shell/watch-day.ts';
import { watchLock } from './shell/watch-lock.ts';
import type { ToStore } from './store/messages.ts';

/*
 * Wiring only. Built to dist/main/main.js, beside it store.js and its threads; the preload script, the page and the migrations
 * lie in the folders next to it.
 */

const dist = resolve(import.meta.dirname, '..');

const dataFolder = app.commandLine.getSwitchValue('user-data-dir');
if (dataFolder !== '') app.setPath('userData', resolve(dataFolder));

// the lock first: nothing may touch the book before we know that we are alone
if (app.requestSingleInstanceLock()) {
  declarePageScheme();
  closeResolver();
  // as root the sandbox cannot be had, and asking for it would keep every child process from starting
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('window-all-closed', () => app.quit());
  // heard from here on: whoever starts the program twice in a row must not lose what the second start was given
  const starts = new SecondStarts();
  app.on('second-instance', (_event, argv, workingFolder) => {
    starts.hear(readHandedPaths(argv, workingFolder));
  });
  void app.whenReady().then(() => run(starts));
} else {
  app.quit();
}

function run(starts: SecondStarts): void {
  const userData = app.getPath('userData');
  const given = readHandedPaths(process.argv, process.cwd());
  let bookPath = resolve(
    given.book ?? process.env['ACQUAINT_BOOK'] ?? resolve(userData, 'book.acquaint'),
  );
  const log = openEventLog(resolve(userData, 'events.log'));
  log.write({ kind: 'start', versions: readVersions(app.getVersion()) });
  const handed = new HandedFiles();
  handed.add(given.files);
  const opening = (): ToStore => ({
    kind: 'open',
    path: bookPath,
    migrationsFolder: resolve(dist, 'migrations'),
  });
  const store = openStore(opening(), log);
  harden();
  servePage(resolve(dist, 'renderer'));
  const noticeFile = resolve(userData, 'notice.json');
  const lock = openLock(resolve(userData, 'lock.json'), store, () => bookPath);
  openBridge(
    store,
    {
      bookPath: () => bookPath,
      noticeFile,
      handed,
      lock,
      openBook: (book) => takeOver({ book, files: [] }),
    },
    log,
  );
  watchDay({ store, stateFile: noticeFile, onOpen: showToday });
  Menu.setApplicationMenu(buildMenu());
  const openMain = (): BrowserWindow =>
    openWindow({
      preload: resolve(dist, 'preload/preload.cjs'),
      stateFile: resolve(userData, 'window.json'),
    });
  let window = openMain();
  starts.serve(takeOver);

  function takeOver({ book, files }: HandedPaths): void {
    if (window.isDestroyed()) {
      comeBackWith({ book: book ?? bookPath, files });
      return;
    }
    handed.add(files);
    if (book !== null && book !== bookPath) {
      closeAndThen(window, () => {
        bookPath = book;
        store.reopen(opening());
        void lock.unlock();
        window = openMain();
      });
      return;
    }
    if (files.length > 0) tellWindows(handedChannel, {});
    showWindow();
  }
}

/** On the way out: the other start has left, so this one comes back with what that was given. */
function comeBackWith(given: HandedPaths): void {
  app.relaunch({ args: wordsToComeBack(process.argv, process.cwd(), given) });
}

function openStore(opening: ToStore, log: EventLog): StoreClient {
  const store = new StoreClient({
    start: startStore(resolve(dist, 'main/store.js')),
    opening,
    onChanged: (topics) => tellWindows(changedChannel, { topics }),
    onProgress: (progress) => tellWindows(progressChannel, progress),
    onTrouble: (event) => log.write(event),
  });
  closeBeforeQuit(store);
  return store;
}

/** Opens the book by the system's key store if that has its key, and sees to its being locked. */
function openLock(file: string, store: StoreClient, readBookPath: () => string): BookLock {
  const lock = new BookLock({
    file,
    keyStore: systemKeyStore,
    bookPath: readBookPath,
    now: () => Date.now(),
    invoke: (path, input) => store.invoke(path, input),
    collectDraft,
    reloadPages,
  });
  void lock.unlock();
  watchLock(lock);
  return lock;
}

function tellWindows(channel: string, payload: unknown): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channel, payload);
}

/** Not needed for safety (commits are on the disk), but leaves one tidy file without a log beside it. */
function closeBeforeQuit(store: StoreClient): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void store.close().then(() => {
      isClosed = true;
      app.quit();
    });
  });
}

/** The notice of the day was clicked: what it tells of stands on Today. */
function showToday(): void {
  showWindow();
  tellWindows(showTodayChannel, {});
}

function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
