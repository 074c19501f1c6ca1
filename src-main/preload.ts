import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { Result } from './contract/result.ts';
import { changedChannel, invokeChannel } from './shell/channels.ts';

/*
 * All that the page can reach of the program: one call and one subscription. The page never gets at
 * ipcRenderer itself, and adding a feature changes nothing here.
 */
contextBridge.exposeInMainWorld('acquaint', {
  invoke: (path: unknown, input: unknown): Promise<Result<unknown>> =>
    ipcRenderer.invoke(invokeChannel, path, input) as Promise<Result<unknown>>,

  on(topic: unknown, callback: (payload: unknown) => void): () => void {
    if (topic !== 'changed') throw new Error('There is only the topic "changed".');
    // the event itself stays here: it would hand the page a way to send anything
    const listener = (_event: IpcRendererEvent, payload: unknown): void => callback(payload);
    ipcRenderer.on(changedChannel, listener);
    return () => {
      ipcRenderer.removeListener(changedChannel, listener);
    };
  },
});
