import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { Result } from './contract/result.ts';
import {
  changedChannel,
  closingChannel,
  handedChannel,
  invokeChannel,
  lockingChannel,
  progressChannel,
  showTodayChannel,
} from './shell/channels.ts';

/*
 * All that the page can reach of the program: one call and six subscriptions. The page never gets at
 * ipcRenderer itself, and adding a feature changes nothing here.
 */
const channelOfTopic = new Map<unknown, string>([
  ['changed', changedChannel],
  ['progress', progressChannel],
  ['closing', closingChannel],
  ['locking', lockingChannel],
  ['showToday', showTodayChannel],
  ['handed', handedChannel],
]);

contextBridge.exposeInMainWorld('acquaint', {
  /** With a job id, progress is told under it, and the call can be stopped by it. */
  invoke: (path: unknown, input: unknown, jobId?: unknown): Promise<Result<unknown>> =>
    ipcRenderer.invoke(invokeChannel, path, input, jobId) as Promise<Result<unknown>>,

  on(topic: unknown, callback: (payload: unknown) => void): () => void {
    const channel = channelOfTopic.get(topic);
    if (channel === undefined)
      throw new Error(`The topics are ${[...channelOfTopic.keys()].join(', ')}.`);
    // the event itself stays here: it would hand the page a way to send anything
    const listener = (_event: IpcRendererEvent, payload: unknown): void => callback(payload);
    ipcRenderer.on(channel, listener);
    return () => {
      ipcRenderer.removeListener(channel, listener);
    };
  },
});
