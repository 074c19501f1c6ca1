import type { App } from '../../e2e/app-fixture.ts';

interface MainWatch {
  readonly stalls: number[];
  readonly timer: NodeJS.Timeout;
}

/** Milliseconds by which the main process was late for a clock of 10 ms, while something is done. */
export async function watchMainProcess(app: App, act: () => Promise<void>): Promise<number[]> {
  await app.electron.evaluate(() => {
    const stalls: number[] = [];
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      stalls.push(Math.max(0, now - last - 10));
      last = now;
    }, 10);
    (globalThis as unknown as { mainWatch: MainWatch }).mainWatch = { stalls, timer };
  });
  await act();
  return app.electron.evaluate(() => {
    const { stalls, timer } = (globalThis as unknown as { mainWatch: MainWatch }).mainWatch;
    clearInterval(timer);
    return stalls;
  });
}
