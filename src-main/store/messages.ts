import type { DefectPlace } from '../book/defect-place.ts';
import type { ChangedTopic } from '../contract/book.ts';
import type { JobProgress } from '../contract/jobs.ts';
import type { Result } from '../contract/result.ts';

/** What the shell says to the store process. */
export type ToStore =
  | {
      readonly kind: 'open';
      readonly path: string;
      readonly migrationsFolder: string;
    }
  | Call
  | { readonly kind: 'stop'; readonly jobId: string }
  | { readonly kind: 'close' };

export interface Call {
  readonly kind: 'call';
  readonly id: number;
  readonly path: unknown;
  readonly input: unknown;
  /** Given when the caller wants to hear of progress, and to be able to stop it. */
  readonly jobId?: string;
}

/** What the thread with the book is told by the thread that hears the shell. */
export type ToBookThread =
  | Exclude<ToStore, { kind: 'stop' | 'call' }>
  | (Call & {
      /** Of a call with a job id: one number in shared memory, which is not 0 once the call should end. */
      readonly stopFlag?: Int32Array;
    });

/** What the store process says to the shell. */
export type FromStore =
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'changed'; readonly topics: readonly ChangedTopic[] }
  | { readonly kind: 'progress'; readonly progress: JobProgress }
  /** A mistake of the program, for the log: a method or words of ours, and the place in our files. */
  | ({ readonly kind: 'defect'; readonly where: string } & DefectPlace)
  | { readonly kind: 'closed' };
