import type { Page } from 'playwright/test';

/* What runs in the window itself, so that no message between programs is counted. */

/** What must be there and gone for a page to count as shown. */
export interface Shown {
  /** Something of what the page is about: a row, a card. */
  readonly selector: string;
  /** What it says, if that matters. */
  readonly text?: string;
}

/**
 * Milliseconds from a click (or a change of address, for pages without a link in the side bar) until what it leads
 * to has been painted and nothing on the page says any more that it is loading.
 */
export function timeToShow(
  page: Page,
  action: { readonly click: string } | { readonly hash: string },
  shown: Shown,
): Promise<number> {
  return page.evaluate(
    async ([act, { selector, text }]) => {
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const isShown = (): boolean => {
        const isLoading =
          document.querySelector('main [role=status][aria-label^="Loading"]') !== null;
        if (isLoading || document.querySelector('main [aria-busy=true]') !== null) return false;
        const found = [...document.querySelectorAll(selector)];
        return found.some((element) => (element.textContent ?? '').includes(text ?? ''));
      };
      const start = performance.now();
      if ('click' in act) {
        const target = document.querySelector<HTMLElement>(act.click);
        if (target === null) throw new Error(`There is nothing to click at ${act.click}.`);
        target.click();
      } else location.hash = act.hash;
      // a former answer may still stand there: the page needs a turn to take notice of the click
      await frame();
      while (!isShown()) {
        if (performance.now() - start > 60_000) throw new Error(`'${selector}' is not shown.`);
        await frame();
      }
      // the frame in which it is there is painted when the one after it begins
      await frame();
      return performance.now() - start;
    },
    [action, shown] as const,
  );
}

export interface Frames {
  /** Milliseconds between one frame and the next. */
  readonly gaps: readonly number[];
}

interface Watch {
  gaps: number[];
  isWatching: boolean;
}

/** Records every frame of the window while something is done in it. */
export async function watchFrames(page: Page, act: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const watch: Watch = { gaps: [], isWatching: true };
    (globalThis as unknown as { frameWatch: Watch }).frameWatch = watch;
    let last = performance.now();
    const note = (now: number): void => {
      watch.gaps.push(now - last);
      last = now;
      if (watch.isWatching) requestAnimationFrame(note);
    };
    requestAnimationFrame((now) => {
      last = now;
      requestAnimationFrame(note);
    });
  });
  await act();
  const gaps = await page.evaluate(() => {
    const watch = (globalThis as unknown as { frameWatch: Watch }).frameWatch;
    watch.isWatching = false;
    return watch.gaps;
  });
  return { gaps };
}
