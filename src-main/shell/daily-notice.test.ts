import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  claimNotice,
  isNoticeTime,
  noticeBody,
  readNoticeState,
  setNotice,
  type Moment,
} from './daily-notice.ts';

const nothing = {
  followUps: 0,
  promises: 0,
  introductions: 0,
  keepInTouch: 0,
  birthdays: 0,
  total: 0,
};
const waiting = { ...nothing, followUps: 2, birthdays: 1, total: 3 };
const moment: Moment = { today: '2026-11-26', hour: 10, isWindowInUse: false };
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'acquaint-notice-'));
  file = join(folder, 'notice.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the notice of the day', () => {
  it('comes once a day, whoever asks and however often the program is started', () => {
    expect(claimNotice(file, moment, waiting)).toBe(true);
    expect(claimNotice(file, moment, waiting)).toBe(false);
    expect(claimNotice(file, { ...moment, hour: 18 }, waiting)).toBe(false);
    expect(claimNotice(file, { ...moment, today: '2026-11-27' }, waiting)).toBe(true);
  });

  it('does not come twice when the clock is set back', () => {
    expect(claimNotice(file, moment, waiting)).toBe(true);
    expect(claimNotice(file, { ...moment, today: '2026-11-25' }, waiting)).toBe(false);
  });

  it('stays away when nothing waits, and leaves the day for something that falls due later', () => {
    expect(claimNotice(file, moment, nothing)).toBe(false);
    expect(claimNotice(file, { ...moment, hour: 15 }, waiting)).toBe(true);
  });

  it('stays away while the window is in use, early, late, and when it is switched off', () => {
    const state = readNoticeState(file);
    expect(isNoticeTime(state, moment)).toBe(true);
    expect(isNoticeTime(state, { ...moment, isWindowInUse: true })).toBe(false);
    for (const hour of [0, 8, 21]) expect(isNoticeTime(state, { ...moment, hour })).toBe(false);
    setNotice(file, false);
    expect(claimNotice(file, moment, waiting)).toBe(false);
    setNotice(file, true);
    expect(claimNotice(file, moment, waiting)).toBe(true);
  });

  it('keeps the day when it is switched off and on again', () => {
    expect(claimNotice(file, moment, waiting)).toBe(true);
    setNotice(file, false);
    setNotice(file, true);
    expect(claimNotice(file, moment, waiting)).toBe(false);
  });

  it('does not come when its day cannot be written down', () => {
    expect(claimNotice(join(folder, 'missing', 'notice.json'), moment, waiting)).toBe(false);
  });

  it('begins anew with a file that is not ours', () => {
    writeFileSync(file, 'not JSON');
    expect(readNoticeState(file)).toEqual({ isOn: true, lastOn: null });
  });

  it('counts and names nobody', () => {
    expect(noticeBody(waiting)).toBe('2 follow-ups, 1 birthday');
  });
});
