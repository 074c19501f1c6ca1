import type { WebContents } from 'electron';
import { isOwnPage } from './page-address.ts';

/*
 * The camera is shut for everybody, but for a window that is scanning a code: from openCamera to closeCamera, and
 * never longer than its page lives.
 */

const open = new WeakSet<WebContents>();
/** Windows whose pages are followed, so that none is followed twice. */
const watched = new WeakSet<WebContents>();

/** Lets a window use the camera. */
export function openCamera(contents: WebContents): void {
  open.add(contents);
  if (watched.has(contents)) return;
  watched.add(contents);
  const close = (): void => closeCamera(contents);
  contents.on('render-process-gone', close);
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) close();
  });
}

export function closeCamera(contents: WebContents): void {
  open.delete(contents);
}

export interface MediaAsk {
  readonly permission: string;
  /** The address that asks. */
  readonly url: string;
  readonly isMainFrame: boolean;
  readonly media: readonly string[];
}

/** Pictures alone, for our own page alone, and only while that window has the camera open. */
export function mayUseCamera(contents: WebContents | null, ask: MediaAsk): boolean {
  return (
    contents !== null &&
    open.has(contents) &&
    ask.permission === 'media' &&
    ask.isMainFrame &&
    ask.media.length > 0 &&
    ask.media.every((kind) => kind === 'video') &&
    isOwnPage(ask.url)
  );
}
