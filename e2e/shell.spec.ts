import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type App } from './app-fixture.ts';

/** What the preload script puts on the page. */
interface Bridge {
  invoke(path: unknown, input: unknown): Promise<{ ok: boolean; error?: { code: string } }>;
}

/** Runs in the page. */
function invokeFromPage(path: unknown): Promise<{ ok: boolean; error?: { code: string } }> {
  return (globalThis as unknown as { acquaint: Bridge }).acquaint.invoke(path, {});
}

const codeOf = async (app: App, path: unknown): Promise<string> => {
  const result = await app.window.evaluate(invokeFromPage, path);
  return result.error?.code ?? 'ok';
};

/** Number of the process that keeps the book. */
const findStore = (app: App): Promise<number | undefined> =>
  app.electron.evaluate(
    ({ app: main }) => main.getAppMetrics().find((entry) => entry.name === 'Acquaint store')?.pid,
  );

test('the page reaches two functions of ours, and nothing of Node, the disk or the network', async ({
  app,
}) => {
  const found = await app.window.evaluate(async () => {
    const bridge = (globalThis as unknown as { acquaint: object }).acquaint;
    const tryFetch = (address: string): Promise<string> =>
      fetch(address).then(
        ({ status }) => String(status),
        () => 'refused',
      );
    return {
      bridge: Object.keys(bridge),
      node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
      network: await tryFetch('https://example.com/'),
      outside: await tryFetch('app://acquaint/..%2f..%2fpackage.json'),
      window: window.open('https://example.com/') === null,
      permission: (await navigator.permissions.query({ name: 'geolocation' })).state,
    };
  });
  expect(found).toEqual({
    bridge: ['invoke', 'on'],
    node: [],
    network: 'refused',
    outside: '404',
    window: true,
    permission: 'denied',
  });
  expect(app.electron.windows()).toHaveLength(1);
});

test('a call that no contract knows is answered, not thrown', async ({ app }) => {
  for (const path of [
    'shell.constructor',
    'shell.__proto__',
    'people.nope',
    '__proto__.x',
    7,
    null,
  ]) {
    expect(await codeOf(app, path)).toBe('UNKNOWN_METHOD');
  }
  expect(await codeOf(app, 'shell.about')).toBe('ok');
});

test('when the store is killed it comes back with what was committed', async ({ app }) => {
  await app.startOwnBook('Sam Carter');
  const first = await findStore(app);
  expect(first).toBeDefined();
  process.kill(first ?? 0, 'SIGKILL');
  await expect.poll(() => codeOf(app, 'book.check')).toBe('ok');
  expect(await findStore(app)).not.toBe(first);
  await app.call('people.create', { name: 'Jane Doe' });
  await expect(app.window.getByText('Jane Doe')).toBeVisible();
});

test('closing leaves one tidy file and its seal', async ({ app }) => {
  await app.startOwnBook('Sam Carter');
  await app.stop();
  const ours = readdirSync(app.folder).filter((name) => name.startsWith('book'));
  expect(ours.toSorted()).toEqual(['book.acquaint', 'book.acquaint.seal']);
});

test('diagnostics tell what went wrong, and nothing of anybody', async ({ app }) => {
  await app.startOwnBook('Quirina Zabludowska');
  await app.call('people.create', { name: 'Jane Doe', email: 'jane@acme.example' });
  process.kill((await findStore(app)) ?? 0, 'SIGKILL');
  await expect.poll(() => codeOf(app, 'book.check')).toBe('ok');
  expect(await codeOf(app, 'people.get')).toBe('INVALID_INPUT');
  expect(await codeOf(app, 'people.Quirina')).toBe('UNKNOWN_METHOD');

  await app.goTo('Settings');
  await app.window.getByRole('button', { name: 'Copy diagnostics' }).click();
  await expect(app.window.getByText('Diagnostics copied.')).toBeVisible();
  const copied = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain('"people": 1');
  expect(copied).toContain('"kind":"store-end"');
  expect(copied).toContain('"method":"people.get","code":"INVALID_INPUT"');
  expect(copied).toContain('"method":"unknown","code":"UNKNOWN_METHOD"');
  const log = readFileSync(join(app.folder, 'events.log'), 'utf8');
  for (const text of [copied, log]) {
    expect(text).not.toMatch(/quirina|zabludowska|jane|acme|acquaint-e2e/i);
  }
});
