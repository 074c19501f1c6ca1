import { createLayout, type LayoutInput } from './layout.ts';

/** What the worker says, now and then and at the end. */
export interface LayoutMessage {
  readonly positions: Float32Array;
  readonly isDone: boolean;
}

/** Milliseconds between two messages: often enough to be seen moving. */
const messageEvery = 120;

/** Lays networks out away from the window's thread, so that the window stays quick. */
addEventListener('message', ({ data }: MessageEvent<LayoutInput>) => {
  const layout = createLayout(data);
  tell(layout.positions(), false);
  let toldAt = performance.now();
  while (layout.step()) {
    if (performance.now() - toldAt < messageEvery) continue;
    tell(layout.positions(), false);
    toldAt = performance.now();
  }
  tell(layout.positions(), true);
});

function tell(positions: Float32Array<ArrayBuffer>, isDone: boolean): void {
  const message: LayoutMessage = { positions, isDone };
  postMessage(message, { transfer: [positions.buffer] });
}
