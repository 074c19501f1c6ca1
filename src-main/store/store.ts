import { copyFileSync, existsSync, rmSync } from 'node:fs';
import type { CopyFile } from '../book/book-copies.ts';
import { join } from 'node:path';
import { readSystemClock } from '../book/clock.ts';
import type { Clock } from '../book/context.ts';
import type { Migration } from '../book/migration-files.ts';
import { refuse, translateError } from '../book/refusals.ts';
import { restoreBook } from '../book/restore.ts';
import { swapStep } from '../book/run-command.ts';
import { changedTopics, type ChangedTopic } from '../contract/book.ts';
import { AppError, type Result } from '../contract/result.ts';
import { refreshSearch } from '../search/indexing.ts';
import { meId } from '../tables/resolve-person.ts';
import { topicsOfChanges } from './changed-topics.ts';
import { dispatch, type DispatchTarget } from './dispatch.ts';
import { unwatchedJob, type Job } from './job.ts';
import { makeSampleFolder, removeOldSamples } from './sample-folder.ts';
import { usualTuning, type NetworkTuning } from './network-service.ts';
import { openSession, refuseChange, type Session } from './session.ts';

export interface StoreOptions {
  /** The user's own book; made if missing. */
  readonly path: string;
  readonly migrations: readonly Migration[];
  /** Where automatic backups go; null: none are made. */
  readonly backupFolder: string | null;
  readonly readClock?: () => Clock;
  /** After a commit: what windows should fetch anew. */
  readonly onChanged?: (topics: readonly ChangedTopic[]) => void;
  /** A mistake of the program, for the log. */
  readonly onDefect?: (error: unknown, where: string) => void;
  /** When the graph is large, for tests that have no large one. */
  readonly tuning?: NetworkTuning;
  /** Holds answers against the contract as well (tests). */
  readonly checksOutput?: boolean;
}

/** What answers in the place of the user's own book for a while: the sample, or a copy that is looked into. */
interface Guest {
  readonly session: Session;
  readonly folder: string;
  readonly copy: CopyFile | null;
}

/**
 * The whole program without a window: opens the user's book (a refusal is kept and told by book.status) and
 * answers calls on it, or on the sample book while that is open.
 */
export class Store {
  readonly #options: Required<StoreOptions>;
  #own: Session | null = null;
  #guest: Guest | null = null;
  #refusal: AppError | null = null;

