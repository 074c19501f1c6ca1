import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { api } from './api.ts';
import { notifyError } from './components/notify.tsx';

/*
 * Files that were given to the program on its command line. They wait here, outside of React, until the import page has
 * nothing else in its hands.
 */

let waiting: readonly File[] = [];
const listeners = new Set<() => void>();

function setWaiting(files: readonly File[]): void {
  waiting = files;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

async function readPieces(id: number): Promise<BlobPart[]> {
  const pieces: BlobPart[] = [];
  for (let start = 0; ; ) {
    const { bytes, isLast } = await api.shell.readHandedFile({ id, start });
    // one that is a part of shared memory cannot be a part of a file
    pieces.push(new Uint8Array(bytes));
    if (isLast) return pieces;
    start += bytes.length;
  }
}

/** Takes what is handed over, now and later, and goes to the import page with it. */
export function useHandedFiles(): void {
  const navigate = useNavigate();
  const take = useEffectEvent(async () => {
    try {
      const { files } = await api.shell.takeHandedFiles({});
      if (files.length === 0) return;
      const made: File[] = [];
      for (const { id, name } of files) made.push(new File(await readPieces(id), name));
      setWaiting([...waiting, ...made]);
      await navigate({ to: '/transfer' });
    } catch (error) {
      notifyError(error);
    }
  });
  useEffect(() => {
    void take();
    return window.acquaint.on('handed', () => void take());
  }, []);
}

/** Gives the files that wait to `choose` as soon as the page `isFree`. */
export function useWaitingFiles(isFree: boolean, choose: (files: readonly File[]) => void): void {
  const files = useSyncExternalStore(subscribe, () => waiting);
  const stage = useEffectEvent(choose);
  useEffect(() => {
    if (!isFree || files.length === 0) return;
    setWaiting([]);
    stage(files);
  }, [isFree, files]);
}
