import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fitToDisplays, readWindowState, writeWindowState } from './window-state.ts';

const state = { width: 1000, height: 700, place: { x: 50, y: 60 }, isMaximized: false };
const display = { x: 0, y: 0, width: 1920, height: 1080 };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-window-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the state of the window', () => {
  it('comes back as it was kept', () => {
    const file = join(folder, 'window.json');
    writeWindowState(file, state);
    expect(readWindowState(file)).toEqual(state);
  });

  it.each([
    '',
    '{',
    '[]',
    '{"width":-5}',
    '{"width":1e9,"height":700,"place":null,"isMaximized":false}',
  ])('begins anew when the file says %s', (content) => {
    const file = join(folder, 'window.json');
    writeFileSync(file, content);
    expect(readWindowState(file).place).toBeNull();
  });

  it('forgets a place on a screen that is no longer there', () => {
    expect(fitToDisplays(state, [display])).toEqual(state);
    const away = { ...state, place: { x: 2500, y: 60 } };
    expect(fitToDisplays(away, [display])).toEqual({ ...state, place: null });
    expect(fitToDisplays(away, [display, { ...display, x: 1920 }])).toEqual(away);
  });
});
