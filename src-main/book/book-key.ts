import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { AppError } from '../contract/result.ts';

/** 32 random bytes under which a book and its copies are encrypted, and the text of the key file that keeps them. */
export interface BookKey {
  readonly bytes: Buffer;
  /** Tells keys apart without giving anything away. */
  readonly id: string;
  /** What lies beside the book and each of its copies: the bytes, locked by the passphrase. See key-file.ts. */
  keyFile: string;
}

const keyLength = 32;

export function makeKeyBytes(): Buffer {
  return randomBytes(keyLength);
}

/** 16 hexadecimal digits. */
export function keyId(bytes: Buffer): string {
  return derive(bytes, 'id', 8).toString('hex');
}

/** Bytes for one purpose; those of two purposes say nothing of each other (HKDF with SHA-256, RFC 5869). */
export function derive(bytes: Buffer, purpose: string, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', bytes, '', `acquaint ${purpose}`, length));
}

/** Crockford's base 32: no I, L, O or U, which are misread (https://www.crockford.com/base32.html). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const checksumLength = 3;
const groupLength = 4;

/** The key as it stands on a recovery sheet: 56 letters and digits in groups of four, of which three bytes are a checksum. */
export function writeRecoveryKey(bytes: Buffer): string {
  let bits = 0n;
  const all = Buffer.concat([bytes, checksum(bytes)]);
  for (const byte of all) bits = (bits << 8n) | BigInt(byte);
  let text = '';
  for (let left = (all.length * 8) / 5; left > 0; left--) {
    text = (alphabet[Number(bits & 31n)] ?? '') + text;
    bits >>= 5n;
  }
  return (text.match(new RegExp(`.{${groupLength}}`, 'g')) ?? []).join('-');
}

/**
 * Reads what somebody has typed from a recovery sheet: small letters, spaces and the usual mistakes (O for 0, l for 1)
 * are put right.
 *
 * @throws AppError INVALID_INPUT when letters are missing or mistyped
 */
export function readRecoveryKey(text: string): Buffer {
  const letters = text
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const length = ((keyLength + checksumLength) * 8) / 5;
  const digits = Array.from(letters, (letter) => alphabet.indexOf(letter));
  if (digits.length !== length || digits.includes(-1)) {
    throw new AppError(
      'INVALID_INPUT',
      `A recovery key has ${length} letters and digits; these are ${digits.length}. Compare them with the sheet.`,
    );
  }
  let bits = 0n;
  for (const digit of digits) bits = (bits << 5n) | BigInt(digit);
  const all = Buffer.from(bits.toString(16).padStart((keyLength + checksumLength) * 2, '0'), 'hex');
  const bytes = all.subarray(0, keyLength);
  if (!checksum(bytes).equals(all.subarray(keyLength))) {
    throw new AppError(
      'INVALID_INPUT',
      'A letter of this recovery key is mistyped. Compare it with the sheet, group by group.',
    );
  }
  return bytes;
}

function checksum(bytes: Buffer): Buffer {
  return createHash('sha256')
    .update('acquaint recovery key')
    .update(bytes)
    .digest()
    .subarray(0, checksumLength);
}
