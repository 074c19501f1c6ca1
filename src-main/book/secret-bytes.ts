import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { derive, type BookKey } from './book-key.ts';

const nonceLength = 12;
const tagLength = 16;

/** What is encrypted; each has a key of its own that follows from the book's. */
type Purpose = 'graph' | 'draft';

/** Encrypts what is kept beside an encrypted book (AES-256-GCM). */
export function makeSecret(bytes: Uint8Array, key: BookKey, purpose: Purpose): Uint8Array {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', derive(key.bytes, purpose, 32), nonce);
  const secret = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), secret]);
}

/** What `makeSecret` was given. Throws when it was made under another key, or has changed since. */
export function readSecret(secret: Buffer, key: BookKey, purpose: Purpose): Uint8Array {
  const nonce = secret.subarray(0, nonceLength);
  const decipher = createDecipheriv('aes-256-gcm', derive(key.bytes, purpose, 32), nonce);
  decipher.setAuthTag(secret.subarray(nonceLength, nonceLength + tagLength));
  return Buffer.concat([
    decipher.update(secret.subarray(nonceLength + tagLength)),
    decipher.final(),
  ]);
}