  constructor(options: StoreOptions) {
    this.#options = {
      readClock: readSystemClock,
      onChanged: () => {},
      onDefect: () => {},
      checksOutput: false,
      tuning: usualTuning,
      ...options,
    };
    this.#openOwn();
    removeOldSamples();
  }

  /** Answers a call. Never rejects. */
  dispatch(path: unknown, input: unknown, job: Job = unwatchedJob): Promise<Result<unknown>> {
    return dispatch(
      path,
      input,
      this.#target(() => this.#current(), { isAnnounced: true, job }),
    );
  }

  /** The session that answers now. Throws the refusal, or NO_BOOK. */
  session(): Session {
    return this.#require(this.#current());
  }

  close(): void {
    this.#leaveGuest();
    this.#own?.close();
    this.#own = null;
  }

  #openOwn(): void {
    const { backupFolder, onDefect, path } = this.#options;
    try {
      this.#own = this.#open('own', path, backupFolder);
      this.#refusal = null;
    } catch (error) {
      const isExpected = error instanceof AppError;
      this.#refusal = isExpected ? error : new AppError('INTERNAL', String(error));
      if (!isExpected) onDefect(error, 'opening the book');
    }
  }

  /** Tries again what was refused, e.g. after the user has made room on the disk. */
  #openAgain(): void {
    if (this.#own !== null) return;
    this.#openOwn();
    if (this.#own !== null) this.#options.onChanged(changedTopics);
  }

  #open(kind: Session['kind'], path: string, backupFolder: string | null): Session {
    const { migrations, onDefect, readClock, tuning } = this.#options;
    const clock = readClock();
    return openSession({ kind, path, backupFolder, migrations, onDefect, tuning, clock });
  }

  #current(): Session | null {
    return this.#guest?.session ?? this.#own;
  }

  #require(session: Session | null): Session {
    if (session !== null) return session;
    throw this.#refusal ?? new AppError('NO_BOOK', 'No book is open.');
  }

  /** What one call reaches: one moment throughout, and the session that `current` gives when it is needed. */
  #target(
    current: () => Session | null,
    { isAnnounced, job }: { readonly isAnnounced: boolean; readonly job: Job },
  ): DispatchTarget {
    const { checksOutput, migrations, onChanged, onDefect, path, readClock } = this.#options;
    const clock = readClock();
    return {
      clock,
      job,
      checksOutput,
      onDefect,
      session: () => this.#require(current()),
      store: {
        clock,
        migrations,
        announce: onChanged,
        current,
        checkpoint: job.checkpoint,
        ownPath: path,
        refusal: () => this.#refusal,
        openAgain: () => this.#openAgain(),
        openSample: () => this.#openSample(),
        closeSample: () => this.#closeSample(),
        backupFolder: this.#options.backupFolder,
        own: () => this.#own,
        lookInto: (copy) => this.#lookInto(copy),
        lookedInto: () => this.#guest?.copy ?? null,
        leaveCopy: () => this.#leaveCopy(),
        restore: (copy) => this.#restore(copy, clock),
        swap: (direction) => this.#swap(direction, clock),
      },
      onCommit(session, changes) {
        session.follow(changes, clock);
        if (isAnnounced) onChanged(topicsOfChanges(changes));
      },
    };
  }

  #swap(direction: 'undo' | 'redo', clock: Clock): { label: string } {
    const session = this.session();
    refuseChange(session);
    const { changes, label } = swapStep(session.book, direction, (all, book) =>
      refreshSearch(book, all),
    );
    session.follow(changes, clock);
    this.#options.onChanged(topicsOfChanges(changes));
    return { label };
  }

  /** Fills a new book in a folder of its own; windows see it only when it is whole. */
  async #openSample(): Promise<void> {
    this.#refuseSecondGuest();
    const folder = makeSampleFolder();
    try {
      const session = this.#open('sample', join(folder, 'sample.acquaint'), null);
      try {
        const { makeSample } = await import('../sample/make-sample.ts');
        await makeSample((path, input) =>
          dispatch(
            path,
            input,
            this.#target(() => session, { isAnnounced: false, job: unwatchedJob }),
          ),
        );
        session.book.log.forget();
        // another call may have opened one while this one was being filled
        this.#refuseSecondGuest();
      } catch (error) {
        session.close();
        throw error;
      }
      this.#guest = { session, folder, copy: null };
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
    this.#options.onChanged(changedTopics);
  }

  #refuseSecondGuest(): void {
    if (this.#guest === null) return;
    const what = this.#guest.copy === null ? 'The sample book' : 'A backup';
    throw new AppError('CONFLICT', `${what} is open already. Close it first.`);
  }

  #closeSample(): void {
    if (this.#guest?.session.kind !== 'sample') {
      throw new AppError('CONFLICT', 'The sample book is not open.');
    }
    this.#leaveGuest();
    this.#options.onChanged(changedTopics);
  }

  #leaveGuest(): void {
    if (this.#guest === null) return;
    const { folder, session } = this.#guest;
    this.#guest = null;
    session.close();
    rmSync(folder, { recursive: true, force: true });
  }

  /** Opens a copy of the copy: opening brings an older version up to date, and the backup is to stay as it is. */
  #lookInto(copy: CopyFile): void {
    this.#refuseSecondGuest();
    const folder = makeSampleFolder();
    try {
      const path = join(folder, 'backup.acquaint');
      copyFileSync(copy.path, path);
      if (existsSync(`${copy.path}-wal`)) copyFileSync(`${copy.path}-wal`, `${path}-wal`);
      const session = this.#open('backup', path, null);
      this.#guest = { session, folder, copy };
      if (meId(session.book.reader) === null) {
        throw new AppError('CONFLICT', 'There is nothing to look into: the copy has nobody in it.');
      }
    } catch (error) {
      this.#leaveGuest();
      rmSync(folder, { recursive: true, force: true });
      throw nameCopy(error, copy.path);
    }
    this.#options.onChanged(changedTopics);
  }

  #leaveCopy(): void {
    if ((this.#guest?.copy ?? null) === null) throw new AppError('CONFLICT', 'No backup is open.');
    this.#leaveGuest();
    this.#options.onChanged(changedTopics);
  }

  /** Whatever happens, the book that is then at its place is opened, or its refusal is told. */
  #restore(copy: CopyFile, clock: Clock): string | null {
    if (this.#guest?.session.kind === 'sample') this.#refuseSecondGuest();
    this.#leaveGuest();
    this.#own?.close();
    this.#own = null;
    const { migrations, path } = this.#options;
    try {
      return restoreBook(copy.path, { path, migrations, clock, replacesForeign: true }).kept;
    } finally {
      this.#openOwn();
      this.#options.onChanged(changedTopics);
    }
  }
}

/** The refusal of a copy names the copy, and not the file that was opened in its place. */
function nameCopy(error: unknown, path: string): unknown {
  const isRefusal =
    error instanceof AppError && ['CORRUPT', 'NOT_OURS', 'NEWER_VERSION'].includes(error.code);
  return isRefusal ? refuse(error.code, path) : (translateError(error, path) ?? error);
}
