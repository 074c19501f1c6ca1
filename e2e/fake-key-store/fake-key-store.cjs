// Loaded into Electron before the program, for key-store.spec.ts. The file that FAKE_KEY_STORE names holds the password
// under which the system keeps things now.
const { createCipheriv, createDecipheriv, createHash, randomBytes } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { safeStorage } = require('electron');

const key = () => createHash('sha256').update(readFileSync(process.env.FAKE_KEY_STORE)).digest();

Object.assign(safeStorage, {
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptString(text) {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key(), nonce);
    const secret = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), secret]);
  },
  decryptString(bytes) {
    const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8');
  },
});
