import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** Where and how large the window was, in device-independent pixels. */
const windowState = z.object({
  width: z.int().min(400).max(20_000),
  height: z.int().min(300).max(20_000),
  /** Null: wherever the system puts it. */
  place: z.object({ x: z.int(), y: z.int() }).nullable(),
  isMaximized: z.boolean(),
});
export type WindowState = z.infer<typeof windowState>;

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const initial: WindowState = { width: 1280, height: 840, place: null, isMaximized: false };

/** The state kept in a file; the initial one when the file is missing or not ours. */
export function readWindowState(path: string): WindowState {
  try {
    return windowState.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return initial;
  }
}

/** Keeps the state; a failure costs a window's place and is not worth a message. */
export function writeWindowState(path: string, state: WindowState): void {
  try {
    writeFileSync(path, JSON.stringify(state));
  } catch {
    // the place of a window is no data
  }
}

/** Takes the place away when it is on no display that is there now (a screen was unplugged). */
export function fitToDisplays(state: WindowState, displays: readonly Rectangle[]): WindowState {
  if (state.place === null) return state;
  const { x, y } = state.place;
  // the title bar must be within reach
  const isReachable = displays.some(
    (area) =>
      x + state.width > area.x + 100 &&
      x < area.x + area.width - 100 &&
      y >= area.y &&
      y < area.y + area.height - 50,
  );
  return isReachable ? state : { ...state, place: null };
}
