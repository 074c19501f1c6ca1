import type { CopyFile } from '../book/book-copies.ts';
import { readSystemClock } from '../book/clock.ts';
import type { BookKey } from '../book/book-key.ts';
import { chooseKey } from '../book/find-key.ts';
import type { Checkpoint, Clock } from '../book/context.ts';
import { usualCost, type KeyCost } from '../book/key-file.ts';
import type { Migration } from '../book/migration-files.ts';
import { recryptBook } from '../book/protect.ts';
import { translateError } from '../book/refusals.ts';
import { keepLogAside, keptPath, restoreBook } from '../book/restore.ts';
import { swapStep } from '../book/run-command.ts';
import { changedTopics, type ChangedTopic } from '../contract/book.ts';
import type { LockedDraft } from '../contract/encryption.ts';
import { AppError, type Result } from '../contract/result.ts';
import { followInSearch } from '../search/indexing.ts';
import { topicsOfChanges } from './changed-topics.ts';
import { dispatch, type DispatchTarget } from './dispatch.ts';
import { unwatchedJob, type Job } from './job.ts';
import { unlockStore } from './encryption-controls.ts';
import { GuestPlace, type LookedInto, type OpenGuest } from './guest.ts';
import { removeOldSamples } from './sample-folder.ts';
import { usualTuning, type NetworkTuning } from './network-service.ts';
import { DraftSafe } from './draft-safe.ts';
import { refuseMissing } from './refuse-missing.ts';
import { openSession, refuseChange, type Session, type SessionOptions } from './session.ts';

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
  /** What a guess at a new passphrase is to cost; less in tests. */
  readonly keyCost?: KeyCost;
}

/**
 * The whole program without a window: opens the user's book (a refusal is kept and told by book.status) and
 * answers calls on it, or on the sample book while that is open.
 */
export class Store {
  readonly #options: Required<StoreOptions>;
  #own: Session | null = null;
  readonly #guests = new GuestPlace();
  readonly #openGuest: OpenGuest = (...given) => this.#open(...given);
  #refusal: AppError | null = null;
  /** Of the user's own book, from its unlocking to its locking. */
  #key: BookKey | null = null;
  readonly #draft = new DraftSafe();

