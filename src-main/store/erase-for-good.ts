import { basename } from 'node:path';
import { findCopyFiles } from '../book/book-copies.ts';
import type { Clock } from '../book/context.ts';
import type { ReadableBook } from '../book/access.ts';
import type { Migration } from '../book/migration-files.ts';
import type { Book } from '../book/open-book.ts';
import { purgeFreePages, rewriteCopy } from '../book/rewrite-copy.ts';
import { reachSecondFolder, readSecondFolder, writeSecondFolder } from '../book/second-folder.ts';
import type { PersonId } from '../contract/common.ts';
import { compactIndexes } from '../erasure/queries.ts';
import { erasePersons, type ErasedRows } from '../erasure/erase-persons.ts';
import { refreshSearch } from '../search/indexing.ts';
import { ErasedMarks, readPersonMarks } from '../tables/erased-marks.ts';

/** Kept in the book from the erasing of the rows until the last copy is clean, so that a crash between is made good. */
const unfinished = 'erasure_unfinished';

export interface CleanedCopies {
  readonly cleaned: number;
  /** Names of copies that could not be opened. */
  readonly unreadable: readonly string[];
  /** Names of copies that could not be written anew, because there was no room, say: they are tried again. */
  readonly left: readonly string[];
}

/**
 * Erases people in an open book: rows, mentions, search index, undo log. One transaction. `purgeFreePages` is to follow;
 * until that and the copies are done, the book remembers that they are not.
 */
export function eraseRows(book: Book, ids: readonly PersonId[], clock: Clock): ErasedRows {
  const { log, sqlite, writer } = book;
  return sqlite
    .transaction(() => {
      writer.run('PRAGMA defer_foreign_keys = ON');
      const rows = erasePersons(writer, ids, clock.today);
      // nothing of them may wait in the index
      refreshSearch(writer, rows.changes, { atOnce: Number.POSITIVE_INFINITY });
      compactIndexes(writer);
      log.forget();
      writer.run(
        'INSERT INTO setting (name, value) VALUES (@unfinished, @today) ON CONFLICT (name) DO NOTHING',
        { unfinished, today: clock.today },
      );
      return rows;
    })
    .immediate();
}

/** Goes on with an erasing that a crash kept from reaching every copy. */
export function finishErasure(
  book: Book,
  backupFolder: string | null,
  options: { readonly migrations: readonly Migration[]; readonly clock: Clock },
): void {
  const isUnfinished =
    book.reader.value('SELECT 1 FROM setting WHERE name = @unfinished', { unfinished }) !==
    undefined;
  const isDue = isErasingDue(backupFolder);
  if (!isUnfinished && !isDue) return;
  if (isUnfinished) purgeFreePages(book);
  const { left } = eraseInCopies(book, findCopies(book.path, backupFolder), options);
  if (left.length > 0) return;
  markFinished(book);
  if (isDue) setErasingDue(backupFolder, false);
}

/** Whether copies wait for an erasing that can be reached now. */
function isErasingDue(backupFolder: string | null): boolean {
  const second = backupFolder === null ? null : readSecondFolder(backupFolder);
  return second?.isErasingDue === true && reachSecondFolder(second) !== null;
}

function setErasingDue(backupFolder: string | null, isDue: boolean): void {
  const second = backupFolder === null ? null : readSecondFolder(backupFolder);
  if (backupFolder === null || second === null) return;
  writeSecondFolder(backupFolder, { ...second, isErasingDue: isDue });
}

/**
 * To be called after an erasing: copies on a disk that is not there are erased when the book is next opened with it.
 * Returns the folder that waits, or null.
 */
export function noteUnreachedCopies(backupFolder: string | null): string | null {
  const second = backupFolder === null ? null : readSecondFolder(backupFolder);
  if (second === null || reachSecondFolder(second) !== null) return null;
  setErasingDue(backupFolder, true);
  return second.chosen;
}

/**
 * Erases in every copy whoever is erased in the book itself: those who bear an erased mark and are not in the
 * book any more. `markFinished` is to follow when none is left.
 */
export function eraseInCopies(
  book: Book,
  files: readonly string[],
  options: { readonly migrations: readonly Migration[]; readonly clock: Clock },
): CleanedCopies {
  const erased = new ErasedMarks(book.reader);
  const unreadable: string[] = [];
  const left: string[] = [];
  let cleaned = 0;
  const clean = (copy: Book): boolean => {
    const ids = findErased(copy.reader, book.reader, erased);
    if (ids.length === 0) return false;
    eraseRows(copy, ids, options.clock);
    purgeFreePages(copy);
    markFinished(copy);
    return true;
  };
  for (const file of files) {
    try {
      const outcome = rewriteCopy(file, { ...options, key: book.key }, clean);
      if (outcome === 'rewritten') cleaned++;
      if (outcome === 'unreadable') unreadable.push(basename(file));
    } catch {
      left.push(basename(file));
    }
  }
  return { cleaned, unreadable, left };
}

function findErased(copy: ReadableBook, book: ReadableBook, erased: ErasedMarks): PersonId[] {
  const kept = new Set(book.column<PersonId>('SELECT id FROM person'));
  return copy
    .column<PersonId>('SELECT id FROM person WHERE is_me = 0 ORDER BY id')
    .filter((id) => !kept.has(id) && erased.has(readPersonMarks(copy, id)));
}

/** Nothing of those who were erased is left in the book's file and its copies, as far as those can be reached. */
export function markFinished(book: Book): void {
  book.writer.run('DELETE FROM setting WHERE name = @unfinished', { unfinished });
}

/** The copies of a book that the program itself has made, as far as they can be reached. */
export function findCopies(path: string, backupFolder: string | null): string[] {
  const secondFolder =
    backupFolder === null ? null : reachSecondFolder(readSecondFolder(backupFolder));
  return findCopyFiles({ path, backupFolder, secondFolder }).map((copy) => copy.path);
}
