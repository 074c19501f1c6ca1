import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { insideContract } from '../src-main/contract/index.ts';
import type { App } from './app-fixture.ts';
import { expect, test } from './app-fixture.ts';
import { startWithLargeBook } from './written-books.ts';
import { TransferPage } from './pages/transfer-page.ts';

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'acquaint-exports-'));
});
test.afterEach(() => rmSync(folder, { recursive: true }));

/** Answers the next dialogs that ask where to save; null cancels them. Gives the names that are suggested there. */
async function answerSaveDialogs(app: App, to: string | null): Promise<() => Promise<string[]>> {
  await app.electron.evaluate(({ dialog }, filePath) => {
    const suggested: string[] = [];
    Object.assign(globalThis, { suggested });
    dialog.showSaveDialog = (...given: unknown[]) => {
      suggested.push((given.at(-1) as { defaultPath: string }).defaultPath);
      return Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
    };
  }, to);
  return () =>
    app.electron.evaluate(() => (globalThis as unknown as { suggested: string[] }).suggested);
}

test('a book is exported where the user says, and nowhere when that is cancelled', async ({
  app,
}) => {
  const transfer = new TransferPage(app);
  await app.startOwnBook('Robin Me');
  await app.call('people.create', { name: 'Jane Doe' });
  await app.goTo('Import & export');

  await test.step('cancelled, nothing is done', async () => {
    const suggested = await answerSaveDialogs(app, null);
    await transfer.exportAs('People (CSV)');
    await expect(transfer.exportButton('People (CSV)')).toBeEnabled();
    const [name = ''] = await suggested();
    expect(path.basename(name)).toMatch(/^acquaint-\d{4}-\d\d-\d\d\.csv$/);
    expect(readdirSync(folder)).toEqual([]);
  });

  await test.step('what is there is replaced', async () => {
    const target = path.join(folder, 'book.json');
    writeFileSync(target, 'before');
    await answerSaveDialogs(app, target);
    await transfer.exportAs('Whole book (JSON)');
    await expect(app.window.getByText(`Saved as ${target}`)).toBeVisible();
    expect(readFileSync(target, 'utf8')).toContain('Jane Doe');
    expect(readdirSync(folder)).toEqual(['book.json']);
  });

  await test.step('what cannot be written is told by its name', async () => {
    const target = path.join(folder, 'gone', 'book.json');
    await answerSaveDialogs(app, target);
    await transfer.exportAs('Whole book (JSON)');
    await expect(app.window.getByText(`${target} does not exist. Check the path.`)).toBeVisible();
  });
});

test('a long export says that it runs; stopped, it leaves the old file as it was', async ({
  app,
}) => {
  await startWithLargeBook(app);
  const transfer = new TransferPage(app);
  await app.goTo('Import & export');
  const target = path.join(folder, 'book.json');
  writeFileSync(target, 'before');
  await answerSaveDialogs(app, target);
  // as soon as it is there: on a quick machine the export would be over before a hand has found the button
  await app.window.evaluate(() => {
    new MutationObserver((_, observer) => {
      const status = [...document.querySelectorAll('[role=status]')].find(
        ({ textContent }) => textContent === 'Reading the book',
      );
      const stop = status?.parentElement?.querySelector('button');
      if (stop === null || stop === undefined) return;
      observer.disconnect();
      stop.click();
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await transfer.exportAs('Whole book (JSON)');
  await expect(
    app.window.getByText('Stopped before it was finished. Nothing was changed.'),
  ).toBeVisible();
  await expect(transfer.exportButton('Whole book (JSON)')).toBeEnabled();
  expect(readFileSync(target, 'utf8')).toBe('before');
  expect(readdirSync(folder)).toEqual(['book.json']);
});

test('a page names no file: what the store writes by its path is not for it', async ({ app }) => {
  await app.startOwnBook('Robin Me');
  const target = path.join(folder, 'chosen-by-nobody');
  const inputs: Record<keyof (typeof insideContract)['files'], unknown> = {
    export: { as: 'json', path: target },
    mirrorCards: { folder: target },
    backup: { path: target },
  };
  const asked = Object.entries(inputs).flatMap(([name, input]) =>
    [`files.${name}`, `shell.${name}`, ` files.${name}`, [`files.${name}`]].map(
      (method) => [method, input] as const,
    ),
  );
  const codes = await app.window.evaluate(async (calls) => {
    interface Bridge {
      invoke(method: unknown, input: unknown): Promise<{ ok: boolean; error?: { code: string } }>;
    }
    const bridge = (globalThis as unknown as { acquaint: Bridge }).acquaint;
    const answers = await Promise.all(calls.map(([method, input]) => bridge.invoke(method, input)));
    return answers.map(({ error, ok }) => (ok ? 'ok' : error?.code));
  }, asked);
  // the shell's own mirror asks the user, and takes no folder from a page
  expect(asked.map(([method], at) => `${String(method)}: ${codes[at]}`)).toEqual(
    asked.map(([method]) =>
      method === 'shell.mirrorCards'
        ? 'shell.mirrorCards: INVALID_INPUT'
        : `${String(method)}: UNKNOWN_METHOD`,
    ),
  );
  expect(readdirSync(folder)).toEqual([]);
});
