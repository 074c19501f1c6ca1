import { keepBackup, listBackups, type Backup, type BackupReason } from '../book/backup.ts';
import type { BookKey } from '../book/book-key.ts';
import type { RowChange } from '../book/row-changes.ts';
import type { Clock } from '../book/context.ts';
import type { Migration } from '../book/migration-files.ts';
import { openBook, type Book } from '../book/open-book.ts';
import { alignCopies } from '../book/protect.ts';
import { translateError } from '../book/refusals.ts';
import { catchUpSecondFolder, copyToSecondFolder } from '../book/second-folder.ts';
import { AppError } from '../contract/result.ts';
import { followInDuplicates, forgetDuplicates } from '../duplicates/touched-people.ts';
import { isIndexMissing, rebuildSearch } from '../search/indexing.ts';
import { finishErasure } from './erase-for-good.ts';
import { LateIndex } from './late-index.ts';
import { listCopies } from './list-copies.ts';
import { NetworkService, type NetworkTuning } from './network-service.ts';
import { removeDrafts } from './remove-drafts.ts';

/** Where a defect is, for the log. */
const secondFolder = 'copying a backup to the second folder';

/** 'backup': a copy of the book that is only looked into. */
export type SessionKind = 'own' | 'sample' | 'backup';

/** An open book with what is kept beside it. */
export interface Session {
  readonly kind: SessionKind;
  readonly book: Book;
  /** Where automatic backups go; null: none are made. */
  readonly backupFolder: string | null;
  /** The graph as of the clock's day. */
  network(clock: Clock): NetworkService;
  /** After a commit: the graph, the search index and the likely pairs follow. Never throws; at worst they are made anew. */
  follow(changes: readonly RowChange[], clock: Clock): void;
  /**
   * A verified copy before a change. 'daily' makes one a day at most, and its failure is survived; before an
   * import there must be one, so a failure is thrown. An empty book has nothing to lose.
   */
  backUpFirst(reason: 'daily' | 'import', clock: Clock): void;
  /** A verified backup because the user asks for one. Throws what is in its way. */
  backUpNow(clock: Clock): Backup;
  /** Does in the copies what could not be done earlier: erasing, encrypting, copying. Quick when there is nothing to do. */
  tendCopies(clock: Clock): void;
  /** After a change that no row tells of (an erasing): graph and likely pairs are found anew when next asked for. */
  forgetFindings(): void;
  close(): void;
}

export interface SessionOptions {
  readonly kind: SessionKind;
  readonly path: string;
  readonly migrations: readonly Migration[];
  readonly clock: Clock;
  /** Where automatic backups go; null: none are made. */
  readonly backupFolder: string | null;
  readonly tuning?: NetworkTuning;
  /** For a book that is encrypted. */
  readonly key: BookKey | null;
  /** A defect that was survived, for the log. */
  onDefect(error: unknown, where: string): void;
}

/** Opens a book and what belongs to it. Throws what openBook throws. */
export function openSession(options: SessionOptions): Session {
  const { backupFolder, kind } = options;
  const book = openWithCopies(options);
  const lateIndex = new LateIndex(book, (error, where) => options.onDefect(error, where));
  let network: { day: string; service: NetworkService } | null = null;

  return {
    kind,
    book,
    backupFolder,
    network(clock) {
      // strengths fade: another day is another graph
      if (network?.day !== clock.today) {
        network?.service.drop();
        const service = new NetworkService(book, clock.today, options.tuning);
        network = { day: clock.today, service };
      }
      return network.service;
    },
    follow(changes, clock) {
      lateIndex.plan();
      followPairs(book, changes, options);
      if (network === null || changes.length === 0) return;
      try {
        this.network(clock).applyChanges(changes);
      } catch (error) {
        network?.service.forget();
        network = null;
        options.onDefect(error, 'keeping the graph in step');
      }
    },
    backUpFirst: makeBackUpFirst(book, options),
    backUpNow(clock) {
      if (backupFolder === null) {
        throw new AppError('CONFLICT', 'This book has no folder for backups of its own.');
      }
      try {
        return keepEverywhere(book.sqlite, backupFolder, 'asked', clock.now, options);
      } catch (error) {
        throw translateError(error, backupFolder) ?? error;
      }
    },
    tendCopies: (clock) => tendCopies(book, { ...options, clock }),
    forgetFindings() {
      forgetDuplicates(book.reader);
      network?.service.forget();
      network = null;
    },
    close() {
      lateIndex.close();
      network?.service.close();
      network = null;
      book.close();
    },
  };
}

