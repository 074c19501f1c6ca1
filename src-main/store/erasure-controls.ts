import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { BookKey } from '../book/book-key.ts';
import { openSqlite } from '../book/cipher.ts';
import type { Controls } from '../book/context.ts';
import type { Book } from '../book/open-book.ts';
import { readProtection } from '../book/protect.ts';
import { changedTopics } from '../contract/book.ts';
import { requireErasable } from '../erasure/erasable-people.ts';
import { proveErasure, type SearchedFile } from '../erasure/prove-erasure.ts';
import { ErasedMarks } from '../tables/erased-marks.ts';
import { eraseInBook, eraseInCopies, findCopies, noteUnreachedCopies } from './erase-for-good.ts';
import { refuseChange } from './session.ts';
import { requireSession, type StoreContext } from './store-context.ts';

/** Erasing works on the file and its copies, hence on the store itself. */
export const erasureControls: Controls<'erasure', StoreContext> = {
  erase(store, { ids, prove }) {
    const session = requireSession(store, store.current());
    refuseChange(session);
    const { book } = session;
    const people = requireErasable(book.reader, ids);
    const rows = eraseInBook(book, ids, store.clock);
    session.forgetNetwork();
    const copies = findCopies(book.path, session.backupFolder);
    const backups = eraseInCopies(book, copies, {
      migrations: store.migrations,
      clock: store.clock,
    });
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

/**
 * The book, what SQLite keeps beside it, and every copy. Of an encrypted file all pages are read through its key, the
 * free ones too: its own bytes would say nothing.
 */
function filesToSearch(book: Book, copies: readonly string[]): SearchedFile[] {
  const { key, path, sqlite } = book;
  const own: SearchedFile[] =
    key === null
      ? [path, `${path}-wal`].map((file) => searched(file, () => readFileSync(file)))
      : [searched(path, () => sqlite.serialize())];
  return [...own, ...copies.map((file) => searched(file, () => readPages(file, key)))];
}

function searched(path: string, read: () => Buffer): SearchedFile {
  return { name: basename(path), read: () => (existsSync(path) ? read() : null) };
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
