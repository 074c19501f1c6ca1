import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readSystemClock } from '../book/clock.ts';
import type { Clock } from '../book/context.ts';
import { swapStep } from '../book/run-command.ts';
import { changedTopics, type ChangedTopic } from '../contract/book.ts';
import { AppError, type Result } from '../contract/result.ts';
import type { Migration } from '../book/migration-files.ts';
import { refreshSearch } from '../search/indexing.ts';
import { topicsOfChanges } from './changed-topics.ts';
import { dispatch, type DispatchTarget } from './dispatch.ts';
import { makeSampleFolder, removeOldSamples } from './sample-folder.ts';
import { openSession, type Session } from './session.ts';
import type { StoreContext } from './store-context.ts';

export interface StoreOptions {
  /** The user's own book; made if missing. */
  readonly path: string;
  readonly migrations: readonly Migration[];
  readonly backupFolder: string | null;
  readonly readClock?: () => Clock;
  /** After a commit: what windows should fetch anew. */
  readonly onChanged?: (topics: readonly ChangedTopic[]) => void;
  readonly onDefect?: (error: unknown, where: string) => void;
  readonly checksOutput?: boolean;
}

/** The whole program without a window. */
export interface Store {
  dispatch(path: unknown, input: unknown): Promise<Result<unknown>>;
  /** The session that answers now, or the reason why there is none (thrown as AppError). */
  session(): Session;
  close(): void;
}

/** Opens the user's book (a refusal is kept and told by book.status) and answers calls on it. */
export function createStore(options: StoreOptions): Store {
  const readClock = options.readClock ?? readSystemClock;
  const onDefect = options.onDefect ?? (() => {});
  const announce = options.onChanged ?? (() => {});
  const common = { migrations: options.migrations, onDefect };
  let own: Session | null = null;
  let sample: { session: Session; folder: string } | null = null;
  let refusal: AppError | null = null;

  try {
    const { path, backupFolder } = options;
    own = openSession({ ...common, kind: 'own', path, backupFolder, clock: readClock() });
  } catch (error) {
    refusal = error instanceof AppError ? error : new AppError('INTERNAL', String(error));
    if (!(error instanceof AppError)) onDefect(error, 'opening the book');
  }
  removeOldSamples();

  function current(): Session | null {
    return sample?.session ?? own;
  }

  function session(): Session {
    const found = current();
    if (found !== null) return found;
    throw refusal ?? new AppError('NO_BOOK', 'No book is open.');
  }

  function closeSample(): void {
    if (sample === null) throw new AppError('CONFLICT', 'The sample book is not open.');
    leaveSample();
    announce(changedTopics);
  }

  function leaveSample(): void {
    sample?.session.close();
    if (sample !== null) rmSync(sample.folder, { recursive: true, force: true });
    sample = null;
  }

  async function openSample(): Promise<void> {
    if (sample !== null) throw new AppError('CONFLICT', 'The sample book is open already.');
    const folder = makeSampleFolder();
    const path = join(folder, 'sample.acquaint');
    const made = openSession({
      ...common,
      kind: 'sample',
      path,
      backupFolder: null,
      clock: readClock(),
    });
    try {
      const { makeSample } = await import('../sample/make-sample.ts');
      await makeSample((method, input) =>
        dispatch(
          method,
          input,
          targetOf(
            () => made,
            () => made,
            false,
          ),
        ),
      );
      made.book.log.forget();
    } catch (error) {
      made.close();
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
    sample = { session: made, folder };
    announce(changedTopics);
  }

  function swap(direction: 'undo' | 'redo'): { label: string } {
    const target = session();
    const { label, changes } = swapStep(target.book, direction, (all, book) =>
      refreshSearch(book, all),
    );
    target.follow(changes, readClock());
    announce(topicsOfChanges(changes));
    return { label };
  }

  function targetOf(
    of: () => Session,
    present: () => Session | null,
    isAnnounced: boolean,
  ): DispatchTarget {
    const clock = readClock();
    const store: StoreContext = {
      clock,
      current: present,
      refusal: () => refusal,
      ownPath: options.path,
      openSample,
      closeSample,
      swap,
    };
    return {
      session: of,
      store,
      clock,
      onDefect,
      checksOutput: options.checksOutput ?? false,
      onCommit(where, changes) {
        where.follow(changes, clock);
        if (isAnnounced) announce(topicsOfChanges(changes));
      },
    };
  }

  return {
    dispatch: (path, input) => dispatch(path, input, targetOf(session, current, true)),
    session,
    close() {
      leaveSample();
      own?.close();
      own = null;
    },
  };
}
