import { BrowserWindow, Notification } from 'electron';
import { readSystemClock } from '../book/clock.ts';
import { storeContract } from '../contract/index.ts';
import { claimNotice, isNoticeTime, noticeBody, readNoticeState } from './daily-notice.ts';
import type { StoreClient } from './store-client.ts';

/** A notice may come this late after its hour; asking is cheap and seldom. */
const everyMinutes = 10;

export interface WatchDayOptions {
  readonly store: StoreClient;
  readonly stateFile: string;
  /** When the notice is clicked. */
  readonly onOpen: () => void;
}

/** The notice that stands on the screen: one that nobody holds is collected, and then its click does nothing. */
let shown: Notification | null = null;

/** Shows the notice of the day when its time has come. */
export function watchDay({ store, stateFile, onOpen }: WatchDayOptions): void {
  if (!Notification.isSupported()) return;
  const look = async (): Promise<void> => {
    const now = new Date();
    const moment = {
      today: readSystemClock(now).today,
      hour: now.getHours(),
      isWindowInUse: BrowserWindow.getFocusedWindow() !== null,
    };
    if (!isNoticeTime(readNoticeState(stateFile), moment)) return;
    const waiting = await readWaiting(store);
    if (waiting === null || !claimNotice(stateFile, moment, waiting)) return;
    const notice = new Notification({
      title: 'Acquaint: today',
      body: noticeBody(waiting),
      silent: true,
    });
    notice.on('click', onOpen);
    shown?.close();
    shown = notice;
    notice.show();
  };
  setInterval(() => void look(), everyMinutes * 60_000);
}

/** What waits in the user's own book; null when another or none is open. */
async function readWaiting(store: StoreClient) {
  const { book, today } = storeContract;
  const status = await store.invoke('book.status', {});
  const read = status.ok ? book.status.output.safeParse(status.value) : null;
  if (read?.success !== true || read.data.kind !== 'own' || read.data.me === null) return null;
  const summary = await store.invoke('today.summary', {});
  return summary.ok ? (today.summary.output.safeParse(summary.value).data ?? null) : null;
}
