import { parseArgs } from 'node:util';
import { _electron } from 'playwright';

/*
 * Frames per second of the map while it is panned and zoomed, in the built app without a graphics card:
 *
 *     npm run build && xvfb-run node e2e/measure-map.ts --user-data FOLDER
 *
 * FOLDER holds a book.acquaint whose map is looked at (docs/performance.md says how to make one).
 */

const { values } = parseArgs({
  options: { 'user-data': { type: 'string' }, seconds: { type: 'string', default: '6' } },
});
const folder = values['user-data'];
if (folder === undefined) throw new Error('Say which book: --user-data FOLDER');

/** Moves the map with each frame, and gives the milliseconds between frames. Runs in the window. */
async function measurePan(seconds: number): Promise<number[]> {
  const canvas = document.querySelector('canvas');
  if (canvas === null) throw new Error('There is no map.');
  const send = (type: string, target: EventTarget, x: number, y: number) =>
    target.dispatchEvent(
      new MouseEvent(type, { view: window, bubbles: true, buttons: 1, clientX: x, clientY: y }),
    );
  const box = canvas.getBoundingClientRect();
  const [middleX, middleY] = [box.x + box.width / 2, box.y + box.height / 2];
  send('mousedown', canvas, middleX, middleY);
  const gaps: number[] = [];
  const start = performance.now();
  let last = start;
  while (last - start < seconds * 1000) {
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    gaps.push(now - last);
    last = now;
    const turn = (now - start) / 700;
    send('mousemove', window, middleX + 160 * Math.sin(turn), middleY + 110 * Math.sin(turn * 1.3));
  }
  send('mouseup', window, middleX, middleY);
  return gaps.slice(1);
}

async function measureZoom(seconds: number): Promise<number[]> {
  const canvas = document.querySelector('canvas');
  if (canvas === null) throw new Error('There is no map.');
  const box = canvas.getBoundingClientRect();
  const gaps: number[] = [];
  const start = performance.now();
  let last = start;
  while (last - start < seconds * 1000) {
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    gaps.push(now - last);
    last = now;
    const deltaY = Math.sin((now - start) / 900) * 14;
    const at = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
    canvas.dispatchEvent(
      new WheelEvent('wheel', { view: window, bubbles: true, cancelable: true, deltaY, ...at }),
    );
  }
  return gaps.slice(1);
}

function describe(name: string, gaps: readonly number[]): void {
  const sorted = gaps.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  console.log(
    `${name}: ${(1000 / mean).toFixed(1)} frames/s; between frames median ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms, longest ${at(1).toFixed(1)} ms`,
  );
}

const app = await _electron.launch({
  args: [process.cwd(), `--user-data-dir=${folder}`],
  cwd: process.cwd(),
  chromiumSandbox: process.getuid?.() !== 0,
});
const page = await app.firstWindow();
await page.getByRole('main').waitFor();
await app.evaluate(({ BrowserWindow }) => {
  BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 860);
});
const opened = performance.now();
await page.evaluate(() => {
  location.hash = '#/map';
});
const map = page.getByRole('application');
await map.waitFor({ timeout: 60_000 });
console.log(`shown after ${((performance.now() - opened) / 1000).toFixed(1)} s`);
await page.locator('[data-settled="true"]').waitFor({ timeout: 180_000 });
console.log(`at rest after ${((performance.now() - opened) / 1000).toFixed(1)} s`);
console.log(await page.getByText(/You in the middle/).textContent());
// the ties are painted bit by bit once nothing moves
await page.waitForTimeout(1500);
describe('pan', await page.evaluate(measurePan, Number(values.seconds)));
describe('zoom', await page.evaluate(measureZoom, Number(values.seconds)));
const picture = process.env['ACQUAINT_MAP_PICTURE'];
if (picture !== undefined) {
  await map.press('0');
  await page.waitForTimeout(1500);
  await page.screenshot({ path: picture });
}
await app.close();
