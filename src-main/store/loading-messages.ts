import type { Filling } from '../graph/index.ts';
import type { Arranged, Followed, PairsToArrange } from './loading-work.ts';

/** What the thread is started with. */
export interface LoadingThreadData {
  readonly kind: 'loading';
  readonly queue: SharedArrayBuffer;
}

/** What the thread that helps to load is told; evidence comes through the queue. */
export type ToLoadingThread =
  | { readonly kind: 'arrange'; readonly task: PairsToArrange }
  /** No more evidence comes. */
  | { readonly kind: 'end' }
  | { readonly kind: 'fill'; readonly filling: Filling; readonly blocks: Int32Array };

/** What it says. */
export type FromLoadingThread =
  | { readonly kind: 'followed'; readonly followed: Followed }
  | { readonly kind: 'arranged'; readonly arranged: Arranged };
