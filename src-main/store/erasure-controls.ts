import type { Controls } from '../book/context.ts';
import { changedTopics } from '../contract/book.ts';
import { requireErasable } from '../erasure/erasable-people.ts';
import { proveErasure } from '../erasure/prove-erasure.ts';
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
      ? proveErasure(book.reader, ids, rows.traces, filesToSearch(book.path, copies))
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
    const files = filesToSearch(book.path, findCopies(book.path, backupFolder));
    return {
      isOnErasedList: texts.some((text) => erased.hasName(text)),
      proof: proveErasure(book.reader, [], texts, files),
    };
  },
};

/** The book, what SQLite keeps beside it, and every copy. */
function filesToSearch(path: string, copies: readonly string[]): string[] {
  return [path, `${path}-wal`, ...copies];
}
