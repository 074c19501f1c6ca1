import type { WritableBook } from './access.ts';
import type { Checkpoint } from './context.ts';
import type { Book } from './open-book.ts';
import { ReferenceWatch } from './references.ts';
import { countRows, type RowChange } from './row-changes.ts';

/**
 * Keeps what is derived from the tables (the search index) in step with them. Called inside the same
 * transaction, after all changes and before the commit; what it writes is not logged for undo, since the
 * undo of the tables calls it again.
 */
export type DerivedDataHook = (
  changes: readonly RowChange[],
  book: WritableBook,
  /** To be called now and then with the share done (0 to 1). */
  tell: (done: number) => void,
) => void;

export interface CommandOutcome<T> {
  readonly value: T;
  /** Empty when the command changed nothing; then there is no step to undo either. */
  readonly changes: readonly RowChange[];
}

interface CommandOptions {
  /** Names the step unless the action names it better through its second argument. */
  readonly label: string;
  readonly now: string;
  readonly refresh: DerivedDataHook;
  /** Whether it may write rows by the hundred thousand: then their references are looked at together. */
  readonly isLarge?: boolean;
}

/**
 * Runs a command: one BEGIN IMMEDIATE, one step of undo. Any exception of the action rolls back
 * everything and travels on.
 */
export function runCommand<T>(
  book: Book,
  { isLarge = false, label, now, refresh }: CommandOptions,
  action: (writer: WritableBook, nameStep: (label: string) => void) => T,
): CommandOutcome<T> {
  const transact = isLarge ? inLargeTransaction : inTransaction;
  return transact(book, (watch) => {
    const step = book.log.begin(label, now);
    let name = label;
    const value = action(book.writer, (better) => {
      if (better !== '') name = better;
    });
    if (value instanceof Promise) {
      throw new Error(
        `${label} went on after its transaction: a command must not wait for anything.`,
      );
    }
    const changes = book.log.stop(step);
    watch?.check(changes);
    if (changes.length > 0) refresh(changes, book.writer, () => {});
    book.log.finish(step, name, countRows(changes));
    return { value, changes };
  });
}

/** How much of an undo is the rows themselves; the rest is what follows from them. */
const swapShare = 0.6;

/**
 * Undoes the last command, or does the last undone one again, in one transaction.
 *
 * @throws AppError CONFLICT when there is none
 */
export function swapStep(
  book: Book,
  direction: 'undo' | 'redo',
  refresh: DerivedDataHook,
  checkpoint: Checkpoint = () => {},
): { label: string; changes: readonly RowChange[] } {
  return inTransaction(book, () => {
    const outcome = book.log.swap(direction, (done) => checkpoint(done * swapShare));
    refresh(outcome.changes, book.writer, (done) => checkpoint(swapShare + (1 - swapShare) * done));
    return outcome;
  });
}

/**
 * As `inTransaction`, while SQLite looks at no references, which can be told only outside of a transaction: the action
 * must have them looked at. What the log has grown by comes into the file with the next commit, not with this one.
 */
function inLargeTransaction<T>(book: Book, action: (watch: ReferenceWatch) => T): T {
  const { sqlite } = book;
  const watch = new ReferenceWatch(book.reader);
  const usualLength = Number(sqlite.pragma('wal_autocheckpoint', { simple: true }));
  try {
    sqlite.pragma('foreign_keys = OFF');
    sqlite.pragma('wal_autocheckpoint = 0');
    book.watchReferences(watch);
    return inTransaction(book, () => action(watch));
  } finally {
    book.watchReferences(null);
    sqlite.pragma(`wal_autocheckpoint = ${usualLength}`);
    sqlite.pragma('foreign_keys = ON');
  }
}

function inTransaction<T>(book: Book, action: (watch: null) => T): T {
  book.sqlite.exec('BEGIN IMMEDIATE');
  try {
    const value = action(null);
    book.sqlite.exec('COMMIT');
    return value;
  } catch (error) {
    // some errors (a full disk) have rolled back already
    if (book.sqlite.inTransaction) book.sqlite.exec('ROLLBACK');
    throw error;
  }
}
