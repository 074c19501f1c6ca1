import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, type App, test } from './app-fixture.ts';
import { picturesWanted, takeFour } from './pictures.ts';
import { describeBook, type PicturedBook, type View, views, whoToAsk } from './screen-views.ts';
import { takeSafety } from './safety-views.ts';

/*
 * Pictures of every page, of an empty book, of the sample and of the book of 100,000 people. `npm run screens` makes
 * them all into docs/screens; as a test of its own the README's picture is made anew each time, so that it cannot
 * rot unnoticed.
 */

/** The book of 100,000 people, made by the task. */
const fullBook = process.env['ACQUAINT_FULL_BOOK'];
const folder = picturesWanted ?? path.join('test-results', 'screens');

async function open(app: App, view: View, book: PicturedBook): Promise<void> {
  // what the mouse happens to rest on would be lit
  await app.window.mouse.move(2, 2);
  await view.open(app, book);
  await expect(app.window.getByRole('status', { name: 'Loading…' })).toHaveCount(0, {
    timeout: 30_000,
  });
  await expect(app.window.locator('[aria-busy=true]')).toHaveCount(0);
}

test('the README’s picture is taken from the running app', async ({ app }) => {
  await app.resize(1400, 900);
  await app.useScheme('light');
  await app.openSample();
  await open(app, whoToAsk, await describeBook(app, 'sample'));
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'who-to-ask.png');
  const picture = await app.window.screenshot({ path: file, animations: 'disabled' });
  expect(picture.byteLength).toBeGreaterThan(20_000);
});

/** Brings the app into the book, from the first screen. */
const enter: Readonly<Record<PicturedBook['kind'], (app: App) => Promise<void>>> = {
  empty: (app) => app.startOwnBook('Robin Me'),
  sample: (app) => app.openSample(),
  full: async (app) => {
    await app.stop();
    cpSync(fullBook ?? '', path.join(app.folder, 'book.acquaint'));
    await app.start();
  },
};

async function takeAll(app: App, kind: PicturedBook['kind']): Promise<void> {
  await enter[kind](app);
  const book = await describeBook(app, kind);
  for (const view of views) {
    if (kind === 'empty' && view.needsPeople === true) continue;
    await test.step(view.name, async () => {
      await app.resize(1600, 900);
      await open(app, view, book);
      await takeFour(app, folder, `${kind}/${view.name}`);
      await app.window.keyboard.press('Escape');
    });
  }
}

if (picturesWanted !== undefined) {
  for (const kind of ['empty', 'sample', 'full'] as const) {
    if (kind === 'full' && fullBook === undefined) continue;
    test(`every page, ${kind}`, async ({ app }) => {
      test.setTimeout(1_200_000);
      await app.window.emulateMedia({ reducedMotion: 'reduce' });
      if (kind === 'empty') await takeFour(app, folder, `${kind}/start`);
      await takeAll(app, kind);
    });
  }
  test('backups, encryption and the lock', async ({ app }) => {
    test.setTimeout(600_000);
    await app.window.emulateMedia({ reducedMotion: 'reduce' });
    await takeSafety(app, (name) => takeFour(app, folder, `safety/${name}`));
  });
}
