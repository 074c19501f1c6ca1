import type { Controls } from '../book/context.ts';
import { keyForCopy } from '../book/find-key.ts';
import { readRefusalFacts } from '../book/refusal-facts.ts';
import type { BookStatus } from '../contract/book.ts';
import type { AppError } from '../contract/result.ts';
import { personRef } from '../tables/persons.ts';
import { meId } from '../tables/resolve-person.ts';
import { countBook, noCounts } from './book-counts.ts';
import type { StoreContext } from './store-context.ts';

/** Methods that act on the book as a whole. */
export const bookControls: Controls<'book', StoreContext> = {
  status: describeStore,
  undo: (store) => store.swap('undo'),
  redo: (store) => store.swap('redo'),
  openAgain(store) {
    store.openAgain();
    return describeStore(store);
  },
  openToRead(store, { passphrase }) {
    store.openToRead(keyForCopy(store.ownPath, store.key(), passphrase ?? null));
    return describeStore(store);
  },
  startNew(store) {
    store.startNew();
    return describeStore(store);
  },
  async openSample(store) {
    await store.openSample();
    return describeStore(store);
  },
  closeSample(store) {
    store.closeSample();
    return describeStore(store);
  },
};

export function describeStore(store: StoreContext): BookStatus {
  const session = store.current();
  const refusal = store.refusal();
  if (session === null) {
    const isLocked = refusal?.code === 'PASSPHRASE_NEEDED';
    return {
      state: refusal === null ? 'none' : isLocked ? 'locked' : 'refused',
      kind: 'own',
      backupOf: null,
      path: store.ownPath,
      isEncrypted: isLocked || store.key() !== null,
      refusal: refusal === null ? null : describeRefusal(store, refusal),
      me: null,
      counts: noCounts,
      undo: null,
      redo: null,
      today: store.clock.today,
    };
  }
  const { book, kind } = session;
  const copy = store.lookedInto();
  const me = meId(book.reader);
  return {
    state: 'open',
    kind,
    backupOf: copy?.takenAt ?? null,
    path: copy?.path ?? book.path,
    isEncrypted: store.key() !== null || refusal?.code === 'PASSPHRASE_NEEDED',
    refusal: null,
    me: me === null ? null : (personRef(book.reader, me) ?? null),
    counts: countBook(book.reader),
    // what is only looked into has steps, too, but none that can be taken here
    undo: kind === 'backup' ? null : book.log.peek('undo'),
    redo: kind === 'backup' ? null : book.log.peek('redo'),
    today: store.clock.today,
  };
}

function describeRefusal(
  { migrations, ownPath }: StoreContext,
  { code, message }: AppError,
): BookStatus['refusal'] {
  return { code, message, facts: readRefusalFacts(code, ownPath, migrations.length) };
}
