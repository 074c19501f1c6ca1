import type { Checkpoint, Clock } from '../book/context.ts';
import type { Migration } from '../book/migration-files.ts';
import type { ChangedTopic } from '../contract/book.ts';
import type { LockedDraft } from '../contract/encryption.ts';
import { AppError } from '../contract/result.ts';
import type { CopyFile } from '../book/book-copies.ts';
import type { BookKey } from '../book/book-key.ts';
import type { LookedInto } from './guest.ts';
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
  /** Where automatic backups go; null: none are made. */
  readonly backupFolder: string | null;
  /** The user's own book, also while another one answers; null when it is refused. */
  own(): Session | null;
  /** Shows a copy of the book, of which nothing can be changed; throws what is wrong with it. */
  lookInto(copy: CopyFile, key: BookKey | null): void;
  /** As `lookInto`, of the user's own book, which is refused because it cannot be written. */
  openToRead(key: BookKey | null): void;
  /** Makes the user's own book anew where it is missing; throws CONFLICT when it is not. */
  startNew(): void;
  /** The copy that is looked into, or null. */
  lookedInto(): LookedInto | null;
  leaveCopy(): void;
  /** Puts a copy in the place of the user's own book and opens it; returns where that one is kept. */
  restore(copy: CopyFile, key: BookKey | null): string | null;
  /** Of the user's own book, while it is unlocked; null also for a plain one. */
  key(): BookKey | null;
  /** What each guess at a passphrase is to cost; see key-file.ts. */
  readonly keyCost: number;
  /** Opens the user's own book, which is locked, by its key. */
  unlock(key: BookKey): void;
  /** Closes the user's own book, and whatever is shown in its place, and forgets the key; keeps what was half typed. */
  lock(draft: LockedDraft | null): void;
  /** What was half typed when the book was locked, once; null when there is nothing, or the book is not unlocked. */
  takeDraft(): LockedDraft | null;
  /** Encrypts the user's own book under a key, or takes that off with null; it is closed meanwhile. */
  recrypt(to: BookKey | null): void;
  openSample(): Promise<void>;
  closeSample(): void;
  /** Undoes or redoes, keeps derived data in step, and tells the windows. */
  swap(direction: 'undo' | 'redo'): { label: string };
  /** Tells the windows what to fetch anew. */
  announce(topics: readonly ChangedTopic[]): void;
}

/** The session that a control asked the store for. Throws why there is none: the refusal, or NO_BOOK. */
export function requireSession(store: StoreContext, session: Session | null): Session {
  if (session !== null) return session;
  throw store.refusal() ?? new AppError('NO_BOOK', 'No book is open.');
}
