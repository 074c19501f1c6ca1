import { app, session } from 'electron';
import { isOwnPage } from './page-address.ts';

const localSchemes: ReadonlySet<string> = new Set(['app:', 'blob:', 'data:', 'devtools:']);

/**
 * Shuts every door that Electron leaves open by default: permissions, devices, navigation, new windows,
 * webviews, and the network as a whole (https://www.electronjs.org/docs/latest/tutorial/security).
 */
export function harden(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !localSchemes.has(URL.parse(url)?.protocol ?? '') });
  });
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate'] as const) {
      contents.on(name as 'will-navigate', (event) => {
        if (!isOwnPage(event.url)) event.preventDefault();
      });
    }
  });
}
