import { app, type Session, session } from 'electron';
import { mayUseCamera } from './camera.ts';
import { isOwnPage } from './page-address.ts';

const localSchemes: ReadonlySet<string> = new Set(['app:', 'blob:', 'data:', 'devtools:']);

/**
 * Shuts every door that Electron leaves open by default: permissions, devices, navigation, new windows,
 * webviews, and the network as a whole (https://www.electronjs.org/docs/latest/tutorial/security).
 */
export function harden(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((contents, permission, answer, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const { isMainFrame, requestingUrl: url } = details;
    answer(mayUseCamera(contents, { permission, url, isMainFrame, media }));
  });
  defaultSession.setPermissionCheckHandler((contents, permission, origin, details) => {
    const { isMainFrame, mediaType, requestingUrl: url = origin } = details;
    return mayUseCamera(contents, { permission, url, isMainFrame, media: [mediaType ?? ''] });
  });
  defaultSession.setDevicePermissionHandler(() => false);
  keepLocal(defaultSession);
  // there is one session alone; another one, made by whatever mistake, reaches no further
  app.on('session-created', keepLocal);
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

function keepLocal({ webRequest }: Session): void {
  webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !localSchemes.has(URL.parse(url)?.protocol ?? '') });
  });
}

/** Of Chromium's own services, too, none may look up a name. To be called before the program is ready. */
export function closeResolver(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}