  constructor(options: StoreOptions) {
    this.#options = {
      readClock: readSystemClock,
      onChanged: () => {},
      onDefect: () => {},
      checksOutput: false,
      tuning: usualTuning,
      keyCost: usualCost,
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

  /** Opens the user's own book, should it be locked. Throws what `unlockStore` throws. */
  unlock(passphrase: string): void {
    if (this.#refusal?.code !== 'PASSPHRASE_NEEDED') return;
    const { store } = this.#target(() => this.#current(), { isAnnounced: true, job: unwatchedJob });
    unlockStore(store, passphrase);
  }

  close(): void {
    this.#guests.leave();
    this.#own?.close();
    this.#own = null;
  }

  #openOwn(isNewWanted = false): void {
    const { backupFolder, onDefect, path } = this.#options;
    try {
      if (!isNewWanted) refuseMissing(path, backupFolder);
      this.#own = this.#open('own', path, { backupFolder, key: this.#key });
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

  #startNew({ now }: Clock): void {
    if (this.#refusal?.code !== 'NOT_FOUND') {
      throw new AppError('CONFLICT', 'The book is not missing: nothing is begun in its place.');
    }
    const { path } = this.#options;
    keepLogAside(path, keptPath(path, now));
    this.#openOwn(true);
    this.#options.onChanged(changedTopics);
  }

  #open(
    kind: Session['kind'],
    path: string,
    given: Pick<SessionOptions, 'backupFolder' | 'key'>,
  ): Session {
    const { migrations, onDefect, readClock, tuning } = this.#options;
    const clock = readClock();
    return openSession({ kind, path, ...given, migrations, onDefect, tuning, clock });
  }

  #current(): Session | null {
    return this.#guests.session() ?? this.#own;
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
        lookInto: (copy, key) => this.#lookInto(copy, key),
        openToRead: (key) => this.#openToRead(key),
        startNew: () => this.#startNew(clock),
        lookedInto: () => this.#guests.lookedInto(),
        leaveCopy: () => this.#leaveCopy(),
        restore: (copy, key) => this.#restore(copy, key, clock),
        key: () => this.#key,
        keyCost: this.#options.keyCost,
        unlock: (key) => this.#unlock(key),
        lock: (draft) => this.#lock(draft),
        takeDraft: () => this.#draft.take(this.#key),
        recrypt: (to) => this.#recrypt(to, clock),
        swap: (direction) => this.#swap(direction, clock, job.checkpoint),
      },
      onCommit(session, changes) {
        session.follow(changes, clock);
        if (isAnnounced) onChanged(topicsOfChanges(changes));
      },
    };
  }

  #swap(direction: 'undo' | 'redo', clock: Clock, checkpoint: Checkpoint): { label: string } {
    const session = this.session();
    refuseChange(session);
    const { changes, label } = swapStep(session.book, direction, followInSearch, checkpoint);
    session.follow(changes, clock);
    this.#options.onChanged(topicsOfChanges(changes));
    return { label };
  }

  /** Windows see the sample only when it is whole. */
  async #openSample(): Promise<void> {
    await this.#guests.openSample(this.#openGuest, (session, path, input) =>
      dispatch(
        path,
        input,
        this.#target(() => session, { isAnnounced: false, job: unwatchedJob }),
      ),
    );
    this.#options.onChanged(changedTopics);
  }

  #closeSample(): void {
    this.#guests.closeSample();
    this.#options.onChanged(changedTopics);
  }

  #openToRead(key: BookKey | null): void {
    const code = this.#refusal?.code;
    if (this.#own !== null || (code !== 'READ_ONLY' && code !== 'DISK_FULL')) {
      throw new AppError('CONFLICT', 'The book can be opened as usual: try again.');
    }
    this.#lookInto({ path: this.#options.path, takenAt: null }, key);
  }

  #lookInto(copy: LookedInto, key: BookKey | null): void {
    this.#guests.lookInto(this.#openGuest, copy, key);
    this.#options.onChanged(changedTopics);
  }

  #leaveCopy(): void {
    this.#guests.leaveCopy();
    this.#options.onChanged(changedTopics);
  }

  /** Whatever happens, the book that is then at its place is opened, or its refusal is told. */
  #restore(copy: CopyFile, key: BookKey | null, clock: Clock): string | null {
    if (this.#guests.session()?.kind === 'sample') this.#guests.refuseSecond();
    this.#guests.leave();
    this.#own?.close();
    this.#own = null;
    const { migrations, path } = this.#options;
    try {
      const restored = restoreBook(copy.path, {
        path,
        migrations,
        clock,
        key: this.#key,
        backupKey: key,
        replacesForeign: true,
      });
      this.#key = chooseKey(path, [this.#key, key]);
      return restored.kept;
    } finally {
      this.#openOwn();
      this.#options.onChanged(changedTopics);
    }
  }

  #unlock(key: BookKey): void {
    this.#key = key;
    this.#openOwn();
    this.#options.onChanged(changedTopics);
  }

  #lock(draft: LockedDraft | null): void {
    if (this.#key === null) {
      throw new AppError('CONFLICT', 'The book is not encrypted: there is nothing to lock it by.');
    }
    this.#draft.put(draft, this.#key);
    this.close();
    this.#key.bytes.fill(0);
    this.#key = null;
    this.#openOwn();
    this.#options.onChanged(changedTopics);
  }

  /** Whatever happens, the book that is then at its place is opened, or its refusal is told. */
  #recrypt(to: BookKey | null, clock: Clock): void {
    const { path } = this.#options;
    this.#own?.close();
    this.#own = null;
    try {
      recryptBook(path, { from: this.#key, to }, clock.now);
      this.#key = to;
    } catch (error) {
      throw translateError(error, path) ?? error;
    } finally {
      this.#openOwn();
      this.#options.onChanged(changedTopics);
    }
  }
}
