import { BrowserWindow, nativeTheme, screen } from 'electron';
import { saveBeforeClose } from './close-window.ts';
import { pageUrl } from './page-address.ts';
import { fitToDisplays, readWindowState, writeWindowState } from './window-state.ts';

/** The page's own background in each scheme (theme.ts), so that nothing flashes before it is drawn. */
const backgrounds = { light: '#faf8f4', dark: '#242220' };

/** Opens the window. It is shown when its page has been drawn, with the size and place it last had. */
export function openWindow(options: {
  readonly preload: string;
  readonly stateFile: string;
}): BrowserWindow {
  const state = fitToDisplays(
    readWindowState(options.stateFile),
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    width: state.width,
    height: state.height,
    ...state.place,
    minWidth: 720,
    minHeight: 480,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light,
    webPreferences: {
      preload: options.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => {
    if (state.isMaximized) window.maximize();
    window.show();
  });
  saveBeforeClose(window);
  window.on('close', () => {
    const { height, width, x, y } = window.getNormalBounds();
    const isMaximized = window.isMaximized();
    writeWindowState(options.stateFile, { width, height, place: { x, y }, isMaximized });
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    // the data are in the store: a page that crashed can simply be drawn again
    if (reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload();
  });
  void window.loadURL(pageUrl);
  return window;
}
