import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { BookKey } from '../book/book-key.ts';
import { openSqlite } from '../book/cipher.ts';
import type { Controls } from '../book/context.ts';
import { graphCopyPath } from '../book/graph-token.ts';
import type { Book } from '../book/open-book.ts';
import { readProtection } from '../book/protect.ts';
import { purgeFreePages } from '../book/rewrite-copy.ts';
import { changedTopics } from '../contract/book.ts';
import { requireErasable } from '../erasure/erasable-people.ts';
import { proveErasure, type SearchedFile } from '../erasure/prove-erasure.ts';
import { ErasedMarks } from '../tables/erased-marks.ts';
import {
  eraseInCopies,
  eraseRows,
  findCopies,
  markFinished,
  noteUnreachedCopies,
} from './erase-for-good.ts';
import { removeDrafts } from './remove-drafts.ts';
import { refuseChange } from './session.ts';
import { requireSession, type StoreContext } from './store-context.ts';

/** Erasing works on the file and its copies, hence on the store itself. */
export const erasureControls: Controls<'erasure', StoreContext> = {
  erase(store, { ids, prove }) {
    const session = requireSession(store, store.current());
    refuseChange(session);
    const { book } = session;
    const people = requireErasable(book.reader, ids);
    const rows = eraseRows(book, ids, store.clock);
    // from here on they are erased: what fails now is told, and made good later
    session.forgetFindings();
    const left = tryPurging(book) ? [] : [basename(book.path)];
    if (book.path !== ':memory:') removeDrafts(book.path, session.backupFolder);
    const copies = findCopies(book.path, session.backupFolder);
    const backups = eraseInCopies(book, copies, {
      migrations: store.migrations,
      clock: store.clock,
    });
    left.push(...backups.left);
    if (left.length === 0) markFinished(book);
    store.announce(changedTopics);
    const proof = prove
      ? proveErasure(book.reader, ids, rows.traces, filesToSearch(book, copies))
      : null;
    return {
      erased: people,
      redactions: rows.redactions,
      shared: [...rows.shared],
      backups: {
        cleaned: backups.cleaned,
        unreadable: [...backups.unreadable],
        left,
        waiting: noteUnreachedCopies(session.backupFolder),
      },
      proof,
    };
  },
  prove(store, { texts }) {
    const { backupFolder, book } = requireSession(store, store.current());
    const erased = new ErasedMarks(book.reader);
    const files = filesToSearch(book, findCopies(book.path, backupFolder));
    return {
      isOnErasedList: texts.some((text) => erased.hasName(text)),
      proof: proveErasure(book.reader, [], texts, files),
    };
  },
};

/** False when there is no room for it. */
function tryPurging(book: Book): boolean {
  try {
    purgeFreePages(book);
    return true;
  } catch {
    return false;
  }
}

/**
 * The book, what lies beside it, and every copy with its log. Of an encrypted file all pages are read through its key,
 * the free ones and those in its log too: its own bytes would say nothing.
 */
function filesToSearch(book: Book, copies: readonly string[]): SearchedFile[] {
  const { key, path, sqlite } = book;
  const plain = (file: string): SearchedFile => searched(file, path, () => readFileSync(file));
  const own =
    key === null
      ? [plain(path), plain(`${path}-wal`), plain(graphCopyPath(path))]
      : [searched(path, path, () => sqlite.serialize())];
  const others = copies.flatMap((file) => [
    searched(file, path, () => readPages(file, key)),
    plain(`${file}-wal`),
  ]);
  return [...own, ...others];
}

/** Copies of one moment have one name in both folders: theirs is told as well. */
function searched(file: string, bookPath: string, read: () => Buffer): SearchedFile {
  const folder = dirname(file);
  const name =
    folder === dirname(bookPath) ? basename(file) : join(basename(folder), basename(file));
  return { name, read: () => (existsSync(file) ? read() : null) };
}

function readPages(path: string, key: BookKey | null): Buffer {
  if (readProtection(path) !== 'encrypted') return readFileSync(path);
  const sqlite = openSqlite(path, { readonly: true }, key);
  try {
    return sqlite.serialize();
  } finally {
    sqlite.close();
  }
}