/** Never throws; at worst all pairs are looked for again. */
function followPairs(
  { reader }: Book,
  changes: readonly RowChange[],
  { onDefect }: Pick<SessionOptions, 'onDefect'>,
): void {
  try {
    followInDuplicates(reader, changes);
  } catch (error) {
    forgetDuplicates(reader);
    onDefect(error, 'keeping the likely pairs in step');
  }
}

/** Opens the book, and goes on with what could not be done in its copies earlier. */
function openWithCopies(options: SessionOptions): Book {
  const { backupFolder, clock, key, migrations, path } = options;
  const book = openBook({
    path,
    migrations,
    key,
    clock,
    backUp: (sqlite) => {
      if (backupFolder === null) return null;
      return keepEverywhere(sqlite, backupFolder, 'migration', clock.now, options).path;
    },
  });
  try {
    if (isIndexMissing(book.reader)) book.sqlite.transaction(() => rebuildSearch(book.writer))();
  } catch (error) {
    // left open it would be locked for whoever tries again: us
    book.close();
    throw translateError(error, path) ?? error;
  }
  tendCopies(book, options);
  return book;
}

/**
 * Does in the copies what a crash, a full disk, or one that was not there has left undone. What is still in the way is no
 * reason to refuse the book: it is tried again when the copies are next looked at.
 */
function tendCopies(book: Book, options: SessionOptions): void {
  const { backupFolder, clock, kind, path } = options;
  const steps = [
    () => {
      // nobody is at a copy now: whoever were would have the book
      if (kind === 'own') removeDrafts(path, backupFolder);
    },
    () => finishErasure(book, backupFolder, options),
    () => {
      if (kind !== 'own' || book.key === null) return;
      alignCopies(listCopies({ ownPath: path, backupFolder }), { from: book.key, to: book.key });
    },
    () => {
      if (backupFolder === null) return;
      catchUpSecondFolder(backupFolder, clock.now, (error) =>
        options.onDefect(error, secondFolder),
      );
    },
  ];
  for (const step of steps) {
    try {
      step();
    } catch (error) {
      options.onDefect(error, 'bringing copies into step');
    }
  }
}

/** Among the automatic backups, and in the second folder if there is one. */
function keepEverywhere(
  sqlite: Book['sqlite'],
  folder: string,
  reason: BackupReason,
  now: string,
  { onDefect }: Pick<SessionOptions, 'onDefect'>,
): Backup {
  const backup = keepBackup(sqlite, folder, reason, now);
  copyToSecondFolder(backup, folder, now, (error) => onDefect(error, secondFolder));
  return backup;
}

function makeBackUpFirst(book: Book, options: SessionOptions): Session['backUpFirst'] {
  const { backupFolder } = options;
  let backedUpOn: string | null = null;
  return (reason, clock) => {
    if (backupFolder === null || isEmpty(book)) return;
    const day = clock.now.slice(0, 10);
    const isDaily = reason === 'daily';
    // tried once a day: a folder that cannot be written must not keep the user from working
    if (isDaily && backedUpOn === day) return;
    backedUpOn = day;
    try {
      if (isDaily && hasBackupOf(backupFolder, day)) return;
      keepEverywhere(book.sqlite, backupFolder, reason, clock.now, options);
    } catch (error) {
      if (!isDaily) throw translateError(error, backupFolder) ?? error;
      options.onDefect(error, 'making the backup of the day');
    }
  };
}

function hasBackupOf(folder: string, day: string): boolean {
  return listBackups(folder).some(({ takenAt }) => takenAt.startsWith(day));
}

function isEmpty(book: Book): boolean {
  return book.reader.value('SELECT 1 FROM person LIMIT 1') === undefined;
}

/** Throws when the session's book is only looked into. */
export function refuseChange({ kind }: Session): void {
  if (kind !== 'backup') return;
  throw new AppError(
    'READ_ONLY',
    'You are only reading: nothing can be changed in this copy. Go back to your book first.',
  );
}
