import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readSystemClock } from '../book/clock.ts';
import type { Clock } from '../book/context.ts';
import type { Migration } from '../book/migration-files.ts';
import { swapStep } from '../book/run-command.ts';
import { changedTopics, type ChangedTopic } from '../contract/book.ts';
import { AppError, type Result } from '../contract/result.ts';
import { refreshSearch } from '../search/indexing.ts';
import { topicsOfChanges } from './changed-topics.ts';
import { dispatch, type DispatchTarget } from './dispatch.ts';
import { unwatchedJob, type Job } from './job.ts';
import { makeSampleFolder, removeOldSamples } from './sample-folder.ts';
import { usualTuning, type NetworkTuning } from './network-service.ts';
import { openSession, type Session } from './session.ts';

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

interface Sample {
  readonly session: Session;
  readonly folder: string;
}

/**
 * The whole program without a window: opens the user's book (a refusal is kept and told by book.status) and
 * answers calls on it, or on the sample book while that is open.
 */
export class Store {
  readonly #options: Required<StoreOptions>;
  #own: Session | null = null;
  #sample: Sample | null = null;
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
    this.#leaveSample();
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
    return this.#sample?.session ?? this.#own;
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
    const { changes, label } = swapStep(session.book, direction, (all, book) =>
      refreshSearch(book, all),
    );
    session.follow(changes, clock);
    this.#options.onChanged(topicsOfChanges(changes));
    return { label };
  }

  /** Fills a new book in a folder of its own; windows see it only when it is whole. */
  async #openSample(): Promise<void> {
    this.#refuseSecondSample();
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
        this.#refuseSecondSample();
      } catch (error) {
        session.close();
        throw error;
      }
      this.#sample = { session, folder };
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
    this.#options.onChanged(changedTopics);
  }

  #refuseSecondSample(): void {
    if (this.#sample !== null) throw new AppError('CONFLICT', 'The sample book is open already.');
  }

  #closeSample(): void {
    if (this.#sample === null) throw new AppError('CONFLICT', 'The sample book is not open.');
    this.#leaveSample();
    this.#options.onChanged(changedTopics);
  }

  #leaveSample(): void {
    if (this.#sample === null) return;
    const { folder, session } = this.#sample;
    this.#sample = null;
    session.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
