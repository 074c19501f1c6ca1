import type { Checkpoint, Clock } from '../book/context.ts';
import type { Migration } from '../book/migration-files.ts';
import type { ChangedTopic } from '../contract/book.ts';
import type { AppError } from '../contract/result.ts';
import type { Session } from './session.ts';

/** What the controls of the book work with: the store around the sessions. */
export interface StoreContext {
  readonly clock: Clock;
  /** For controls that take long; see `QueryContext`. */
  readonly checkpoint: Checkpoint;
  readonly migrations: readonly Migration[];
  /** The session that answers now: the sample when one is open, else the user's own book. */
  current(): Session | null;
  /** Why the user's own book is not open, or null. */
  refusal(): AppError | null;
  readonly ownPath: string;
  /** Tries to open the user's own book again, if it was refused. */
  openAgain(): void;
  openSample(): Promise<void>;
  closeSample(): void;
  /** Undoes or redoes, keeps derived data in step, and tells the windows. */
  swap(direction: 'undo' | 'redo'): { label: string };
  /** Tells the windows what to fetch anew. */
  announce(topics: readonly ChangedTopic[]): void;
}
