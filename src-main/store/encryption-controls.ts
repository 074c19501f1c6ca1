import { existsSync, rmSync } from 'node:fs';
import type { CopyFile } from '../book/book-copies.ts';
import {
  keyId,
  makeKeyBytes,
  readRecoveryKey,
  writeRecoveryKey,
  type BookKey,
} from '../book/book-key.ts';
import type { Controls } from '../book/context.ts';
import { findKey, requireBookKey } from '../book/find-key.ts';
import { keyFilePath, lockKey, readKeyFile, unlockKey, writeKeyFile } from '../book/key-file.ts';
import { alignCopies, readProtection } from '../book/protect.ts';
import { translateError } from '../book/refusals.ts';
import { reachSecondFolder, readSecondFolder } from '../book/second-folder.ts';
import { AppError } from '../contract/result.ts';
import { describeStore } from './book-controls.ts';
import { listCopies } from './list-copies.ts';
import { removeDrafts } from './remove-drafts.ts';
import { requireSession, type StoreContext } from './store-context.ts';

interface CopiesReport {
  inStep: number;
  left: string[];
  waiting: string | null;
}

/** Encryption of the user's own book; the sample, and a backup that is looked into, have no say in it. */
export const encryptionControls: Controls<'encryption', StoreContext> = {
  status(store) {
    const isLocked = store.refusal()?.code === 'PASSPHRASE_NEEDED';
    const isOn = isLocked || store.key() !== null;
    return {
      isOn,
      isLocked,
      hasKeyFile: readKeyFile(store.ownPath) !== null,
      plainCopies: isOn ? listPlainCopies(store).map(({ name }) => name) : [],
    };
  },

  turnOn(store, { passphrase }) {
    requireOwnOpen(store);
    if (store.key() !== null) {
      throw new AppError('CONFLICT', 'The book is encrypted already.');
    }
    const key = lockKey(makeKeyBytes(), passphrase, store.keyCost);
    store.recrypt(key);
    removeDrafts(store.ownPath, store.backupFolder);
    return { recoveryKey: writeRecoveryKey(key.bytes), copies: align(store, key, key) };
  },

  turnOff(store, { passphrase }) {
    const key = requireKey(store, passphrase);
    // the copies first: should this be cut short, they are encrypted again when the book is next opened
    const copies = align(store, key, null);
    store.recrypt(null);
    return { copies };
  },

  lock(store, { draft }) {
    store.lock(draft ?? null);
    return describeStore(store);
  },
  takeDraft: (store) => ({ draft: store.takeDraft() }),

  unlock(store, { passphrase }) {
    unlockStore(store, passphrase);
    return describeStore(store);
  },

  recover(store, { newPassphrase, recoveryKey }) {
    requireLocked(store);
    const bytes = readRecoveryKey(recoveryKey);
    const { ownPath } = store;
    requireBookKey(ownPath, bytes);
    if (newPassphrase !== null) {
      const key = lockKey(bytes, newPassphrase, store.keyCost);
      setKeyFile(store, key);
      store.unlock(key);
      return describeStore(store);
    }
    const keyFile = readKeyFile(ownPath);
    if (keyFile === null) {
      throw new AppError(
        'INVALID_INPUT',
        'The key file of the book is missing: choose a passphrase for a new one.',
      );
    }
    store.unlock({ bytes, id: keyId(bytes), keyFile });
    return describeStore(store);
  },

  changePassphrase(store, { newPassphrase, passphrase }) {
    const key = requireKey(store, passphrase);
    const { keyFile } = lockKey(key.bytes, newPassphrase, store.keyCost);
    setKeyFile(store, { ...key, keyFile });
    key.keyFile = keyFile;
    return { copies: align(store, key, key) };
  },

  recoveryKey: (store, { passphrase }) => ({
    recoveryKey: writeRecoveryKey(requireKey(store, passphrase).bytes),
  }),

  deletePlainCopies(store) {
    if (store.key() === null) throw new AppError('CONFLICT', 'The book is not encrypted.');
    for (const { path } of listPlainCopies(store)) {
      for (const end of ['', '-wal', '-shm', '.sha256']) rmSync(`${path}${end}`, { force: true });
    }
    store.announce(['book']);
    return {};
  },
};

/**
 * Opens a locked book by its passphrase.
 *
 * @throws AppError CONFLICT when it is not locked; WRONG_PASSPHRASE; PASSPHRASE_NEEDED when its key file is lost
 */
export function unlockStore(store: StoreContext, passphrase: string): void {
  requireLocked(store);
  const { ownPath } = store;
  const key = findKey(
    ownPath,
    listCopies(store).map(({ path }) => path),
    passphrase,
  );
  if (readKeyFile(ownPath) === null) setKeyFile(store, key);
  store.unlock(key);
}

function requireOwnOpen(store: StoreContext): void {
  requireSession(store, store.own());
  if (store.current() === store.own()) return;
  throw new AppError('CONFLICT', 'Another book is being shown. Close it first.');
}

function requireLocked(store: StoreContext): void {
  if (store.refusal()?.code === 'PASSPHRASE_NEEDED') return;
  throw new AppError('CONFLICT', 'The book is not locked.');
}

/** The key of the open book, to whoever knows the passphrase: an unlocked screen is not enough for what follows. */
function requireKey(store: StoreContext, passphrase: string): BookKey {
  requireOwnOpen(store);
  const key = store.key();
  if (key === null) throw new AppError('CONFLICT', 'The book is not encrypted.');
  unlockKey(key.keyFile, passphrase);
  return key;
}

function setKeyFile({ ownPath }: StoreContext, { keyFile }: BookKey): void {
  try {
    writeKeyFile(ownPath, keyFile);
  } catch (error) {
    throw translateError(error, keyFilePath(ownPath)) ?? error;
  }
}

function align(store: StoreContext, from: BookKey, to: BookKey | null): CopiesReport {
  const second = store.backupFolder === null ? null : readSecondFolder(store.backupFolder);
  const { inStep, left } = alignCopies(listCopies(store), { from, to });
  const isWaiting = second !== null && reachSecondFolder(second) === null;
  return { inStep, left: [...left], waiting: isWaiting ? second.chosen : null };
}

function listPlainCopies(store: StoreContext): CopyFile[] {
  return listCopies(store).filter(
    ({ path }) => existsSync(path) && readProtection(path) !== 'encrypted',
  );
}
