import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { isoDate } from '../contract/common.ts';
import type { OutputOf, StoreContract } from '../contract/index.ts';

/*
 * The rule of the notice of the day, without Electron: at most one a day, also after restarts, and only when it
 * helps. It names numbers and no names, because a notice may stand on a screen that others see.
 */

const noticeState = z.object({
  isOn: z.boolean(),
  /** The day of the last notice. */
  lastOn: isoDate.nullable(),
});
export type NoticeState = z.infer<typeof noticeState>;

/** On, until the user says otherwise: see docs/decisions/0030. */
const initial: NoticeState = { isOn: true, lastOn: null };

/** The state kept in a file; the initial one when the file is missing or not ours. */
export function readNoticeState(file: string): NoticeState {
  try {
    return noticeState.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return initial;
  }
}

export function setNotice(file: string, isOn: boolean): void {
  writeFileSync(file, JSON.stringify({ ...readNoticeState(file), isOn } satisfies NoticeState));
}

type Waiting = OutputOf<StoreContract['today']['summary']>;

export interface Moment {
  /** 'YYYY-MM-DD' at the user's place. */
  readonly today: string;
  /** 0 to 23. */
  readonly hour: number;
  /** Whoever looks at the window sees Today for themselves. */
  readonly isWindowInUse: boolean;
}

/** Nobody wants to be reminded of people before breakfast, nor at night. */
const firstHour = 9;
const lastHour = 20;

/** Whether it is the time for a notice, before it is known whether anything waits. */
export function isNoticeTime({ isOn, lastOn }: NoticeState, moment: Moment): boolean {
  const { hour, isWindowInUse, today } = moment;
  // A clock that was set back must not make a second notice of one day.
  const isFirst = lastOn === null || lastOn < today;
  return isOn && isFirst && !isWindowInUse && hour >= firstHour && hour <= lastHour;
}

/**
 * Takes the day for a notice: true once a day. The day is written down before anything is shown, and a day that
 * cannot be written down has no notice, so that there is never a second one.
 */
export function claimNotice(file: string, moment: Moment, waiting: Waiting): boolean {
  const state = readNoticeState(file);
  if (waiting.total === 0 || !isNoticeTime(state, moment)) return false;
  try {
    writeFileSync(file, JSON.stringify({ ...state, lastOn: moment.today } satisfies NoticeState));
    return true;
  } catch {
    return false;
  }
}

/** "2 follow-ups, 1 birthday". */
export function noticeBody(waiting: Waiting): string {
  const parts: readonly (readonly [number, string, string])[] = [
    [waiting.promises, 'promise', 'promises'],
    [waiting.followUps, 'follow-up', 'follow-ups'],
    [waiting.introductions, 'introduction', 'introductions'],
    [waiting.birthdays, 'birthday', 'birthdays'],
    [waiting.keepInTouch, 'person to keep in touch with', 'people to keep in touch with'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${count} ${count === 1 ? one : many}`)
    .join(', ');
}
