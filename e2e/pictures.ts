import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type App, type Scheme, test } from './app-fixture.ts';

/** Where `npm run screens` wants its pictures; specs that pass a screen worth a picture then take one on their way. */
export const picturesWanted = process.env['ACQUAINT_SCREENS'];

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

/**
 * Takes what is open, in both schemes and both widths: opening it again each time would take four times as long.
 *
 * @param name a folder and a name, such as "sample/people"
 */
export async function takeFour(app: App, folder: string, name: string): Promise<void> {
  for (const width of [1600, 1024]) {
    await app.resize(width, 900);
    for (const scheme of ['light', 'dark'] satisfies Scheme[]) {
      await app.useScheme(scheme);
      await drawn(app);
      await takeSmall(app, path.join(folder, `${name}-${scheme}-${width}.webp`));
    }
  }
}

/** The same from within a spec that tests something else, when pictures are being made. */
export async function takeIfWanted(app: App, name: string): Promise<void> {
  if (picturesWanted === undefined) return;
  // the test's own limit is for what it tests
  const info = test.info();
  info.setTimeout(info.timeout + 60_000);
  await app.window.emulateMedia({ reducedMotion: 'reduce' });
  await takeFour(app, picturesWanted, name);
}
