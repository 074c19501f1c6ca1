import type { BookKey } from '../book/book-key.ts';
import { makeSecret, readSecret } from '../book/secret-bytes.ts';
import { lockedDraft, type LockedDraft } from '../contract/encryption.ts';

/** Keeps what was half typed when the book was locked: in memory alone, and there as unreadable as the book itself. */
export class DraftSafe {
  #secret: Buffer | null = null;

  put(draft: LockedDraft | null, key: BookKey): void {
    this.#secret =
      draft === null
        ? null
        : Buffer.from(makeSecret(Buffer.from(JSON.stringify(draft)), key, 'draft'));
  }

  /** Forgets it as well. Null when there is none; one that belongs to another key stays for that. */
  take(key: BookKey | null): LockedDraft | null {
    if (this.#secret === null || key === null) return null;
    let text: string;
    try {
      text = Buffer.from(readSecret(this.#secret, key, 'draft')).toString();
    } catch {
      return null;
    }
    this.#secret = null;
    return lockedDraft.parse(JSON.parse(text));
  }
}
