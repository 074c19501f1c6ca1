import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { listBackups } from '../book/backup.ts';
import type { Clock } from '../book/context.ts';
import type { ReadableBook } from '../book/access.ts';
import type { Migration } from '../book/migration-files.ts';
import type { Book } from '../book/open-book.ts';
import { purgeFreePages, rewriteCopy } from '../book/rewrite-copy.ts';
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
}

/** Erases people in an open book: rows, mentions, search index, undo log, free pages. One transaction, then the pages. */
export function eraseInBook(book: Book, ids: readonly PersonId[], clock: Clock): ErasedRows {
  const { log, sqlite, writer } = book;
  const erased = sqlite
    .transaction(() => {
      writer.run('PRAGMA defer_foreign_keys = ON');
      const rows = erasePersons(writer, ids, clock.today);
      refreshSearch(writer, rows.changes);
      compactIndexes(writer);
      log.forget();
      writer.run(
        'INSERT INTO setting (name, value) VALUES (@unfinished, @today) ON CONFLICT (name) DO NOTHING',
        { unfinished, today: clock.today },
      );
      return rows;
    })
    .immediate();
  purgeFreePages(book);
  return erased;
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
  if (!isUnfinished) return;
  purgeFreePages(book);
  eraseInCopies(book, findCopies(book.path, backupFolder), options);
}

/**
 * Erases in every copy whoever is erased in the book itself: those who bear an erased mark and are not in the
 * book any more.
 */
export function eraseInCopies(
  book: Book,
  files: readonly string[],
  options: { readonly migrations: readonly Migration[]; readonly clock: Clock },
): CleanedCopies {
  const erased = new ErasedMarks(book.reader);
  const unreadable: string[] = [];
  let cleaned = 0;
  for (const file of files) {
    const outcome = rewriteCopy(file, options, (copy) => {
      const ids = findErased(copy.reader, book.reader, erased);
      if (ids.length === 0) return false;
      eraseInBook(copy, ids, options.clock);
      markFinished(copy);
      return true;
    });
    if (outcome === 'rewritten') cleaned++;
    if (outcome === 'unreadable') unreadable.push(basename(file));
  }
  markFinished(book);
  return { cleaned, unreadable };
}

function findErased(copy: ReadableBook, book: ReadableBook, erased: ErasedMarks): PersonId[] {
  const kept = new Set(book.column<PersonId>('SELECT id FROM person'));
  return copy
    .column<PersonId>('SELECT id FROM person WHERE is_me = 0 ORDER BY id')
    .filter((id) => !kept.has(id) && erased.has(readPersonMarks(copy, id)));
}

function markFinished(book: Book): void {
  book.writer.run('DELETE FROM setting WHERE name = @unfinished', { unfinished });
}

/** The copies of a book that the program itself has made: automatic backups, and what restores put aside. */
export function findCopies(path: string, backupFolder: string | null): string[] {
  const backups =
    backupFolder === null
      ? []
      : listBackups(backupFolder).map(({ name }) => join(backupFolder, name));
  const folder = dirname(path);
  const stem = `${basename(path, extname(path))}.before-restore-`;
  const putAside = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.startsWith(stem) && extname(name) === extname(path))
    : [];
  return [...backups, ...putAside.map((name) => join(folder, name))];
}
