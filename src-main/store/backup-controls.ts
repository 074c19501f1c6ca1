import { mkdirSync } from 'node:fs';
import { basename } from 'node:path';
import { hasKeptBytes, verifyBackup, type Backup } from '../book/backup.ts';
import type { BookKey } from '../book/book-key.ts';
import { describeCopies, savedPath, type CopyFile } from '../book/book-copies.ts';
import { findCloudFolder } from '../book/cloud-folder.ts';
import type { Controls } from '../book/context.ts';
import { keyForCopy } from '../book/find-key.ts';
import { salvageBook } from '../book/salvage.ts';
import {
  chooseSecondFolder,
  copyToSecondFolder,
  reachSecondFolder,
  readSecondFolder,
  writeSecondFolder,
} from '../book/second-folder.ts';
import { translateError } from '../book/refusals.ts';
import type { BookCopy } from '../contract/backups.ts';
import { AppError } from '../contract/result.ts';
import { describeStore } from './book-controls.ts';
import { listCopies } from './list-copies.ts';
import { mendSavedBook } from './mend-saved-book.ts';
import type { Session } from './session.ts';
import { requireSession, type StoreContext } from './store-context.ts';

/** Works without an open book, too: that is when backups are needed most. */
export const backupControls: Controls<'backups', StoreContext> = {
  list(store) {
    const { backupFolder, clock, ownPath } = store;
    store.own()?.tendCopies(clock);
    const copies = describeCopies(listCopies(store));
    const second = backupFolder === null ? null : readSecondFolder(backupFolder);
    return {
      folder: backupFolder,
      copies,
      cloud: findCloudFolder(ownPath),
      second:
        second === null
          ? null
          : {
              folder: second.chosen,
              isThere: reachSecondFolder(second) !== null,
              newest: copies.find(({ place }) => place === 'second')?.takenAt ?? null,
              problem: second.problem,
            },
    };
  },

  make(store) {
    const backup = requireOwn(store).backUpNow(store.clock);
    store.announce(['book']);
    return describeCopy(store, backup.path);
  },

  verify(store, input) {
    const { path } = requireCopy(store, input);
    const key = keyOfCopy(store, path, input.passphrase);
    try {
      verifyBackup(path, key);
      return { isWhole: true, problem: null };
    } catch (error) {
      const known = translateError(error, path);
      if (known === null) throw error;
      return { isWhole: false, problem: known.message };
    }
  },

  lookInto(store, input) {
    const copy = requireCopy(store, input);
    store.lookInto(copy, keyOfCopy(store, copy.path, input.passphrase));
    return describeStore(store);
  },
  leave(store) {
    store.leaveCopy();
    return describeStore(store);
  },

  restore(store, input) {
    const copy = requireCopy(store, input);
    const key = keyOfCopy(store, copy.path, input.passphrase);
    const kept = store.restore(copy, key);
    return { status: describeStore(store), kept };
  },

  salvage(store) {
    requireDamage(store);
    const { checkpoint, clock, migrations, ownPath } = store;
    const path = savedPath(ownPath, clock.now);
    try {
      const { tables } = salvageBook({
        damaged: ownPath,
        target: path,
        migrations,
        clock,
        checkpoint,
        key: store.key(),
        mend: mendSavedBook,
      });
      return { copy: describeCopy(store, path), path, tables: [...tables] };
    } catch (error) {
      throw translateError(error, path) ?? error;
    }
  },

  setSecondFolder(store, { folder }) {
    const { backupFolder } = store;
    if (backupFolder === null) {
      throw new AppError('CONFLICT', 'This book makes no backups of its own.');
    }
    const before = readSecondFolder(backupFolder);
    try {
      if (folder === null) writeSecondFolder(backupFolder, null);
      else useSecondFolder(store, backupFolder, folder);
    } catch (error) {
      writeSecondFolder(backupFolder, before);
      throw translateError(error, folder ?? backupFolder) ?? error;
    }
    store.announce(['book']);
    const isLeft = before?.isErasingDue === true && before.chosen !== folder;
    return { unerased: isLeft ? before.chosen : null };
  },
};

/** Only what is listed can be asked for: a window names no paths. */
function requireCopy(
  store: StoreContext,
  { name, place }: Pick<CopyFile, 'name' | 'place'>,
): CopyFile {
  const found = listCopies(store).find((copy) => copy.place === place && copy.name === name);
  if (found !== undefined) return found;
  throw new AppError('NOT_FOUND', 'This backup is not there any more. Choose another one.');
}

/** The copy's own key file may be lost: that of the book, or of another copy, holds the same key. */
function keyOfCopy(
  store: StoreContext,
  path: string,
  passphrase: string | undefined,
): BookKey | null {
  const others = [store.ownPath, ...listCopies(store).map((copy) => copy.path)];
  return keyForCopy(path, store.key(), passphrase ?? null, others);
}

function describeCopy(store: StoreContext, path: string): BookCopy {
  const [copy] = describeCopies(listCopies(store).filter((file) => file.path === path));
  if (copy === undefined) throw new Error(`The copy ${basename(path)} is not listed.`);
  return copy;
}

function requireOwn(store: StoreContext): Session {
  return requireSession(store, store.own());
}

function requireDamage(store: StoreContext): void {
  const code = store.refusal()?.code;
  if (store.own() === null && (code === 'CORRUPT' || code === 'NOT_OURS')) return;
  throw new AppError('CONFLICT', 'The book is not damaged: there is nothing to save from it.');
}

/** The newest backup is copied at once, so that the folder is of use; what is in the way of that is told. */
function useSecondFolder(store: StoreContext, backupFolder: string, folder: string): void {
  // what holds the choice lies beside the folder of backups, which may not have been made yet
  mkdirSync(backupFolder, { recursive: true });
  chooseSecondFolder(backupFolder, folder);
  const newest = listCopies(store).find(
    ({ path, place }) => place === 'beside' && hasKeptBytes(path),
  );
  const backup: Backup | undefined =
    newest === undefined
      ? store.own()?.backUpNow(store.clock)
      : verifyBackup(newest.path, store.key());
  if (newest === undefined || backup === undefined) return;
  copyToSecondFolder(backup, backupFolder, store.clock.now, (error) => {
    throw error;
  });
}
