import type { App } from '../../e2e/app-fixture.ts';
import type { Figure } from '../lifetime.ts';
import type { WindowOptions } from './bench-window.ts';
import { figuresOf, figuresOfFrames } from './figures.ts';
import { type Frames, timeToShow, watchFrames } from './in-page.ts';
import { traceTasks } from './trace.ts';

/** Scrolling, sorting and filtering the list of everybody. */
export async function measurePeople(app: App, { trace }: WindowOptions): Promise<Figure[]> {
  await app.goTo('People');
  const grid = app.window.getByRole('grid');
  await grid.getByRole('row').nth(5).waitFor();
  const box = await grid.boundingBox();
  if (box === null) throw new Error('The list of people is not shown.');
  await app.window.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const recorded: { wheel?: Frames; keys?: Frames } = {};
  const tasks = await traceTasks(app, trace, async () => {
    recorded.wheel = await watchFrames(app.window, () => scrollByWheel(app));
    await grid.focus();
    recorded.keys = await watchFrames(app.window, () => scrollByKeys(app));
  });
  if (recorded.wheel === undefined || recorded.keys === undefined) throw new Error('No frames.');
  return [
    ...figuresOfFrames('scrolling by wheel', recorded.wheel),
    ...figuresOfFrames('scrolling by keys', recorded.keys),
    { name: 'scrolling, trace: longest task of the page', value: tasks.longest, unit: 'ms' },
    { name: 'scrolling, trace: its processor time', value: tasks.longestCpu, unit: 'ms' },
    ...(await measureSorting(app)),
    ...(await measureFiltering(app)),
  ];
}

/** A fast hand: 200 turns down, then 100 up, by three rows to a screen and a half each. */
async function scrollByWheel(app: App): Promise<void> {
  const { mouse } = app.window;
  for (let turn = 0; turn < 300; turn++) {
    await mouse.wheel(0, (turn < 200 ? 1 : -1) * (120 + (turn % 10) * 90));
    // a wheel turns no faster than the screen
    await app.window.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
}

async function scrollByKeys(app: App): Promise<void> {
  const keys = ['End', 'Home', ...Array.from({ length: 40 }, () => 'PageDown'), 'End', 'PageUp'];
  for (const key of [...keys, ...Array.from({ length: 40 }, () => 'ArrowUp')]) {
    await app.window.keyboard.press(key);
  }
}

/** From the click on the head of a column until its first rows are there, each column for the first time. */
async function measureSorting(app: App): Promise<Figure[]> {
  const heads = await app.window.locator('[role=columnheader] button').count();
  const times: number[] = [];
  for (let at = 0; at < heads; at++) {
    const click = `[role=columnheader]:nth-child(${at + 2}) button`;
    if ((await app.window.locator(click).count()) === 0) continue;
    times.push(await timeToShow(app.window, { click }, { selector: '[data-part=name]' }));
  }
  return figuresOf('sorting', times);
}

const filters = ['text=ander', 'hasEmail=true', 'tiedToMe=true'];

/** From the choice of a filter until the people who fit are there. */
async function measureFiltering(app: App): Promise<Figure[]> {
  const times: number[] = [];
  for (const filter of filters) {
    const hash = `#/people?${filter}`;
    times.push(await timeToShow(app.window, { hash }, { selector: '[data-part=name]' }));
  }
  return figuresOf('filtering', times);
}
