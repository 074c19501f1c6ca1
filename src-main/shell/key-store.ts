import { safeStorage } from 'electron';
import type { KeyStore } from './lock-book.ts';

/** The key store of the system, by Electron. */
export const systemKeyStore: KeyStore = {
  problem() {
    if (!safeStorage.isEncryptionAvailable()) return 'none';
    const isLinux = process.platform === 'linux';
    // it would be kept under a password that stands in the source of Chromium
    return isLinux && safeStorage.getSelectedStorageBackend() === 'basic_text' ? 'plain' : null;
  },
  encrypt: (text) => safeStorage.encryptString(text).toString('base64'),
  decrypt: (kept) => safeStorage.decryptString(Buffer.from(kept, 'base64')),
};
