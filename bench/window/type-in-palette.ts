import { openPalette } from '../../e2e/app-fixture.ts';
import type { App } from '../../e2e/app-fixture.ts';
import type { Figure } from '../lifetime.ts';
import { figuresOf, figuresOfFrames } from './figures.ts';
import { watchFrames } from './in-page.ts';

const texts = ['anna ander', 'clara', 'brews & books', 'accounting', 'newsleter'];

interface Typing {
  key: number;
  changed: number;
}

/** From each key until the list of what was found has changed for the last time. */
export async function measurePalette(app: App): Promise<Figure[]> {
  const times: number[] = [];
  const frames: number[] = [];
  for (const text of texts) {
    await openPalette(app.window);
    await watchTyping(app);
    const { gaps } = await watchFrames(app.window, async () => {
      for (const letter of text) times.push(await typeLetter(app, letter));
    });
    frames.push(...gaps);
    await app.window.keyboard.press('Escape');
    await app.window.getByRole('dialog').waitFor({ state: 'hidden' });
  }
  return [
    ...figuresOf('a letter in the palette, until its answer', times),
    ...figuresOfFrames('typing in the palette', { gaps: frames }),
  ];
}

/** Notes in the window when a key came and when the list changed after it. */
function watchTyping(app: App): Promise<void> {
  return app.window.evaluate(() => {
    const typing: Typing = { key: 0, changed: 0 };
    (globalThis as unknown as { typing: Typing }).typing = typing;
    const palette = document.querySelector('[role=dialog]');
    if (palette === null) throw new Error('The palette is not open.');
    new MutationObserver(() => {
      typing.changed = performance.now();
    }).observe(palette, { subtree: true, childList: true, characterData: true });
    document.addEventListener(
      'keydown',
      () => {
        typing.key = performance.now();
      },
      { capture: true },
    );
  });
}

async function typeLetter(app: App, letter: string): Promise<number> {
  await app.window.keyboard.press(letter === ' ' ? 'Space' : letter);
  return app.window.evaluate(async () => {
    const { typing } = globalThis as unknown as { typing: Typing };
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    // quiet for half a second: nothing more will come of this letter
    while (performance.now() - Math.max(typing.key, typing.changed) < 500) await frame();
    return Math.max(0, typing.changed - typing.key);
  });
}
