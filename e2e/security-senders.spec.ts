import { expect, test } from './app-fixture.ts';

/* Point 17 of Electron's security checklist (see security.spec.ts): whose calls the bridge answers. */

test('point 17: a foreign page in a window of ours is refused, with our own preload script', async ({
  app,
}) => {
  const code = await app.electron.evaluate(async ({ app: main, BrowserWindow }) => {
    const preload = `${main.getAppPath()}/dist/preload/preload.cjs`;
    const window = new BrowserWindow({
      show: false,
      webPreferences: { preload, sandbox: true, contextIsolation: true },
    });
    await window.loadURL('data:text/html,<p>foreign</p>');
    const asked = (await window.webContents.executeJavaScript(
      "acquaint.invoke('book.status', {}).then((r) => r.ok ? 'ok' : r.error.code)",
    )) as string;
    window.destroy();
    return asked;
  });
  expect(code).toBe('FORBIDDEN');
});

test('point 17: a frame inside our own page is refused', async ({ app }) => {
  const reached = await app.window.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.src = 'app://acquaint/index.html';
    document.body.append(frame);
    await new Promise((resolve) => {
      frame.addEventListener('load', resolve);
      frame.addEventListener('error', resolve);
    });
    const inner = frame.contentWindow as unknown as { acquaint?: unknown } | null;
    try {
      return inner?.acquaint === undefined ? 'no bridge' : 'bridge';
    } catch {
      return 'no bridge';
    }
  });
  expect(reached).toBe('no bridge');
});

test('point 17: a frame that has the bridge is refused even at our own address, while a page there is answered', async ({
  app,
}) => {
  const codes = await app.electron.evaluate(async ({ app: main, BrowserWindow, session }) => {
    const preload = `${main.getAppPath()}/dist/preload/preload.cjs`;
    // as mistakes of ours might: without a policy against frames, and frames get the bridge
    const own = session.fromPartition('without-policy');
    own.protocol.handle('app', ({ url }) => {
      const body = url.endsWith('?inside')
        ? 'inside'
        : '<iframe src="/index.html?inside"></iframe>';
      return new Response(body, { headers: { 'content-type': 'text/html' } });
    });
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        preload,
        session: own,
        sandbox: true,
        contextIsolation: true,
        nodeIntegrationInSubFrames: true,
      },
    });
    // resolves when its frame is there, too
    await window.loadURL('app://acquaint/index.html');
    const ask = "acquaint.invoke('book.status', {}).then((r) => r.ok ? 'ok' : r.error.code)";
    const { frames } = window.webContents.mainFrame;
    const asked = await Promise.all(
      [window.webContents.mainFrame, ...frames].map(async (frame) => ({
        at: frame.url,
        code: (await frame.executeJavaScript(ask)) as string,
      })),
    );
    window.destroy();
    return asked;
  });
  expect(codes).toEqual([
    { at: 'app://acquaint/index.html', code: 'ok' },
    { at: 'app://acquaint/index.html?inside', code: 'FORBIDDEN' },
  ]);
});
