import { createCipheriv, createDecipheriv, randomBytes, randomUUID, scryptSync } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../contract/result.ts';
import { keyId, type BookKey } from './book-key.ts';
import { flush } from './flush.ts';

/*
 * The key file beside an encrypted book (`book.acquaint.key`) and beside each of its copies: the book's key, locked by
 * the passphrase. A change of passphrase writes this file anew and not the book. See docs/decisions/0045.
 */

/** Of scrypt (RFC 7914): N is 2 to this power; memory is 128 * N * 8 bytes. */
export type KeyCost = number;
/** 128 MB and some tenths of a second for each guess, as OWASP advises. */
export const usualCost: KeyCost = 17;
const largestCost: KeyCost = 20;
const blockSize = 8;

const format = 'acquaint-key-1';

/** In the place of a key file's text, of a key that was typed from a recovery sheet: nobody can say its passphrase. */
export const noKeyFile = '';

interface KeyFile {
  readonly format: typeof format;
  /** Of the book's key, see `keyId`. */
  readonly id: string;
  readonly cost: KeyCost;
  readonly salt: string;
  readonly nonce: string;
  readonly tag: string;
  readonly locked: string;
}

/** Of each field that is bytes in hexadecimal, how many. */
const lengths = { id: 8, salt: 16, nonce: 12, tag: 16, locked: 32 } as const;

export function keyFilePath(path: string): string {
  return `${path}.key`;
}

/** Locks a key by a passphrase: the text of a key file. */
export function lockKey(bytes: Buffer, passphrase: string, cost: KeyCost = usualCost): BookKey {
  const id = keyId(bytes);
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', stretch(passphrase, salt, cost), nonce);
  cipher.setAAD(Buffer.from(id, 'hex'));
  const locked = Buffer.concat([cipher.update(bytes), cipher.final()]);
  const file: KeyFile = {
    format,
    id,
    cost,
    salt: salt.toString('hex'),
    nonce: nonce.toString('hex'),
    tag: cipher.getAuthTag().toString('hex'),
    locked: locked.toString('hex'),
  };
  return { bytes, id, keyFile: `${JSON.stringify(file)}\n` };
}

/**
 * Opens a key file with a passphrase. Takes as long for a wrong one.
 *
 * @throws AppError WRONG_PASSPHRASE; CORRUPT when the text is no key file
 */
export function unlockKey(text: string, passphrase: string): BookKey {
  const file = parseKeyFile(text);
  if (file === null) {
    throw new AppError(
      'CORRUPT',
      'The key file beside the book is damaged. Put back the one of a backup, or use the recovery sheet.',
    );
  }
  const key = stretch(passphrase, Buffer.from(file.salt, 'hex'), file.cost);
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(file.nonce, 'hex'));
  decipher.setAAD(Buffer.from(file.id, 'hex'));
  decipher.setAuthTag(Buffer.from(file.tag, 'hex'));
  try {
    const bytes = Buffer.concat([
      decipher.update(Buffer.from(file.locked, 'hex')),
      decipher.final(),
    ]);
    return { bytes, id: file.id, keyFile: text };
  } catch {
    throw new AppError(
      'WRONG_PASSPHRASE',
      'This is not the passphrase of the book. Nothing was changed; try again.',
    );
  }
}

/** The text of the key file that belongs to a book or a copy; null when there is none that can be read. */
export function readKeyFile(path: string): string | null {
  try {
    const text = readFileSync(keyFilePath(path), 'utf8');
    return parseKeyFile(text) === null ? null : text;
  } catch {
    return null;
  }
}

/** Which key a book or a copy is locked by, as its key file says; null without one. */
export function readKeyId(path: string): string | null {
  const text = readKeyFile(path);
  return text === null ? null : (parseKeyFile(text)?.id ?? null);
}

/** Writes the key file of a book or a copy: at every moment there is the old one or the new one, whole. */
export function writeKeyFile(path: string, text: string): void {
  const target = keyFilePath(path);
  const draft = join(dirname(target), `.${basename(target)}.${randomUUID()}.part`);
  try {
    const file = openSync(draft, 'w', 0o600);
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, target);
    // a passphrase that was acknowledged must be the one that opens the book after a power cut
    flush(dirname(target));
  } finally {
    rmSync(draft, { force: true });
  }
}

function parseKeyFile(text: string): KeyFile | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return isKeyFile(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

/** A cost beyond the bound would keep the program busy for minutes: somebody may have put the file there. */
function isKeyFile(value: unknown): value is KeyFile {
  if (typeof value !== 'object' || value === null) return false;
  const file = value as Partial<Record<keyof KeyFile, unknown>>;
  const { cost } = file;
  const hasCost = typeof cost === 'number' && Number.isInteger(cost) && cost > 0;
  return (
    file.format === format &&
    hasCost &&
    cost <= largestCost &&
    Object.entries(lengths).every(([name, length]) => {
      const field = file[name as keyof typeof lengths];
      return typeof field === 'string' && /^[0-9a-f]*$/.test(field) && field.length === length * 2;
    })
  );
}

/** The same passphrase typed on another keyboard may come in another form of Unicode. */
function stretch(passphrase: string, salt: Buffer, cost: KeyCost): Buffer {
  const N = 2 ** cost;
  return scryptSync(passphrase.normalize('NFKC'), salt, 32, {
    N,
    r: blockSize,
    p: 1,
    // twice what it needs: OpenSSL counts some of its own
    maxmem: 256 * N * blockSize + 2 ** 20,
  });
}
