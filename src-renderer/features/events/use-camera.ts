import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { api } from '../../api.ts';
import { type CodeReader, openCodeReader, pixelsOf } from './code-reader.ts';

/** Between two looks at the picture, in milliseconds: a code held up is read within a blink. */
const pause = 120;

export type CameraState = 'starting' | 'looking' | 'none' | 'failed';

/**
 * Shows the camera in a video element and looks for a code in it until one is found. The shell lets us at the
 * camera only between opening and closing it here.
 */
export function useCamera(onCode: (text: string) => void): {
  video: RefObject<HTMLVideoElement | null>;
  state: CameraState;
} {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>('starting');
  const tell = useEffectEvent(onCode);
  useEffect(() => {
    const end = new AbortController();
    let stream: MediaStream | null = null;
    const start = async (): Promise<void> => {
      await api.shell.openCamera({});
      stream = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: 'environment', width: { ideal: 1280 } },
      });
      const element = video.current;
      if (end.signal.aborted || element === null) return stopStream(stream);
      element.srcObject = stream;
      await element.play();
      setState('looking');
      const found = await lookForCode(element, end.signal);
      if (found !== null) tell(found);
    };
    start().catch((error: unknown) => {
      if (end.signal.aborted) return;
      setState(error instanceof DOMException && error.name === 'NotFoundError' ? 'none' : 'failed');
    });
    return () => {
      end.abort();
      stopStream(stream);
      void api.shell.closeCamera({});
    };
  }, []);
  return { video, state };
}

function stopStream(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

async function lookForCode(video: HTMLVideoElement, signal: AbortSignal): Promise<string | null> {
  const reader: CodeReader = openCodeReader();
  try {
    while (!signal.aborted) {
      const image = pixelsOf(video);
      const text = image === null ? null : await reader.read(image);
      if (text !== null && !signal.aborted) return text;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    return null;
  } finally {
    reader.close();
  }
}
