import type { App } from '../../e2e/app-fixture.ts';
import type { Figure } from '../lifetime.ts';
import { type Frames, watchFrames } from './in-page.ts';
import { watchMainProcess } from './main-process.ts';

/** Median and worst of times in milliseconds. */
export function figuresOf(name: string, times: readonly number[]): Figure[] {
  const sorted = times.toSorted((a, b) => a - b);
  return [
    { name: `${name}: median of ${sorted.length}`, value: sorted[sorted.length >> 1], unit: 'ms' },
    { name: `${name}: longest`, value: sorted[sorted.length - 1], unit: 'ms' },
  ];
}

/** Frames a second, and the longest one. */
export function figuresOfFrames(name: string, { gaps }: Frames): Figure[] {
  const total = gaps.reduce((sum, gap) => sum + gap, 0);
  return [
    { name: `${name}: frames a second`, value: (1000 * gaps.length) / total, unit: '' },
    { name: `${name}: longest frame`, value: Math.max(...gaps), unit: 'ms' },
  ];
}

/** How long something takes that is done in the window, and for how long that and the main process stand still meanwhile. */
export async function figuresOfPhase(
  app: App,
  name: string,
  act: () => Promise<void>,
): Promise<Figure[]> {
  const begun = performance.now();
  let stalls: number[] = [];
  const frames = await watchFrames(app.window, async () => {
    stalls = await watchMainProcess(app, act);
  });
  return [
    { name: `${name}: time`, value: performance.now() - begun, unit: 'ms' },
    ...figuresOfFrames(name, frames),
    {
      name: `${name}: longest stall of the main process`,
      value: Math.max(...stalls),
      unit: 'ms',
    },
  ];
}

/**
 * Makes the store forget what it keeps between questions, as any change does, and the window everything: what is
 * asked next is asked as if for the first time.
 */
export async function forgetAnswers(app: App, change: number): Promise<void> {
  await app.call('people.update', { id: 2, note: `Changed for the ${change}th time` });
  await app.window.reload();
  await app.window.getByRole('navigation').getByRole('link').first().waitFor();
  await app.window.getByRole('heading', { level: 1 }).waitFor();
  // the store answers one after the other: with this answer all that the window asked for itself is done
  await app.call('today.summary', {});
}
