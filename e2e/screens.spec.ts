import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type App, type Scheme, test } from './app-fixture.ts';
import { describeBook, type PicturedBook, type View, views, whoToAsk } from './screen-views.ts';
import { takeSafety } from './safety-views.ts';

/*
 * Pictures of every page, of an empty book, of the sample and of the book of 100,000 people. `npm run screens` makes
 * them all into docs/screens; as a test of its own the README's picture is made anew each time, so that it cannot
 * rot unnoticed.
 */

const target = process.env['ACQUAINT_SCREENS'];
/** The book of 100,000 people, made by the task. */
const fullBook = process.env['ACQUAINT_FULL_BOOK'];
const folder = target ?? path.join('test-results', 'screens');

async function open(app: App, view: View, book: PicturedBook): Promise<void> {
  // what the mouse happens to rest on would be lit
  await app.window.mouse.move(2, 2);
  await view.open(app, book);
  await expect(app.window.getByRole('status', { name: 'Loading…' })).toHaveCount(0, {
    timeout: 30_000,
  });
  await expect(app.window.locator('[aria-busy=true]')).toHaveCount(0);
}

/** As WebP: a third of a PNG, and not to be told from it by eye. */
async function takeSmall(app: App, file: string): Promise<void> {
  const session = await app.window.context().newCDPSession(app.window);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 75 });
  await session.detach();
  const picture = Buffer.from(data, 'base64');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, picture);
  // a blank page compresses to next to nothing
  expect(picture.byteLength).toBeGreaterThan(5000);
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

/** Waits until the window has drawn what it was told: a change of scheme goes down the page one level a frame. */
async function drawn(app: App): Promise<void> {
  await app.window.evaluate(async () => {
    let stillFrames = 0;
    while (stillFrames < 3) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const isChanging = document.getAnimations().some((each) => each instanceof CSSTransition);
      stillFrames = isChanging ? 0 : stillFrames + 1;
    }
  });
  await expect(app.window.locator('[aria-busy=true], [data-settled=false]')).toHaveCount(0, {
    timeout: 120_000,
  });
}

/** What is open, in both schemes and both widths: opening it again each time would take four times as long. */
async function takeFour(
  app: App,
  kind: PicturedBook['kind'] | 'safety',
  name: string,
): Promise<void> {
  for (const width of [1600, 1024]) {
    await app.resize(width, 900);
    for (const scheme of ['light', 'dark'] satisfies Scheme[]) {
      await app.useScheme(scheme);
      await drawn(app);
      await takeSmall(app, path.join(folder, kind, `${name}-${scheme}-${width}.webp`));
    }
  }
}

async function takeAll(app: App, kind: PicturedBook['kind']): Promise<void> {
  await enter[kind](app);
  const book = await describeBook(app, kind);
  for (const view of views) {
    if (kind === 'empty' && view.needsPeople === true) continue;
    await test.step(view.name, async () => {
      await app.resize(1600, 900);
      await open(app, view, book);
      await takeFour(app, kind, view.name);
      await app.window.keyboard.press('Escape');
    });
  }
}

if (target !== undefined) {
  for (const kind of ['empty', 'sample', 'full'] as const) {
    if (kind === 'full' && fullBook === undefined) continue;
    test(`every page, ${kind}`, async ({ app }) => {
      test.setTimeout(1_200_000);
      await app.window.emulateMedia({ reducedMotion: 'reduce' });
      if (kind === 'empty') await takeFour(app, kind, 'start');
      await takeAll(app, kind);
    });
  }
  test('backups, encryption and the lock', async ({ app }) => {
    test.setTimeout(600_000);
    await app.window.emulateMedia({ reducedMotion: 'reduce' });
    await takeSafety(app, (name) => takeFour(app, 'safety', name));
  });
}
